/**
 * What the publisher withholds from an author's gross, and pays on top of it.
 *
 * What people get wrong: it is done when money is paid, at the rates of that day, advances included; what an advance
 * already bore is not withheld again when royalties recoup it. The VAT withheld is a difference (10 % less 0.8 %, each
 * rounded), not 9.2 % rounded on its own (rules R4 and R5).
 */
import type { CalendarDate } from '../calendar';
import { Money, Rate, roundShareToCents, roundToCents } from '../money';
import { RuleViolation } from '../rules';
import { abatedCeiling, ratesOn, type WithholdingRates } from './rates';

export const socialProfiles = ['withheld', 'exempt'] as const;
export const vatProfiles = ['withheld', 'liable', 'none'] as const;

/** How an author is taxed. */
export interface TaxProfile {
  /** `exempt`: dispensation, heirs, residents of other countries. */
  readonly social: (typeof socialProfiles)[number];
  /** `withheld`: the publisher pays 9.2 of the 10 points; `liable`: the author invoices 10 %; `none`. */
  readonly vat: (typeof vatProfiles)[number];
  /** Of the gross (CGI 182 B). */
  readonly withholdingTaxRate: Rate;
}

export const deductions = [
  'csg',
  'crds',
  'pension',
  'training',
  'vat',
  'vatFlatPart',
  'withholdingTax',
  'payerContribution',
  'payerTraining',
] as const;

/** One product the author can redo: `base` × `rate` percent, rounded to the cent, is `amount`. */
export interface WithholdingLine {
  readonly kind: (typeof deductions)[number];
  readonly base: string;
  readonly rate: string;
  readonly amount: string;
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
  /** The publisher's cost, on top of gross. */
  readonly payerContribution: Money;
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

/**
 * Worked example, 2026: gross 2,123.20 gives base 2,086.04, CSG 191.92, CRDS 10.43, pension 130.58, training 7.43,
 * social 340.36, VAT 212.32, withheld 195.33, net 1,799.83, payer 21.23 + 2.12.
 * @throws RuleViolation `no-rates-on-date`, `gross-not-positive`
 */
export function withhold(input: WithholdingInput): Withholding {
  const { gross, profile } = input;
  if (!gross.isPositive) {
    throw new RuleViolation('gross-not-positive', { message: `Nothing is withheld from ${gross.toString()}` });
  }
  const rates = ratesOn(input.rates, input.date);
  const trace: WithholdingLine[] = [];
  const take = taker(trace);
  const social = socialContributions({ input, rates, take });
  const vat = profile.vat === 'none' ? Money.zero : take('vat', gross, rates.vat);
  const flatPart = profile.vat === 'withheld' ? take('vatFlatPart', gross, rates.vatFlatPart) : vat;
  const vatWithheld = vat.minus(flatPart);
  const withholdingTax = profile.withholdingTaxRate.isZero
    ? Money.zero
    : take('withholdingTax', gross, profile.withholdingTaxRate);
  const payerContribution = take('payerContribution', gross, rates.payerContribution).plus(
    take('payerTraining', gross, rates.payerTraining),
  );
  const net = gross.minus(social.social).plus(flatPart).minus(withholdingTax);
  return { ...social, vat, vatWithheld, withholdingTax, net, payerContribution, trace };
}

type Take = (kind: WithholdingLine['kind'], base: Money, rate: Rate) => Money;

function taker(trace: WithholdingLine[]): Take {
  return (kind, base, rate) => {
    const amount = roundShareToCents(base, rate);
    trace.push({ kind, base: base.toString(), rate: rate.toString(), amount: amount.toString() });
    return amount;
  };
}

function socialContributions(given: {
  readonly input: WithholdingInput;
  readonly rates: WithholdingRates;
  readonly take: Take;
}) {
  const { input, rates, take } = given;
  if (input.profile.social === 'exempt') {
    const nothing = Money.zero;
    return { csg: nothing, crds: nothing, pension: nothing, training: nothing, social: nothing };
  }
  const base = socialBase(input, rates);
  const csg = take('csg', base, rates.csg);
  const crds = take('crds', base, rates.crds);
  const pension = take('pension', partUnder(rates.yearlyCeiling, input), rates.pension);
  const training = take('training', input.gross, rates.training);
  return { csg, crds, pension, training, social: Money.sum([csg, crds, pension, training]) };
}

/** 98.25 % of what lies under four yearly ceilings and all of what lies above, rounded once. */
function socialBase(input: WithholdingInput, rates: WithholdingRates): Money {
  const under = partUnder(abatedCeiling(rates), input);
  const above = input.gross.minus(under);
  return roundToCents(under.times(rates.abatedPart.fraction).plus(above.toRational()));
}

/** The part of the gross that still fits under a ceiling after what was paid earlier in the year. */
function partUnder(ceiling: Money, { gross, paidThisYear }: WithholdingInput): Money {
  return Money.max(Money.zero, Money.min(gross, ceiling.minus(paidThisYear)));
}
