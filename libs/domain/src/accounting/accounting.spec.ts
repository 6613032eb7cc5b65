import * as fc from 'fast-check';

import { Money, Rate } from '../money';
import { defaultWithholdingRates, withhold } from '../withholding';
import {
  amountsOf,
  balancedEntry,
  entryOfPayment,
  entryOfStatement,
  mergedLines,
  reversedEntry,
  type EntryLine,
} from '.';

const euros = (text: string) => Money.parse(text);
const written = (lines: readonly EntryLine[]) =>
  lines.map(({ role, person, side, amount }) => [side, role, ...(person ? [person] : []), amount.toString()].join(' '));

const paid = (change: Partial<Parameters<typeof entryOfPayment>[0]> = {}) => ({
  person: 'a',
  kind: 'statement' as const,
  gross: euros('2123.20'),
  social: euros('340.36'),
  vat: euros('212.32'),
  vatWithheld: euros('195.33'),
  withholdingTax: Money.zero,
  net: euros('1799.83'),
  payerContribution: euros('23.35'),
  ...change,
});

it('recognises royalties when they are stated, less the advance they use up', () => {
  const lines = entryOfStatement({
    author: 'a',
    due: euros('1364.40'),
    recouped: [{ person: 'a', amount: euros('271.20') }],
  });
  expect(written(lines)).toEqual([
    'debit royaltyExpense 1364.40',
    'credit authorAdvances a 271.20',
    'credit authorsPayable a 1093.20',
  ]);
});

it('writes a correction that takes back more than was earned on the other sides', () => {
  expect(written(entryOfStatement({ author: 'a', due: euros('-113.70'), recouped: [] }))).toEqual([
    'credit royaltyExpense 113.70',
    'debit authorsPayable a 113.70',
  ]);
});

it('writes nothing for a statement on which nothing is due', () => {
  expect(entryOfStatement({ author: 'a', due: Money.zero, recouped: [] })).toEqual([]);
});

it('leaves the rest of an advance with the author when the contract ends, as an expense', () => {
  const ended = entryOfStatement({
    author: 'a',
    due: euros('2119.20'),
    recouped: [{ person: 'a', amount: euros('2119.20') }],
    writtenOff: euros('380.80'),
  });
  expect(written(ended)).toEqual([
    'debit royaltyExpense 2119.20',
    'credit authorAdvances a 2119.20',
    'debit advanceWrittenOff 380.80',
    'credit authorAdvances a 380.80',
  ]);
});

it('owes heirs their shares', () => {
  const lines = entryOfStatement({
    author: 'dead',
    due: euros('100.00'),
    recouped: [],
    toOthers: [
      { person: 'x', amount: euros('33.34') },
      { person: 'y', amount: euros('66.66') },
    ],
  });
  expect(written(lines)).toEqual([
    'debit royaltyExpense 100.00',
    'credit authorsPayable x 33.34',
    'credit authorsPayable y 66.66',
  ]);
});

it('pays what was owed, with everything withheld (acceptance case 8)', () => {
  expect(written(entryOfPayment(paid()))).toEqual([
    'debit authorsPayable a 2123.20',
    'debit inputVat 212.32',
    'credit vatWithheld 195.33',
    'credit socialWithheld 340.36',
    'credit bank 1799.83',
    'debit payerContribution 23.35',
    'credit payerContributionPayable 23.35',
  ]);
});

it('pays an advance as a claim on royalties to come (acceptance case 4)', () => {
  const advance = paid({
    kind: 'advance',
    gross: euros('3000.00'),
    social: euros('480.91'),
    vat: euros('300.00'),
    vatWithheld: euros('276.00'),
    net: euros('2543.09'),
    payerContribution: euros('33.00'),
  });
  expect(written(entryOfPayment(advance))[0]).toBe('debit authorAdvances a 3000.00');
});

