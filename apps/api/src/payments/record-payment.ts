import { Injectable } from '@nestjs/common';

import { Clock } from '../platform/clock/clock';
import { Database, type Tx } from '../platform/database/database';
import { Secrets } from '../platform/secrets/secrets';
import type { Actor } from '../platform/sign-in/actor';
import { composePayments, type LeftOut, type PartToPay } from './compose/compose-payments';
import type { PayeeFault } from './compose/load-payees';
import { storePayment } from './compose/store-payment';
import { holdPayments } from './hold-payments';
import type { PaymentInput } from './payment-dto';
import { paymentsProblems } from './problems';
import { partsToPay } from './runs/compose-run';
import { SettlePayments } from './settle/settle-payments';

const REASONS: Readonly<Record<PayeeFault, { readonly fr: string; readonly en: string }>> = {
  'name-missing': { fr: 'le nom manque', en: 'the name is missing' },
  'iban-missing': { fr: 'l’IBAN manque', en: 'the IBAN is missing' },
  'iban-invalid': { fr: 'l’IBAN n’est pas valide', en: 'the IBAN is not valid' },
  'profile-missing': { fr: 'le profil fiscal manque à cette date', en: 'the tax profile on that day is missing' },
  'certificate-lapsed': { fr: 'le justificatif de dispense est échu', en: 'the exemption’s paper has lapsed' },
  'rates-missing': { fr: 'aucun taux n’est connu à cette date', en: 'no rates are known on that day' },
};

/** Records what was paid outside a file: it counts at once, like a run that the bank has executed. */
@Injectable()
export class RecordPayment {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly secrets: Secrets,
    private readonly settling: SettlePayments,
  ) {}

  /** @returns the payments' ids. @throws payment-payee-incomplete, payment-item-unknown, payment-executed-in-future */
  record(actor: Actor, input: PaymentInput): Promise<number[]> {
    return this.database.transaction(actor, (tx) => this.recordIn(tx, actor, input));
  }

  async recordIn(tx: Tx, actor: Actor, input: PaymentInput): Promise<number[]> {
    const { items, executedOn, method, reference } = input;
    const today = this.clock.today();
    if (executedOn > today) throw paymentsProblems.at('/executedOn', 'payment-executed-in-future', { today });
    await holdPayments(tx);
    const parts = await partsToPay(tx, { dueBy: today, chosen: items });
    refuseOtherDay(parts, executedOn);
    const { payments, leftOut } = await composePayments(tx, this.secrets, {
      parts,
      date: executedOn,
      byTransfer: false,
    });
    const [incomplete] = leftOut;
    if (incomplete) throw refuseIncomplete(incomplete);
    const ids: number[] = [];
    for (const composed of payments) {
      ids.push(
        await storePayment(tx, actor, {
          composed,
          runId: null,
          date: executedOn,
          method,
          reference: reference ?? null,
        }),
      );
    }
    await this.settling.execute(tx, { ids, executedOn });
    return ids;
  }
}

/** What a contract says was paid was paid on that day: the ceilings of its statements have counted it there. */
function refuseOtherDay(parts: readonly PartToPay[], executedOn: string): void {
  const date = parts.find(({ payable }) => payable.markedOn !== null && payable.markedOn !== executedOn)?.payable
    .markedOn;
  if (date) throw paymentsProblems.at('/executedOn', 'payment-marked-on', { date });
}

function refuseIncomplete({ payee, faults }: LeftOut) {
  const told = (locale: 'fr' | 'en') =>
    `${payee.displayName}, ${faults.map((fault) => REASONS[fault][locale]).join(', ')}`;
  return paymentsProblems.create('payment-payee-incomplete', { reason: told('fr'), reasonInEnglish: told('en') });
}
