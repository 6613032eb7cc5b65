import type { House } from '../house';
import type { Decimal, IsoDate, IsoInstant, Locale } from '../locale';
import type { Payee, PlannedPayment, Recap } from '../statements';

/**
 * The page that covers the statements of one closing for one payee: what each comes to for them, what is withheld from
 * them where the statement is read by others too, and the one payment of them all. Nothing is computed from it; sums that its own lines contradict are refused.
 */
export interface CoveringData {
  /** Default `fr`. */
  readonly locale?: Locale;
  /** The only clock of the document: the same data gives the same bytes. */
  readonly createdAt: IsoInstant;
  readonly issuedOn: IsoDate;
  /** The last day that the statements cover. */
  readonly until: IsoDate;
  /** Of a closing that is still a draft: marked as such. */
  readonly isDraft: boolean;
  readonly house: House;
  readonly payee: Payee;
  /** In the order of their numbers; at least one. */
  readonly lines: readonly CoveringLine[];
  readonly totals: CoveringAmounts;
  readonly payment: PlannedPayment;
}

/** net = gross − social + vat − vatWithheld − withholdingTax − agentFee; all of this payee. */
export interface CoveringAmounts {
  readonly gross: Decimal;
  readonly social: Decimal;
  readonly vat: Decimal;
  readonly vatWithheld: Decimal;
  readonly withholdingTax: Decimal;
  /** What goes to agents out of the payee's net. */
  readonly agentFee: Decimal;
  readonly net: Decimal;
}

export interface CoveringLine extends CoveringAmounts {
  /** RED-YYYY-nnnnn; `null` in a draft. */
  readonly number: string | null;
  readonly work: string;
  /** Reference of the contract: what is recouped is recouped within it. */
  readonly contract: string;
  /** Percent of the statement, where the payee is not paid all of it. */
  readonly share?: Decimal;
  /** Of a statement that several share, which does not tell it: what is withheld from this payee, before the agent's part. */
  readonly recap?: Recap;
  /** What of the contract's advance is left to recoup. */
  readonly unrecouped: Decimal;
  /** What the contract carries to the next statement. */
  readonly carriedOut: Decimal;
}
