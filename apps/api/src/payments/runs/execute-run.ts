import type { CalendarDate } from '@colophon/domain/calendar';
import { Money } from '@colophon/domain/money';
import { Injectable } from '@nestjs/common';

import { Clock } from '../../platform/clock/clock';
import { Database, type Tx } from '../../platform/database/database';
import { Secrets } from '../../platform/secrets/secrets';
import type { Actor } from '../../platform/sign-in/actor';
import { composePayments, type Composition } from '../compose/compose-payments';
import { itemKey } from '../compose/paid-before';
import { loadPayables, PAYABLE_ID_OF_ITEM } from '../payables/load-payables';
import { paymentsProblems } from '../problems';
import type { PaymentRunRecord } from '../records';
import { SettlePayments } from '../settle/settle-payments';
import { lockRun } from './lock-run';

export interface Execution {
  readonly version: number;
  /** The day on which the bank paid. */
  readonly executedOn: CalendarDate;
  /** The bank paid the amounts of the file although those of its day differ. */
  readonly keepAmounts?: boolean | undefined;
}

/**
 * Records that the bank has executed a run. What it transferred is what the file said: where the day makes the
 * withholding another one, somebody must say that the file's amounts were paid, and they are recorded as they are.
 */
@Injectable()
export class ExecuteRun {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly secrets: Secrets,
    private readonly settling: SettlePayments,
  ) {}

  /** @throws payment-run-status where somebody was faster, payment-executed-otherwise, closing-other-running */
  async execute(actor: Actor, id: number, execution: Execution): Promise<void> {
    await this.database.transaction(actor, (tx) => this.executeIn(tx, actor, { id, ...execution }));
  }

  async executeIn(
    tx: Tx,
    actor: Actor,
    { id, version, executedOn, keepAmounts }: Execution & { id: number },
  ): Promise<void> {
    const run = await lockRun(tx, { id, version }, ['exported']);
    this.refuseDate(run, executedOn);
    const count = await this.differences(tx, id, executedOn);
    if (count > 0 && !keepAmounts) {
      throw paymentsProblems.at('/executedOn', 'payment-executed-otherwise', { date: executedOn, count });
    }
    const executed = { executedOn, executedAt: this.clock.now(), executedBy: actor.name, amountsKept: count > 0 };
    await tx.save(Object.assign(run, executed, { status: 'executed', version: version + 1 }));
    const paid: { id: number }[] = await tx.query(
      `SELECT id FROM royalty_payment WHERE payment_run_id = $1 ORDER BY id`,
      [id],
    );
    await this.settling.execute(tx, { ids: paid.map((payment) => payment.id), executedOn });
  }

  private refuseDate({ exportedAt }: PaymentRunRecord, executedOn: CalendarDate): void {
    const today = this.clock.today();
    if (executedOn > today) throw paymentsProblems.at('/executedOn', 'payment-executed-in-future', { today });
    const date = exportedAt ? exportedAt.toISOString().slice(0, 10) : today;
    if (executedOn < date) throw paymentsProblems.at('/executedOn', 'payment-executed-too-early', { date });
  }

  /** How many payments would pay something else, were they made on this day. */
  private async differences(tx: Tx, runId: number, date: CalendarDate): Promise<number> {
    const stored: StoredItem[] = await tx.query(
      `SELECT ${PAYABLE_ID_OF_ITEM} AS id, y.id AS "paymentId", i.statement_payee_id AS "statementPayeeId", i.advance_id AS "advanceId",
         i.contributor_id AS "contributorId", i.gross::text, i.net::text FROM royalty_payment_item i
       JOIN royalty_payment y ON y.id = i.payment_id WHERE y.payment_run_id = $1 ORDER BY y.id, i.position`,
      [runId],
    );
    const nets = netsOf(await this.composeAgain(tx, stored, date));
    const different = stored.filter((item) => nets.get(itemKey(item)) !== item.net);
    return new Set(different.map(({ paymentId }) => paymentId)).size;
  }

  private async composeAgain(tx: Tx, stored: readonly StoredItem[], date: CalendarDate): Promise<Composition> {
    const payables = await loadPayables(tx, { ids: stored.map(({ id }) => id), evenPlanned: true });
    const byId = new Map(payables.map((payable) => [payable.id, payable]));
    const parts = stored.flatMap(({ id, gross }) => {
      const payable = byId.get(id);
      return payable ? [{ payable, gross: Money.parse(gross) }] : [];
    });
    return composePayments(tx, this.secrets, { parts, date, byTransfer: false });
  }
}

interface StoredItem {
  readonly id: number;
  readonly paymentId: number;
  readonly statementPayeeId: number | null;
  readonly advanceId: number | null;
  readonly contributorId: number;
  readonly gross: string;
  readonly net: string;
}

/** What each item would pay; what is left out of the composition is missing. */
function netsOf({ payments }: Composition): Map<string, string> {
  const items = payments.flatMap((payment) => payment.items);
  return new Map(items.map(({ payable, paid }) => [itemKey(payable), paid.net.toString()]));
}
