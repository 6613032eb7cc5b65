import type { Decimal, IsoDate } from '../locale';

/** The part of the statement for one book (L132-17-3 wants one « pour chaque livre »). */
export interface StatementBook {
  readonly title: string;
  readonly subtitle?: string;
  /** Names as on the cover, for a reader who has several books: « A. Nom, ill. B. Nom ». */
  readonly byline?: string;
  readonly editions: readonly StatementEdition[];
  /** Chapter 5. Empty prints « aucune cession sur la période ». */
  readonly rightsSold: readonly RightsSale[];
  /** Sum of `rightsSold`; `0.00` when there is none. */
  readonly rightsTotal: Decimal;
  /** Sum of the editions' `earned` and of `rightsTotal`. */
  readonly earned: Decimal;
}

export interface StatementEdition {
  /** Thirteen digits, or already hyphenated. */
  readonly isbn: string;
  /** The form as a word in the document's language: « broché », « livre numérique ». */
  readonly form: string;
  readonly publishedOn?: IsoDate | null;
  /** Public prices that matter for the period, oldest first. */
  readonly prices: readonly EditionPrice[];
  /** Chapter 2; `null` for a digital edition. */
  readonly stock: StockAccount | null;
  /** Chapter 3 on the printed basis: one block a run. */
  readonly printRuns: readonly PrintRunRoyalty[];
  /** Chapter 3 on the basis of sales. */
  readonly sales: readonly SalesRoyalty[];
  /** Chapter 4; empty on a digital edition says that nothing was received. */
  readonly digital: readonly DigitalLine[];
  readonly digitalEdition: boolean;
  /** Sum of the amounts of `printRuns`, `sales` and `digital`. */
  readonly earned: Decimal;
}

export interface EditionPrice {
  readonly from: IsoDate;
  readonly inclVat: Decimal;
  /** Percent. */
  readonly vatRate: Decimal;
  readonly exclVat: Decimal;
}

/**
 * opening + printed − sold + returned − free − destroyed ± counted = expected; gap = closing − expected.
 * Copies only; all are totals of the stock movements, none computed here.
 */
export interface StockAccount {
  readonly opening: number;
  readonly runs: readonly StockRun[];
  /** Copies that entered the stock from print runs in the period. */
  readonly printed: number;
  readonly sold: number;
  readonly returned: number;
  /** By kind, in the order to print; `label` in the document's language: « service de presse ». */
  readonly free: readonly CopiesByKind[];
  readonly freeTotal: number;
  readonly destroyed: readonly CopiesByKind[];
  readonly destroyedTotal: number;
  /** Signed: found (+) or missing (−) at the stock count. */
  readonly counted: number;
  readonly expected: number;
  readonly closing: number;
  /** Where the closing stock is, for information: « dont en dépôt chez les libraires ». */
  readonly closingAt?: readonly CopiesByKind[];
  /** closing − expected: 0 when the stock balances. */
  readonly gap: number;
  /** Required when `gap` is not 0. */
  readonly gapReason?: string | null;
}

export interface CopiesByKind {
  readonly label: string;
  readonly copies: number;
}

export interface StockRun {
  /** « Tirage 1 », « Réimpression 2 ». */
  readonly label: string;
  /** Acceptance. */
  readonly date: IsoDate;
  readonly printer?: string;
  readonly ordered: number;
  readonly delivered: number;
  readonly accepted: number;
}

/** The trace of one run: accepted − exclusions = bearing, spread over tiers, each tier a rounded line. */
export interface PrintRunRoyalty {
  readonly label: string;
  readonly date: IsoDate;
  readonly accepted: number;
  readonly exclusions: readonly CopiesByKind[];
  readonly bearing: number;
  /** Copies that bore royalties before this run: where it starts in the tiers. */
  readonly countedBefore: number;
  readonly price: UnitPrice;
  readonly tiers: readonly TierLine[];
  /** Where the tiers are those of a pool: what the pool earned and which part is this contract's. */
  readonly pool?: PoolPart | null;
  /** Earned by this contract: the pool's part, or the sum of the tiers. */
  readonly amount: Decimal;
}

export interface UnitPrice {
  readonly inclVat: Decimal;
  readonly vatRate: Decimal;
  /** As used: « 13.27 », or more decimals where the contract says so. */
  readonly exclVat: Decimal;
  /** Decimals to which it was rounded; `none` where the price was used unrounded. */
  readonly rounding: '2' | '4' | 'none';
}

export interface TierLine {
  /** First copy of the tier that counts here and last one: `{ from: 1, to: 3000 }`; `to` null for an open tier. */
  readonly from: number;
  readonly to: number | null;
  readonly copies: number;
  /** Percent. */
  readonly rate: Decimal;
  /** copies × unit price × rate, before rounding, for the reader who does the sum. */
  readonly product: Decimal;
  readonly amount: Decimal;
}

export interface PoolPart {
  readonly total: Decimal;
  /** « 1/3 », « 50 % ». */
  readonly share: string;
  readonly part: Decimal;
}

/** Sales of the period at one price: sold − returned − reserve held + reserve released = bearing. */
export interface SalesRoyalty {
  /** « Ventes du 1er janvier au 30 juin ». */
  readonly label: string;
  readonly sold: number;
  readonly returned: number;
  readonly reserveHeld: number;
  readonly reserveReleased: number;
  /** How the reserve is computed, as L132-17-3 wants: « 20 % des ventes nettes, 2 premières redditions ». */
  readonly reserveMethod?: string;
  readonly bearing: number;
  readonly price: UnitPrice;
  readonly tiers: readonly TierLine[];
  readonly amount: Decimal;
}

export interface DigitalLine {
  readonly mode: 'unitSales' | 'subscription' | 'library' | 'other';
  readonly label?: string;
  readonly copies?: number | null;
  /** Receipts of the publisher without VAT. */
  readonly receipts: Decimal;
  readonly rate: Decimal;
  readonly product?: Decimal;
  readonly amount: Decimal;
}

export interface RightsSale {
  readonly licensee: string;
  /** « traduction », « poche », « adaptation ». */
  readonly right: string;
  readonly territory?: string;
  readonly date: IsoDate;
  /** Received by the house, before what the contract lets it deduct. */
  readonly received: Decimal;
  /** What the share applies to. */
  readonly base: Decimal;
  readonly rate: Decimal;
  readonly amount: Decimal;
}
