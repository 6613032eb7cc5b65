/**
 * What a payee is paid on a day: each item of a payment with its withholding, computed anew.
 *
 * What people get wrong: what a statement said was for the day it planned. Rates, the profile and what was paid earlier
 * in the year are those of the day of the payment, and the items of one payment count for each other's ceilings.
 */
import type { CalendarDate } from '../calendar';
import type { PayeeKind } from '../contracts';
import { Money, roundToCents } from '../money';
import { RuleViolation } from '../rules';
import { withholdPart, type TaxProfile, type Withholding, type WithholdingRates } from '../withholding';

/** What was paid before of the same item. */
export interface EarlierParts {
  readonly gross: Money;
  /** Their sum (`sumWithholdings`). */
  readonly withholding: Withholding;
  readonly agentShare: Money;
}

/** A part of what is due, or all of it; amounts in euros. */
export interface ItemToPay {
  readonly payeeKind: PayeeKind;
  /** Of this part. */
  readonly gross: Money;
  /** Of the whole item, as it was stated. */
  readonly wholeGross: Money;
  /** What of the payee's net the agents of the contract have, on the whole item. */
  readonly agentFee: Money;
  readonly paidBefore?: EarlierParts | undefined;
}

export interface ItemsToPay {
  readonly items: readonly ItemToPay[];
  /** Gross paid to this person earlier in the calendar year of `date`. */
  readonly paidThisYear: Money;
  readonly profile: TaxProfile;
  readonly date: CalendarDate;
  readonly rates: readonly WithholdingRates[];
}

/** `net` = gross − social + VAT − VAT withheld − tax − `agentShare`. */
export interface PaidItem {
  readonly gross: Money;
  readonly agentShare: Money;
  readonly net: Money;
  readonly paidThisYear: Money;
  /** Missing for an agent, from whom nothing is withheld. */
  readonly withholding?: Withholding;
}

/**
 * The items in their order. Worked example, 2026: 2,123.20 and then 1,000.00 of an author who was paid 47,500.00: the
 * first leaves nothing under the ceiling, so no pension is withheld from the second.
 * @throws RuleViolation `no-rates-on-date`, `gross-not-positive`, `part-exceeds-due`
 */
export function payItems(given: ItemsToPay): PaidItem[] {
  let { paidThisYear } = given;
  return given.items.map((item) => {
    refuseTooMuch(item);
    const paid =
      item.payeeKind === 'agent' ? payAgent(item, paidThisYear) : payAuthor(item, { ...given, paidThisYear });
    if (item.payeeKind !== 'agent') paidThisYear = paidThisYear.plus(item.gross);
    return paid;
  });
}

/** An agent receives its part as it is: what is withheld is the author's own affair, on the whole gross. */
function payAgent({ gross }: ItemToPay, paidThisYear: Money): PaidItem {
  return { gross, agentShare: Money.zero, net: gross, paidThisYear };
}

function payAuthor(item: ItemToPay, { profile, date, rates, paidThisYear }: Omit<ItemsToPay, 'items'>): PaidItem {
  const { gross, paidBefore } = item;
  const withholding = withholdPart({ gross, paidThisYear, profile, date, rates, paidBefore });
  const agentShare = agentShareOf(item);
  return { gross, agentShare, net: withholding.net.minus(agentShare), paidThisYear, withholding };
}

/** In proportion to what is paid, cumulated, so that the parts add up to the whole fee. */
function agentShareOf({ gross, wholeGross, agentFee, paidBefore }: ItemToPay): Money {
  const cumulated = gross.plus(paidBefore?.gross ?? Money.zero);
  const share = roundToCents(agentFee.times(cumulated.toRational().dividedBy(wholeGross.toRational())));
  return share.minus(paidBefore?.agentShare ?? Money.zero);
}

function refuseTooMuch({ gross, wholeGross, paidBefore }: ItemToPay): void {
  const left = wholeGross.minus(paidBefore?.gross ?? Money.zero);
  if (gross.compare(left) <= 0) return;
  throw new RuleViolation('part-exceeds-due', {
    message: `${gross.toString()} would be paid where ${left.toString()} is due`,
    values: { gross: gross.toString(), due: left.toString() },
  });
}
