/**
 * A rate, written in percent ("5.5") and kept exactly.
 *
 * What people get wrong: 5.5 % as the float 0.055 is not 5.5 %, and a discount as a float is wrong on about one invoice
 * line in a hundred.
 */
import { givenText, quoted, RuleViolation } from '../rules';
import { Rational } from './rational';

const hundred = Rational.of(100n);

export class Rate {
  static readonly zero = new Rate(Rational.zero);

  /** 0.055 for 5.5 %, exactly. */
  readonly fraction: Rational;
  private text: string | undefined;

  private constructor(
    /** 5.5 for 5.5 %. */
    readonly percent: Rational,
  ) {
    this.fraction = Rational.of(percent.numerator, percent.denominator * 100n);
  }

  static ofPercent(percent: Rational): Rate {
    return new Rate(percent.reduced());
  }

  /**
   * Reads a percentage from 0 to 100 such as "5.5".
   * @throws RuleViolation `rate-malformed` when it is no decimal number, `rate-out-of-range` below 0 or above 100
   */
  static parse(text: string): Rate {
    const percent = Rate.readPercent(text);
    if (percent.isNegative || percent.compare(hundred) > 0) {
      throw new RuleViolation('rate-out-of-range', {
        message: `A rate lies between 0 and 100 percent: ${text} does not`,
        values: { given: text },
      });
    }
    return Rate.ofPercent(percent);
  }

  private static readPercent(text: string): Rational {
    if (typeof text !== 'string' || !/^-?\d{1,6}(\.\d{1,12})?$/.test(text)) {
      throw new RuleViolation('rate-malformed', {
        message: `${quoted(text)} is not a percentage such as "5.5"`,
        values: { given: givenText(text) },
      });
    }
    return Rational.parse(text);
  }

  /** 1.055 for 5.5 %: what a price without VAT is multiplied by. */
  get onePlus(): Rational {
    return Rational.one.plus(this.fraction);
  }

  /** 0.65 for a discount of 35 %. */
  get oneMinus(): Rational {
    return Rational.one.minus(this.fraction);
  }

  compare(other: Rate): number {
    return this.percent.compare(other.percent);
  }

  equals(other: Rate): boolean {
    return this.compare(other) === 0;
  }

  get isZero(): boolean {
    return this.percent.isZero;
  }

  /** In percent, without needless zeros: "8", "5.5". */
  toString(): string {
    return (this.text ??= this.percent.toExactText());
  }

  toJSON(): string {
    return this.toString();
  }
}
