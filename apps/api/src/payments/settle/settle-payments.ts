import type { CalendarDate } from '@colophon/domain/calendar';
import { Injectable } from '@nestjs/common';

import type { Tx } from '../../platform/database/database';
import { recordAdvancePaid, recordAdvanceUnpaid } from '../../contracts';
import { countPaid, countRejected, refuseWhileClosing } from '../../royalties';
import { PaymentAdvice } from '../advice/payment-advice';
import { IssueCertificates } from '../certificates/issue-certificates';
import { enterPaymentsInBooks, takePaymentOutOfBooks } from './enter-in-books';
import { loadExecuted } from './load-executed';

/**
 * What follows from money that has left the house, in the transaction that records it: the facts from which ceilings are
 * counted, the instalments that are paid, the books, the certificates and the advice to the payee.
 */
@Injectable()
export class SettlePayments {
  constructor(
    private readonly certificates: IssueCertificates,
    private readonly advice: PaymentAdvice,
  ) {}

  /** @throws closing-other-running: a closing computes with the facts that this would change */
  async execute(tx: Tx, paid: { readonly ids: readonly number[]; readonly executedOn: CalendarDate }): Promise<void> {
    const { ids, executedOn } = paid;
    await refuseWhileClosing(tx);
    await tx.query(`UPDATE royalty_payment SET status = 'executed', executed_on = $2 WHERE id = ANY($1)`, [
      ids,
      executedOn,
    ]);
    await countPaid(tx, ids);
    for (const advanceId of await unpaidInstalments(tx, ids))
      await recordAdvancePaid(tx, { advanceId, paidOn: executedOn });
    const payments = await loadExecuted(tx, ids);
    await enterPaymentsInBooks(tx, payments);
    await this.certificates.issue(tx, payments);
    await this.advice.queue(tx, payments);
  }

  /** Takes all of it back by opposite facts; what was owed is owed again. The payment is marked by the caller. */
  async reject(tx: Tx, id: number): Promise<void> {
    await refuseWhileClosing(tx);
    await countRejected(tx, id);
    for (const advanceId of await reopenedInstalments(tx, id)) await recordAdvanceUnpaid(tx, advanceId);
    const [payment] = await loadExecuted(tx, [id]);
    if (!payment) return;
    await takePaymentOutOfBooks(tx, payment);
    await this.certificates.void(tx, payment);
  }
}

async function unpaidInstalments(tx: Tx, paymentIds: readonly number[]): Promise<number[]> {
  const rows: { id: number }[] = await tx.query(
    `SELECT DISTINCT a.id FROM royalty_payment_item i JOIN contract_advance a ON a.id = i.advance_id
     WHERE i.payment_id = ANY($1) AND i.payee_kind <> 'agent' AND a.paid_on IS NULL ORDER BY a.id`,
    [paymentIds],
  );
  return rows.map(({ id }) => id);
}

/**
 * Instalments that nothing has counted since they were paid become unpaid on their contract again. One that a closed
 * statement has counted stays, for what was stated never changes: it is owed all the same until it is paid anew.
 */
async function reopenedInstalments(tx: Tx, paymentId: number): Promise<number[]> {
  const rows: { id: number }[] = await tx.query(
    `SELECT DISTINCT a.id FROM royalty_payment_item i JOIN contract_advance a ON a.id = i.advance_id
     JOIN contract c ON c.id = a.contract_id JOIN royalty_payment y ON y.id = i.payment_id
     WHERE i.payment_id = $1 AND i.payee_kind <> 'agent' AND a.paid_on = y.executed_on
       AND NOT contract_stated_since(a.contract_id, a.created_at) AND NOT contributor_stated_since(c.contributor_id, a.paid_entry)
       AND NOT EXISTS (SELECT FROM royalty_payment_item o JOIN royalty_payment p ON p.id = o.payment_id
         WHERE o.advance_id = a.id AND o.payment_id <> i.payment_id AND p.status = 'executed') ORDER BY a.id`,
    [paymentId],
  );
  return rows.map(({ id }) => id);
}
