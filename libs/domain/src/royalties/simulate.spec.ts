import fc from 'fast-check';

import { readClause, type ClauseDraft } from '../contracts';
import { Money, Rate } from '../money';
import { defaultWithholdingRates } from '../withholding';
import { computeRoyalties, simulateRoyalties, type RoyaltyEvent, type RoyaltyFacts, type Supposition } from '.';

const money = (text: string) => Money.parse(text);
const clause = (more: Partial<ClauseDraft> = {}) =>
  readClause({ id: '7', edition: 'E', basis: 'printed', tiers: [{ upTo: 3000, rate: '8' }, { rate: '10' }], ...more });

function facts(events: readonly RoyaltyEvent[], clauses = [clause()]): RoyaltyFacts {
  return {
    unitPriceRounding: '2',
    editions: [
      { id: 'E', vatRate: Rate.parse('5.5'), prices: [{ from: '2024-01-01', retailPriceInclVat: money('12') }] },
    ],
    authors: [
      {
        id: 'A',
        profiles: [{ from: '2020-01-01', social: 'withheld', vat: 'withheld', withholdingTaxRate: Rate.parse('0') }],
        paidThisYear: Money.zero,
      },
    ],
    contracts: [{ id: 'C', author: 'A', clauses, paymentThreshold: Money.zero }],
    events,
    withholdingRates: defaultWithholdingRates,
  };
}

const run = (id: string, date: string, accepted: number): RoyaltyEvent => ({
  type: 'printRun',
  id,
  edition: 'E',
  date,
  accepted,
});
const first = run('1', '2025-03-01', 2500);
const reprint: Supposition = { edition: 'E', date: '2026-05-01', run: 1500 };

it('goes on in the tiers where the copies stand: the second worked example of the reference', () => {
  const [statement] = simulateRoyalties(facts([first]), reprint);
  expect(statement).toMatchObject({ earned: '1591.80', gross: '1591.80', date: '2026-05-01' });
  expect(statement?.lines.map((line) => ('copies' in line ? line.copies : 0))).toEqual([500, 1000]);
});

it('recoups what is left of the advance after all that is known', () => {
  const advance: RoyaltyEvent = { type: 'payAdvance', contract: 'C', date: '2025-01-10', amount: money('3000') };
  const [statement] = simulateRoyalties(facts([advance, first]), reprint);
  // 2500 copies earned 2274.00: 726.00 of the advance is left.
  expect(statement).toMatchObject({ earned: '1591.80', recouped: '726.00', unrecouped: '0.00', gross: '865.80' });
});

it('asks supposed terms of what comes only, with the tiers going on', () => {
  const terms = clause({ tiers: [{ upTo: 3000, rate: '9' }, { rate: '12' }] });
  const [statement] = simulateRoyalties(facts([first]), reprint, [{ contract: 'C', clause: 0, terms }]);
  // 500 × 11.37 × 9 % = 511.65 (511.650) and 1000 × 11.37 × 12 % = 1364.40.
  expect(statement).toMatchObject({ earned: '1876.05', adjustments: '0.00' });
});

it('takes a supposed price for the run and the sales of that day', () => {
  const [printed] = simulateRoyalties(facts([first]), { ...reprint, retailPriceInclVat: money('14') });
  expect(printed?.earned).toBe('1857.80');
  const sold = facts([], [clause({ basis: 'sold', tiers: [{ rate: '10' }] })]);
  const sales = { edition: 'E', date: '2026-05-01', sold: 1000, returned: 200, retailPriceInclVat: money('16') };
  expect(simulateRoyalties(sold, sales)[0]?.earned).toBe('1213.60');
});

it('shares receipts and what third parties pay', () => {
  const clauses = [
    readClause({ edition: 'E', basis: 'netReceipts', rate: '25' }),
    readClause({ edition: 'E', basis: 'thirdParty', rate: '50' }),
  ];
  const income = { receipts: { amount: money('563.46'), mode: 'unit' as const }, rightsIncome: money('600') };
  const [statement] = simulateRoyalties(facts([], clauses), { edition: 'E', date: '2026-05-01', ...income });
  expect(statement?.earned).toBe('440.87');
});

it('gives what a closing of the same facts gives, whatever the copies', () =>
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9000 }), fc.integer({ min: 1, max: 9000 }), (before, after) => {
      const known = [run('1', '2025-03-01', before)];
      const close = (day: string): RoyaltyEvent => ({ type: 'closePeriod', from: day, to: day, paymentDate: day });
      const events = [...known, close('2026-04-30'), run('2', '2026-05-01', after), close('2026-05-01')];
      const closed = computeRoyalties(facts(events)).at(-1);
      const [supposed] = simulateRoyalties(facts(known), { ...reprint, run: after });
      expect({ ...supposed, lines: [], runs: [] }).toEqual({ ...closed, lines: [], runs: [] });
      // The same terms, supposed, change nothing.
      const [same] = simulateRoyalties(facts(known), { ...reprint, run: after }, [
        { contract: 'C', clause: 0, terms: clause() },
      ]);
      expect(same?.earned).toBe(supposed?.earned);
    }),
    { numRuns: 50 },
  ));
