import type { PayeePart, PlannedPayment, Recap, SocialContribution } from '@colophon/documents/statements';
import { Money } from '@colophon/domain/money';
import type { IssuedPayee, IssuedStatement, WithholdingTrace } from '@colophon/domain/royalties';

import type { StatementSnapshot } from '../royalties';

const SOCIAL = ['csg', 'crds', 'pension', 'training'] as const;

/** Whoever is paid alone reads what is withheld; of several each has it on a page of their own. */
export function isShared({ payees = [] }: IssuedStatement): boolean {
  return payees.length > 1;
}

/** Chapter 8: what is withheld from the gross of the only payee and why, line by line as the engine computed it. */
export function recapData({ gross, withholding, payees }: IssuedStatement, snapshot: StatementSnapshot): Recap {
  const own = payees?.[0]?.withholding ?? withholding;
  if (own) return withheldRecap(gross, own, snapshot);
  const regimes = payees ? {} : { socialRegime: snapshot.socialRegime, vatRegime: snapshot.vatRegime };
  return { ...untouched(gross), ...regimes };
}

/** What is withheld from one of several, before their agent's part. */
export function ownRecap(
  { gross, withholding }: { gross: string; withholding: WithholdingTrace | null },
  snapshot: StatementSnapshot,
): Recap {
  return withholding ? withheldRecap(gross, withholding, snapshot) : untouched(gross);
}

/** Who is paid, with their share and gross, where the contract has payees. */
export function payeesData(issued: IssuedStatement, snapshot: StatementSnapshot): readonly PayeePart[] | undefined {
  return issued.payees?.map((payee) => ({
    name: payeeName(payee, snapshot),
    kind: payee.kind,
    share: payee.share,
    gross: payee.gross,
    ...(payee.agentFee === undefined ? {} : { agentFee: payee.agentFee }),
  }));
}

/** Its day, and the account of the only payee. */
export function plannedPayment(issued: IssuedStatement, snapshot: StatementSnapshot): PlannedPayment {
  if (isShared(issued)) return paymentData(issued, null);
  const [only] = issued.payees ?? [];
  return paymentData(issued, only ? ibanOf(only, snapshot) : snapshot.payee.ibanLast4);
}

function paymentData(issued: IssuedStatement, ibanLast4: string | null): PlannedPayment {
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
    socialRegime: social.length > 0 ? 'withheld' : 'exempt',
    vat: vat ? { rate: vat.rate, amount: withholding.vat } : null,
    vatWithheld: withholding.vat === '0.00' ? null : withholding.vatWithheld,
    vatRegime: vatRegime(withholding),
    withholdingTax: tax ? { rate: tax.rate, amount: withholding.withholdingTax } : null,
    net: withholding.net,
    payerContribution: withholding.payerContribution,
    ...(withholding.lines.length > 0 ? paidBefore(withholding, snapshot) : {}),
  };
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