it('declares the VAT of an author abroad and deducts it at once, and pays an agent out of the net', () => {
  const abroad = paid({
    social: Money.zero,
    vat: Money.zero,
    vatWithheld: Money.zero,
    withholdingTax: euros('530.80'),
    net: euros('1380.08'),
    reverseChargedVat: euros('212.32'),
    toAgents: [{ person: 'agent', amount: euros('212.32') }],
  });
  expect(written(entryOfPayment(abroad))).toEqual([
    'debit authorsPayable a 2123.20',
    'credit withholdingTax 530.80',
    'credit authorsPayable agent 212.32',
    'credit bank 1380.08',
    'debit payerContribution 23.35',
    'credit payerContributionPayable 23.35',
    'debit inputVat 212.32',
    'credit reverseChargeVat 212.32',
  ]);
});

it('makes one line of what one transfer pays, and still balances', () => {
  const both = mergedLines([...entryOfPayment(paid()), ...entryOfPayment(paid({ kind: 'advance' }))]);
  expect(written(both)).toEqual([
    'debit authorsPayable a 2123.20',
    'debit inputVat 424.64',
    'credit vatWithheld 390.66',
    'credit socialWithheld 680.72',
    'credit bank 3599.66',
    'debit payerContribution 46.70',
    'credit payerContributionPayable 46.70',
    'debit authorAdvances a 2123.20',
  ]);
  expect(balancedEntry(both)).toEqual(both);
});

it('stops on a net that does not follow from what was withheld', () => {
  expect(() => entryOfPayment(paid({ net: euros('1799.82') }))).toThrow('debits 2358.87 and credits 2358.86');
});

it('stops on a person where none is kept, and on none where one is', () => {
  const amount = euros('1.00');
  expect(() => balancedEntry([{ role: 'bank', person: 'a', side: 'debit', amount }])).toThrow('kept by person');
  expect(() => balancedEntry([{ role: 'authorsPayable', side: 'debit', amount }])).toThrow('kept by person');
});

const cents = fc.integer({ min: 1, max: 30_000_000 });

it('balances, whoever is paid, and is nothing with its reversal', () => {
  const profile = fc.record({
    social: fc.constantFrom('withheld' as const, 'exempt' as const),
    vat: fc.constantFrom('withheld' as const, 'liable' as const, 'none' as const),
    withholdingTaxRate: fc.constantFrom(Rate.zero, Rate.parse('25')),
  });
  fc.assert(
    fc.property(cents, cents, profile, fc.constantFrom('advance' as const, 'statement' as const), (...given) => {
      const [gross, before, who, kind] = given;
      const withheld = withhold({
        gross: Money.ofCents(BigInt(gross)),
        paidThisYear: Money.ofCents(BigInt(before)),
        profile: who,
        date: '2026-06-30',
        rates: defaultWithholdingRates,
      });
      const lines = entryOfPayment({ person: 'a', kind, gross: Money.ofCents(BigInt(gross)), ...withheld });
      const both = [...lines, ...reversedEntry(lines)];
      for (const { role } of lines) {
        const ofRole = both.filter((line) => line.role === role);
        const sum = (side: 'debit' | 'credit') => Money.sum(amountsOf(ofRole, side)).toString();
        expect(sum('debit')).toBe(sum('credit'));
      }
      expect(lines.every(({ amount }) => amount.isPositive)).toBe(true);
    }),
  );
});

it('owes after a statement exactly what it adds to the balance, whatever the signs', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.nat(1_000_000), (due, advance) => {
      const recouped = Math.min(advance, Math.max(0, due));
      const lines = entryOfStatement({
        author: 'a',
        due: Money.ofCents(BigInt(due)),
        recouped: [{ person: 'a', amount: Money.ofCents(BigInt(recouped)) }],
      });
      const payable = lines.filter(({ role }) => role === 'authorsPayable');
      const owed = Money.sum(amountsOf(payable, 'credit')).minus(Money.sum(amountsOf(payable, 'debit')));
      expect(owed.cents).toBe(BigInt(due - recouped));
    }),
  );
});
