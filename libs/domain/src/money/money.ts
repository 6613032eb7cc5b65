/**
 * An amount in euros, held as whole cents.
 *
 * What people get wrong: an amount multiplied by a rate is not money any more but an exact number, and becomes money
 * again only where a rule says that it is rounded. So `times` gives a `Rational`, and `roundToCents` is called by name.
 */
import { givenText, quoted, RuleViolation } from '../rules';
import type { Rate } from './rate';
import { divideRoundingHalfAwayFromZero, placeDecimalPoint, Rational } from './rational';

const moneyForm = /^(-?)(\d{1,12})(?:\.(\d{1,2}))?$/;

export class Money {
  static readonly zero = new Money(0n);
  private text: string | undefined;

  private constructor(readonly cents: bigint) {}

  static ofCents(cents: bigint): Money {
    return cents === 0n ? Money.zero : new Money(cents);
  }

  /**
   * Reads "1234.50" (up to 12 digits before the point, up to 2 after).
   * @throws RuleViolation `amount-malformed` for anything else: "12.345", "1 234", "12,50", "1e3", ".5"
   */
  static parse(text: string): Money {
    const found = typeof text === 'string' ? moneyForm.exec(text) : null;
    if (!found) {
      throw new RuleViolation('amount-malformed', {
        message: `${quoted(text)} is not an amount in euros such as "12.50"`,
        values: { given: givenText(text) },
      });
    }
    const [, sign = '', euros = '', decimals = ''] = found;
    return Money.ofCents(BigInt(sign + euros + decimals.padEnd(2, '0')));
  }

  static sum(amounts: Iterable<Money>): Money {
    let cents = 0n;
    for (const amount of amounts) cents += amount.cents;
    return Money.ofCents(cents);
  }

  static min(first: Money, ...others: readonly Money[]): Money {
    return others.reduce((least, amount) => (amount.cents < least.cents ? amount : least), first);
  }

  static max(first: Money, ...others: readonly Money[]): Money {
    return others.reduce((most, amount) => (amount.cents > most.cents ? amount : most), first);
  }

  plus(other: Money): Money {
    return Money.ofCents(this.cents + other.cents);
  }

  minus(other: Money): Money {
    return Money.ofCents(this.cents - other.cents);
  }

  negated(): Money {
    return Money.ofCents(-this.cents);
  }

  /** Exact: not money until `roundToCents`. */
  times(factor: Rational): Rational {
    return Rational.of(this.cents * factor.numerator, 100n * factor.denominator);
  }

  toRational(): Rational {
    return Rational.of(this.cents, 100n);
  }

  /** -1, 0 or 1. */
  compare(other: Money): number {
    return this.cents < other.cents ? -1 : this.cents > other.cents ? 1 : 0;
  }

  equals(other: Money): boolean {
    return this.cents === other.cents;
  }

  get isZero(): boolean {
    return this.cents === 0n;
  }

  get isNegative(): boolean {
    return this.cents < 0n;
  }

  get isPositive(): boolean {
    return this.cents > 0n;
  }

  /** "1234.50": the form of the wire and of the database, not of screens. */
  toString(): string {
    return (this.text ??= centsToText(this.cents));
  }

  toJSON(): string {
    return this.toString();
  }
}

const pairsOfDigits = Array.from({ length: 100 }, (_, pair) => String(pair).padStart(2, '0'));

/** "12.34" for 1234: the way of most amounts, which a double holds exactly as whole cents. */
export function centsToText(cents: bigint): string {
  const whole = Number(cents);
  return Number.isSafeInteger(whole) ? wholeCentsToText(whole) : placeDecimalPoint(cents, 2);
}

/** The same of cents that are a whole number within what a double holds exactly (`Number.isSafeInteger`). */
export function wholeCentsToText(cents: number): string {
  const whole = cents < 0 ? -cents : cents;
  const pair = whole % 100;
  return `${cents < 0 ? '-' : ''}${(whole - pair) / 100}.${pairsOfDigits[pair]}`;
}

/** Cents nearest to an exact amount in euros, half away from zero (rule R0: 86.255 is 86.26, -86.255 is -86.26). */
export function roundToCents(amount: Rational): Money {
  return Money.ofCents(divideRoundingHalfAwayFromZero(amount.numerator * 100n, amount.denominator));
}

/** The same of an amount at a rate, in one step: 2,123.20 at 0.35 % is 7.43. */
export function roundShareToCents(amount: Money, rate: Rate): Money {
  const { numerator, denominator } = rate.fraction;
  const { cents } = amount;
  const product = Number(cents) * Number(numerator);
  const divisor = Number(denominator);
  const twice = 2 * (product < 0 ? -product : product) + divisor;
  // Below 2^53 whole numbers are exact in a double, and so is what is left of a division.
  if (Number.isSafeInteger(twice)) {
    const whole = (twice - (twice % (2 * divisor))) / (2 * divisor);
    return Money.ofCents(BigInt(product < 0 ? -whole : whole));
  }
  return Money.ofCents(divideRoundingHalfAwayFromZero(cents * numerator, denominator));
}
