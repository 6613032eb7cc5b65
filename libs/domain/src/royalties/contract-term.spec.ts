/** Contracts that follow each other on one edition: each copy printed is paid by the contract in force on its day. */
import * as fc from 'fast-check';

import { readClause } from '../contracts';
import { Money, Rate } from '../money';
import { defaultWithholdingRates } from '../withholding';
import { computeRoyalties, type ContractFacts, type RoyaltyEvent } from '.';

const contract = (id: string, term: Pick<ContractFacts, 'from' | 'until'>, basis = 'printed'): ContractFacts => ({
  ...{ id, author: 'A', paymentThreshold: Money.zero },
  clauses: [readClause({ edition: 'E', basis, tiers: [{ rate: '8' }] })],
  ...term,
});

function earned(contracts: readonly ContractFacts[], events: readonly RoyaltyEvent[]): string[] {
  const withheld = { from: '2020-01-01', social: 'withheld', vat: 'withheld', withholdingTaxRate: Rate.zero } as const;
  const prices = [{ from: '2020-01-01', retailPriceInclVat: Money.parse('14.00') }];
  const close = { type: 'closePeriod', from: '2024-01-01', to: '2024-12-31', paymentDate: '2025-06-30' } as const;
  const issued = computeRoyalties({
    unitPriceRounding: '2',
    editions: [{ id: 'E', vatRate: Rate.parse('5.5'), prices }],
    authors: [{ id: 'A', profiles: [withheld], paidThisYear: Money.zero }],
    contracts,
    events: [...events, close],
    withholdingRates: defaultWithholdingRates,
  });
  return issued.flatMap((statement) => (statement.kind === 'statement' ? [statement.earned] : []));
}

const run = (id: string, date: string, accepted: number, royaltiesAlreadyPaid = false): RoyaltyEvent => ({
  ...{ type: 'printRun', edition: 'E' },
  ...{ id, date, accepted, royaltiesAlreadyPaid },
});

it('an amendment pays what is printed from its first day, the contract before it what came until its end', () => {
  const contracts = [contract('old', { until: '2024-05-31' }), contract('new', { from: '2024-06-01' })];
  const runs = [run('a', '2024-05-31', 100), run('b', '2024-06-01', 10)];
  expect(earned(contracts, runs)).toEqual(['106.16', '10.62']);
});

it('no run is paid twice, and none is left out, wherever the one contract ends and the other begins', () => {
  const day = fc.integer({ min: 1, max: 28 }).map((date) => `2024-02-${String(date).padStart(2, '0')}`);
  fc.assert(
    fc.property(fc.array(day, { maxLength: 12 }), day, (days, last) => {
      const runs = days.map((date, index) => run(`${index}`, date, 100));
      const next = `${last.slice(0, 8)}${String(Number(last.slice(8)) + 1).padStart(2, '0')}`;
      const both = earned([contract('old', { until: last }), contract('new', { from: next })], runs);
      const one = earned([contract('only', {})], runs);
      expect(Money.sum(both.map((amount) => Money.parse(amount))).toString()).toBe(one[0]);
    }),
  );
});

it('a correction of a run reaches only the contract that pays it', () => {
  const contracts = [contract('old', { until: '2024-05-31' }), contract('new', { from: '2024-06-01' })];
  const events: RoyaltyEvent[] = [run('a', '2024-05-01', 100), { type: 'correctPrintRun', run: 'a', accepted: 50 }];
  expect(earned(contracts, events)).toEqual(['53.08', '0.00']);
});

it('a run paid before Colophon moves the counters of a contract that began after it, as its history says', () => {
  const tiers = [{ upTo: 100, rate: '8' }, { rate: '10' }];
  const clauses = [readClause({ edition: 'E', basis: 'printed', tiers })];
  const contracts = [{ ...contract('new', { from: '2024-06-01' }), clauses }];
  expect(earned(contracts, [run('old', '2023-01-01', 100, true), run('b', '2024-06-01', 10)])).toEqual(['13.27']);
});

it('copies sold off after its end are still a contract’s own; copies sold before its first day never were', () => {
  const contracts = [contract('sold', { from: '2024-02-01', until: '2024-05-31' }, 'sold')];
  const sale = (date: string): RoyaltyEvent => ({ type: 'sale', edition: 'E', date, copies: 10 });
  expect(earned(contracts, [sale('2024-01-31'), sale('2024-02-01'), sale('2024-08-01')])).toEqual(['21.23']);
});

it('a run is paid at the price frozen with it, whatever the catalogue says of its day', () => {
  const own = { ...run('a', '2024-03-01', 100), retailPriceInclVat: Money.parse('10.55') } as RoyaltyEvent;
  const older = { ...run('b', '2019-01-01', 100), retailPriceInclVat: Money.parse('10.55') } as RoyaltyEvent;
  expect(earned([contract('k', {})], [own])).toEqual(['80.00']);
  expect(earned([contract('k', {})], [own, older])).toEqual(['160.00']);
});
