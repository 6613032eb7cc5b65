import type { StatementEdition } from '@colophon/documents/statements';
import { Rational } from '@colophon/domain/money';
import type { TierLine, UnitPriceTrace } from '@colophon/domain/royalties';

type PrintRuns = StatementEdition['printRuns'][number];

/** A price as the engine used it. */
export function unitPrice(price: UnitPriceTrace): NonNullable<PrintRuns['price']> {
  const exclVat = price.inCents ?? decimal(price.used);
  return { inclVat: price.retailPriceInclVat, vatRate: price.vatRate, exclVat, rounding: price.rounding };
}

export function tierLine({ copies, tier, product, amount }: TierLine): PrintRuns['tiers'][number] {
  return {
    from: tier.above + 1,
    to: tier.upTo,
    copies,
    ...(tier.rate === undefined ? {} : { rate: tier.rate }),
    ...(tier.amountPerCopy === undefined ? {} : { amountPerCopy: tier.amountPerCopy }),
    product: decimal(product),
    amount,
  };
}

/** An exact number for the eye: a fraction without end is shown to six decimals. */
export function decimal(exact: string): string {
  if (!exact.includes('/')) return exact;
  const [numerator, denominator] = exact.split('/');
  return Rational.parse(numerator ?? '0')
    .dividedBy(Rational.parse(denominator ?? '1'))
    .roundedHalfAwayFromZero(6)
    .toExactText(2);
}
