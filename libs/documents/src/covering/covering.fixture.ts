import { aHouse } from '../house/house.fixture';
import type { Recap } from '../statements';
import type { CoveringData } from './covering-data';

const NOTHING = { vat: '0.00', vatWithheld: '0.00', withholdingTax: '0.00', agentFee: '0.00' };

/** Three statements of one author: 2 123.20 gross, 1 000.00 of one that an heir and an agent share, and one that goes towards its advance. */
export function aCoveringPage(change: Partial<CoveringData> = {}): CoveringData {
  return {
    createdAt: '2026-07-15T08:00:00Z',
    issuedOn: '2026-07-15',
    until: '2026-06-30',
    isDraft: false,
    house: aHouse(),
    payee: { name: 'Anna Kowalczyk', address: ['8, rue des Tanneurs', '56000 Vannes'] },
    lines: [
      {
        ...{ number: 'RED-2026-00001', work: 'Le Vent dans les saules', contract: 'C-2025-014' },
        ...{ unrecouped: '0.00', carriedOut: '0.00', gross: '2123.20', social: '340.36', vat: '212.32' },
        ...{ vatWithheld: '195.33', withholdingTax: '0.00', agentFee: '0.00', net: '1799.83' },
      },
      {
        ...{ number: 'RED-2026-00004', work: 'Les Marées lentes', contract: 'C-2021-007', share: '50' },
        ...{ unrecouped: '0.00', carriedOut: '0.00', gross: '1000.00', social: '160.30', vat: '100.00' },
        ...{ vatWithheld: '92.00', withholdingTax: '0.00', agentFee: '100.00', net: '747.70' },
        recap: anOwnRecap(),
      },
      {
        ...{ number: 'RED-2026-00009', work: 'L’Été à Saint-Malo', contract: 'C-2024-003' },
        ...{ unrecouped: '1180.80', carriedOut: '0.00', gross: '0.00', social: '0.00', ...NOTHING, net: '0.00' },
      },
    ],
    totals: {
      ...{ gross: '3123.20', social: '500.66', vat: '312.32', vatWithheld: '287.33', withholdingTax: '0.00' },
      ...{ agentFee: '100.00', net: '2547.53' },
    },
    payment: { date: '2026-09-30', means: 'transfer', account: 'FR76 •••• •••• 189' },
    ...change,
  };
}

/** Of the second statement, before the agent's part. */
function anOwnRecap(): Recap {
  const csg = { base: '982.50', of: { abated: '1000.00', full: '0.00', abatedPart: '98.25' } };
  return {
    gross: '1000.00',
    social: [
      { code: 'csg', rate: '9.20', amount: '90.39', ...csg },
      { code: 'crds', rate: '0.50', amount: '4.91', ...csg },
      { code: 'pension', base: '1000.00', rate: '6.15', amount: '61.50' },
      { code: 'training', base: '1000.00', rate: '0.35', amount: '3.50' },
    ],
    ...{ socialTotal: '160.30', socialRegime: 'withheld', vatRegime: 'withheld' },
    ...{ vat: { rate: '10', amount: '100.00' }, vatWithheld: '92.00', withholdingTax: null, net: '847.70' },
    ...{ payerContribution: '11.00', paidEarlierThisYear: '47500.00' },
    ceiling: { yearly: '48060.00', used: '47060.00' },
  };
}

/** The only statement of an heir who shares it. */
export function anHeirsPage(): CoveringData {
  const page = aCoveringPage();
  const [, line] = page.lines;
  return { ...page, lines: [line!], totals: line! };
}
