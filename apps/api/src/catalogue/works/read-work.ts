import { Injectable } from '@nestjs/common';

import type { Tx } from '../../platform/database/database';
import { ReadEditions } from '../editions/read-editions';
import { CollectionRecord, WorkRecord } from '../records';
import type { WorkContributor, WorkResponse } from './work-dto';

/** A work with who made it and all its editions. */
@Injectable()
export class ReadWork {
  constructor(private readonly editions: ReadEditions) {}

  /** @throws not-found */
  async readIn(tx: Tx, id: number): Promise<WorkResponse> {
    const { collectionId, ...shown } = await tx.findOneByOrFail(WorkRecord, { id });
    const collection = collectionId === null ? null : await tx.findOneByOrFail(CollectionRecord, { id: collectionId });
    return {
      ...shown,
      collection: collection && { id: collection.id, name: collection.name },
      contributors: await contributorsOf(tx, id),
      editions: await this.editions.ofWork(tx, id),
    };
  }
}

function contributorsOf(tx: Tx, workId: number): Promise<WorkContributor[]> {
  return tx.query(
    `SELECT c.id AS "contributorId", c.display_name AS "displayName", wc.role
     FROM work_contributor wc JOIN contributor c ON c.id = wc.contributor_id WHERE wc.work_id = $1 ORDER BY wc.sequence, wc.id`,
    [workId],
  );
}
