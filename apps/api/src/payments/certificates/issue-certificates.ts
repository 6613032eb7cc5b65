import { createHash } from 'node:crypto';

import { yearOf, type CalendarDate } from '@colophon/domain/calendar';
import { Injectable } from '@nestjs/common';

import { Clock } from '../../platform/clock/clock';
import type { Tx } from '../../platform/database/database';
import type { ExecutedPayment } from '../settle/load-executed';
import { loadCertifiable, type Certifiable } from './load-certifiable';
import { WithholdingCertificateRecord } from './records';

/**
 * A numbered certificate for each executed payment from which contributions were withheld, written in the transaction of
 * the payment: who was paid has it, and who was not has none. A payment that comes back voids its certificate.
 */
@Injectable()
export class IssueCertificates {
  constructor(private readonly clock: Clock) {}

  async issue(tx: Tx, payments: readonly ExecutedPayment[]): Promise<void> {
    const certifiable = await loadCertifiable(
      tx,
      payments.map(({ id }) => id),
    );
    if (certifiable.length === 0) return;
    const issuedOn = this.clock.today();
    const first = await this.takeNumbers(tx, issuedOn, certifiable.length);
    const rows = certifiable.map((one, index) => certificateRow(one, { issuedOn, sequence: first + index }));
    await tx.insert(WithholdingCertificateRecord, rows as never);
  }

  async void(tx: Tx, { id, rejectedOn }: ExecutedPayment): Promise<void> {
    await tx.query(
      `UPDATE withholding_certificate c SET voided_on = coalesce($2::date, $3::date), void_reason = y.rejection_reason
       FROM royalty_payment y WHERE c.payment_id = $1 AND y.id = c.payment_id AND c.voided_on IS NULL`,
      [id, rejectedOn, this.clock.today()],
    );
  }

  /** Of the series CP of the year, without gaps; the row is held until the transaction ends. @returns the first of them */
  private async takeNumbers(tx: Tx, issuedOn: CalendarDate, count: number): Promise<number> {
    const [series] = await tx.query(
      `INSERT INTO number_series (code, year, last_number, last_date) VALUES ('CP', $1, $2, $3)
       ON CONFLICT (code, year) DO UPDATE SET last_number = number_series.last_number + $2, last_date = $3
       RETURNING last_number AS last`,
      [yearOf(issuedOn), count, issuedOn],
    );
    return (series.last as number) - count + 1;
  }
}

function certificateRow(one: Certifiable, place: { readonly issuedOn: CalendarDate; readonly sequence: number }) {
  const number = `CP-${yearOf(place.issuedOn)}-${String(place.sequence).padStart(5, '0')}`;
  const hash = createHash('sha256').update([number, place.issuedOn, JSON.stringify(one.content)].join('\n'));
  return {
    ...{ number, paymentId: one.paymentId, contributorId: one.contributorId, executedOn: one.paidOn },
    ...{ issuedOn: place.issuedOn, content: one.content, contentHash: hash.digest('hex') },
    socialSecurityNumberEncrypted: one.socialSecurityNumberEncrypted,
  };
}
