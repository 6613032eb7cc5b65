/** Prices and clauses recorded wrong: in the end everybody has what they would have had, and what was closed stays. */
import * as fc from 'fast-check';
import { readClause, type ClauseDraft } from '../contracts';
import { Money } from '../money';
import { computeRoyalties, type RoyaltyEvent } from '.';
import { close, contract, edition, factsOf, run, sold, statementsOf, totalOf } from './facts.fixture';

const days = fc
  .record({ year: fc.integer({ min: 2024, max: 2026 }), month: fc.integer({ min: 1, max: 12 }) })
  .map(({ year, month }) => `${year}-${String(month).padStart(2, '0')}-15`);
const end = close('2026-12-31');

const happenings = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('run' as const), date: days, size: fc.nat(3000) }),
    fc.record({ kind: fc.constant('sold' as const), date: days, size: fc.integer({ min: -300, max: 900 }) }),
    fc.record({ kind: fc.constant('receipts' as const), date: days, size: fc.integer({ min: -500, max: 90_000 }) }),
    fc.record({ kind: fc.constant('rightsIncome' as const), date: days, size: fc.integer({ min: 1, max: 90_000 }) }),
    fc.record({ kind: fc.constant('close' as const), date: days, size: fc.constant(0) }),
  ),
  { minLength: 1, maxLength: 15 },
);

function eventsOf(list: typeof happenings extends fc.Arbitrary<infer T> ? T : never): RoyaltyEvent[] {
  return list.map(({ kind, date, size }, index): RoyaltyEvent => {
    if (kind === 'run') return run(`R${index}`, date, size);
    if (kind === 'sold') return sold(date, size);
    if (kind === 'close') return close(date);
    return { type: kind, edition: 'E', date, amount: Money.ofCents(BigInt(size)) };
  });
}

const percent = fc.integer({ min: 0, max: 30 }).map(String);
const clauses = fc.oneof(
  fc
    .record({ rate: percent, top: percent, ceiling: fc.integer({ min: 1, max: 3000 }), author: fc.nat(50) })
    .map(({ rate, top, ceiling, author }): ClauseDraft => ({
      ...{ edition: 'E', basis: 'printed', tiers: [{ upTo: ceiling, rate }, { rate: top }] },
      excluded: { authorCopies: author },
    })),
  fc
    .record({ cents: fc.nat(300), held: percent, maxStatements: fc.nat(3) })
    .map(({ cents, held, maxStatements }): ClauseDraft => ({
      ...{ edition: 'E', basis: 'sold', tiers: [{ amountPerCopy: Money.ofCents(BigInt(cents)).toString() }] },
      returnReserve: { percent: held, maxStatements },
    })),
  fc.record({ rate: percent, top: percent }).map(({ rate, top }): ClauseDraft => ({
    edition: 'E',
    basis: 'sold',
    tiers: [{ upTo: 700, rate }, { rate: top }],
  })),
  percent.map((rate): ClauseDraft => ({ edition: 'E', basis: 'netReceipts', rate })),
  percent.map((rate): ClauseDraft => ({ edition: 'E', basis: 'thirdParty', rate })),
);
const twoOfOneBasis = fc.tuple(clauses, clauses).filter(([wrong, right]) => wrong.basis === right.basis);

const correct = (terms: ClauseDraft): RoyaltyEvent => ({
  ...{ type: 'correctClause', contract: 'K', clause: 0, terms: readClause(terms) },
});

it('a clause corrected after any closings has paid in the end what it would have paid', () => {
  fc.assert(
    fc.property(happenings, twoOfOneBasis, (list, [wrong, right]) => {
      const events = eventsOf(list);
      const mended = totalOf(factsOf([contract([wrong])], [...events, end, correct(right), end]));
      expect(mended).toBe(totalOf(factsOf([contract([right])], [...events, end, end])));
    }),
  );
});

