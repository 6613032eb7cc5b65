/**
 * What a contract says about money, in the form the royalty engine computes with.
 *
 * What people get wrong: a clause is not a percentage. It is a percentage of something (copies printed, copies sold,
 * receipts, what a third party paid), for one edition, by tiers that count the copies of that clause alone.
 */
import type { CalendarDate } from '../calendar';
import type { Money, Rate, Rational } from '../money';

/** What a clause's rate is applied to. */
export const royaltyBases = ['printed', 'sold', 'netReceipts', 'thirdParty', 'flatFee'] as const;
export type RoyaltyBasis = (typeof royaltyBases)[number];

/** A rate, or an amount per copy, for the copies up to a ceiling, included; the last tier has none. */
export type Tier = { readonly upTo?: number } & (
  | { readonly rate: Rate; readonly amountPerCopy?: undefined }
  | { readonly rate?: undefined; readonly amountPerCopy: Money }
);

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
  /** A marked re-launch: its own copies bear a reserve once more, on so many statements from that day on. */
  readonly relaunch?: { readonly from: CalendarDate; readonly statements: number };
}

interface AnyClause {
  readonly id?: string;
  readonly edition: string;
  /** First and last day in force, both included. */
  readonly from?: CalendarDate;
  readonly until?: CalendarDate;
}

/** What of an edition's sales or income a clause takes: all that no more specific clause takes, where it names nothing. */
interface Selective {
  readonly channels?: readonly string[];
  readonly territories?: readonly string[];
}

/** Clauses of one contract with the same name count their tiers together. */
interface Counting {
  readonly counter?: string;
}

export interface PrintedClause extends AnyClause, Counting {
  readonly basis: 'printed';
  readonly tiers: readonly Tier[];
  readonly excluded: Exclusions;
  /** Copies that moved the tier counter before the first run known here. */
  readonly copiesBefore: number;
  readonly pool?: PoolShare;
}

export interface SoldClause extends AnyClause, Counting, Selective {
  readonly basis: 'sold';
  readonly tiers: readonly Tier[];
  readonly copiesBefore: number;
  readonly returnReserve?: ReturnReserve;
  /** Copies printed before the switch: they stay on this basis after `until`, first in first out, until they are sold. */
  readonly copiesLeft?: number;
}

/** A share of what the publisher receives for e-books and the like: no copies, no tiers. */
export interface NetReceiptsClause extends AnyClause, Selective {
  readonly basis: 'netReceipts';
  readonly rate: Rate;
}

/** A share of what a third party pays for a right. */
export interface ThirdPartyClause extends AnyClause, Selective {
  readonly basis: 'thirdParty';
  readonly rate: Rate;
  /** Only what was paid for this right. */
  readonly right?: string;
  /** `gross`: before the tax of the licensee's country. */
  readonly on: 'net' | 'gross';
}

export type ReceiptsClause = NetReceiptsClause | ThirdPartyClause;

/** A sum agreed once and for all (CPI L131-4 says when that is allowed). */
export interface FlatFeeClause extends AnyClause {
  readonly basis: 'flatFee';
  readonly amount: Money;
  readonly dueOn: CalendarDate;
}

export type Clause = PrintedClause | SoldClause | ReceiptsClause | FlatFeeClause;

/** Whether a clause pays so much per copy, whatever the copy's price. */
export function paysPerCopy({ tiers }: PrintedClause | SoldClause): boolean {
  return tiers[0]?.rate === undefined;
}

export const payeeKinds = ['author', 'rightsHolder', 'agent'] as const;
export type PayeeKind = (typeof payeeKinds)[number];

/** Somebody who is paid a part; an agent's is taken out of what the others are left with. */
export interface Payee {
  readonly author: string;
  readonly kind: PayeeKind;
  readonly share: Rate;
}

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
  readonly payees?: readonly Payee[];
}
