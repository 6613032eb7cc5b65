/**
 * The rates of each period, as data: the accountant edits them, no formula holds one.
 *
 * Sources: Urssaf artistes-auteurs (rates unchanged 2020 to 2026; the yearly ceilings are those of the decrees); CGI
 * 285 bis and annex III for the VAT withheld; CSS L382-4 for the payer's contribution; CGI 182 B and 219 I for the tax
 * withheld from residents of other countries, which follows the rate of the corporate tax.
 */
import type { CalendarDate } from '../calendar';
import { Money, Rate } from '../money';
import { RuleViolation } from '../rules';

/** VAT on author's rights, and the part of it that the publisher gives the author where it withholds the rest. */
export interface AuthorVat {
  readonly vat: Rate;
  readonly vatFlatPart: Rate;
}

/** What is in force from a day to another, both included. */
export interface WithholdingRates extends AuthorVat {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** Plafond annuel de la sécurité sociale, in euros. */
  readonly yearlyCeiling: Money;
  /** Part of the gross on which CSG and CRDS are due, under `abatedCeilings` yearly ceilings; all of it above. */
  readonly abatedPart: Rate;
  readonly abatedCeilings: number;
  readonly csg: Rate;
  readonly crds: Rate;
  /** What is withheld: the contribution under the ceiling less what the State takes on. */
  readonly pension: Rate;
  readonly training: Rate;
  /** What the State takes on of the pension under the ceiling and of the one without; the certificate shows both. */
  readonly pensionRelief: Rate;
  readonly uncappedPensionRelief: Rate;
  /** Of a publisher in Guadeloupe, Martinique or Réunion (CGI 296). */
  readonly overseas: AuthorVat;
  /** From residents of other countries without treaty forms. */
  readonly withholdingTax: Rate;
  /** The publisher's own cost, on top. */
  readonly payerContribution: Rate;
  readonly payerTraining: Rate;
}

const years: readonly (readonly [year: number, yearlyCeiling: string, withholdingTax: string])[] = [
  [2020, '41136', '28'],
  [2021, '41136', '26.5'],
  [2022, '41136', '25'],
  [2023, '43992', '25'],
  [2024, '46368', '25'],
  [2025, '47100', '25'],
  [2026, '48060', '25'],
];

/** What a new house starts with: 2020 to 2026. */
export const defaultWithholdingRates: readonly WithholdingRates[] = years.map(([year, ceiling, withholdingTax]) => ({
  from: `${year}-01-01`,
  to: `${year}-12-31`,
  yearlyCeiling: Money.parse(ceiling),
  abatedPart: Rate.parse('98.25'),
  abatedCeilings: 4,
  csg: Rate.parse('9.2'),
  crds: Rate.parse('0.5'),
  pension: Rate.parse('6.15'),
  training: Rate.parse('0.35'),
  pensionRelief: Rate.parse('0.75'),
  uncappedPensionRelief: Rate.parse('0.4'),
  vat: Rate.parse('10'),
  vatFlatPart: Rate.parse('0.8'),
  overseas: { vat: Rate.parse('2.1'), vatFlatPart: Rate.parse('0.4') },
  withholdingTax: Rate.parse(withholdingTax),
  payerContribution: Rate.parse('1'),
  payerTraining: Rate.parse('0.1'),
}));

/**
 * The rates on the day of a payment.
 * @throws RuleViolation `no-rates-on-date`: rates are never carried over to a year nobody has entered
 */
export function ratesOn(rates: readonly WithholdingRates[], date: CalendarDate): WithholdingRates {
  const found = rates.find((candidate) => candidate.from <= date && date <= candidate.to);
  if (found) return found;
  throw new RuleViolation('no-rates-on-date', {
    message: `No social and VAT rates are known for a payment on ${date}`,
    values: { date },
  });
}

/** The yearly ceilings under which the social base is abated, in euros. */
export function abatedCeiling(rates: WithholdingRates): Money {
  return Money.ofCents(rates.yearlyCeiling.cents * BigInt(rates.abatedCeilings));
}
