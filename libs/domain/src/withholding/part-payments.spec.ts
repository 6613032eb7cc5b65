import * as fc from 'fast-check';
import { Money, Rate } from '../money';
import {
  defaultWithholdingRates,
  readWithholding,
  sumWithholdings,
  withhold,
  withholdPart,
  type PlainWithholding,
  type TaxProfile,
  type Withholding,
} from '.';

const author: TaxProfile = { social: 'withheld', vat: 'withheld', withholdingTaxRate: Rate.zero };
const rates = defaultWithholdingRates;
const amountsOf = (withholding: Withholding): Record<string, string> => {
  const { trace: _trace, ...amounts } = withholding;
  return Object.fromEntries(Object.entries(amounts).map(([name, amount]) => [name, amount.toString()]));
};

interface Paid {
  readonly parts: readonly string[];
  readonly paid?: string;
  readonly profile?: TaxProfile;
  readonly dates?: readonly string[];
}

/** Pays the parts of one item one after the other. */
function payInParts({ parts, paid = '0', profile = author, dates = [] }: Paid): Withholding[] {
  const done: Withholding[] = [];
  let gross = Money.zero;
  let paidThisYear = Money.parse(paid);
  for (const [index, text] of parts.entries()) {
    const part = Money.parse(text);
    const paidBefore = done.length === 0 ? undefined : { gross, withholding: sumWithholdings(done) };
    const date = dates[index] ?? '2026-12-31';
    const isNewYear = index > 0 && date.slice(0, 4) !== (dates[index - 1] ?? '2026-12-31').slice(0, 4);
    if (isNewYear) paidThisYear = Money.zero;
    done.push(withholdPart({ gross: part, paidBefore, paidThisYear, profile, date, rates }));
    gross = gross.plus(part);
    paidThisYear = paidThisYear.plus(part);
  }
  return done;
}

it.each<[string, readonly string[], string[]]>([
  ['two halves', ['1061.60', '1061.60'], ['7.43', '191.92', '10.43', '130.58', '1799.83']],
  ['three unequal parts', ['0.07', '1000.00', '1123.13'], ['7.43', '191.92', '10.43', '130.58', '1799.83']],
  ['one', ['2123.20'], ['7.43', '191.92', '10.43', '130.58', '1799.83']],
])('withholds from 2,123.20 in %s what one payment bears', (_, parts, [training, csg, crds, pension, net]) => {
  const total = sumWithholdings(payInParts({ parts }));
  expect(amountsOf(total)).toMatchObject({ training, csg, crds, pension, net });
});

it('gives the second half the cent that the first took, and says so', () => {
  const [first, second] = payInParts({ parts: ['1061.60', '1061.60'] });
  expect([first, second].map((part) => part?.training.toString())).toEqual(['3.72', '3.71']);
  expect(second?.trace.find(({ kind }) => kind === 'training')).toEqual({
    ...{ kind: 'training', base: '1061.60', rate: '0.35', amount: '3.71' },
    paidBefore: { base: '1061.60', amount: '3.72' },
  });
});

it('withholds the pension of a part only on what still fits under the ceiling, whatever was paid in between', () => {
  const [first] = payInParts({ parts: ['1000.00'] }) as [Withholding];
  const second = withholdPart({
    gross: Money.parse('1000.00'),
    paidBefore: { gross: Money.parse('1000.00'), withholding: first },
    paidThisYear: Money.parse('47900.00'),
    ...{ profile: author, date: '2026-12-31', rates },
  });
  expect(second.trace.find(({ kind }) => kind === 'pension')).toMatchObject({ base: '160.00', amount: '9.84' });
});

it('leaves what an earlier part bore at other rates as it was paid', () => {
  const newCsg = rates.map((year) => (year.from === '2026-01-01' ? { ...year, csg: Rate.parse('10') } : year));
  const first = withhold({
    gross: Money.parse('1000.00'),
    paidThisYear: Money.zero,
    profile: author,
    date: '2025-12-31',
    rates: newCsg,
  });
  const second = withholdPart({
    gross: Money.parse('1000.00'),
    paidBefore: { gross: Money.parse('1000.00'), withholding: first },
    ...{ paidThisYear: Money.zero, profile: author, date: '2026-01-02', rates: newCsg },
  });
  expect([first.csg, second.csg].map(String)).toEqual(['90.39', '98.25']);
  expect(sumWithholdings([first, second]).trace.filter(({ kind }) => kind === 'csg')).toMatchObject([
    { rate: '9.2', base: '982.50', amount: '90.39' },
    { rate: '10', base: '982.50', amount: '98.25' },
  ]);
});

it('is refused when the parts told do not add up to their withholding, which is a bug', () => {
  const [first] = payInParts({ parts: ['1000.00'] }) as [Withholding];
  const paidBefore = { gross: Money.parse('999.00'), withholding: first };
  const then = { gross: Money.parse('1.00'), paidThisYear: Money.zero, profile: author, date: '2026-12-31', rates };
  expect(() => withholdPart({ ...then, paidBefore })).toThrow('Broken assumption');
});

const profiles = fc.record({
  social: fc.constantFrom('withheld' as const, 'exempt' as const),
  vat: fc.constantFrom('withheld' as const, 'liable' as const, 'none' as const, 'reverseCharge' as const),
  withholdingTaxRate: fc.constantFrom(Rate.zero, Rate.parse('25'), Rate.parse('33.333')),
  overseas: fc.boolean(),
});

it('comes to the cent of one payment however a gross is cut in one year, around every ceiling', () => {
  const grosses = fc.array(fc.integer({ min: 1, max: 12_000_000 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(grosses, fc.integer({ min: 0, max: 20_000_000 }), profiles, (cents, paidCents, profile) => {
      const parts = cents.map((each) => Money.ofCents(BigInt(each)).toString());
      const paid = Money.ofCents(BigInt(paidCents));
      const gross = Money.sum(parts.map((part) => Money.parse(part)));
      const whole = withhold({ gross, paidThisYear: paid, profile, date: '2026-12-31', rates });
      const total = sumWithholdings(payInParts({ parts, paid: paid.toString(), profile }));
      expect(amountsOf(total)).toEqual(amountsOf(whole));
      expect(total.trace).toEqual(whole.trace);
    }),
  );
});

it('never takes a line below zero, in whatever order years and parts come', () => {
  const parts = fc.array(fc.tuple(fc.integer({ min: 1, max: 6_000_000 }), fc.integer({ min: 2020, max: 2026 })), {
    minLength: 1,
    maxLength: 6,
  });
  fc.assert(
    fc.property(parts, profiles, (given, profile) => {
      const inOrder = given.toSorted(([, one], [, other]) => one - other);
      const paid = payInParts({
        parts: inOrder.map(([cents]) => Money.ofCents(BigInt(cents)).toString()),
        dates: inOrder.map(([, year]) => `${year}-06-30`),
        profile,
      });
      for (const { trace } of paid) for (const { amount } of trace) expect(amount.startsWith('-')).toBe(false);
    }),
  );
});

it('reads back from JSON what it kept', () => {
  const parts = payInParts({ parts: ['10.05', '2000.33'] });
  const read = (JSON.parse(JSON.stringify(parts)) as PlainWithholding[]).map(readWithholding);
  expect(amountsOf(sumWithholdings(read))).toEqual(amountsOf(sumWithholdings(parts)));
});
