import type { Recap, SocialContribution } from '@colophon/documents/statements';
import type { IssuedStatement } from '@colophon/domain/royalties';

import type { StatementSnapshot } from '../royalties';

const SOCIAL = ['csg', 'crds', 'pension', 'training'] as const;

/** Chapter 8: what is withheld from the gross and why, line by line as the engine computed it. */
export function recapData(issued: IssuedStatement, snapshot: StatementSnapshot): Recap {
  const { withholding } = issued;
  const { socialRegime, vatRegime } = snapshot;
  if (!withholding) {
    const nothing = { vat: null, vatWithheld: null, withholdingTax: null, payerContribution: null };
    return {
      gross: issued.gross,
      social: [],
      socialTotal: '0.00',
      socialRegime,
      vatRegime,
      ...nothing,
      net: issued.net,
    };
  }
  const line = (kind: string) => withholding.lines.find((candidate) => candidate.kind === kind);
  const vat = line('vat');
  const tax = line('withholdingTax');
  return {
    gross: issued.gross,
    social: SOCIAL.flatMap((code): SocialContribution[] => {
      const found = line(code);
      return found ? [{ code, base: found.base, rate: found.rate, amount: found.amount }] : [];
    }),
    socialTotal: withholding.social,
    socialRegime,
    vat: vat ? { rate: vat.rate, amount: withholding.vat } : null,
    vatWithheld: vat ? withholding.vatWithheld : null,
    vatRegime,
    withholdingTax: tax ? { rate: tax.rate, amount: withholding.withholdingTax } : null,
    net: withholding.net,
    payerContribution: withholding.payerContribution,
    paidEarlierThisYear: withholding.paidThisYear,
  };
}
