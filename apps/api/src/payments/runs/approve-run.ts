import { Injectable } from '@nestjs/common';

import { readHouse } from '../../parties';
import { Clock } from '../../platform/clock/clock';
import { Database, type Tx } from '../../platform/database/database';
import { Secrets } from '../../platform/secrets/secrets';
import type { Actor } from '../../platform/sign-in/actor';
import { paymentsProblems } from '../problems';
import type { PaymentRunRecord } from '../records';
import { recomposeRun } from './compose-run';
import { backToDraft } from './draft-run';
import { houseAccount } from './house-account';
import { lockRun } from './lock-run';

/** Says that what a run pays is right. Where the house wants a second person, whoever made it can not. */
@Injectable()
export class ApproveRun {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly secrets: Secrets,
  ) {}

  /** @throws payment-run-own-approval; payment-run-amounts-changed where the draft was computed anew, and is to be read */
  async approve(actor: Actor, id: number, version: number): Promise<void> {
    const changed = await this.database.transaction(actor, (tx) => this.approveIn(tx, actor, { id, version }));
    if (changed) throw paymentsProblems.create('payment-run-amounts-changed');
  }

  /** @returns true where the amounts had changed: the new draft is kept */
  private async approveIn(tx: Tx, actor: Actor, which: { id: number; version: number }): Promise<boolean> {
    const run = await lockRun(tx, which, ['draft']);
    await this.refuseOwn(tx, actor, run);
    await houseAccount(tx);
    const { changed } = await recomposeRun(tx, { actor, secrets: this.secrets, run });
    if (changed) {
      await backToDraft(tx, run);
      return true;
    }
    const approved = { approvedAt: this.clock.now(), approvedBy: actor.name, approvedById: actor.id };
    await tx.save(Object.assign(run, approved, { status: 'approved', version: run.version + 1 }));
    return false;
  }

  private async refuseOwn(tx: Tx, actor: Actor, run: PaymentRunRecord): Promise<void> {
    const { secondApproval } = await readHouse(tx);
    if (!secondApproval || (actor.id !== run.createdById && actor.id !== run.changedById)) return;
    throw paymentsProblems.create('payment-run-own-approval');
  }
}
