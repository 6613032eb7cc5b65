import { Money } from '@colophon/domain/money';

import type { ComposedItem, ComposedPayment, LeftOut, PartToPay } from './compose/compose-payments';
import type { PaymentItemResponse, PaymentResponse } from './payment-dto';
import type { LeftOutPayee, NotIncludedItem } from './runs/run-dto';

/** A payment that is only proposed, in the shape of those that are written. */
export function proposedPayment({ payee, items, gross, net, replacesPaymentId }: ComposedPayment): PaymentResponse {
  return {
    ...{ id: null, runId: null, contributorId: payee.contributorId, payeeName: payee.displayName },
    ...{ legalName: payee.legalName, status: 'planned', method: 'sepa', reference: null },
    ibanMasked: payee.ibanLast4 === null ? null : `•••• ${payee.ibanLast4}`,
    ...{ executedOn: null, gross: gross.toString(), net: net.toString(), endToEndId: null },
    ...{ rejectedOn: null, rejectionReason: null, replacesPaymentId, replacedByPaymentId: null },
    ...{ adviceMailId: null, createdAt: null, createdBy: null },
    items: items.map(proposedItem),
  };
}

function proposedItem({ payable, paid, difference }: ComposedItem): PaymentItemResponse {
  const { withholding } = paid;
  const amount = (name: 'social' | 'vat' | 'vatWithheld' | 'withholdingTax' | 'payerContribution') =>
    (withholding?.[name] ?? Money.zero).toString();
  return {
    ...{ id: null, payableId: payable.id, kind: payable.kind, payeeKind: payable.payeeKind },
    ...{ contractId: payable.contractId, contractReference: payable.contractReference, workTitle: payable.workTitle },
    ...{ statementId: payable.statementId, label: payable.label, dueOn: payable.dueOn },
    ...{ wholeGross: payable.wholeGross.toString(), gross: paid.gross.toString(), social: amount('social') },
    ...{ vat: amount('vat'), vatWithheld: amount('vatWithheld'), withholdingTax: amount('withholdingTax') },
    ...{
      agentShare: paid.agentShare.toString(),
      payerContribution: amount('payerContribution'),
      net: paid.net.toString(),
    },
    ...{ statedNet: payable.statedNet, paidThisYear: paid.paidThisYear.toString() },
    difference: difference ? { ...difference, reasons: [...difference.reasons] } : null,
    lines: [...(withholding?.trace ?? [])],
  };
}

export function leftOutPayee({ payee, parts, faults, gross }: LeftOut): LeftOutPayee {
  return {
    ...{
      contributorId: payee.contributorId,
      payeeName: payee.displayName,
      gross: gross.toString(),
      faults: [...faults],
    },
    items: parts.map((part) => notIncluded(part, payee.displayName)),
  };
}

export function notIncluded({ payable, gross }: PartToPay, payeeName: string): NotIncludedItem {
  return {
    ...{ payableId: payable.id, contributorId: payable.contributorId, payeeName },
    ...{
      contractReference: payable.contractReference,
      label: payable.label,
      dueOn: payable.dueOn,
      gross: gross.toString(),
    },
  };
}
