/**
 * An exact number: a whole number over a whole number.
 *
 * What people get wrong: 20.00 / 1.055 has no decimal form, so a "precise" decimal is already rounded once too often.
 * Nothing here rounds but the functions whose name says so, and they round half away from zero, so that the reversal
 * of an amount is its exact opposite.
 */
import { givenText, quoted, assert, RuleViolation } from '../rules';

const decimalForm = /^(-?)(\d{1,18})(?:\.(\d{1,18}))?$/;

export class Rational {
  static readonly zero = new Rational(0n, 1n);
  static readonly one = new Rational(1n, 1n);

  private constructor(
    readonly numerator: bigint,
    /** Always above zero; the fraction is not necessarily in lowest terms. */
    readonly denominator: bigint,
  ) {}

  static of(numerator: bigint, denominator: bigint = 1n): Rational {
    assert(denominator !== 0n, 'a denominator is never zero');
    return denominator < 0n ? new Rational(-numerator, -denominator) : new Rational(numerator, denominator);
  }

  /** @throws RuleViolation `amount-malformed` unless `text` is a plain decimal such as "-12.345" */
  static parse(text: string): Rational {
    const found = typeof text === 'string' ? decimalForm.exec(text) : null;
    if (!found) {
      throw new RuleViolation('amount-malformed', {
        message: `${quoted(text)} is not a decimal number such as "12.50"`,
        values: { given: givenText(text) },
      });
    }
    const [, sign = '', whole = '', decimals = ''] = found;
    return new Rational(BigInt(sign + whole + decimals), 10n ** BigInt(decimals.length));
  }

  plus(other: Rational): Rational {
    return new Rational(
      this.numerator * other.denominator + other.numerator * this.denominator,
      this.denominator * other.denominator,
    );
  }

  minus(other: Rational): Rational {
    return this.plus(other.negated());
  }

  times(other: Rational): Rational {
    return new Rational(this.numerator * other.numerator, this.denominator * other.denominator);
  }

  dividedBy(other: Rational): Rational {
    return Rational.of(this.numerator * other.denominator, this.denominator * other.numerator);
  }

  negated(): Rational {
    return new Rational(-this.numerator, this.denominator);
  }

  /** -1, 0 or 1. */
  compare(other: Rational): number {
    const difference = this.numerator * other.denominator - other.numerator * this.denominator;
    return difference < 0n ? -1 : difference > 0n ? 1 : 0;
  }

  equals(other: Rational): boolean {
    return this.compare(other) === 0;
  }

  get isZero(): boolean {
    return this.numerator === 0n;
  }

  get isNegative(): boolean {
    return this.numerator < 0n;
  }

  get isPositive(): boolean {
    return this.numerator > 0n;
  }

  /** The same number in lowest terms. */
  reduced(): Rational {
    const divisor = greatestCommonDivisor(this.numerator, this.denominator);
    return divisor === 1n ? this : new Rational(this.numerator / divisor, this.denominator / divisor);
  }

  /** The nearest number with so many decimals, half away from zero: 86.255 becomes 86.26, -86.255 becomes -86.26. */
  roundedHalfAwayFromZero(decimals: number): Rational {
    const scale = 10n ** BigInt(decimals);
    return new Rational(divideRoundingHalfAwayFromZero(this.numerator * scale, this.denominator), scale);
  }

  /** Rounded toward minus infinity. */
  floor(): bigint {
    const quotient = this.numerator / this.denominator;
    return this.numerator < 0n && quotient * this.denominator !== this.numerator ? quotient - 1n : quotient;
  }

  /**
   * The number without any loss: a decimal where it has one ("13.27"), else a fraction in lowest terms ("4000/211").
   * `leastDecimals` pads a decimal with zeros.
   */
  toExactText(leastDecimals = 0): string {
    const { numerator, denominator } = this.reduced();
    const decimals = decimalsOf(denominator);
    if (decimals === undefined) return `${numerator}/${denominator}`;
    const places = Math.max(decimals, leastDecimals);
    return placeDecimalPoint((numerator * 10n ** BigInt(places)) / denominator, places);
  }
}

/** numerator / denominator to the nearest whole number, half away from zero; the denominator is above zero. */
export function divideRoundingHalfAwayFromZero(numerator: bigint, denominator: bigint): bigint {
  const twice = 2n * denominator;
  return numerator < 0n ? -((-2n * numerator + denominator) / twice) : (2n * numerator + denominator) / twice;
}

/** 1234 with 2 decimals is "12.34". */
export function placeDecimalPoint(digits: bigint, decimals: number): string {
  const sign = digits < 0n ? '-' : '';
  const text = textOfWhole(digits < 0n ? -digits : digits).padStart(decimals + 1, '0');
  const point = text.length - decimals;
  return decimals === 0 ? sign + text : `${sign}${text.slice(0, point)}.${text.slice(point)}`;
}

/** The same of digits that a double holds exactly (`Number.isSafeInteger`). */
export function placeDecimalPointInWhole(digits: number, decimals: number): string {
  const sign = digits < 0 ? '-' : '';
  const text = String(digits < 0 ? -digits : digits).padStart(decimals + 1, '0');
  const point = text.length - decimals;
  return decimals === 0 ? sign + text : `${sign}${text.slice(0, point)}.${text.slice(point)}`;
}

/** A whole number that a double holds exactly is written much faster from it. */
function textOfWhole(whole: bigint): string {
  const double = Number(whole);
  return Number.isSafeInteger(double) ? String(double) : String(whole);
}

const powersOfTen = new Map(Array.from({ length: 19 }, (_, power) => [10n ** BigInt(power), power]));

/** How many decimals a fraction in lowest terms needs, or undefined when no number of decimals is enough. */
export function decimalsOf(denominator: bigint): number | undefined {
  const power = powersOfTen.get(denominator);
  if (power !== undefined) return power;
  let rest = denominator;
  let twos = 0;
  let fives = 0;
  for (; rest % 2n === 0n; rest /= 2n) twos += 1;
  for (; rest % 5n === 0n; rest /= 5n) fives += 1;
  return rest === 1n ? Math.max(twos, fives) : undefined;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x === 0n ? 1n : x;
}
