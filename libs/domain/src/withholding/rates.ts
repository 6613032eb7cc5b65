/**
 * The rates of each period, as data: the accountant edits them, no formula holds one.
 *
 * Sources: Urssaf artistes-auteurs (rates unchanged 2024 to 2026, yearly ceiling 46,368, 47,100 and 48,060 euros);
 * CGI 285 bis and annex III for the VAT withheld; CSS L382-4 for the payer's contribution.
 */
import type { CalendarDate } from '../calendar';
import { Money, Rate } from '../money';
import { RuleViolation } from '../rules';

/** What is in force from a day to another, both included. */
export interface WithholdingRates {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** Plafond annuel de la sécurité sociale, in euros. */
  readonly yearlyCeiling: Money;
  /** Part of the gross on which CSG and CRDS are due, under `abatedCeilings` yearly ceilings; all of it above. */
  readonly abatedPart: Rate;
  readonly abatedCeilings: number;
  readonly csg: Rate;
  readonly crds: Rate;
  readonly pension: Rate;
  readonly training: Rate;
  /** VAT on author's rights, and the part of it that the publisher gives the author where it withholds the rest. */
  readonly vat: Rate;
  readonly vatFlatPart: Rate;
  /** The publisher's own cost, on top. */
  readonly payerContribution: Rate;
  readonly payerTraining: Rate;
}

const yearlyCeilings: readonly (readonly [year: number, ceiling: string])[] = [
  [2024, '46368'],
  [2025, '47100'],
  [2026, '48060'],
];

/** What a new house starts with: 2024, 2025, 2026. */
export const defaultWithholdingRates: readonly WithholdingRates[] = yearlyCeilings.map(([year, ceiling]) => ({
  from: `${year}-01-01`,
  to: `${year}-12-31`,
  yearlyCeiling: Money.parse(ceiling),
  abatedPart: Rate.parse('98.25'),
  abatedCeilings: 4,
  csg: Rate.parse('9.2'),
  crds: Rate.parse('0.5'),
  pension: Rate.parse('6.15'),
  training: Rate.parse('0.35'),
  vat: Rate.parse('10'),
  vatFlatPart: Rate.parse('0.8'),
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
