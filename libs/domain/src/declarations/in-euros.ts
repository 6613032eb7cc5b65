/** Forms take whole euros: the amount, what is written, and the difference that the books must carry (reference 3.7). */
import { Money } from '../money';

export interface InEuros {
  readonly amount: Money;
  readonly euros: Money;
  /** `euros` less `amount`. */
  readonly difference: Money;
}

/** To the nearest euro, half away from zero (CGI 1649 undecies counts 0.50 as one). */
export function inEuros(amount: Money): InEuros {
  const isNegative = amount.isNegative;
  const cents = isNegative ? -amount.cents : amount.cents;
  const whole = ((cents + 50n) / 100n) * 100n;
  const euros = Money.ofCents(isNegative ? -whole : whole);
  return { amount, euros, difference: euros.minus(amount) };
}
