import { Injectable } from '@nestjs/common';

import { Database, type Tx } from '../../platform/database/database';
import { lockVersion } from '../../platform/database/lock-version';
import { platformProblems } from '../../platform/problems/platform-problems';
import type { Actor } from '../../platform/sign-in/actor';
import { catalogueProblems } from '../problems';
import { CollectionRecord } from '../records';
import type { CollectionInput, CollectionResponse, CollectionUpdate } from './collection-dto';

/** Creates, changes and deletes collections. */
@Injectable()
export class SaveCollection {
  constructor(private readonly database: Database) {}

  create(actor: Actor, input: CollectionInput): Promise<CollectionResponse> {
    return this.database.transaction(actor, (tx) => this.createIn(tx, input));
  }

  /** Within the caller's transaction: the importer makes those that its files name. */
  async createIn(tx: Tx, input: CollectionInput): Promise<CollectionResponse> {
    return tx.save(tx.create(CollectionRecord, { ...fields(input), version: 1 }));
  }

  /** @throws stale-version where somebody saved it since it was read. */
  update(actor: Actor, id: number, input: CollectionUpdate): Promise<CollectionResponse> {
    return this.database.transaction(actor, async (tx) => {
      const current = await lockVersion(tx, CollectionRecord, id, input.version);
      return tx.save(Object.assign(current, fields(input), { version: current.version + 1 }));
    });
  }

  /** @throws collection-in-use while works are in it */
  delete(actor: Actor, id: number): Promise<void> {
    return this.database.transaction(actor, async (tx) => {
      const found = await tx.findOne(CollectionRecord, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!found) throw platformProblems.create('not-found');
      const [works] = await tx.query(`SELECT count(*)::int AS count FROM work WHERE collection_id = $1`, [id]);
      if (works.count > 0) throw catalogueProblems.create('collection-in-use', { count: works.count });
      await tx.remove(found);
    });
  }
}

function fields(input: CollectionInput): Omit<CollectionRecord, 'id' | 'version'> {
  return { name: input.name.trim(), issn: input.issn ?? null, description: input.description ?? null };
}
