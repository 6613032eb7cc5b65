import { Money } from '@colophon/domain/money';

/** Days on which a price was used to compute royalties, both included. */
export interface PricedFact {
  readonly from: string;
  readonly to: string;
}

interface DatedPrice {
  readonly validFrom: string;
  readonly retailPriceInclVat: string;
}

/**
 * The first day on which royalties were computed with a price that `after` would change; undefined where there is none.
 * A day on which no price was in force binds nobody: the price that was missing can still be entered.
 */
export function changedFact(change: {
  readonly before: readonly DatedPrice[];
  readonly after: readonly DatedPrice[];
  readonly facts: readonly PricedFact[];
}): string | undefined {
  const { before, after, facts } = change;
  const starts = [...before, ...after].map(({ validFrom }) => validFrom).sort();
  const days = facts.flatMap(({ from, to }) => [from, ...starts.filter((day) => from < day && day <= to)]);
  return days.find((day) => {
    const used = amountOn(before, day);
    return used !== undefined && used !== amountOn(after, day);
  });
}

/** As cents, so that "12.5" and "12.50" are one price. */
function amountOn(prices: readonly DatedPrice[], day: string): bigint | undefined {
  let found: DatedPrice | undefined;
  for (const price of prices) {
    if (price.validFrom <= day && (!found || price.validFrom > found.validFrom)) found = price;
  }
  return found && Money.parse(found.retailPriceInclVat).cents;
}