it('a correction taken back leaves nothing, and closed statements as they were', () => {
  fc.assert(
    fc.property(happenings, twoOfOneBasis, (list, [wrong, right]) => {
      const before = [...eventsOf(list), end];
      const closed = computeRoyalties(factsOf([contract([right])], before));
      const events = [...before, correct(wrong), end, correct(right), end];
      const after = computeRoyalties(factsOf([contract([right])], events));
      expect(JSON.stringify(after.slice(0, closed.length))).toBe(JSON.stringify(closed));
      const untouched = factsOf([contract([right])], [...before, end, end]);
      expect(totalOf(factsOf([contract([right])], events))).toBe(totalOf(untouched));
    }),
  );
});

const prices = fc.integer({ min: 100, max: 5000 }).map((cents) => Money.ofCents(BigInt(cents)));

it('a price corrected after any closings has paid in the end what it would have paid', () => {
  fc.assert(
    fc.property(happenings, clauses, days, prices, (list, clause, from, price) => {
      const events = eventsOf(list);
      const wrong = [edition('E', ['2020-01-01', '14.00'])];
      const right = [edition('E', ['2020-01-01', '14.00'], [from, price.toString()])];
      const correction: RoyaltyEvent = { type: 'correctPrice', edition: 'E', from, retailPriceInclVat: price };
      const mended = factsOf([contract([clause])], [...events, end, correction, end], { editions: wrong });
      expect(totalOf(mended)).toBe(totalOf(factsOf([contract([clause])], [...events, end, end], { editions: right })));
    }),
  );
});

it('says of each difference what was stated, and what should have been', () => {
  const clause: ClauseDraft = { id: 'C', edition: 'E', basis: 'sold', tiers: [{ rate: '10' }] };
  const events = [sold('2024-02-01', 100), close('2024-12-31'), correct({ ...clause, tiers: [{ rate: '8' }] }), end];
  const last = statementsOf(factsOf([contract([clause])], events)).at(-1);
  expect(last?.lineAdjustments).toEqual([
    expect.objectContaining({ clauseId: 'C', origin: { statement: 1, date: '2024-12-31' }, amount: '-26.54' }),
  ]);
  const [adjustment] = last?.lineAdjustments ?? [];
  expect(adjustment?.before).toEqual([expect.objectContaining({ copies: 100, amount: '132.70' })]);
  expect(adjustment?.after).toEqual([
    expect.objectContaining({ copies: 100, amount: '106.16', terms: { version: 2 }, product: '106.1600' }),
  ]);
});

it('a run keeps a price agreed for it alone, whatever the catalogue said', () => {
  const own = { ...run('R', '2024-02-01', 100), retailPriceInclVat: Money.parse('10.55') } as RoyaltyEvent;
  const usual = { ...run('S', '2024-02-01', 100), retailPriceInclVat: Money.parse('14.00') } as RoyaltyEvent;
  const correction: RoyaltyEvent = {
    ...{ type: 'correctPrice', edition: 'E', from: '2020-01-01', retailPriceInclVat: Money.parse('21.10') },
  };
  const clause: ClauseDraft = { edition: 'E', basis: 'printed', tiers: [{ rate: '10' }] };
  const last = statementsOf(factsOf([contract([clause])], [own, usual, end, correction, end])).at(-1);
  expect(last?.adjustmentLines.map(({ run: id, reason, amount }) => [id, reason, amount])).toEqual([
    ['S', 'priceCorrected', '67.30'],
  ]);
});

it('refuses what is no correction, and says what to do instead', () => {
  const printed: ClauseDraft = { edition: 'E', basis: 'printed', tiers: [{ rate: '8' }] };
  const attempt = (terms: ClauseDraft) => () => computeRoyalties(factsOf([contract([printed])], [correct(terms)]));
  expect(attempt({ ...printed, basis: 'sold' })).toThrow(
    expect.objectContaining({
      code: 'correction-out-of-reach',
      details: expect.objectContaining({ pointer: '/events/0/terms/basis' }) as unknown,
    }),
  );
  expect(attempt({ ...printed, from: '2025-01-01' })).toThrow('by amendment');
});
