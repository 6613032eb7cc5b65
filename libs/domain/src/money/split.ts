/**
 * Sharing an amount so that the parts add up to it (rule R3).
 *
 * What people get wrong: half of 1415.11 rounded twice pays 1415.12. By the largest remainder every share first gets its
 * part rounded down, and the cents left go to the largest lost fractions, ties in the order of the shares.
 */
import { RuleViolation } from '../rules';
import { Money } from './money';
import type { Rational } from './rational';

/**
 * Splits `amount` in proportion to `shares`; a negative amount is the exact opposite of the positive one.
 * @throws RuleViolation `shares-invalid` when there is no share or one is not above zero
 */
export function splitByLargestRemainder(amount: Money, shares: readonly Rational[]): Money[] {
  if (amount.isNegative) return splitByLargestRemainder(amount.negated(), shares).map((part) => part.negated());
  const weights = wholeWeights(shares);
  const total = weights.reduce((sum, weight) => sum + weight, 0n);
  const parts = weights.map((weight) => (amount.cents * weight) / total);
  const left = Number(amount.cents - parts.reduce((sum, part) => sum + part, 0n));
  const luckiest = weights
    .map((weight, index) => ({ index, lost: (amount.cents * weight) % total }))
    .sort((a, b) => (a.lost === b.lost ? a.index - b.index : a.lost > b.lost ? -1 : 1))
    .slice(0, left)
    .map(({ index }) => index);
  const lucky = new Set(luckiest);
  return parts.map((part, index) => Money.ofCents(lucky.has(index) ? part + 1n : part));
}

/** The shares over one denominator, which then cancels out. */
function wholeWeights(shares: readonly Rational[]): bigint[] {
  if (shares.length === 0 || shares.some((share) => !share.isPositive)) {
    throw new RuleViolation('shares-invalid', { message: 'Shares are one or more numbers above zero' });
  }
  const denominator = shares.reduce((product, share) => product * share.reduced().denominator, 1n);
  return shares.map((share) => (share.numerator * denominator) / share.denominator);
}
