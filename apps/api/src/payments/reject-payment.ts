import { Injectable } from '@nestjs/common';

import { Clock } from '../platform/clock/clock';
import { Database, type Tx } from '../platform/database/database';
import { platformProblems } from '../platform/problems/platform-problems';
import type { Actor } from '../platform/sign-in/actor';
import { holdPayments } from './hold-payments';
import type { RejectionInput } from './payment-dto';
import { paymentsProblems } from './problems';
import { RoyaltyPaymentRecord } from './records';
import { SettlePayments } from './settle/settle-payments';

/** The bank sent a payment back: what it paid is owed again, and everything that followed is undone by opposite facts. */
@Injectable()
export class RejectPayment {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly settling: SettlePayments,
  ) {}

  /** @throws payment-not-executed, payment-rejected-before, closing-other-running */
  async reject(actor: Actor, id: number, input: RejectionInput): Promise<void> {
    await this.database.transaction(actor, (tx) => this.rejectIn(tx, actor, { id, ...input }));
  }

  async rejectIn(tx: Tx, actor: Actor, { id, rejectedOn, reason }: RejectionInput & { id: number }): Promise<void> {
    await holdPayments(tx);
    const payment = await tx.findOne(RoyaltyPaymentRecord, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!payment) throw platformProblems.create('not-found');
    if (payment.status !== 'executed') throw paymentsProblems.create('payment-not-executed');
    const date = payment.executedOn ?? rejectedOn;
    if (rejectedOn < date || rejectedOn > this.clock.today()) {
      throw paymentsProblems.at('/rejectedOn', 'payment-rejected-before', { date });
    }
    const rejected = { status: 'rejected', rejectedOn, rejectionReason: reason.trim(), rejectedBy: actor.name };
    await tx.save(Object.assign(payment, rejected));
    await this.settling.reject(tx, id);
  }
}
