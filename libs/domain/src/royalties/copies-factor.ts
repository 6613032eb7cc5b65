/**
 * What one copy makes due, exactly, prepared to be multiplied by many numbers of copies.
 *
 * A house has a hundred thousand such products. Whole numbers below 2^53 are exact in a double and much faster than
 * bigints, so both are prepared, and a product that could leave that range is computed with bigints.
 */
import {
  centsToText,
  decimalsOf,
  placeDecimalPoint,
  placeDecimalPointInWhole,
  Rational,
  wholeCentsToText,
} from '../money';

/** copies × factor, exactly and rounded to the cent, half away from zero. */
export interface Product {
  readonly product: string;
  readonly amount: string;
  readonly cents: bigint;
}

export class CopiesFactor {
  private readonly numerator: bigint;
  private readonly denominator: bigint;
  /** Decimals of the product: the denominator is then a power of ten; undefined where it has no decimal form. */
  private readonly places: number | undefined;
  /** The same two as doubles; not a number where they are not exact. */
  private readonly wholeNumerator: number;
  private readonly wholeDenominator: number;

  constructor(exact: Rational) {
    const { numerator, denominator } = decimalsOf(exact.denominator) === undefined ? exact.reduced() : exact;
    this.places = decimalsOf(denominator);
    const scale = this.places === undefined ? denominator : 10n ** BigInt(this.places);
    this.numerator = (numerator * scale) / denominator;
    this.denominator = scale;
    this.wholeNumerator = wholeOf(this.numerator);
    this.wholeDenominator = wholeOf(this.denominator);
  }

  of(copies: number): Product {
    const exact = copies * this.wholeNumerator;
    const twiceCents = (exact < 0 ? -exact : exact) * 200 + this.wholeDenominator;
    if (this.places === undefined || !Number.isSafeInteger(twiceCents)) return this.ofMany(copies);
    const twice = 2 * this.wholeDenominator;
    const whole = (twiceCents - (twiceCents % twice)) / twice;
    const cents = exact < 0 && whole > 0 ? -whole : whole;
    return {
      product: placeDecimalPointInWhole(exact, this.places),
      amount: wholeCentsToText(cents),
      cents: BigInt(cents),
    };
  }

  private ofMany(copies: number): Product {
    const { places, denominator } = this;
    const exact = BigInt(copies) * this.numerator;
    const twice = 2n * denominator;
    const cents = exact < 0n ? -((denominator - exact * 200n) / twice) : (exact * 200n + denominator) / twice;
    const product =
      places === undefined ? Rational.of(exact, denominator).toExactText(2) : placeDecimalPoint(exact, places);
    return { product, amount: centsToText(cents), cents };
  }
}

/** The number as a double, or not a number where that would not be exact. */
function wholeOf(number: bigint): number {
  const double = Number(number);
  return Number.isSafeInteger(double) ? double : NaN;
}
