/**
 * A contract as it is typed, imported or written in a conformance case: texts and numbers, nothing checked yet. The
 * member names are those of the conformance format, and the pointers of violations lead into this shape.
 */

export interface TierDraft {
  readonly upTo?: number | null;
  /** Percent, "8.5". A tier has either this or an amount per copy; all tiers of a clause have the same. */
  readonly rate?: string;
  /** Euros, "0.80". */
  readonly amountPerCopy?: string;
}

export interface ExclusionsDraft {
  readonly authorCopies?: number;
  readonly legalDeposit?: number;
  readonly reviewCopies?: number;
  /** Percent of the copies accepted. */
  readonly reviewCopiesPercent?: string;
}

/** A marked re-launch, which allows a reserve once more on its own copies. */
export interface RelaunchDraft {
  readonly from: string;
  readonly statements: number;
}

export interface ReturnReserveDraft {
  readonly percent: string;
  readonly maxStatements: number;
  readonly relaunch?: RelaunchDraft;
}

export interface ClauseDraft {
  readonly id?: string;
  readonly edition: string;
  readonly basis: string;
  /** First and last day in force, both included: the date of the run, sale or income decides. */
  readonly from?: string;
  readonly until?: string;
  /** Sold, net receipts, third party: only what came through these channels, or from these countries (ISO 3166). */
  readonly channels?: readonly string[];
  readonly territories?: readonly string[];
  /** Printed and sold: clauses of one contract with the same counter count their tiers together. */
  readonly counter?: string;
  /** Printed and sold. */
  readonly tiers?: readonly TierDraft[];
  readonly copiesBefore?: number;
  /** Printed. */
  readonly excluded?: ExclusionsDraft;
  readonly poolShares?: readonly string[];
  readonly poolIndex?: number;
  /** Sold. */
  readonly returnReserve?: ReturnReserveDraft;
  /** Copies printed before the switch to another basis, which stay on this one after `until` until they are sold. */
  readonly copiesLeft?: number;
  /** Net receipts and third party. */
  readonly rate?: string;
  /** Third party: only what was paid for this right. */
  readonly right?: string;
  /** Third party: what the rate is applied to, "net" cashed (default) or "gross" before foreign tax. */
  readonly on?: string;
  /** Flat fee: euros, and the day on which it falls due. */
  readonly amount?: string;
  readonly dueOn?: string;
}

/** Somebody who is paid a part of what a contract makes due. */
export interface PayeeDraft {
  readonly author: string;
  readonly kind: string;
  /** Percent. Those of authors and rights holders add up to 100; an agent's is taken out of theirs. */
  readonly share: string;
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
  /** Euros; topped up to at `endsOn`, or on the final statement. */
  readonly guaranteedMinimum?: string;
  readonly payees?: readonly PayeeDraft[];
}
