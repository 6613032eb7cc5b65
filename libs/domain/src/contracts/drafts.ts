/**
 * A contract as it is typed, imported or written in a conformance case: texts and numbers, nothing checked yet. The
 * member names are those of the conformance format, and the pointers of violations lead into this shape.
 */

export interface TierDraft {
  readonly upTo?: number | null;
  /** Percent, "8.5". */
  readonly rate: string;
}

export interface ExclusionsDraft {
  readonly authorCopies?: number;
  readonly legalDeposit?: number;
  readonly reviewCopies?: number;
  /** Percent of the copies accepted. */
  readonly reviewCopiesPercent?: string;
}

export interface ClauseDraft {
  readonly id?: string;
  readonly edition: string;
  readonly basis: string;
  /** Printed and sold. */
  readonly tiers?: readonly TierDraft[];
  readonly copiesBefore?: number;
  /** Printed. */
  readonly excluded?: ExclusionsDraft;
  readonly poolShares?: readonly string[];
  readonly poolIndex?: number;
  /** Sold. */
  readonly returnReserve?: { readonly percent: string; readonly maxStatements: number };
  /** Net receipts and third party. */
  readonly rate?: string;
}

export interface ContractDraft {
  readonly clauses: readonly ClauseDraft[];
  /** Euros, "50.00". */
  readonly paymentThreshold?: string;
  readonly advances?: readonly { readonly amount: string }[];
  readonly signedOn?: string;
  readonly startsOn?: string;
  readonly endsOn?: string;
  readonly minimumFirstRun?: number;
  readonly guaranteedMinimum?: string;
}
