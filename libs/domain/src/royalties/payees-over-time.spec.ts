import { readClause, readPayees } from '../contracts';
import { Money, Rate } from '../money';
import { defaultWithholdingRates } from '../withholding';
import { computeRoyalties } from './compute-royalties';
import type { RoyaltyFacts } from './facts';
import type { IssuedStatement } from './issued';

const profile = { from: '2000-01-01', social: 'exempt', vat: 'none', withholdingTaxRate: Rate.parse('0') } as const;
const author = (id: string) => ({ id, profiles: [profile], paidThisYear: Money.zero });
const heirs = readPayees([
  { author: 'SON', kind: 'rightsHolder', share: '50' },
  { author: 'DAUGHTER', kind: 'rightsHolder', share: '50' },
]);

/** A run a year at 13.27, 8 %: 1,061.60. */
const facts: RoyaltyFacts = {
  unitPriceRounding: '2',
  editions: [
    {
      id: 'BOOK',
      vatRate: Rate.parse('5.5'),
      prices: [{ from: '2020-01-01', retailPriceInclVat: Money.parse('14.00') }],
    },
  ],
  authors: [author('AUTHOR'), author('SON'), author('DAUGHTER')],
  contracts: [
    {
      id: 'C',
      author: 'AUTHOR',
      clauses: [readClause({ edition: 'BOOK', basis: 'printed', tiers: [{ rate: '8' }] })],
      paymentThreshold: Money.zero,
      payees: heirs.map((heir) => ({ ...heir, from: '2025-07-01' })),
    },
  ],
  events: [2024, 2025].flatMap((year) => [
    { type: 'printRun' as const, id: `R${year}`, edition: 'BOOK', date: `${year}-02-01`, accepted: 1000 },
    { type: 'closePeriod' as const, from: `${year}-01-01`, to: `${year}-12-31`, paymentDate: `${year + 1}-03-31` },
  ]),
  withholdingRates: defaultWithholdingRates,
};

it('pays the author up to the day on which the heirs follow, and leaves what was stated before as it was', () => {
  const [before, after] = computeRoyalties(facts) as IssuedStatement[];
  expect(before).toMatchObject({ gross: '1061.60', date: '2024-12-31' });
  expect(before?.payees).toBeUndefined();
  expect(after).toMatchObject({
    gross: '1061.60',
    payees: [
      { author: 'SON', gross: '530.80' },
      { author: 'DAUGHTER', gross: '530.80' },
    ],
  });
});
