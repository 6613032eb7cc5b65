import type { House } from '../house';
import type { Decimal, IsoDate, IsoInstant, Locale } from '../locale';
import type { StatementBook } from './book-data';

/**
 * A royalty statement (« reddition des comptes », CPI L132-13, L132-17-3) ready to print: one contract, one closing.
 * Nothing is computed from it: each amount and total comes from the engine, and a total that its own lines contradict
 * is refused, because a statement that does not add up must not reach an author.
 */
export interface StatementData {
  /** Default `fr`. */
  readonly locale?: Locale;
  /** `period`: a closing of a period; `printRun`: the statement that pays a run; `final`: the contract has ended. */
  readonly kind: 'period' | 'printRun' | 'final';
  /** RED-YYYY-nnnnn; `null` for a draft, which is marked as such on every page. */
  readonly number: string | null;
  /** The only clock of the document: the same data gives the same bytes. */
  readonly createdAt: IsoInstant;
  readonly issuedOn: IsoDate;
  readonly period: { readonly from: IsoDate; readonly to: IsoDate };
  readonly house: House;
  readonly payee: Payee;
  readonly contributor: StatementContributor;
  readonly contract: StatementContract;
  /** A part for each book, in the order of the contract; at least one. */
  readonly books: readonly StatementBook[];
  readonly account: RoyaltyAccount;
  /** What collecting societies pay the author themselves, for information; empty when nothing is known. */
  readonly collectiveManagement: readonly CollectiveManagementLine[];
  /**
   * Gross to net of whoever is paid; absent where several are, since each of them reads this paper: what is withheld
   * from one is told on a page of their own (the covering page), and to nobody else.
   */
  readonly recap?: Recap;
  /** Where the contract is paid to several, or to somebody else than its author. */
  readonly payees?: readonly PayeePart[];
  /** Of several only the day: their accounts are theirs. */
  readonly payment: PlannedPayment;
  /** Free sentences of the house, printed on the first page. */
  readonly notes?: readonly string[];
}

/** Who is paid and to whom the paper is addressed: the author, an heir, an agent. */
export interface Payee {
  readonly name: string;
  readonly address: readonly string[];
  readonly siret?: string;
  readonly vatNumber?: string;
  /** Already masked as the reader may see it, for instance `2 85 •• •• ••• ••• 41`. */
  readonly socialSecurityNumber?: string;
}

export interface StatementContributor {
  readonly name: string;
  readonly pseudonym?: string;
  /** The role as a word in the document's language: « autrice », « illustrateur ». */
  readonly role: string;
}

export interface StatementContract {
  readonly reference: string;
  readonly signedOn: IsoDate | null;
  /** The clauses in a sentence each, as the admin shows them; printed under the contract's identity. */
  readonly clauses: readonly string[];
}

/** Who is paid of a contract: heirs share the gross; an agent is paid out of what the others are left with. */
export interface PayeePart {
  readonly name: string;
  readonly kind: 'author' | 'rightsHolder' | 'agent';
  /** Percent. */
  readonly share: Decimal;
  /** An agent's is part of the others'. */
  readonly gross: Decimal;
  /** What goes to agents out of this payee's net; absent for agents themselves. */
  readonly agentFee?: Decimal;
}

/**
 * Chapter 6, « droits dus, à-valoir »: due = earned + adjustments + topUp + carriedIn; balance = due − recouped − set off;
 * unrecouped = unrecoupedBefore − recouped − recouped by other contracts.
 */
export interface RoyaltyAccount {
  /** Earned in this statement: the sum of the books' `earned`. */
  readonly earned: Decimal;
  readonly adjustments: readonly Adjustment[];
  readonly adjustmentsTotal: Decimal;
  /** Guaranteed minimum: what was missing at its term. */
  readonly topUp?: TopUp;
  readonly carriedIn: Decimal;
  readonly due: Decimal;
  /** Instalments of the advance paid so far; empty when the contract has none. */
  readonly advances: readonly AdvancePayment[];
  readonly unrecoupedBefore: Decimal;
  readonly recouped: Decimal;
  /** Advances of other contracts recouped here, under an agreement signed apart (CPI L132-17-1-1). */
  readonly setOff?: readonly SetOff[];
  /** What other contracts recouped of this one's advance since its last statement. */
  readonly recoupedBy?: readonly SetOff[];
  /** Still to recoup after this statement, before any write-off. */
  readonly unrecouped: Decimal;
  /** Final statement only: what of the advance stays with the author. */
  readonly writtenOff?: Decimal;
  readonly balance: Decimal;
  /** Contractual threshold; absent or `0.00` when there is none. */
  readonly paymentThreshold?: Decimal;
  readonly carriedOut: Decimal;
  /** Why a balance is carried; required where it is not zero. */
  readonly carriedWhy?: 'belowThreshold' | 'nothingDue';
  readonly gross: Decimal;
}

