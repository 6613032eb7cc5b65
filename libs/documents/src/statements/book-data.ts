import type { Decimal, IsoDate } from '../locale';

/** The part of the statement for one book (L132-17-3 wants one « pour chaque livre »). */
export interface StatementBook {
  readonly title: string;
  readonly subtitle?: string;
  /** Names as on the cover, for a reader who has several books: « A. Nom, ill. B. Nom ». */
  readonly byline?: string;
  readonly editions: readonly StatementEdition[];
  /** Chapter 5, what was cashed. Empty prints that nothing was. */
  readonly rightsSold: readonly RightsSale[];
  /** Chapter 5, the list of rights sold in the period (CPI L132-17-3), cashed or not; empty says that there is none. */
  readonly licences?: readonly Licence[];
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
  /** Net receipts: chapter 4, or chapter 3 of an edition on paper. Empty on a digital edition says that there were none. */
  readonly digital: readonly DigitalLine[];
  /** Sums agreed once and for all, due in the period. */
  readonly flatFees?: readonly FlatFee[];
  readonly digitalEdition: boolean;
  /** Sum of the amounts of `printRuns`, `sales`, `digital` and `flatFees`. */
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
  /** Where copies were sold, where it is known: gross and returned add up to the totals above. */
  readonly soldBy?: readonly SalesByChannel[];
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

export interface SalesByChannel {
  /** « librairie », « vente directe, Belgique ». */
  readonly label: string;
  readonly sold: number;
  readonly returned: number;
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
  /** `null` where an amount is due per copy, whatever its price. */
  readonly price: UnitPrice | null;
  /** Dated before the period: it came in late. */
  readonly late?: boolean;
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
  /** Percent; a tier has either this or an amount per copy. */
  readonly rate?: Decimal;
  readonly amountPerCopy?: Decimal;
  /** copies × unit price × rate, or copies × amount, before rounding, for the reader who does the sum. */
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
  /** What of the sales this clause is about: « hors de France, vente en ligne ». */
  readonly scope?: string;
  readonly sold: number;
  readonly returned: number;
  readonly reserveHeld: number;
  readonly reserveReleased: number;
  /** How the reserve is computed, as L132-17-3 wants: « 20 % des ventes nettes, 2 premières redditions ». */
  readonly reserveMethod?: string;
  /** What of the sold and returned copies is dated before the period. */
  readonly late?: { readonly sold: number; readonly returned: number };
  /** Of the copies printed before a change of basis: how many were left to be sold before and after. */
  readonly copiesLeft?: { readonly before: number; readonly after: number };
  readonly bearing: number;
  readonly price: UnitPrice | null;
  readonly tiers: readonly TierLine[];
  readonly amount: Decimal;
}

/** Net receipts of one mode of exploitation (CPI L132-17-3, 2°). */
export interface DigitalLine {
  readonly mode: 'unitSales' | 'subscription' | 'library' | 'other';
  readonly label?: string;
  readonly copies?: number | null;
  /** Receipts of the publisher without VAT. */
  readonly receipts: Decimal;
  readonly rate: Decimal;
  readonly product?: Decimal;
  readonly amount: Decimal;
  /** What of the receipts is dated before the period. */
  readonly lateReceipts?: Decimal;
}

export interface FlatFee {
  /** « Forfait au contrat ». */
  readonly label: string;
  readonly dueOn: IsoDate;
  readonly amount: Decimal;
  readonly late?: boolean;
}

/** What a third party paid for a right: gross − foreign tax = net; what the share is of, less the agent's fee, = base. */
export interface RightsSale {
  readonly licensee: string;
  /** « traduction », « poche », « adaptation ». */
  readonly right: string;
  readonly territory?: string;
  readonly reference?: string;
  readonly date: IsoDate;
  /** Before the tax of the licensee's country. */
  readonly gross: Decimal;
  readonly foreignTax: Decimal;
  /** Cashed by the house, before an agent's fee. */
  readonly net: Decimal;
  /** Agreed with the author, taken off before the share. */
  readonly agentFee: Decimal;
  readonly on: 'net' | 'gross';
  /** What the share applies to. */
  readonly base: Decimal;
  readonly rate: Decimal;
  readonly product?: Decimal;
  readonly amount: Decimal;
  readonly late?: boolean;
}

/** A right that the house sold in the period. */
export interface Licence {
  readonly licensee: string;
  readonly right: string;
  readonly territory?: string;
  readonly signedOn: IsoDate;
}
