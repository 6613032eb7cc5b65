/** Clauses that follow each other: every copy under one of them, and under one only. */
import * as fc from 'fast-check';
import { addDays } from '../calendar';
import type { ClauseDraft } from '../contracts';
import type { RoyaltyEvent } from '.';
import { close, contract, edition, factsOf, run, sold, statementsOf, totalOf } from './facts.fixture';

const tiers = [{ upTo: 900, rate: '8' }, { upTo: 2000, rate: '9' }, { rate: '10' }];
const days = fc
  .record({ year: fc.integer({ min: 2024, max: 2026 }), month: fc.integer({ min: 1, max: 12 }) })
  .map(({ year, month }) => `${year}-${String(month).padStart(2, '0')}-15`);
const moved = fc.array(fc.record({ date: days, copies: fc.integer({ min: -200, max: 900 }) }), { maxLength: 12 });
const byDate = <T extends { readonly date: string }>(list: readonly T[]): T[] =>
  [...list].sort((a, b) => (a.date < b.date ? -1 : 1));
const end = close('2026-12-31');

/** The same clause, cut in two on a day. */
const cut = (clause: ClauseDraft, last: string): ClauseDraft[] => [
  { ...clause, until: last, counter: 'one' },
  { ...clause, from: addDays(last, 1), counter: 'one' },
];

it('a printed clause cut in two with one counter pays what it paid whole, run by run', () => {
  const clause: ClauseDraft = { edition: 'E', basis: 'printed', tiers, excluded: { reviewCopiesPercent: '3' } };
  fc.assert(
    fc.property(moved, days, fc.array(fc.nat(12)), (list, last, stops) => {
      const runs = list.map(({ date, copies }, index) => run(`R${index}`, date, Math.abs(copies)));
      const events = [...runs.flatMap((one, index) => (stops.includes(index) ? [one, end] : [one])), end];
      const told = (clauses: readonly ClauseDraft[]) =>
        statementsOf(factsOf([contract(clauses)], events)).map(({ earned, adjustments, runs: earnedRuns }) => [
          ...[earned, adjustments],
          earnedRuns.map(({ run: id, state }) => [id, state.counterBefore, state.counterAfter, state.amount]),
        ]);
      expect(told(cut(clause, last))).toEqual(told([clause]));
    }),
  );
});

it('sold clauses of one amount per copy pay the same copies, wherever the one ends and the next begins', () => {
  const clause: ClauseDraft = { edition: 'E', basis: 'sold', tiers: [{ amountPerCopy: '1.25' }] };
  fc.assert(
    fc.property(moved, days, days, (list, last, stop) => {
      const events = [...byDate(list).map(({ date, copies }) => sold(date, copies)), close(stop), end];
      expect(totalOf(factsOf([contract(cut(clause, last))], events))).toBe(
        totalOf(factsOf([contract([clause])], events)),
      );
    }),
  );
});

it('a period cut in two sells the same copies in the same tiers', () => {
  const clause: ClauseDraft = { edition: 'E', basis: 'sold', tiers };
  fc.assert(
    fc.property(moved, days, (list, stop) => {
      const copiesByTier = (events: readonly RoyaltyEvent[]) => {
        const counted: Record<string, number> = {};
        for (const line of statementsOf(factsOf([contract([clause])], events)).flatMap(({ lines }) => lines)) {
          if (line.kind === 'sold') counted[line.tier.above] = (counted[line.tier.above] ?? 0) + line.copies;
        }
        return Object.fromEntries(Object.entries(counted).filter(([, copies]) => copies !== 0));
      };
      const events = byDate(list).map(({ date, copies }) => sold(date, copies));
      expect(copiesByTier([...events, close(stop), end])).toEqual(copiesByTier([...events, end]));
    }),
  );
});

describe('a contract that moves from sold to printed', () => {
  const switched = (last: string, copiesLeft: number): ClauseDraft[] => [
    { edition: 'E', basis: 'sold', tiers: [{ rate: '10' }], until: last, copiesLeft },
    { edition: 'E', basis: 'printed', tiers: [{ rate: '8' }], from: addDays(last, 1) },
  ];
  const copiesPaidAsSold = (events: readonly RoyaltyEvent[], clauses: readonly ClauseDraft[]): number =>
    statementsOf(factsOf([contract(clauses)], events))
      .flatMap(({ soldCounts }) => soldCounts)
      .flatMap(({ prices }) => prices)
      .reduce((total, { net }) => total + net, 0);

  it('pays each copy once: sold after the switch, no more than were left from before', () => {
    fc.assert(
      fc.property(moved, days, fc.nat(900), fc.array(fc.nat(12)), (list, last, left, stops) => {
        const events = list.flatMap(({ date, copies }, index) =>
          stops.includes(index) ? [sold(date, copies), end] : [sold(date, copies)],
        );
        const net = (after: boolean): number =>
          list.filter(({ date }) => date > last === after).reduce((total, { copies }) => total + copies, 0);
        expect(copiesPaidAsSold([...events, end], switched(last, left))).toBe(net(false) + Math.min(left, net(true)));
      }),
    );
  });

  it('does not ask in which order its sales were entered', () => {
    fc.assert(
      fc.property(moved, fc.nat(900), fc.integer(), (list, left, seed) => {
        const dated = list.map((one, index) => ({ ...one, date: addDays('2025-01-01', index * 30) }));
        const shuffled = [...dated].sort((a, b) => ((a.copies * 31 + seed) % 7) - ((b.copies * 31 + seed) % 7));
        const total = (order: typeof dated): string =>
          totalOf(
            factsOf([contract(switched('2024-12-31', left))], [...order.map((m) => sold(m.date, m.copies)), end], {
              editions: [edition('E', ['2020-01-01', '10.00'], ['2025-04-01', '12.00'])],
            }),
          );
        expect(total(shuffled)).toBe(total(dated));
      }),
    );
  });
});
