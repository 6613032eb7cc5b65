import { Injectable } from '@nestjs/common';

import { Database, type Tx } from '../../platform/database/database';
import { lockVersion } from '../../platform/database/lock-version';
import type { Actor } from '../../platform/sign-in/actor';
import { WorkRecord } from '../records';
import { ReadWork } from './read-work';
import { replaceContributors } from './work-contributors';
import type { WorkInput, WorkResponse, WorkUpdate } from './work-dto';

/** Creates a work, or replaces what is known of one. */
@Injectable()
export class SaveWork {
  constructor(
    private readonly database: Database,
    private readonly reading: ReadWork,
  ) {}

  create(actor: Actor, input: WorkInput): Promise<WorkResponse> {
    return this.database.transaction(actor, async (tx) => {
      const { id } = await this.createIn(tx, input);
      return this.reading.readIn(tx, id);
    });
  }

  /** Within the caller's transaction: the importer writes many at once. */
  async createIn(tx: Tx, input: WorkInput): Promise<{ id: number }> {
    const { id } = await tx.save(tx.create(WorkRecord, { ...workFields(input), version: 1 }));
    if (input.contributors) await replaceContributors(tx, id, input.contributors);
    return { id };
  }

  /** @throws stale-version where somebody saved it since it was read. */
  update(actor: Actor, id: number, input: WorkUpdate): Promise<WorkResponse> {
    return this.database.transaction(actor, async (tx) => {
      await this.writeIn(tx, await lockVersion(tx, WorkRecord, id, input.version), input);
      return this.reading.readIn(tx, id);
    });
  }

  /** Within the caller's transaction, whatever the version. */
  async updateIn(tx: Tx, id: number, input: WorkInput): Promise<void> {
    const current = await tx.findOneOrFail(WorkRecord, { where: { id }, lock: { mode: 'pessimistic_write' } });
    await this.writeIn(tx, current, input);
  }

  private async writeIn(tx: Tx, current: WorkRecord, input: WorkInput): Promise<void> {
    await tx.save(Object.assign(current, workFields(input), { version: current.version + 1 }));
    if (input.contributors) await replaceContributors(tx, current.id, input.contributors);
  }
}

/** The columns that a request writes, its contributors aside. */
export function workFields(input: WorkInput): Omit<WorkRecord, 'id' | 'version'> {
  return {
    externalId: input.externalId ?? null,
    title: input.title.trim(),
    subtitle: input.subtitle?.trim() || null,
    originalTitle: input.originalTitle?.trim() || null,
    language: input.language ?? 'fre',
    collectionId: input.collectionId ?? null,
    numberInCollection: input.numberInCollection?.trim() || null,
    summary: input.summary ?? null,
    archived: input.archived ?? false,
  };
}
