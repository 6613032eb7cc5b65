/**
 * What the publisher withholds from an author's gross, and pays on top of it.
 *
 * What people get wrong: it is done when money is paid, at the rates of that day, advances included; what an advance
 * already bore is not withheld again when royalties recoup it. The VAT withheld is a difference (10 % less 0.8 %, each
 * rounded), not 9.2 % rounded on its own (rules R4 and R5).
 */
import type { CalendarDate } from '../calendar';
import { Money, type Rate } from '../money';
import { assert, RuleViolation } from '../rules';
import { Desk, type Bearing, type WithholdingLine } from './desk';
import { abatedCeiling, ratesOn, type WithholdingRates } from './rates';

export const socialProfiles = ['withheld', 'exempt'] as const;
export const vatProfiles = ['withheld', 'liable', 'none', 'reverseCharge'] as const;

/** How an author is taxed. */
export interface TaxProfile {
  /** `exempt`: dispensation, heirs, residents of other countries. */
  readonly social: (typeof socialProfiles)[number];
  /**
   * `withheld`: the publisher pays 9.2 of the 10 points; `liable`: the author invoices 10 %; `none`;
   * `reverseCharge`: of an author abroad, VAT that the publisher declares on both sides and that changes no net.
   */
  readonly vat: (typeof vatProfiles)[number];
  /** Of the gross (CGI 182 B). */
  readonly withholdingTaxRate: Rate;
  /** The publisher's VAT rates are those of Guadeloupe, Martinique and Réunion. */
  readonly overseas?: boolean;
}

/** Amounts in euros. `net` = gross − social + vat − vatWithheld − withholdingTax. */
export interface Withholding {
  readonly csg: Money;
  readonly crds: Money;
  readonly pension: Money;
  readonly training: Money;
  readonly social: Money;
  readonly vat: Money;
  readonly vatWithheld: Money;
  readonly withholdingTax: Money;
  readonly net: Money;
  /** The publisher's cost, on top of gross; `payerTraining` is the part of it that goes to training. */
  readonly payerContribution: Money;
  readonly payerTraining: Money;
  /** Declared by the publisher as due and as deductible; the author sees none of it. */
  readonly reverseChargeVat: Money;
  readonly trace: readonly WithholdingLine[];
}

export interface WithholdingInput {
  readonly gross: Money;
  /** Gross this house already paid the author in the calendar year of `date`: both ceilings count it. */
  readonly paidThisYear: Money;
  readonly profile: TaxProfile;
  /** The day of the payment. */
  readonly date: CalendarDate;
  readonly rates: readonly WithholdingRates[];
}

/** What was paid before of the same item; `withholding` is the sum of its parts (`sumWithholdings`). */
export interface PaidBefore {
  readonly gross: Money;
  readonly withholding: Withholding;
}

/**
 * Worked example, 2026: gross 2,123.20 gives base 2,086.04, CSG 191.92, CRDS 10.43, pension 130.58, training 7.43,
 * social 340.36, VAT 212.32, withheld 195.33, net 1,799.83, payer 21.23 + 2.12.
 * @throws RuleViolation `no-rates-on-date`, `gross-not-positive`
 */
export function withhold(input: WithholdingInput): Withholding {
  return withholdPart(input);
}

/**
 * The withholding of a part payment: at each rate, the amount on all that was paid of the item less what was withheld
 * before. So the parts of one gross, paid in one year, come to the cent of one payment; what an earlier part bore at
 * other rates, or under another profile, stays as it was paid. `paidThisYear` counts the earlier parts of the year too.
 *
 * Worked example, 2026: 2,123.20 in two parts of 1,061.60. CSG: first 95.96 on 1,043.02; then 191.92 on 2,086.04, less
 * 95.96, is 95.96. Training: first 3.72 (3.7156), then 7.43 less 3.72 is 3.71.
 * @throws RuleViolation `no-rates-on-date`, `gross-not-positive`
 */
export function withholdPart(input: WithholdingInput & { readonly paidBefore?: PaidBefore | undefined }): Withholding {
  const { gross, profile, paidBefore } = input;
  if (!gross.isPositive) {
    throw new RuleViolation('gross-not-positive', { message: `Nothing is withheld from ${gross.toString()}` });
  }
  const rates = ratesOn(input.rates, input.date);
  const earlier = paidBefore?.withholding.trace ?? [];
  if (paidBefore) assertWhole(paidBefore);
  const desk = new Desk(earlier);
  const social = socialContributions({ input, rates, desk });
  const vat = vatOf({ gross, profile, rates, desk });
  const withholdingTax = profile.withholdingTaxRate.isZero
    ? Money.zero
    : desk.take('withholdingTax', gross, profile.withholdingTaxRate);
  const payer = desk.take('payerContribution', gross, rates.payerContribution);
  const payerTraining = desk.take('payerTraining', gross, rates.payerTraining);
  const net = gross.minus(social.social).plus(vat.vat).minus(vat.vatWithheld).minus(withholdingTax);
  const payerContribution = payer.plus(payerTraining);
  return { ...social, ...vat, withholdingTax, net, payerContribution, payerTraining, trace: desk.trace };
}

interface Given {
  readonly input: WithholdingInput;
  readonly rates: WithholdingRates;
  readonly desk: Desk;
}

function socialContributions({ input, rates, desk }: Given) {
  if (input.profile.social === 'exempt') {
    const nothing = Money.zero;
    return { csg: nothing, crds: nothing, pension: nothing, training: nothing, social: nothing };
  }
  const abated = partUnder(abatedCeiling(rates), input);
  const on: Bearing = { abated, full: input.gross.minus(abated), abatedPart: rates.abatedPart };
  const csg = desk.takeOnBearing('csg', on, rates.csg);
  const crds = desk.takeOnBearing('crds', on, rates.crds);
  const pension = desk.take('pension', partUnder(rates.yearlyCeiling, input), rates.pension);
  const training = desk.take('training', input.gross, rates.training);
  return { csg, crds, pension, training, social: Money.sum([csg, crds, pension, training]) };
}

function vatOf(given: {
  readonly gross: Money;
  readonly profile: TaxProfile;
  readonly rates: WithholdingRates;
  readonly desk: Desk;
}) {
  const { gross, profile, desk } = given;
  const { vat: rate, vatFlatPart } = profile.overseas ? given.rates.overseas : given.rates;
  const none = { vat: Money.zero, vatWithheld: Money.zero, reverseChargeVat: Money.zero };
  if (profile.vat === 'none') return none;
  if (profile.vat === 'reverseCharge') return { ...none, reverseChargeVat: desk.take('reverseChargeVat', gross, rate) };
  const vat = desk.take('vat', gross, rate);
  if (profile.vat === 'liable') return { ...none, vat };
  return { ...none, vat, vatWithheld: vat.minus(desk.take('vatFlatPart', gross, vatFlatPart)) };
}

/** The part of the gross that still fits under a ceiling after what was paid earlier in the year. */
function partUnder(ceiling: Money, { gross, paidThisYear }: WithholdingInput): Money {
  return Money.max(Money.zero, Money.min(gross, ceiling.minus(paidThisYear)));
}

/** The payer's contribution is due on every gross whatever the profile, so its bases add up to what was paid. */
function assertWhole({ gross, withholding }: PaidBefore): void {
  const bases = withholding.trace
    .filter(({ kind }) => kind === 'payerContribution')
    .map(({ base }) => Money.parse(base));
  assert(Money.sum(bases).equals(gross), `the parts paid before add up to ${gross.toString()}`);
}
