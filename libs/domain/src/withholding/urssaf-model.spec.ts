/**
 * Our rates against those that Urssaf publishes for its own simulators (npm `modele-social`, rule `artiste-auteur`): the
 * package is evaluated here, no figure of it is copied.
 *
 * It computes a year, unrounded, and rounds the total to the euro; we round each contribution of each payment to the
 * cent, CSG and CRDS on a base in cents (the author must be able to redo the certificate). So what is compared is the
 * exact product, then our cents within one of it, then its euros.
 *
 * What it can not confirm, and what the last tests watch: it has one set of rates for all dates (only the ceiling is
 * dated, one figure for all years before 2023), nothing of the payer's 1 % and 0.1 %, of VAT on royalties, or of the
 * withholding tax of residents of other countries.
 */
import rules from 'modele-social';
import Engine from 'publicodes';
import { Money, Rate, type Rational } from '../money';
import { defaultWithholdingRates, ratesOn, withhold } from '.';

const CONTRIBUTIONS = 'artiste-auteur . cotisations';
const names = {
  csg: `${CONTRIBUTIONS} . CSG-CRDS . CSG`,
  crds: `${CONTRIBUTIONS} . CSG-CRDS . CRDS`,
  pension: `${CONTRIBUTIONS} . vieillesse . plafonnée`,
  uncapped: `${CONTRIBUTIONS} . vieillesse . déplafonnée`,
  training: `${CONTRIBUTIONS} . formation professionnelle`,
} as const;
const EMPLOYEE_PENSION = 'salarié . cotisations . vieillesse . salarié';

const silent = { log: () => undefined, warn: () => undefined, error: () => undefined };
const engine = new Engine(rules as ConstructorParameters<typeof Engine>[0], { logger: silent });

/** What the model says of a year's gross, as a number in the unit asked for. */
function model(rule: string, unit: string, year: number, gross = '0'): number {
  engine.setSituation({
    date: `15/06/${year}`,
    'artiste-auteur': 'oui',
    'artiste-auteur . revenus . traitements et salaires': `${gross} €/an`,
  });
  const { nodeValue } = engine.evaluate({ valeur: rule, unité: unit });
  if (typeof nodeValue !== 'number') throw new Error(`the model gives no number for ${rule}: ${String(nodeValue)}`);
  return nodeValue;
}

const numberOf = (exact: Rational): number => Number(exact.toExactText());
const onYear = (year: number) => ratesOn(defaultWithholdingRates, `${year}-06-15`);
const years = defaultWithholdingRates.map(({ from }) => Number(from.slice(0, 4)));
const grosses = ['0.53', '2123.20', '48060.00', '60000.00', '250200.00'];
const cases = years.flatMap((year) => grosses.map((gross) => [year, gross] as const));

/** Each contribution before any rounding, from our rates. */
function exactly(year: number, gross: Money) {
  const rates = onYear(year);
  const four = Money.ofCents(rates.yearlyCeiling.cents * BigInt(rates.abatedCeilings));
  const abated = Money.min(gross, four);
  const base = abated.times(rates.abatedPart.fraction).plus(gross.minus(abated).toRational());
  return {
    csg: base.times(rates.csg.fraction),
    crds: base.times(rates.crds.fraction),
    pension: Money.min(gross, rates.yearlyCeiling).times(rates.pension.fraction),
    training: gross.times(rates.training.fraction),
  };
}

it.each(cases)('has our contributions of %i on %s, unrounded', (year, gross) => {
  const ours = exactly(year, Money.parse(gross));
  for (const name of ['csg', 'crds', 'pension', 'training'] as const) {
    expect([name, numberOf(ours[name])]).toEqual([name, expect.closeTo(model(names[name], '€/an', year, gross), 6)]);
  }
});

it.each(cases)('is within a cent of what we withhold in %i from %s', (year, gross) => {
  const withheld = withhold({
    gross: Money.parse(gross),
    paidThisYear: Money.zero,
    profile: { social: 'withheld', vat: 'withheld', withholdingTaxRate: Rate.zero },
    date: `${year}-06-15`,
    rates: defaultWithholdingRates,
  });
  for (const name of ['csg', 'crds', 'pension', 'training'] as const) {
    const distance = Math.abs(Number(withheld[name].toString()) - model(names[name], '€/an', year, gross));
    expect([name, distance < 0.01]).toEqual([name, true]);
  }
});

it.each(['1000.00', '2123.20', '10000.00'])('rounds to the euro what we withhold to the cent from %s', (gross) => {
  const { social } = withhold({
    gross: Money.parse(gross),
    paidThisYear: Money.zero,
    profile: { social: 'withheld', vat: 'withheld', withholdingTaxRate: Rate.zero },
    date: '2026-06-15',
    rates: defaultWithholdingRates,
  });
  expect(model(CONTRIBUTIONS, '€/an', 2026, gross)).toBe(Math.round(Number(social.toString())));
});

it.each(years)('has our yearly ceiling of %i', (year) => {
  expect(numberOf(onYear(year).yearlyCeiling.toRational())).toBeCloseTo(
    model('plafond sécurité sociale', '€/an', year),
    6,
  );
});

it.each(years)('takes off the pension what we show as borne by the State in %i', (year) => {
  const { pension, pensionRelief, uncappedPensionRelief } = onYear(year);
  const employee = (kind: string) => model(`${EMPLOYEE_PENSION} . ${kind} . taux`, '%', year);
  expect(numberOf(pension.percent.plus(pensionRelief.percent))).toBeCloseTo(employee('plafonnée'), 9);
  expect(numberOf(uncappedPensionRelief.percent)).toBeCloseTo(employee('déplafonnée'), 9);
  expect(model(names.uncapped, '€/an', year, '10000.00')).toBe(0);
});

describe('what the model can not confirm', () => {
  it('is a year for which it has no ceiling: it repeats the last, and we refuse', () => {
    const after = Math.max(...years) + 1;
    expect(model('plafond sécurité sociale', '€/an', after)).toBe(model('plafond sécurité sociale', '€/an', after - 1));
    expect(() => onYear(after)).toThrow(expect.objectContaining({ code: 'no-rates-on-date' }));
  });

  it('is 2020 to 2022 apart from each other: one ceiling stands for all years before 2023', () => {
    expect(new Set([2019, 2020, 2021, 2022].map((year) => model('plafond sécurité sociale', '€/an', year))).size).toBe(
      1,
    );
  });

  it('is the payer’s contribution, VAT on royalties and the tax of non-residents, of which it has no rule', () => {
    const ofAuthors = Object.keys(rules).filter((name) => name.startsWith('artiste-auteur'));
    expect(ofAuthors.length).toBeGreaterThan(20);
    expect(ofAuthors.filter((name) => /diffuseur|TVA|retenue à la source/i.test(name))).toEqual([]);
  });
});
