/** What always holds of royalties; the worked examples are the conformance cases. */
import * as fc from 'fast-check';
import { readClause, type ClauseDraft, type Tier } from '../contracts';
import { Money, Rate, Rational } from '../money';
import { defaultWithholdingRates } from '../withholding';
import {
  computeRoyalties,
  walkTiers,
  type Issued,
  type IssuedStatement,
  type RoyaltyEvent,
  type RoyaltyFacts,
} from '.';

const tiered = {
  edition: 'E',
  basis: 'printed',
  tiers: [{ upTo: 3000, rate: '8' }, { upTo: 5000, rate: '9' }, { rate: '10' }],
};

function facts(events: readonly RoyaltyEvent[], ...clauses: readonly ClauseDraft[]): RoyaltyFacts {
  const drafts = clauses.length > 0 ? clauses : [tiered];
  return {
    unitPriceRounding: '2',
    editions: [
      {
        id: 'E',
        vatRate: Rate.parse('5.5'),
        prices: [{ from: '2020-01-01', retailPriceInclVat: Money.parse('14.00') }],
      },
    ],
    authors: [
      {
        id: 'A',
        profiles: [{ from: '2020-01-01', social: 'withheld', vat: 'withheld', withholdingTaxRate: Rate.zero }],
        paidThisYear: Money.zero,
      },
    ],
    contracts: drafts.map((draft, index) => ({
      id: `K${index}`,
      author: 'A',
      clauses: [readClause(draft)],
      paymentThreshold: Money.zero,
    })),
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
const correct = (id: string, accepted: number): RoyaltyEvent => ({ type: 'correctPrintRun', run: id, accepted });
const close = (to: string): RoyaltyEvent => ({
  type: 'closePeriod',
  from: '2024-01-01',
  to,
  paymentDate: '2026-12-31',
});
const isStatement = (document: Issued): document is IssuedStatement => document.kind === 'statement';
const statements = (given: RoyaltyFacts): IssuedStatement[] => computeRoyalties(given).filter(isStatement);
const sum = (amounts: readonly string[]): string => Money.sum(amounts.map((amount) => Money.parse(amount))).toString();

const dates = fc
  .record({
    year: fc.integer({ min: 2024, max: 2026 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
  })
  .map(({ year, month, day }) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
const runs = fc
  .array(fc.record({ date: dates, accepted: fc.integer({ min: 0, max: 4000 }) }), { minLength: 1, maxLength: 12 })
  .map((list) => list.map(({ date, accepted }, index) => run(`R${index}`, date, accepted)));

describe('walking through tiers', () => {
  const tiers = fc
    .uniqueArray(fc.integer({ min: 1, max: 900 }), { maxLength: 4 })
    .map((ups): Tier[] => [
      ...ups.sort((a, b) => a - b).map((upTo) => ({ upTo, rate: Rate.zero })),
      { rate: Rate.zero },
    ]);
  const tierOf = (ceilings: readonly Tier[], copy: number): number =>
    ceilings.findIndex(({ upTo }) => upTo === undefined || copy <= upTo);

  it('puts every copy in exactly one tier, the one of its number', () => {
    fc.assert(
      fc.property(
        tiers,
        fc.integer({ min: -300, max: 1000 }),
        fc.integer({ min: -800, max: 800 }),
        (given, counter, copies) => {
          const oneByOne = Array.from({ length: Math.abs(copies) }, (_, step) =>
            tierOf(given, copies > 0 ? counter + step + 1 : counter - step),
          );
          const walked = walkTiers(given, counter, copies).flatMap(({ tier, copies: inside }) => {
            expect(Math.sign(inside)).toBe(Math.sign(copies));
            return Array.from({ length: Math.abs(inside) }, () => tier);
          });
          expect(walked).toEqual(oneByOne);
        },
      ),
    );
  });

  it('comes back the way it went', () => {
    fc.assert(
      fc.property(tiers, fc.integer({ min: -300, max: 1000 }), fc.nat(800), (given, counter, copies) => {
        const there = walkTiers(given, counter, copies);
        const back = walkTiers(given, counter + copies, -copies);
        expect(back).toEqual([...there].reverse().map(({ tier, copies: inside }) => ({ tier, copies: -inside })));
      }),
    );
  });
});

describe('periods', () => {
  it('cut in two state the same copies in the same tiers', () => {
    fc.assert(
      fc.property(runs, dates, (given, cut) => {
        const byDate = [...given].sort((a, b) => ('date' in a && 'date' in b && a.date < b.date ? -1 : 1));
        const lines = (events: readonly RoyaltyEvent[]) =>
          statements(facts(events))
            .flatMap((statement) => statement.lines)
            .map((line) =>
              'tier' in line
                ? `${line.kind === 'printed' ? line.run : ''} ${line.copies} ${line.tier.rate} ${line.amount}`
                : '',
            );
        expect(lines([...byDate, close(cut), close('2026-12-31')])).toEqual(lines([...byDate, close('2026-12-31')]));
      }),
    );
  });

  it('state in the end the same total, in whatever order runs were entered and stated', () => {
    fc.assert(
      fc.property(runs, fc.array(fc.nat(12), { maxLength: 5 }), (given, cuts) => {
        const total = (events: readonly RoyaltyEvent[]): string =>
          sum(statements(facts(events)).flatMap(({ earned, adjustments }) => [earned, adjustments]));
        const interrupted = given.flatMap((event, index) =>
          cuts.includes(index) ? [event, close('2026-12-31')] : [event],
        );
        const atOnce = [...given].sort((a, b) => ('date' in a && 'date' in b && a.date < b.date ? -1 : 1));
        expect(total([...interrupted, close('2026-12-31')])).toBe(total([...atOnce, close('2026-12-31')]));
      }),
    );
  });
});

describe('corrections', () => {
  it('to nothing of every run leave nothing', () => {
    fc.assert(
      fc.property(runs, (given) => {
        const undone = given.map((event) => correct('id' in event ? event.id : '', 0));
        const made = statements(facts([...given, close('2026-12-31'), ...undone, close('2026-12-31')]));
        expect(sum(made.flatMap(({ earned, adjustments }) => [earned, adjustments]))).toBe('0.00');
      }),
    );
  });

  it('say which run changed, since when, from what to what', () => {
    const events = [
      run('R1', '2024-02-01', 3000),
      run('R2', '2024-05-01', 1000),
      close('2024-12-31'),
      correct('R1', 2900),
      close('2025-12-31'),
    ];
    const [, last] = statements(facts(events));
    expect(last?.adjustmentLines).toEqual([
      expect.objectContaining({
        run: 'R1',
        reason: 'corrected',
        origin: { statement: 1, date: '2024-12-31' },
        amount: '-106.16',
      }),
      expect.objectContaining({ run: 'R2', reason: 'tiersMoved', amount: '-13.27' }),
    ]);
    const [first, second] = last?.adjustmentLines ?? [];
    expect([first?.before.total, first?.after.total]).toEqual(['3184.80', '3078.64']);
    expect(second?.after.lines.map(({ copies, tier }) => [copies, tier.rate])).toEqual([
      [100, '8'],
      [900, '9'],
    ]);
  });

  it('never touch what was issued before them', () => {
    fc.assert(
      fc.property(runs, fc.nat(11), fc.nat(4000), (given, which, accepted) => {
        const before = computeRoyalties(facts([...given, close('2026-12-31')]));
        const later = [correct(`R${which % given.length}`, accepted), close('2026-12-31')];
        const after = computeRoyalties(facts([...given, close('2026-12-31'), ...later]));
        expect(JSON.stringify(after.slice(0, before.length))).toBe(JSON.stringify(before));
      }),
    );
  });
});

describe('an advance', () => {
  it('is never recouped beyond what is due, and is recouped or left to the cent', () => {
    const advances = fc.array(fc.integer({ min: 1, max: 500_000 }), { maxLength: 3 });
    fc.assert(
      fc.property(runs, advances, (given, cents) => {
        const paid = cents.map((amount): RoyaltyEvent => ({
          type: 'payAdvance',
          contract: 'K0',
          date: '2024-01-02',
          amount: Money.ofCents(BigInt(amount)),
        }));
        const made = statements(facts([...paid, ...given.flatMap((event) => [event, close('2026-12-31')])]));
        for (const { recouped, earned, adjustments, carriedIn, gross, carriedOut } of made) {
          const due = Money.parse(sum([earned, adjustments, carriedIn]));
          expect(Money.parse(recouped).compare(Money.max(Money.zero, due))).toBeLessThanOrEqual(0);
          expect(sum([recouped, gross, carriedOut])).toBe(due.toString());
        }
        const advance = cents.reduce((total, amount) => total + BigInt(amount), 0n);
        const left = Money.parse(made.at(-1)?.unrecouped ?? '0');
        expect(Money.parse(sum(made.map(({ recouped }) => recouped))).plus(left).cents).toBe(advance);
      }),
    );
  });
});

describe('a pool', () => {
  it('is shared without losing or making a cent, corrections included', () => {
    const weights = fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(runs, weights, fc.nat(4000), (given, shares, accepted) => {
        const events = [...given, close('2026-12-31'), correct('R0', accepted), close('2026-12-31')];
        const pooled = shares.map((_, poolIndex): ClauseDraft => ({
          ...tiered,
          poolShares: shares.map(String),
          poolIndex,
        }));
        const total = (list: readonly IssuedStatement[]): string =>
          sum(list.flatMap(({ earned, adjustments }) => [earned, adjustments]));
        expect(total(statements(facts(events, ...pooled)))).toBe(total(statements(facts(events))));
      }),
    );
  });
});

describe('a reserve for returns', () => {
  it('only moves copies in time', () => {
    const moves = fc.array(fc.record({ date: dates, copies: fc.integer({ min: -300, max: 900 }) }), { maxLength: 12 });
    fc.assert(
      fc.property(moves, fc.integer({ min: 0, max: 100 }), fc.nat(4), (list, percent, maxStatements) => {
        const sold: ClauseDraft = {
          ...tiered,
          basis: 'sold',
          returnReserve: { percent: String(percent), maxStatements },
        };
        const events = list.map(({ date, copies }): RoyaltyEvent => ({
          type: copies < 0 ? 'return' : 'sale',
          edition: 'E',
          date,
          copies: Math.abs(copies),
        }));
        const years = ['2024-12-31', '2025-12-31', '2026-12-31'].map(close);
        const end: RoyaltyEvent = {
          type: 'terminate',
          contract: 'K0',
          from: '2026-01-01',
          date: '2026-12-31',
          paymentDate: '2026-12-31',
        };
        const counts = statements(facts([...events, ...years, end], sold)).flatMap(({ soldCounts }) => soldCounts);
        const net = counts.flatMap(({ prices }) => prices).reduce((total, price) => total + price.net, 0);
        expect(net).toBe(list.reduce((total, { copies }) => total + copies, 0));
      }),
    );
  });
});

describe('the trace of a line', () => {
  it('lets anybody redo the amount', () => {
    fc.assert(
      fc.property(runs, fc.constantFrom('2' as const, '4' as const, 'none' as const), (given, unitPriceRounding) => {
        const [statement] = statements({ ...facts([...given, close('2026-12-31')]), unitPriceRounding });
        for (const line of statement?.lines ?? []) {
          if (!('tier' in line)) throw new Error('a printed clause makes printed lines');
          const [price, divisor = '1'] = line.unitPrice?.used.split('/') ?? [];
          const unitPrice = Rational.parse(price as string).dividedBy(Rational.parse(divisor));
          const product = unitPrice
            .times(Rational.of(BigInt(line.copies)))
            .times(Rate.parse(line.tier.rate as string).fraction);
          expect(product.reduced().toExactText(line.product.includes('/') ? 0 : 2)).toBe(
            line.product.includes('/') ? line.product : Rational.parse(line.product).toExactText(2),
          );
          expect(product.roundedHalfAwayFromZero(2).toExactText(2)).toBe(line.amount);
        }
        for (const { state } of statement?.runs ?? []) {
          expect(state.lines.reduce((copies, line) => copies + line.copies, 0)).toBe(state.breakdown.bearing);
          expect(state.counterAfter - state.counterBefore).toBe(state.breakdown.bearing);
          expect(sum(state.lines.map(({ amount }) => amount))).toBe(state.total);
        }
      }),
    );
  });

  it('is plain JSON', () => {
    const issued = computeRoyalties(facts([run('R', '2024-02-01', 100), close('2024-12-31')]));
    expect(JSON.parse(JSON.stringify(issued))).toEqual(issued);
    expect(JSON.stringify(issued)).toContain('"product":"106.1600"');
  });
});

describe('refusals', () => {
  const refusal = (...events: RoyaltyEvent[]) => {
    try {
      return JSON.stringify(computeRoyalties(facts(events)));
    } catch (error) {
      const { code, details } = error as { code: string; details: { pointer: string } };
      return `${code} ${details.pointer}`;
    }
  };
  const terminate: RoyaltyEvent = {
    type: 'terminate',
    contract: 'K0',
    from: '2024-01-01',
    date: '2024-06-30',
    paymentDate: '2024-06-30',
  };

  it.each<[string, RoyaltyEvent[]]>([
    ['no-price-on-date /events/0', [run('R', '2019-12-31', 1)]],
    ['quantity-malformed /events/0', [run('R', '2024-01-01', -1)]],
    ['duplicate-id /events/1/id', [run('R', '2024-01-01', 1), run('R', '2024-01-02', 1)]],
    ['unknown-print-run /events/0', [correct('R', 1)]],
    ['contract-terminated /events/1/contract', [terminate, terminate]],
    [
      'payment-before-period-end /events/0/paymentDate',
      [{ ...close('2024-12-31'), paymentDate: '2024-12-30' } as RoyaltyEvent],
    ],
    ['dates-inverted /events/0', [close('2023-12-31')]],
    [
      'dates-inverted /events/1',
      [run('R', '2024-05-01', 1), { type: 'closePrintRun', run: 'R', date: '2024-04-30', paymentDate: '2024-05-31' }],
    ],
    [
      'no-rates-on-date /events/1',
      [run('R', '2024-01-01', 1), { ...close('2024-12-31'), paymentDate: '2027-01-01' } as RoyaltyEvent],
    ],
  ])('%s', (expected, events) => {
    expect(refusal(...events)).toBe(expected);
  });

  it('a year without rates is no matter where nothing is paid', () => {
    expect(refusal(close('2029-12-31'))).not.toContain('no-rates');
  });

  it('an author without a profile on the day of payment', () => {
    const given = facts([run('R', '2024-01-01', 100), close('2024-12-31')]);
    const authors = given.authors.map((author) => ({ ...author, profiles: [] }));
    expect(() => computeRoyalties({ ...given, authors })).toThrow(
      expect.objectContaining({ code: 'profile-missing-on-date' }),
    );
  });
});

it('takes the tax profile of the day of payment', () => {
  const given = facts([run('R', '2024-01-01', 2000), close('2026-12-31')]);
  const [author] = given.authors;
  if (!author) throw new Error('there is an author');
  const later = { from: '2026-01-01', social: 'exempt', vat: 'none', withholdingTaxRate: Rate.zero } as const;
  const [statement] = statements({ ...given, authors: [{ ...author, profiles: [later, ...author.profiles] }] });
  expect(statement?.net).toBe(statement?.gross);
});

it('counts what the house paid elsewhere for the ceilings, and pays nothing for it', () => {
  const elsewhere: RoyaltyEvent = {
    type: 'paidElsewhere',
    author: 'A',
    date: '2026-02-01',
    amount: Money.parse('47500.00'),
  };
  const issued = statements(facts([elsewhere, run('R', '2026-02-10', 2000), close('2026-12-31')]));
  expect(issued[0]?.withholding).toMatchObject({ pension: '34.44', paidThisYear: '47500.00' });
  expect(issued).toHaveLength(1);
});
