/**
 * What the engine issues, with the trace of every amount: screens, PDFs and spreadsheets show it and compute nothing.
 * Everything is JSON: amounts in euros "1234.50", rates in percent "5.5", dates `YYYY-MM-DD`, copies as numbers.
 */
import type { CalendarDate } from '../calendar';
import type { PayeeKind } from '../contracts';
import type { RunBreakdown } from '../print-runs';
import type { WithholdingLine } from '../withholding';
import type { ReceiptMode } from './facts';

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

/**
 * A tier as it applies: copies `above` (not included) up to `upTo` (included; null is an open end), at a rate of the unit
 * price or for an amount per copy.
 */
export interface TierTrace {
  readonly above: number;
  readonly upTo: number | null;
  readonly rate?: string;
  readonly amountPerCopy?: string;
}

/** One product: copies × unit price × rate, or copies × amount per copy, = `product`, rounded to `amount`. */
export interface TierLine {
  /** Below zero when returns walk back down the tiers. */
  readonly copies: number;
  readonly tier: TierTrace;
  /** Missing where an amount is due per copy, whatever its price. */
  readonly unitPrice?: UnitPriceTrace | undefined;
  /** Exact. */
  readonly product: string;
  readonly amount: string;
}

/** What a clause says of its reach, and how often it was corrected: `version` 2 is the first correction. */
export interface ClauseTrace {
  /** First day in force, where the clause is an amendment. */
  readonly from?: CalendarDate;
  readonly channels?: readonly string[];
  readonly territories?: readonly string[];
  readonly right?: string;
  readonly version?: number;
}

interface AnyLine {
  /** Index of the clause in its contract. */
  readonly clause: number;
  readonly clauseId?: string | undefined;
  readonly edition: string;
}

/** A line that is an amount, and so has to say under which terms. */
interface AnyAmount extends AnyLine {
  /** Where there is anything to say of it. */
  readonly terms?: ClauseTrace | undefined;
}

/** Where a fact is dated before the first day of the statement's period: it came in late. */
interface MaybeLate {
  readonly late?: true;
}

export interface PrintedLine extends AnyAmount, TierLine {
  readonly kind: 'printed';
  readonly run: string;
}

export interface SoldLine extends AnyAmount, TierLine {
  readonly kind: 'sold';
}

/** What an income on third-party rights was, and how its share's base comes out of it. */
export interface IncomeTrace {
  readonly date: CalendarDate;
  readonly licensee?: string | undefined;
  readonly right?: string | undefined;
  readonly territory?: string | undefined;
  readonly reference?: string | undefined;
  /** Before the tax of the licensee's country. */
  readonly gross: string;
  readonly foreignTax: string;
  /** Cashed. */
  readonly net: string;
  readonly agentFee: string;
  /** What the share is of; the line's `receipts` is this less the agent's fee. */
  readonly on: 'net' | 'gross';
}

/** One receipt of a line. */
export interface ReceiptsPart {
  readonly date: CalendarDate;
  readonly amount: string;
  readonly copies?: number | undefined;
  readonly channel?: string | undefined;
  readonly territory?: string | undefined;
  readonly reference?: string | undefined;
}

/** receipts × rate = `product`, rounded to `amount`. */
export interface ReceiptsLine extends AnyAmount, MaybeLate {
  readonly kind: 'netReceipts' | 'thirdParty';
  readonly receipts: string;
  readonly rate: string;
  readonly product: string;
  readonly amount: string;
  /** Net receipts: where the mode of exploitation is known. */
  readonly mode?: ReceiptMode | undefined;
  /** Net receipts: copies, where they are known. */
  readonly copies?: number | undefined;
  /** Net receipts: what of `receipts` is dated before the period. */
  readonly lateReceipts?: string | undefined;
  /** Net receipts: what `receipts` is the sum of, by date. */
  readonly parts?: readonly ReceiptsPart[] | undefined;
  /** Third party: the income, where anything is said of it. */
  readonly income?: IncomeTrace | undefined;
}

/** A sum agreed once and for all. */
export interface FlatFeeLine extends AnyAmount, MaybeLate {
  readonly kind: 'flatFee';
  readonly dueOn: CalendarDate;
  readonly amount: string;
}

export type RoyaltyLine = PrintedLine | SoldLine | ReceiptsLine | FlatFeeLine;

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
export interface EarnedRun extends AnyRun, MaybeLate {
  readonly kind: 'earnedRun';
  readonly state: RunState;
}

