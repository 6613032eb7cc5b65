/**
 * What the engine issues, with the trace of every amount: screens, PDFs and spreadsheets show it and compute nothing.
 * Everything is JSON: amounts in euros "1234.50", rates in percent "5.5", dates `YYYY-MM-DD`, copies as numbers.
 */
import type { CalendarDate } from '../calendar';
import type { RunBreakdown } from '../print-runs';
import type { WithholdingLine } from '../withholding';

/** Where a unit price without VAT comes from. */
export interface UnitPriceTrace {
  readonly retailPriceInclVat: string;
  /** Since when that price is in force. */
  readonly from: CalendarDate;
  readonly vatRate: string;
  /** Price over (1 + VAT), before any rounding: "14.00/1.055". */
  readonly exact: string;
  readonly rounding: '2' | '4' | 'none';
  /** What is multiplied: "13.27", or "14.00/1.055" where nothing is rounded. */
  readonly used: string;
  /** Only where `used` is in whole cents. */
  readonly inCents?: string;
}

/** A tier as it applies: copies `above` (not included) up to `upTo` (included; null is an open end). */
export interface TierTrace {
  readonly above: number;
  readonly upTo: number | null;
  readonly rate: string;
}

/** One product: copies × unit price × rate = `product`, rounded to `amount`. */
export interface TierLine {
  /** Below zero when returns walk back down the tiers. */
  readonly copies: number;
  readonly tier: TierTrace;
  readonly unitPrice: UnitPriceTrace;
  /** Exact. */
  readonly product: string;
  readonly amount: string;
}

interface AnyLine {
  /** Index of the clause in its contract. */
  readonly clause: number;
  readonly clauseId?: string | undefined;
  readonly edition: string;
}

export interface PrintedLine extends AnyLine, TierLine {
  readonly kind: 'printed';
  readonly run: string;
}

export interface SoldLine extends AnyLine, TierLine {
  readonly kind: 'sold';
}

/** receipts × rate = `product`, rounded to `amount`. */
export interface ReceiptsLine extends AnyLine {
  readonly kind: 'netReceipts' | 'thirdParty';
  readonly receipts: string;
  readonly rate: string;
  readonly product: string;
  readonly amount: string;
}

export type RoyaltyLine = PrintedLine | SoldLine | ReceiptsLine;

/** How a pool's sum was split. */
export interface PoolTrace {
  readonly shares: readonly string[];
  readonly parts: readonly string[];
  /** This contract's. */
  readonly index: number;
}

/** A run as a clause sees it at a moment: `amount` is this contract's (its part, where there is a pool). */
export interface RunState {
  readonly breakdown: RunBreakdown;
  readonly counterBefore: number;
  readonly counterAfter: number;
  readonly lines: readonly PrintedLine[];
  /** Sum of the lines. */
  readonly total: string;
  readonly pool?: PoolTrace | undefined;
  readonly amount: string;
}

interface AnyRun extends AnyLine {
  readonly run: string;
  readonly date: CalendarDate;
}

/** A run earned in this statement. */
export interface EarnedRun extends AnyRun {
  readonly kind: 'earnedRun';
  readonly state: RunState;
}

/** A run stated before whose copies or tiers have changed since: `amount` = after − before. */
export interface Adjustment extends AnyRun {
  readonly kind: 'adjustment';
  /** `corrected`: its accepted quantity; `tiersMoved`: another run was corrected or entered late. */
  readonly reason: 'corrected' | 'tiersMoved';
  /** Number of the statement of this contract (1, 2 …) that first stated the run, and its date. */
  readonly origin: { readonly statement: number; readonly date: CalendarDate };
  readonly before: RunState;
  readonly after: RunState;
  readonly amount: string;
}

/** Copies of one price in a statement on the sold basis. `net` = sold − returned − held + released. */
export interface SoldQuantities {
  readonly unitPrice: UnitPriceTrace;
  readonly sold: number;
  readonly returned: number;
  readonly held: number;
  readonly released: number;
  readonly net: number;
}

/** What a clause on the sold basis counted. */
export interface SoldCount extends AnyLine {
  readonly kind: 'soldCount';
  readonly prices: readonly SoldQuantities[];
  readonly reserve?: {
    readonly percent: string;
    readonly base: number;
    readonly held: number;
    readonly released: number;
  };
  readonly counterBefore: number;
  readonly counterAfter: number;
}

/** Euros; `net` = gross − social + vat − vatWithheld − withholdingTax. */
export interface WithholdingTrace {
  readonly csg: string;
  readonly crds: string;
  readonly pension: string;
  readonly training: string;
  readonly social: string;
  readonly vat: string;
  readonly vatWithheld: string;
  readonly withholdingTax: string;
  readonly net: string;
  readonly payerContribution: string;
  /** Gross this house had paid the author earlier in the year. */
  readonly paidThisYear: string;
  readonly lines: readonly WithholdingLine[];
}

export interface IssuedAdvance {
  readonly kind: 'advance';
  readonly contract: string;
  readonly author: string;
  readonly date: CalendarDate;
  readonly gross: string;
  readonly net: string;
  readonly withholding: WithholdingTrace;
}

export interface IssuedStatement {
  readonly kind: 'statement';
  readonly contract: string;
  readonly author: string;
  /** 1 for the first statement of the contract. */
  readonly number: number;
  readonly scope: 'period' | 'printRun' | 'termination';
  /** The run closed, for that scope. */
  readonly run?: string | undefined;
  readonly from?: CalendarDate | undefined;
  /** The last day covered. */
  readonly date: CalendarDate;
  readonly paymentDate: CalendarDate;
  readonly earned: string;
  readonly adjustments: string;
  readonly carriedIn: string;
  readonly recouped: string;
  readonly unrecouped: string;
  readonly carriedOut: string;
  readonly gross: string;
  readonly net: string;
  /** `belowThreshold` and `nothingDue` carry the balance. */
  readonly outcome: 'paid' | 'belowThreshold' | 'nothingDue';
  readonly paymentThreshold: string;
  readonly lines: readonly RoyaltyLine[];
  readonly runs: readonly EarnedRun[];
  readonly adjustmentLines: readonly Adjustment[];
  readonly soldCounts: readonly SoldCount[];
  /** Where gross is above zero. */
  readonly withholding?: WithholdingTrace | undefined;
  /** Of a final statement: the advance left, which stays with the author. */
  readonly writtenOff?: string | undefined;
}

export type Issued = IssuedAdvance | IssuedStatement;
