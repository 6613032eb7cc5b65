import { randomBytes } from 'node:crypto';

import { yearOf, type CalendarDate } from '@colophon/domain/calendar';

import type { Tx } from '../../platform/database/database';
import type { Actor } from '../../platform/sign-in/actor';
import { RoyaltyPaymentItemRecord, RoyaltyPaymentRecord } from '../records';
import type { ComposedItem, ComposedPayment } from './compose-payments';

export interface PaymentToStore {
  readonly composed: ComposedPayment;
  readonly runId: number | null;
  readonly date: CalendarDate;
  readonly method: 'sepa' | 'transfer' | 'cheque' | 'other';
  readonly reference?: string | null;
}

/** Writes a payment with its items as planned. @returns its id. @throws payment-more-than-due */
export async function storePayment(tx: Tx, actor: Actor, toStore: PaymentToStore): Promise<number> {
  const { composed, runId, date, method, reference = null } = toStore;
  const { payee } = composed;
  const { id } = await tx.save(
    tx.create(RoyaltyPaymentRecord, {
      ...{ paymentRunId: runId, contributorId: payee.contributorId, status: 'planned', method, reference },
      ...{ gross: composed.gross.toString(), net: composed.net.toString(), payeeName: payee.legalName },
      ...{ ibanEncrypted: payee.ibanEncrypted, ibanLast4: payee.ibanLast4, bicEncrypted: payee.bicEncrypted },
      ...{ endToEndId: endToEndId(date), replacesPaymentId: composed.replacesPaymentId, createdBy: actor.name },
    }),
  );
  const rows = composed.items.map((item, index) => itemRow(item, { paymentId: id, position: index + 1 }));
  await tx.save(RoyaltyPaymentItemRecord, rows);
  return id;
}

/** Comes back on the payee's account and on a reject. Random, so that a house restored from a backup never uses one twice. */
function endToEndId(date: CalendarDate): string {
  return `COL-${yearOf(date)}-${randomBytes(8).toString('hex').toUpperCase()}`;
}

function itemRow({ payable, paid, difference }: ComposedItem, place: { paymentId: number; position: number }) {
  const { withholding } = paid;
  const amount = (
    name: 'csg' | 'crds' | 'pension' | 'training' | 'social' | 'vat' | 'vatWithheld' | 'withholdingTax',
  ) => withholding?.[name].toString() ?? '0';
  const base = (kind: string) => withholding?.trace.find((line) => line.kind === kind)?.base ?? '0';
  return {
    ...place,
    ...{ kind: payable.kind, statementPayeeId: payable.statementPayeeId, advanceId: payable.advanceId },
    ...{ payeeKind: payable.payeeKind, contractId: payable.contractId, contributorId: payable.contributorId },
    gross: paid.gross.toString(),
    ...{ csg: amount('csg'), crds: amount('crds'), pension: amount('pension'), training: amount('training') },
    ...{ social: amount('social'), socialBase: base('csg'), pensionBase: base('pension') },
    ...{ vat: amount('vat'), vatWithheld: amount('vatWithheld'), withholdingTax: amount('withholdingTax') },
    reverseChargeVat: withholding?.reverseChargeVat.toString() ?? '0',
    agentShare: paid.agentShare.toString(),
    payerContribution: withholding?.payerContribution.toString() ?? '0',
    payerTraining: withholding?.payerTraining.toString() ?? '0',
    net: paid.net.toString(),
    statedNet: payable.statedNet,
    difference: difference ?? null,
    withholding: withholding ? { ...withholding, paidThisYear: paid.paidThisYear } : {},
  };
}
