import type { ClauseTerms, ContractClauseRecord, StoredTier } from './records';

/** The columns that a correction of terms may replace; what the clause applies to stays. */
type Correctable = Pick<
  ContractClauseRecord,
  | 'tiers'
  | 'excludedAuthorCopies'
  | 'excludedLegalDeposit'
  | 'excludedReviewCopies'
  | 'excludedReviewCopiesPercent'
  | 'poolShares'
  | 'poolIndex'
  | 'rate'
  | 'flatAmount'
>;

/** A clause with its corrections over what was agreed, oldest first: the last word on each member counts. */
export function withCorrections<Clause extends Correctable>(
  agreed: Clause,
  corrections: readonly ClauseTerms[],
): Clause {
  return corrections.reduce((clause, terms) => ({ ...clause, ...columnsOf(terms) }), agreed);
}

/** The columns that these terms replace. */
export function columnsOf(terms: ClauseTerms): Partial<Correctable> {
  const { tiers, excluded, poolShares, poolIndex, rate, amount } = terms;
  return {
    ...(tiers === undefined ? {} : { tiers: [...tiers] as StoredTier[] }),
    ...(excluded === undefined
      ? {}
      : {
          excludedAuthorCopies: excluded.authorCopies ?? 0,
          excludedLegalDeposit: excluded.legalDeposit ?? 0,
          excludedReviewCopies: excluded.reviewCopies ?? 0,
          excludedReviewCopiesPercent: excluded.reviewCopiesPercent ?? '0',
        }),
    ...(poolShares === undefined ? {} : { poolShares: [...poolShares] }),
    ...(poolIndex === undefined ? {} : { poolIndex }),
    ...(rate === undefined ? {} : { rate }),
    ...(amount === undefined ? {} : { flatAmount: amount }),
  };
}
