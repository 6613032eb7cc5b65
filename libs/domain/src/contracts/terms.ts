/**
 * What a contract says about money, in the form the royalty engine computes with.
 *
 * What people get wrong: a clause is not a percentage. It is a percentage of something (copies printed, copies sold,
 * receipts, what a third party paid), for one edition, by tiers that count the copies of that clause alone.
 */
import type { CalendarDate } from '../calendar';
import type { Money, Rate, Rational } from '../money';

/** What a clause's rate is applied to. */
export const royaltyBases = ['printed', 'sold', 'netReceipts', 'thirdParty'] as const;
export type RoyaltyBasis = (typeof royaltyBases)[number];

/** A rate for the copies up to a ceiling, included; the last tier has none. */
export interface Tier {
  readonly upTo?: number;
  readonly rate: Rate;
}

/** Copies of a print run that bear no royalty. */
export interface Exclusions {
  readonly authorCopies: number;
  readonly legalDeposit: number;
  readonly reviewCopies: number;
  /** Of the copies accepted; the number of copies is rounded down. */
  readonly reviewCopiesPercent: Rate;
}

/** A pooled rate shared between contracts: this one receives the part at `index`. */
export interface PoolShare {
  readonly shares: readonly Rational[];
  readonly index: number;
}

/** Part of the sales held back for returns to come, released in full at the next statement. */
export interface ReturnReserve {
  readonly percent: Rate;
  readonly maxStatements: number;
}

interface AnyClause {
  readonly id?: string;
  readonly edition: string;
}

export interface PrintedClause extends AnyClause {
  readonly basis: 'printed';
  readonly tiers: readonly Tier[];
  readonly excluded: Exclusions;
  /** Copies that moved the tier counter before the first run known here. */
  readonly copiesBefore: number;
  readonly pool?: PoolShare;
}

export interface SoldClause extends AnyClause {
  readonly basis: 'sold';
  readonly tiers: readonly Tier[];
  readonly copiesBefore: number;
  readonly returnReserve?: ReturnReserve;
}

/** A share of receipts: no copies, no tiers. */
export interface ReceiptsClause extends AnyClause {
  readonly basis: 'netReceipts' | 'thirdParty';
  readonly rate: Rate;
}

export type Clause = PrintedClause | SoldClause | ReceiptsClause;

/** A contract's terms, all checked. */
export interface ContractTerms {
  readonly clauses: readonly Clause[];
  readonly paymentThreshold: Money;
  readonly advances: readonly Money[];
  readonly signedOn?: CalendarDate;
  readonly startsOn?: CalendarDate;
  readonly endsOn?: CalendarDate;
  /** Copies; CPI L132-10. */
  readonly minimumFirstRun?: number;
  /** CPI L132-10: takes the place of a minimum first run. */
  readonly guaranteedMinimum?: Money;
}
