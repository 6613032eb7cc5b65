import { frenchSpaces } from '@colophon/domain/typography';
import { Injectable } from '@nestjs/common';

import type { Tx } from '../../platform/database/database';
import { Outbox } from '../../platform/mail/outbox';
import type { ExecutedPayment } from '../settle/load-executed';
import { adviceText, languageOf } from './advice-text';

/** Tells each payee by e-mail what was paid and for what; who has no address is told nothing. */
@Injectable()
export class PaymentAdvice {
  constructor(private readonly outbox: Outbox) {}

  /** In the transaction of the payments: a mail leaves only for what is recorded, and once. */
  async queue(tx: Tx, payments: readonly ExecutedPayment[]): Promise<void> {
    const payees = await payeesOf(tx, payments);
    const [house] = await tx.query(`SELECT coalesce(nullif(trade_name, ''), legal_name) AS name FROM house`);
    for (const payment of payments) {
      const payee = payees.get(payment.contributorId);
      if (!payee?.email) continue;
      const locale = languageOf(payee.country);
      const { subject, text } = adviceText({ payment, payeeName: payee.name, houseName: house.name, locale });
      await this.outbox.enqueue(tx, {
        kind: 'payment-advice',
        key: `payment-advice:${payment.id}`,
        to: { name: payee.name, address: payee.email },
        subject: locale === 'fr' ? frenchSpaces(subject) : subject,
        text: locale === 'fr' ? frenchSpaces(text) : text,
        locale,
        about: { type: 'royalty_payment', id: payment.id },
      });
    }
  }
}

interface Payee {
  readonly id: number;
  readonly name: string;
  readonly email: string | null;
  readonly country: string | null;
}

async function payeesOf(tx: Tx, payments: readonly ExecutedPayment[]): Promise<Map<number, Payee>> {
  const rows: Payee[] = await tx.query(
    `SELECT id, display_name AS name, nullif(trim(email), '') AS email, address ->> 'country' AS country FROM contributor WHERE id = ANY($1)`,
    [payments.map(({ contributorId }) => contributorId)],
  );
  return new Map(rows.map((payee) => [payee.id, payee]));
}
