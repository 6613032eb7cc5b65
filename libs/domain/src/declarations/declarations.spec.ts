import * as fc from 'fast-check';
import { addDays } from '../calendar';
import { Money, Rate } from '../money';
import { defaultWithholdingRates as rates, withhold, type TaxProfile } from '../withholding';
import {
  feeReturn,
  inEuros,
  monthlyTaxes,
  nominativeReturn,
  quarterlyReturn,
  quarters,
  reversed,
  type PaidMovement,
} from '.';

const author: TaxProfile = { social: 'withheld', vat: 'withheld', withholdingTaxRate: Rate.zero };
const abroad: TaxProfile = { social: 'exempt', vat: 'reverseCharge', withholdingTaxRate: Rate.parse('25') };

interface Paid {
  readonly who?: string;
  readonly on?: string;
  readonly profile?: TaxProfile;
  readonly payeeKind?: PaidMovement['payeeKind'];
}

/** A payment with what is really withheld from it. */
function paid(
  gross: string,
  { who = 'A', on = '2026-02-10', profile = author, payeeKind = 'author' }: Paid = {},
): PaidMovement {
  const taken = withhold({ gross: Money.parse(gross), paidThisYear: Money.zero, profile, date: on, rates });
  const base = (kind: string) => Money.parse(taken.trace.find((line) => line.kind === kind)?.base ?? '0');
  const { csg, crds, pension, training, social, vat, vatWithheld, reverseChargeVat, withholdingTax, net } = taken;
  const amounts = {
    ...{ gross: Money.parse(gross), socialBase: base('csg'), csg, crds, pensionBase: base('pension'), pension },
    ...{ training, social, vat, vatWithheld, reverseChargeVat, withholdingTax, net },
  };
  return { beneficiary: who, payeeKind, date: on, amounts };
}

const texts = (record: object) =>
  Object.fromEntries(Object.entries(record).map(([name, value]: [string, unknown]) => [name, String(value)]));

describe('the quarterly return', () => {
  const movements = [
    paid('2123.20'),
    paid('1000.00', { who: 'B', on: '2026-03-31' }),
    paid('500.00', { on: '2026-04-01' }),
  ];

  it('sums what was withheld in the quarter by author, and states the payer’s own on the total', () => {
    const first = quarterlyReturn({ movements, rates, year: 2026, quarter: 1 });
    expect(
      first.rows.map(({ beneficiary, amounts }) => [beneficiary, String(amounts.gross), String(amounts.social)]),
    ).toEqual([
      ['A', '2123.20', '340.36'],
      ['B', '1000.00', '160.30'],
    ]);
    expect(texts(first.totals)).toMatchObject({
      ...{
        gross: '3123.20',
        socialBase: '3068.54',
        csg: '282.31',
        crds: '15.34',
        pension: '192.08',
        training: '10.93',
      },
    });
    expect(texts(first.payer)).toEqual({ base: '3123.20', contribution: '31.23', training: '3.12' });
    expect(texts(first.declared.csg)).toEqual({ amount: '282.31', euros: '282.00', difference: '-0.31' });
  });

  it('computes the payer’s 1 % and 0.1 % on the total: not the sum of what each statement showed', () => {
    const thrice = ['333.33', '333.33', '333.34'].map((gross) => paid(gross));
    const { payer } = quarterlyReturn({ movements: thrice, rates, year: 2026, quarter: 1 });
    expect(texts(payer)).toEqual({ base: '1000.00', contribution: '10.00', training: '1.00' });
  });

  it.each([
    [1, '2026-01-01', '2026-03-31', '2026-04-15'],
    [2, '2026-04-01', '2026-06-30', '2026-07-15'],
    [3, '2026-07-01', '2026-09-30', '2026-10-15'],
    [4, '2026-10-01', '2026-12-31', '2027-01-15'],
  ] as const)('of quarter %i is from %s to %s and due on %s', (quarter, from, to, dueOn) => {
    expect(quarterlyReturn({ movements: [], rates, year: 2026, quarter })).toMatchObject({ from, to, dueOn });
  });

  it('counts exempt authors, heirs and authors abroad for the payer’s own contribution, and no agent', () => {
    const others = [
      paid('100.00', { who: 'H', payeeKind: 'rightsHolder', profile: { ...author, social: 'exempt' } }),
      paid('200.00', { who: 'F', profile: abroad }),
      paid('50.00', { who: 'G', payeeKind: 'agent' }),
    ];
    const { payer, rows, totals } = quarterlyReturn({ movements: others, rates, year: 2026, quarter: 1 });
    expect([String(payer.base), String(totals.social)]).toEqual(['300.00', '0.00']);
    expect(rows.map(({ beneficiary }) => beneficiary)).toEqual(['H', 'F']);
  });

  it('leaves a payment out that came back within it, and takes off in its own quarter what came back later', () => {
    const [payment] = movements as [PaidMovement];
    const soon = quarterlyReturn({
      movements: [payment, reversed(payment, '2026-02-12')],
      rates,
      year: 2026,
      quarter: 1,
    });
    expect([soon.rows, String(soon.totals.gross)]).toEqual([[], '0.00']);
    const late = [payment, reversed(payment, '2026-04-02')];
    expect(String(quarterlyReturn({ movements: late, rates, year: 2026, quarter: 1 }).totals.csg)).toBe('191.92');
    const next = quarterlyReturn({ movements: late, rates, year: 2026, quarter: 2 });
    expect([String(next.totals.csg), String(next.payer.contribution)]).toEqual(['-191.92', '-21.23']);
    expect(texts(next.declared.pension)).toEqual({ amount: '-130.58', euros: '-131.00', difference: '-0.42' });
  });
});

