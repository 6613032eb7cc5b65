import type { PayeePart, PlannedPayment, Recap, SocialContribution } from '@colophon/documents/statements';
import { Money } from '@colophon/domain/money';
import type { IssuedPayee, IssuedStatement, WithholdingTrace } from '@colophon/domain/royalties';

import type { StatementSnapshot } from '../royalties';

const SOCIAL = ['csg', 'crds', 'pension', 'training'] as const;

/** Chapter 8: what is withheld from the gross and why, line by line as the engine computed it. */
export function recapData({ gross, net, withholding }: IssuedStatement, snapshot: StatementSnapshot): Recap {
  const regimes = { socialRegime: snapshot.socialRegime, vatRegime: snapshot.vatRegime };
  if (!withholding) return { ...untouched(gross), ...regimes, net };
  return withheldRecap(gross, withholding, snapshot);
}

/** Who is paid what, where the contract has payees: a recap each, and nothing withheld from an agent. */
export function payeesData(issued: IssuedStatement, snapshot: StatementSnapshot): readonly PayeePart[] | undefined {
  return issued.payees?.map((payee) => ({
    name: payeeName(payee, snapshot),
    kind: payee.kind,
    share: payee.share,
    recap: payee.withholding ? withheldRecap(payee.gross, payee.withholding, snapshot) : untouched(payee.gross),
    ...(payee.agentFee === undefined ? {} : { agentFee: payee.agentFee }),
    net: payee.net,
    payment: paymentData(issued, ibanOf(payee, snapshot)),
  }));
}

export function paymentData(issued: IssuedStatement, ibanLast4: string | null): PlannedPayment {
  return paymentOn(issued.outcome === 'paid' ? issued.paymentDate : null, ibanLast4);
}

export function paymentOn(date: string | null, ibanLast4: string | null): PlannedPayment {
  return { date, means: 'transfer', ...(ibanLast4 ? { account: `•••• •••• •••• ${ibanLast4}` } : {}) };
}

function payeeName({ author }: IssuedPayee, { payees = [] }: StatementSnapshot): string {
  const known = payees.find(({ contributorId }) => String(contributorId) === author);
  if (!known) throw new Error(`The payee ${author} of a statement is not in what was kept with it.`);
  return known.name;
}

function ibanOf({ author }: IssuedPayee, { payees = [] }: StatementSnapshot): string | null {
  return payees.find(({ contributorId }) => String(contributorId) === author)?.ibanLast4 ?? null;
}

/** Gross that is paid as it is. */
function untouched(gross: string): Recap {
  return {
    ...{ gross, social: [], socialTotal: '0.00', socialRegime: 'exempt', vatRegime: 'none', net: gross },
    ...{ vat: null, vatWithheld: null, withholdingTax: null, payerContribution: null },
  };
}

function withheldRecap(gross: string, withholding: WithholdingTrace, snapshot: StatementSnapshot): Recap {
  const line = (kind: string) => withholding.lines.find((candidate) => candidate.kind === kind);
  const vat = line('vat');
  const tax = line('withholdingTax');
  const social = SOCIAL.flatMap((code): SocialContribution[] => {
    const { base, rate, amount, of } = line(code) ?? {};
    if (base === undefined || rate === undefined || amount === undefined) return [];
    return [{ code, base, rate, amount, ...(of ? { of } : {}) }];
  });
  return {
    gross,
    social,
    socialTotal: withholding.social,
    // With payees the engine's sum has no lines: the statement's own total is told beside theirs.
    socialRegime: social.length > 0 || withholding.social !== '0.00' ? 'withheld' : 'exempt',
    vat: vat ? { rate: vat.rate, amount: withholding.vat } : summedVat(withholding),
    vatWithheld: withholding.vat === '0.00' ? null : withholding.vatWithheld,
    vatRegime: vatRegime(withholding),
    withholdingTax: tax ? { rate: tax.rate, amount: withholding.withholdingTax } : summedTax(withholding),
    net: withholding.net,
    payerContribution: withholding.payerContribution,
    ...(withholding.lines.length > 0 ? paidBefore(withholding, snapshot) : {}),
  };
}

/** Where sums of payees are told, no rate stands beside them: theirs may differ. */
function summedVat({ vat }: WithholdingTrace): Recap['vat'] {
  return vat === '0.00' ? null : { rate: null, amount: vat };
}

function summedTax({ withholdingTax }: WithholdingTrace): Recap['withholdingTax'] {
  return withholdingTax === '0.00' ? null : { rate: null, amount: withholdingTax };
}

function vatRegime({ lines, vat, vatWithheld }: WithholdingTrace): Recap['vatRegime'] {
  if (lines.some(({ kind }) => kind === 'reverseChargeVat')) return 'reverseCharge';
  if (vat === '0.00') return 'none';
  return vatWithheld === '0.00' ? 'liable' : 'withheld';
}

/** What was paid before in the year, and what of the ceiling it used. */
function paidBefore({ paidThisYear, lines }: WithholdingTrace, { yearlyCeiling }: StatementSnapshot) {
  const earlier = { paidEarlierThisYear: paidThisYear };
  if (!yearlyCeiling || !lines.some(({ kind }) => kind === 'pension') || paidThisYear === '0.00') return earlier;
  const [paid, yearly] = [Money.parse(paidThisYear), Money.parse(yearlyCeiling)];
  const used = paid.cents > yearly.cents ? yearly : paid;
  return { ...earlier, ceiling: { yearly: yearlyCeiling, used: used.toString() } };
}
