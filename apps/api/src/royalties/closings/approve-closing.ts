import { Injectable } from '@nestjs/common';

import { Database, type Tx } from '../../platform/database/database';
import type { Actor } from '../../platform/sign-in/actor';
import { royaltiesProblems } from '../problems';
import { ClosingRecord } from '../records';

/** A second person's word on a draft, where the house wants it: whoever created or computed it cannot give it. */
@Injectable()
export class ApproveClosing {
  constructor(private readonly database: Database) {}

  /** @throws closing-closed, closing-own-approval */
  async approve(actor: Actor, id: number): Promise<void> {
    await this.database.transaction(actor, async (tx) => {
      const closing = await lockDraft(tx, id);
      if (actor.id === null || actor.id === closing.createdBy || actor.id === closing.computedBy) {
        throw royaltiesProblems.create('closing-own-approval');
      }
      await tx.query(`UPDATE closing SET approved_by = $2, approved_at = now(), version = version + 1 WHERE id = $1`, [
        id,
        actor.id,
      ]);
    });
  }

  async withdraw(actor: Actor, id: number): Promise<void> {
    await this.database.transaction(actor, async (tx) => withdrawApproval(tx, await lockDraft(tx, id)));
  }
}

async function lockDraft(tx: Tx, id: number): Promise<ClosingRecord> {
  const closing = await tx.findOneOrFail(ClosingRecord, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (closing.status !== 'draft') throw royaltiesProblems.create('closing-closed');
  return closing;
}

/** What was approved is no longer what stands there. */
export async function withdrawApproval(tx: Tx, { id }: Pick<ClosingRecord, 'id'>): Promise<void> {
  await tx.query(
    `UPDATE closing SET approved_by = NULL, approved_at = NULL, version = version + 1 WHERE id = $1 AND approved_at IS NOT NULL`,
    [id],
  );
}

/** @throws closing-not-approved where the house wants a second person's word and nobody gave it */
export async function refuseUnapproved(tx: Tx, { approvedAt }: Pick<ClosingRecord, 'approvedAt'>): Promise<void> {
  if (approvedAt !== null) return;
  const [{ wanted }] = await tx.query(`SELECT second_approval AS wanted FROM house`);
  if (wanted) throw royaltiesProblems.create('closing-not-approved');
}
