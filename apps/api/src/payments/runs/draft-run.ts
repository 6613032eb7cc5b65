import { runMayBecome, type PaymentRunStatus } from '@colophon/domain/payments';
import { Injectable } from '@nestjs/common';

import { Clock } from '../../platform/clock/clock';
import { Database, type Tx } from '../../platform/database/database';
import { Secrets } from '../../platform/secrets/secrets';
import type { Actor } from '../../platform/sign-in/actor';
import { composePayments, type Composition } from '../compose/compose-payments';
import { holdPayments } from '../hold-payments';
import { paymentsProblems } from '../problems';
import { PaymentRunRecord } from '../records';
import { dropPayments, partsToPay, recomposeRun, storeRun } from './compose-run';
import { lockRun } from './lock-run';
import type { PaymentRunInput, PaymentRunUpdate, ProposalInput } from './run-dto';

/** A payment run before it is approved: proposed, chosen, computed anew, cancelled. */
@Injectable()
export class DraftRun {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly secrets: Secrets,
  ) {}

  /** What a run would pay and who would be left out, without writing anything. @throws payment-run-empty */
  propose({ dueBy, executionDate }: ProposalInput): Promise<Composition> {
    return this.database.snapshot(async (tx) => {
      const parts = await partsToPay(tx, { dueBy });
      return composePayments(tx, this.secrets, { parts, date: executionDate });
    });
  }

  /** @returns the draft's id. @throws payment-run-empty, payment-run-nobody-payable, payment-execution-date */
  create(actor: Actor, input: PaymentRunInput): Promise<number> {
    return this.database.transaction(actor, (tx) => this.createIn(tx, actor, input));
  }

  async createIn(tx: Tx, actor: Actor, input: PaymentRunInput): Promise<number> {
    const { dueBy, executionDate, painVersion = 'pain.001.001.09', items } = input;
    refusePastDate(executionDate, this.clock.today());
    await holdPayments(tx);
    const parts = await partsToPay(tx, { dueBy, chosen: items });
    const run = await tx.save(
      tx.create(PaymentRunRecord, {
        ...{ version: 1, status: 'draft', dueBy, executionDate, painVersion },
        ...{ createdBy: actor.name, createdById: actor.id, changedById: actor.id },
      }),
    );
    await storeRun(tx, { actor, secrets: this.secrets, run, parts });
    return run.id;
  }

  /** Another day, or another choice; an approved run becomes a draft again. */
  async update(actor: Actor, id: number, input: PaymentRunUpdate): Promise<void> {
    const { version, executionDate, painVersion, items } = input;
    refusePastDate(executionDate, this.clock.today());
    await this.database.transaction(actor, async (tx) => {
      const run = await lockRun(tx, { id, version }, ['draft', 'approved']);
      Object.assign(run, { executionDate, painVersion: painVersion ?? run.painVersion });
      await backToDraft(tx, run, actor);
      if (!items) {
        await recomposeRun(tx, { actor, secrets: this.secrets, run });
        return;
      }
      await dropPayments(tx, id);
      const parts = await partsToPay(tx, { dueBy: run.dueBy, chosen: items });
      await storeRun(tx, { actor, secrets: this.secrets, run, parts });
    });
  }

  /** Until its file is made: what the bank may have is no longer ours to cancel. */
  async cancel(actor: Actor, id: number, version: number): Promise<void> {
    await this.database.transaction(actor, async (tx) => {
      const run = await lockRun(tx, { id, version }, statusesBefore('cancelled'));
      await tx.query(`UPDATE royalty_payment SET status = 'cancelled' WHERE payment_run_id = $1`, [id]);
      const cancelled = { status: 'cancelled', cancelledAt: this.clock.now(), cancelledBy: actor.name };
      await tx.save(Object.assign(run, cancelled, { version: version + 1 }));
    });
  }
}

const statuses: readonly PaymentRunStatus[] = ['draft', 'approved', 'exported', 'executed', 'cancelled'];
const statusesBefore = (to: PaymentRunStatus) => statuses.filter((from) => runMayBecome(from, to));

/** Whoever changes what is paid is to be looked at by somebody else. */
export async function backToDraft(tx: Tx, run: PaymentRunRecord, changedBy?: Actor): Promise<void> {
  Object.assign(run, { status: 'draft', approvedAt: null, approvedBy: null, approvedById: null });
  if (changedBy) run.changedById = changedBy.id;
  await tx.save(Object.assign(run, { version: run.version + 1 }));
}

function refusePastDate(executionDate: string, today: string): void {
  if (executionDate < today) throw paymentsProblems.at('/executionDate', 'payment-execution-date', { today });
}
