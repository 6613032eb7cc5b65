import * as fc from 'fast-check';
import { addDays } from '../calendar';
import { Money, Rate } from '../money';
import {
  defaultWithholdingRates as rates,
  profileOfSituation,
  profilePeriods,
  publisherVat,
  situationOfProfile,
  taxSituations,
  withhold,
  type DeclaredProfile,
  type TaxProfile,
} from '.';

const tax = (rate: string) => Rate.parse(rate);
const net = (profile: TaxProfile) =>
  withhold({
    gross: Money.parse('2123.20'),
    paidThisYear: Money.zero,
    profile,
    date: '2026-12-31',
    rates,
  }).net.toString();

describe('a situation', () => {
  it.each<[string, Parameters<typeof profileOfSituation>[0], string]>([
    ['an author, contributions and VAT withheld', { situation: 'author' }, '1799.83'],
    ['an author who renounced the VAT regime and invoices none', { situation: 'author', vat: 'none' }, '1782.84'],
    ['one with an exemption', { situation: 'exempt', vat: 'withheld' }, '2140.19'],
    ['one with an exemption, in franchise', { situation: 'exempt', vat: 'none' }, '2123.20'],
    ['one with an exemption who invoices VAT', { situation: 'exempt', vat: 'liable' }, '2335.52'],
    ['an heir', { situation: 'rightsHolder' }, '2140.19'],
    ['one abroad without forms', { situation: 'abroad', withholdingTaxRate: tax('25') }, '1592.40'],
    ['one abroad with forms', { situation: 'treaty', withholdingTaxRate: tax('0') }, '2123.20'],
    ['one in Switzerland with forms', { situation: 'treaty', withholdingTaxRate: tax('5') }, '2017.04'],
  ])('pays %s (reference 3.5)', (_, situation, expected) => {
    expect(net(profileOfSituation(situation))).toBe(expected);
  });

  it('shows no VAT to who lives abroad, and keeps what the publisher declares for it', () => {
    const profile = profileOfSituation({ situation: 'abroad', vat: 'withheld', withholdingTaxRate: tax('25') });
    const withheld = withhold({
      gross: Money.parse('2123.20'),
      paidThisYear: Money.zero,
      profile,
      date: '2026-12-31',
      rates,
    });
    expect([withheld.vat, withheld.vatWithheld, withheld.reverseChargeVat].map(String)).toEqual([
      '0.00',
      '0.00',
      '212.32',
    ]);
  });

  it.each(['abroad', 'treaty'] as const)('%s is refused without a rate', (situation) => {
    expect(() => profileOfSituation({ situation })).toThrow(
      expect.objectContaining({ code: 'withholding-tax-rate-missing' }),
    );
  });

  it('is found again from what was computed, as far as that says', () => {
    const found = taxSituations.map((situation) =>
      situationOfProfile(profileOfSituation({ situation, withholdingTaxRate: tax('25') })),
    );
    expect(found).toEqual(['author', 'exempt', 'exempt', 'abroad', 'abroad']);
  });
});

const exempt: DeclaredProfile = {
  from: '2026-01-01',
  situation: 'exempt',
  ...{ social: 'exempt', vat: 'withheld', withholdingTaxRate: Rate.zero },
};
const periods = (profiles: readonly DeclaredProfile[], publisher: 'mainland' | 'overseas' | 'notLiable' = 'mainland') =>
  profilePeriods({ profiles, rates, publisher }).map(({ from, social, vat, withholdingTaxRate }) =>
    [from, social, vat, withholdingTaxRate.toString()].join(' '),
  );

describe('the periods of a profile', () => {
  it('go back to withholding the day after a certificate’s last, unless a new one begins before', () => {
    const until = { ...exempt, exemptUntil: '2026-12-31' };
    expect(periods([until])).toEqual(['2026-01-01 exempt withheld 0', '2027-01-01 withheld withheld 0']);
    expect(periods([until, { ...exempt, from: '2026-11-01', exemptUntil: '2027-12-31' }])).toEqual([
      '2026-01-01 exempt withheld 0',
      '2026-11-01 exempt withheld 0',
      '2028-01-01 withheld withheld 0',
    ]);
  });

  it('go back to the general rate of the day when treaty forms lapse', () => {
    const treaty: DeclaredProfile = {
      ...{ from: '2020-03-01', situation: 'treaty', social: 'exempt', vat: 'reverseCharge' },
      ...{ withholdingTaxRate: tax('5'), formsUntil: '2020-12-31' },
    };
    expect(periods([treaty]).slice(0, 3)).toEqual([
      '2020-03-01 exempt reverseCharge 5',
      '2021-01-01 exempt reverseCharge 26.5',
      '2022-01-01 exempt reverseCharge 25',
    ]);
  });

  it('withhold no VAT for a publisher who is not liable; an invoice of the author’s, or VAT on services from abroad, stays', () => {
    const vats = (['withheld', 'liable', 'none', 'reverseCharge'] as const).map(
      (vat) => profilePeriods({ profiles: [{ ...exempt, vat }], rates, publisher: 'notLiable' })[0]?.vat,
    );
    expect(vats).toEqual(['none', 'liable', 'none', 'reverseCharge']);
  });

  it.each([
    ['75011', true, 'mainland', '2140.19'],
    ['97110', true, 'overseas', '2131.69'],
    ['97400', true, 'overseas', '2131.69'],
    ['97300', true, 'notLiable', '2123.20'],
    ['75011', false, 'notLiable', '2123.20'],
  ])('of a publisher in %s, liable %s, are %s', (postalCode, isLiable, expected, paid) => {
    const publisher = publisherVat({ postalCode, isLiable });
    expect(publisher).toBe(expected);
    expect(net(profilePeriods({ profiles: [exempt], rates, publisher })[0]!)).toBe(paid);
  });

  it('begin in rising order, each once, and never exempt after a certificate', () => {
    const day = fc.integer({ min: 0, max: 2500 }).map((days) => addDays('2020-01-01', days));
    const declared = fc.record({ from: day, exemptUntil: fc.option(day, { nil: undefined }) });
    fc.assert(
      fc.property(fc.uniqueArray(declared, { selector: ({ from }) => from, maxLength: 5 }), day, (list, on) => {
        const profiles = list.map((each) => ({ ...exempt, ...each }));
        const found = profilePeriods({ profiles, rates, publisher: 'mainland' });
        const days = found.map(({ from }) => from);
        expect(days).toEqual([...new Set(days)].sort());
        const inForce = profiles.filter(({ from }) => from <= on).sort((a, b) => (a.from < b.from ? 1 : -1))[0];
        const expected = inForce && (inForce.exemptUntil ?? on) >= on ? 'exempt' : 'withheld';
        const computed = found.filter(({ from }) => from <= on).at(-1)?.social ?? 'withheld';
        expect(computed).toBe(expected);
      }),
    );
  });
});
