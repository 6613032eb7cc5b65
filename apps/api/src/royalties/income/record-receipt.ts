import { Money } from '@colophon/domain/money';
import { Injectable } from '@nestjs/common';

import { Clock } from '../../platform/clock/clock';
import { Database, type Tx } from '../../platform/database/database';
import { platformProblems } from '../../platform/problems/platform-problems';
import type { Actor } from '../../platform/sign-in/actor';
import { incomeProblems } from './problems';
import type { CancelInput, ReceiptInput, ReceiptResponse } from './receipt-dto';
import { receiptColumns, receiptTables } from './receipt-list';
import { NetReceiptRecord } from './records';

/** Enters what an edition brought in, and takes a mistake back by the opposite receipt: receipts are never changed. */
@Injectable()
export class RecordReceipt {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  record(actor: Actor, input: ReceiptInput): Promise<ReceiptResponse> {
    return this.database.transaction(actor, async (tx) => readReceipt(tx, await this.recordIn(tx, input)));
  }

  /** @throws income-in-future, income-edition-unknown, income-amount-zero */
  async recordIn(tx: Tx, input: ReceiptInput): Promise<number> {
    if (input.receivedOn > this.clock.today()) throw incomeProblems.at('/receivedOn', 'income-in-future');
    if (Money.parse(input.amount).isZero) throw incomeProblems.at('/amount', 'income-amount-zero');
    await refuseUnknownEdition(tx, input.editionId);
    return insertReceipt(tx, input);
  }

  /** @throws income-already-cancelled, income-is-cancellation */
  cancel(actor: Actor, id: number, { reason }: CancelInput): Promise<ReceiptResponse> {
    return this.database.transaction(actor, async (tx) => {
      const original = await tx.findOneBy(NetReceiptRecord, { id });
      if (!original) throw platformProblems.create('not-found');
      if (original.cancelsId !== null) throw incomeProblems.create('income-is-cancellation');
      const { editionId, receivedOn, mode, channel, territory, copies, amount, reference } = original;
      const opposite = {
        ...{ editionId, receivedOn, channel, territory, reference },
        mode: mode as ReceiptInput['mode'],
        copies: copies === null ? null : -copies,
        amount: Money.parse(amount).negated().toString(),
      };
      return readReceipt(tx, await insertReceipt(tx, opposite, { cancelsId: id, reason: reason.trim() }));
    });
  }
}

/** What only some receipts have. */
interface ReceiptOrigin {
  readonly cancelsId?: number;
  readonly reason?: string;
  readonly externalId?: string;
}

/** Writes a receipt as it is given; the importer has checked its own. @returns its id */
export async function insertReceipt(tx: Tx, input: ReceiptInput, origin: ReceiptOrigin = {}): Promise<number> {
  const { id } = await tx.save(
    tx.create(NetReceiptRecord, {
      editionId: input.editionId,
      receivedOn: input.receivedOn,
      mode: input.mode,
      channel: input.channel?.trim() || null,
      territory: input.territory ?? null,
      copies: input.copies ?? null,
      amount: input.amount,
      reference: input.reference?.trim() || null,
      externalId: origin.externalId ?? null,
      cancelsId: origin.cancelsId ?? null,
      reason: origin.reason ?? null,
    }),
  );
  return id;
}

export async function readReceipt(tx: Tx, id: number): Promise<ReceiptResponse> {
  const [row]: ReceiptResponse[] = await tx.query(
    `SELECT ${receiptColumns}, r.reason, r.actor FROM ${receiptTables} WHERE r.id = $1`,
    [id],
  );
  if (!row) throw platformProblems.create('not-found');
  return row;
}

async function refuseUnknownEdition(tx: Tx, id: number): Promise<void> {
  const rows = await tx.query(`SELECT 1 FROM edition WHERE id = $1`, [id]);
  if (rows.length === 0) throw incomeProblems.at('/editionId', 'income-edition-unknown');
}
