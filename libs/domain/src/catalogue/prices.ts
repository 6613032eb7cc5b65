/**
 * The public price of an edition, which the publisher sets by law, VAT included, from a date on.
 *
 * What people get wrong: the price without VAT is derived, and whether it is rounded before it is multiplied is part of
 * the author's contract. 800 × 16.00 at 10 % is 1,213.60 with 15.17 and 1,213.27 unrounded (rule R1).
 */
import { compareDates, type CalendarDate } from '../calendar';
import { Money, Rate, Rational } from '../money';
import { RuleViolation } from '../rules';

/** A public price in force from a date until the next one's. */
export interface Price {
  readonly from: CalendarDate;
  readonly retailPriceInclVat: Money;
}

/** Decimals to which the public price without VAT is rounded. */
export const unitPriceRoundings = ['2', '4', 'none'] as const;
export type UnitPriceRounding = (typeof unitPriceRoundings)[number];

/**
 * The prices by rising date.
 * @throws RuleViolation `prices-ambiguous` for two on one date, `price-negative`
 */
export function sortPrices(prices: readonly Price[]): readonly Price[] {
  const sorted = [...prices].sort((a, b) => compareDates(a.from, b.from));
  sorted.forEach((price, index) => {
    if (price.retailPriceInclVat.isNegative) {
      throw new RuleViolation('price-negative', { message: `The price from ${price.from} is below zero` });
    }
    if (sorted[index + 1]?.from === price.from) {
      throw new RuleViolation('prices-ambiguous', {
        message: `Two prices begin on ${price.from}`,
        values: { date: price.from },
      });
    }
  });
  return sorted;
}

/**
 * The price in force on a date: the last whose `from` is not after it. `prices` may come in any order.
 * @throws RuleViolation `no-price-on-date` before the first price
 */
export function priceInForce(prices: readonly Price[], date: CalendarDate): Price {
  let found: Price | undefined;
  for (const price of prices) {
    if (price.from <= date && (!found || price.from > found.from)) found = price;
  }
  if (found) return found;
  throw new RuleViolation('no-price-on-date', { message: `No price is in force on ${date}`, values: { date } });
}

/**
 * The public price without VAT of one copy, in euros, exact unless `rounding` asks for decimals.
 * Worked example at 5.5 %: 14.00 gives 13.27 ("2"), 13.2701 ("4"), 2800/211 ("none").
 */
export function unitPriceExclVat(price: {
  readonly retailPriceInclVat: Money;
  readonly vatRate: Rate;
  readonly rounding: UnitPriceRounding;
}): Rational {
  const exact = price.retailPriceInclVat.toRational().dividedBy(price.vatRate.onePlus);
  return price.rounding === 'none' ? exact : exact.roundedHalfAwayFromZero(Number(price.rounding));
}