/** A run stated before whose copies or tiers have changed since: `amount` = after − before. */
export interface Adjustment extends AnyRun {
  readonly kind: 'adjustment';
  /**
   * `corrected`: its accepted quantity; `priceCorrected`: its price; `termsCorrected`: its clause; `tiersMoved`: another
   * run was corrected or entered late.
   */
  readonly reason: 'corrected' | 'priceCorrected' | 'termsCorrected' | 'tiersMoved';
  /** Number of the statement of this contract (1, 2 …) that first stated the run, and its date. */
  readonly origin: { readonly statement: number; readonly date: CalendarDate };
  readonly before: RunState;
  readonly after: RunState;
  readonly amount: string;
}

/**
 * Lines of a statement closed before (sales of one price, receipts, an income, a flat fee) whose price or terms have been
 * corrected since: `amount` = after − before.
 */
export interface LineAdjustment extends AnyLine {
  readonly kind: 'lineAdjustment';
  readonly reason: 'priceCorrected' | 'termsCorrected';
  readonly origin: Adjustment['origin'];
  readonly before: readonly RoyaltyLine[];
  readonly after: readonly RoyaltyLine[];
  readonly amount: string;
}

/** Copies of one price in a statement on the sold basis. `net` = sold − returned − held + released. */
export interface SoldQuantities {
  /** Missing where an amount is due per copy. */
  readonly unitPrice?: UnitPriceTrace | undefined;
  readonly sold: number;
  readonly returned: number;
  readonly held: number;
  readonly released: number;
  readonly net: number;
  /** What of `sold` and `returned` is dated before the period. */
  readonly late?: { readonly sold: number; readonly returned: number } | undefined;
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
    /** Held for a marked re-launch, on the copies sold since. */
    readonly relaunch?: true;
  };
  /** Of the copies printed before the switch to another basis. */
  readonly copiesLeft?: { readonly before: number; readonly after: number };
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

/**
 * What one payee receives. `net` is the withholding's, less the agents' part (`agentFee`); an agent receives `gross` as it
 * is, out of what the others are left with.
 */
export interface IssuedPayee {
  readonly author: string;
  readonly kind: PayeeKind;
  /** Percent. */
  readonly share: string;
  readonly gross: string;
  readonly agentFee?: string | undefined;
  readonly net: string;
  /** Their own; missing for agents, and where gross is zero. */
  readonly withholding?: WithholdingTrace | undefined;
}

/** Part of another contract's advance, recouped by this one under an agreement (or the other way round). */
export interface SetOffTrace {
  readonly agreement: string;
  readonly contract: string;
  readonly amount: string;
}

/** `amount` = what was guaranteed − earned since the first statement − topped up before, and never below zero. */
export interface TopUpTrace {
  readonly guaranteed: string;
  /** Earned and adjusted since the first statement, this one included. */
  readonly earned: string;
  readonly before: string;
  readonly amount: string;
}

export interface IssuedAdvance {
  readonly kind: 'advance';
  readonly contract: string;
  readonly author: string;
  readonly date: CalendarDate;
  readonly gross: string;
  readonly net: string;
  /** With payees, the sum of theirs, without lines. */
  readonly withholding: WithholdingTrace;
  readonly payees?: readonly IssuedPayee[] | undefined;
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
  /** Corrected lines that are no runs; `adjustments` counts them. */
  readonly lineAdjustments?: readonly LineAdjustment[] | undefined;
  readonly soldCounts: readonly SoldCount[];
  /** Where the guaranteed minimum was looked at: at its term and after. Part of what is due. */
  readonly topUp?: string | undefined;
  readonly topUpTrace?: TopUpTrace | undefined;
  /** Advances of other contracts, recouped here: balance = due − recouped − these. */
  readonly setOff?: readonly SetOffTrace[] | undefined;
  /** Of this contract's advance, what others have recouped since its last statement. */
  readonly recoupedBy?: readonly SetOffTrace[] | undefined;
  /** Where the contract has payees. */
  readonly payees?: readonly IssuedPayee[] | undefined;
  /** Where gross is above zero; with payees, the sum of theirs, without lines. */
  readonly withholding?: WithholdingTrace | undefined;
  /** Of a final statement: the advance left, which stays with the author. */
  readonly writtenOff?: string | undefined;
}

export type Issued = IssuedAdvance | IssuedStatement;
