import * as fc from 'fast-check';
import { Money, Rate } from '../money';
import { defaultWithholdingRates, ratesOn, stateRelief, withhold, type TaxProfile } from '.';

const employee: TaxProfile = { social: 'withheld', vat: 'withheld', withholdingTaxRate: Rate.zero };
const input = (gross: string, change: { paid?: string; date?: string; profile?: Partial<TaxProfile> } = {}) => ({
  gross: Money.parse(gross),
  paidThisYear: Money.parse(change.paid ?? '0'),
  date: change.date ?? '2026-12-31',
  profile: { ...employee, ...change.profile },
  rates: defaultWithholdingRates,
});

it('is that of acceptance case 8, line by line', () => {
  const { trace, ...amounts } = withhold(input('2123.20'));
  expect(Object.fromEntries(Object.entries(amounts).map(([name, amount]) => [name, String(amount)]))).toEqual({
    csg: '191.92',
    crds: '10.43',
    pension: '130.58',
    training: '7.43',
    social: '340.36',
    vat: '212.32',
    vatWithheld: '195.33',
    withholdingTax: '0.00',
    net: '1799.83',
    payerContribution: '23.35',
    payerTraining: '2.12',
    reverseChargeVat: '0.00',
  });
  expect(trace).toContainEqual({
    ...{ kind: 'csg', base: '2086.04', rate: '9.2', amount: '191.92' },
    of: { abated: '2123.20', full: '0.00', abatedPart: '98.25' },
  });
  expect(trace).toContainEqual({ kind: 'vatFlatPart', base: '2123.20', rate: '0.8', amount: '16.99' });
});

it.each<[string, Parameters<typeof input>[1], string]>([
  ['an author near the yearly ceiling', { paid: '47500.00' }, '1895.97'],
  ['a dispensed author', { profile: { social: 'exempt' } }, '2140.19'],
  ['one below the VAT threshold', { profile: { social: 'exempt', vat: 'none' } }, '2123.20'],
  ['one who invoices VAT', { profile: { social: 'exempt', vat: 'liable' } }, '2335.52'],
  [
    'one who lives abroad',
    { profile: { social: 'exempt', vat: 'none', withholdingTaxRate: Rate.parse('25') } },
    '1592.40',
  ],
  ['one abroad whose VAT the house declares', { profile: { social: 'exempt', vat: 'reverseCharge' } }, '2123.20'],
  ['one paid from Guadeloupe, 2.10 % less 0.40 %', { profile: { overseas: true } }, '1791.33'],
])('pays %s (reference 3.5)', (_who, change, net) => {
  expect(String(withhold(input('2123.20', change)).net)).toBe(net);
});

it.each([
  ['1000.00', '160.30'],
  ['10000.00', '1603.03'],
])('takes from %s contributions of %s', (gross, social) => {
  expect(String(withhold(input(gross)).social)).toBe(social);
});

it('no longer abates above four ceilings, and counts what was paid before for both ceilings', () => {
  expect(String(withhold(input('250200.00')).social)).toBe('27774.46');
  const { pension, trace } = withhold(input('1000.00', { paid: '200000.00' }));
  expect(String(pension)).toBe('0.00');
  expect(trace[0]).toMatchObject({ kind: 'csg', base: '1000.00' });
});

it.each(['2019-12-31', '2027-01-01'])('is refused on %s, whose rates nobody has entered', (date) => {
  expect(() => withhold(input('10.00', { date }))).toThrow(expect.objectContaining({ code: 'no-rates-on-date' }));
});

it.each(['0.00', '-1.00'])('is refused on %s', (gross) => {
  expect(() => withhold(input(gross))).toThrow(expect.objectContaining({ code: 'gross-not-positive' }));
});

it('adds up, whoever is paid, and two payments reach the pension ceiling like one', () => {
  const profile = fc.record({
    social: fc.constantFrom('withheld' as const, 'exempt' as const),
    vat: fc.constantFrom('withheld' as const, 'liable' as const, 'none' as const),
    withholdingTaxRate: fc.constantFrom(Rate.zero, Rate.parse('25')),
  });
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 30_000_000 }),
      fc.integer({ min: 0, max: 10_000_000 }),
      profile,
      (cents, paid, who) => {
        const given = {
          ...input('1.00'),
          gross: Money.ofCents(BigInt(cents)),
          paidThisYear: Money.ofCents(BigInt(paid)),
          profile: who,
        };
        const result = withhold(given);
        const expected = given.gross
          .minus(result.social)
          .plus(result.vat)
          .minus(result.vatWithheld)
          .minus(result.withholdingTax);
        expect(result.net.toString()).toBe(expected.toString());
        const base = result.trace.find(({ kind }) => kind === 'pension')?.base ?? '0.00';
        expect(
          Money.parse(base)
            .plus(given.paidThisYear)
            .compare(Money.max(given.paidThisYear, Money.parse('48060'))),
        ).toBeLessThanOrEqual(0);
      },
    ),
  );
});

it('shows what the State bears of the pension, capped and uncapped', () => {
  const paid = { gross: Money.parse('2123.20'), pensionBase: Money.parse('560.00') };
  expect(stateRelief(paid, ratesOn(defaultWithholdingRates, '2026-07-31'))).toEqual([
    { kind: 'pension', base: '560.00', rate: '0.75', amount: '4.20' },
    { kind: 'uncappedPension', base: '2123.20', rate: '0.4', amount: '8.49' },
  ]);
});