it('is by name once a year, due on 31 January, and is the four quarters together', () => {
  const day = fc.integer({ min: 0, max: 364 }).map((days) => addDays('2026-01-01', days));
  const payment = fc.tuple(fc.integer({ min: 1, max: 900_000 }), day, fc.constantFrom('A', 'B', 'C'));
  fc.assert(
    fc.property(fc.array(payment, { maxLength: 8 }), (list) => {
      const movements = list.map(([cents, on, who]) => paid(Money.ofCents(BigInt(cents)).toString(), { on, who }));
      const year = nominativeReturn({ movements, rates, year: 2026 });
      expect(year.dueOn).toBe('2027-01-31');
      const all = quarters.map((quarter) => quarterlyReturn({ movements, rates, year: 2026, quarter }));
      for (const name of ['gross', 'socialBase', 'csg', 'crds', 'pension', 'training', 'vatWithheld'] as const) {
        expect(String(Money.sum(all.map(({ totals }) => totals[name])))).toBe(String(year.totals[name]));
        expect(String(Money.sum(year.rows.map(({ amounts }) => amounts[name])))).toBe(String(year.totals[name]));
      }
    }),
  );
});

describe('the return of fees', () => {
  const thresholds = [
    { from: '2014-01-01', amount: Money.parse('1200') },
    { from: '2024-01-01', amount: Money.parse('2400') },
  ];

  it('names who was paid more than the threshold of the year of payment, VAT included', () => {
    const movements = [
      paid('2182.00', { who: 'above' }),
      paid('2181.81', { who: 'at' }),
      paid('3000.00', { who: 'abroad', profile: abroad }),
      paid('2000.00', { who: 'before', on: '2023-12-31' }),
      paid('500.00', { who: 'agent', payeeKind: 'agent' }),
    ];
    const { rows, total, threshold } = feeReturn({ movements, year: 2026, thresholds });
    expect(rows.map(({ beneficiary, inclVat, isDue }) => [beneficiary, String(inclVat), isDue])).toEqual([
      ['above', '2400.20', true],
      ['at', '2399.99', false],
      ['abroad', '3000.00', true],
    ]);
    expect([String(threshold), String(total)]).toEqual(['2400.00', '5400.20']);
    const earlier = feeReturn({ movements, year: 2023, thresholds });
    expect(earlier.rows.map(({ beneficiary, isDue }) => [beneficiary, isDue])).toEqual([['before', true]]);
    expect(String(earlier.threshold)).toBe('1200.00');
  });
});

describe('the taxes of a month', () => {
  it('tell VAT withheld, VAT on services from abroad and the tax of non-residents apart, by the month of payment', () => {
    const movements = [
      paid('2123.20'),
      paid('1000.00', { who: 'B', profile: { ...author, vat: 'liable' } }),
      paid('2123.20', { who: 'F', on: '2026-02-28', profile: abroad }),
      paid('100.00', { who: 'F', on: '2026-03-01', profile: { ...abroad, withholdingTaxRate: Rate.zero } }),
    ];
    const months = monthlyTaxes(movements, 2026);
    expect(months).toHaveLength(12);
    const [january, february, march] = months;
    expect(String(january?.vatWithheld.amount)).toBe('0.00');
    expect(texts(february?.vatBase ?? {})).toEqual({ amount: '2123.20', euros: '2123.00', difference: '-0.20' });
    expect(texts(february?.vatWithheld ?? {})).toEqual({ amount: '195.33', euros: '195.00', difference: '-0.33' });
    expect(String(february?.reverseChargeVat.amount)).toBe('212.32');
    expect([String(february?.taxBase.amount), String(february?.withholdingTax.amount)]).toEqual(['2123.20', '530.80']);
    expect([february?.taxDueOn, february?.taxed.map(({ beneficiary }) => beneficiary)]).toEqual(['2026-03-15', ['F']]);
    expect([String(march?.reverseChargeVat.amount), march?.taxed]).toEqual(['10.00', []]);
  });
});

it.each([
  ['0.49', '0.00', '-0.49'],
  ['0.50', '1.00', '0.50'],
  ['-0.50', '-1.00', '-0.50'],
  ['12.00', '12.00', '0.00'],
])('writes %s as %s euros and keeps the difference of %s', (amount, euros, difference) => {
  expect(texts(inEuros(Money.parse(amount)))).toEqual({ amount: String(Money.parse(amount)), euros, difference });
});
