/**
 * The copies of a run that bear no royalty, and the ones that do.
 *
 * What people get wrong: exclusions are the contract's and are frozen when the run is accepted; the review copies really
 * sent later change nothing. Only a correction of the accepted quantity computes the percentage anew, always rounded down.
 */
import type { Exclusions } from '../contracts';
import { parseQuantity } from '../money';

/** A run's copies for one clause; `accepted` less all exclusions is `bearing`, which is never below zero. */
export interface RunBreakdown {
  readonly accepted: number;
  readonly authorCopies: number;
  readonly legalDeposit: number;
  readonly reviewCopies: number;
  /** Copies that `reviewCopiesPercent` of the accepted ones comes to, rounded down. */
  readonly reviewCopiesOfPercent: number;
  readonly bearing: number;
}

/**
 * Worked example: 3,000 accepted, 20 author copies, 2 for legal deposit, 3 % for the press: 3000 − 20 − 2 − 90 = 2,888.
 * @throws RuleViolation `quantity-malformed` unless `accepted` is a whole number, zero or more
 */
export function breakDownRun(accepted: number, excluded: Exclusions): RunBreakdown {
  parseQuantity(accepted);
  const { authorCopies, legalDeposit, reviewCopies } = excluded;
  const reviewCopiesOfPercent = copiesOfPercent(accepted, excluded);
  const excludedCopies = authorCopies + legalDeposit + reviewCopies + reviewCopiesOfPercent;
  const bearing = Math.max(0, accepted - excludedCopies);
  return { accepted, authorCopies, legalDeposit, reviewCopies, reviewCopiesOfPercent, bearing };
}

function copiesOfPercent(accepted: number, { reviewCopiesPercent }: Exclusions): number {
  if (reviewCopiesPercent.isZero) return 0;
  const { numerator, denominator } = reviewCopiesPercent.fraction;
  const product = accepted * Number(numerator);
  const divisor = Number(denominator);
  // Below 2^53 whole numbers are exact, and so is what is left of them.
  if (Number.isSafeInteger(product) && Number.isSafeInteger(divisor)) return (product - (product % divisor)) / divisor;
  return Number((BigInt(accepted) * numerator) / denominator);
}