/** amount = guaranteed − earned since the first statement − topped up before, never below zero. */
export interface TopUp {
  readonly guaranteed: Decimal;
  readonly earned: Decimal;
  readonly before: Decimal;
  readonly amount: Decimal;
}

export interface SetOff {
  /** « convention du 3 mars 2025 ». */
  readonly agreement: string;
  /** Reference of the other contract. */
  readonly contract: string;
  readonly amount: Decimal;
}

/** A correction of something already stated: the closed statement does not change, this one carries the difference. */
export interface Adjustment {
  readonly book: string;
  readonly isbn?: string;
  /** « Tirage 1 », or the period of a sale corrected. */
  readonly origin: string;
  /** Number of the statement corrected. */
  readonly originStatement: string | null;
  readonly reason: string;
  readonly before: Decimal;
  readonly after: Decimal;
  readonly amount: Decimal;
}

export interface AdvancePayment {
  readonly label: string;
  readonly paidOn: IsoDate;
  readonly amount: Decimal;
}

export interface CollectiveManagementLine {
  /** « Sofia », « CFC » … */
  readonly society: string;
  readonly right: string;
  readonly period: string;
  /** `null` when the society has not said how much. */
  readonly amount: Decimal | null;
}

/** Chapter 8. When nothing is paid (gross `0.00`) the lists are empty, the rest `null`, and net `0.00`. */
export interface Recap {
  readonly gross: Decimal;
  readonly social: readonly SocialContribution[];
  readonly socialTotal: Decimal;
  /** `withheld` by the house, `exempt` (dispense de précompte, heirs, abroad). Says which sentence is printed. */
  readonly socialRegime: 'withheld' | 'exempt';
  readonly vat: RatedAmount | null;
  /** The part of the VAT that the house pays to the Treasury (CGI 285 bis). */
  readonly vatWithheld: Decimal | null;
  /** `reverseCharge`: the house accounts for the VAT of somebody abroad itself. */
  readonly vatRegime: 'withheld' | 'liable' | 'reverseCharge' | 'none';
  readonly withholdingTax: RatedAmount | null;
  readonly net: Decimal;
  /** Borne by the house on top (« contribution diffuseur »), for information. */
  readonly payerContribution: Decimal | null;
  /** Gross paid by the house earlier in the calendar year: it decides what is under the ceilings. */
  readonly paidEarlierThisYear?: Decimal;
  /** Ceiling of the pension contribution in the year of payment, and what of it the earlier payments have used. */
  readonly ceiling?: { readonly yearly: Decimal; readonly used: Decimal };
}

/** CSG, CRDS, pension and training as R4 computes them, in the order to print. */
export interface SocialContribution {
  readonly code: 'csg' | 'crds' | 'pension' | 'training' | 'other';
  /** Required for `other`; else the document's own wording. */
  readonly label?: string;
  readonly base: Decimal;
  /** Percent: `9.20`. */
  readonly rate: Decimal;
  readonly amount: Decimal;
  /** CSG and CRDS: `abatedPart` percent of `abated`, and all of `full`, is the base. */
  readonly of?: { readonly abated: Decimal; readonly full: Decimal; readonly abatedPart: Decimal };
}

export interface RatedAmount {
  /** Percent: `10`. */
  readonly rate: Decimal;
  readonly amount: Decimal;
}

export interface PlannedPayment {
  /** `null` where nothing is paid. */
  readonly date: IsoDate | null;
  readonly means: 'transfer' | 'cheque' | 'other';
  /** As the reader may see it: `FR76 •••• •••• •••• •••• •••• 189`. */
  readonly account?: string;
}
