/**
 * Everything that royalties follow from: contracts as agreed and facts in the order in which they were entered.
 *
 * What people get wrong: the order of entry and the date of a fact are two things. A run of February entered in July
 * comes first in the tiers (its date) and is paid in the second half (its entry), and statements already closed stay.
 */
import type { CalendarDate } from '../calendar';
import type { Price, UnitPriceRounding } from '../catalogue';
import type { Clause, Payee } from '../contracts';
import type { Money, Rate } from '../money';
import type { TaxProfile, WithholdingRates } from '../withholding';

export interface EditionFacts {
  readonly id: string;
  readonly vatRate: Rate;
  readonly prices: readonly Price[];
}

/** A tax profile from a date on, until the next one's. */
export interface DatedProfile extends TaxProfile {
  readonly from: CalendarDate;
}

export interface AuthorFacts {
  readonly id: string;
  readonly profiles: readonly DatedProfile[];
  /** Gross already paid by this house in the calendar year of the first payment, in euros. */
  readonly paidThisYear: Money;
}

/** A payee of the statements from a day on, until the next set of payees; from the first one when absent. */
export interface DatedPayee extends Payee {
  readonly from?: CalendarDate;
}

export interface ContractFacts {
  readonly id: string;
  readonly author: string;
  readonly clauses: readonly Clause[];
  /** Below it a balance is carried, in euros. */
  readonly paymentThreshold: Money;
  /** In place of the house's. */
  readonly unitPriceRounding?: UnitPriceRounding;
  /** Its first day: what was printed or sold before belongs to another contract. Runs already paid move its counters. */
  readonly from?: CalendarDate;
  /** The day it was terminated: what is printed after belongs to another contract. Copies sold off are still its own. */
  readonly until?: CalendarDate;
  /** Who is paid and how much of it; the author all of it when absent. */
  readonly payees?: readonly DatedPayee[];
  /** Topped up to on the first statement on or after `endsOn`, or on the final one. */
  readonly guaranteedMinimum?: Money;
  /** The end of its term. */
  readonly endsOn?: CalendarDate;
}

/** An agreement signed apart: from then on each of these contracts may recoup the others' advances (CPI L132-17-1-1). */
export interface SetOffFacts {
  readonly id: string;
  readonly contracts: readonly string[];
  readonly from: CalendarDate;
}

export interface PrintRunEvent {
  readonly type: 'printRun';
  readonly id: string;
  readonly edition: string;
  /** Its acceptance. */
  readonly date: CalendarDate;
  /** Copies. */
  readonly accepted: number;
  /** History of an older system: moves the tier counter and is never paid. */
  readonly royaltiesAlreadyPaid?: boolean;
  /** The price frozen at its acceptance, in place of the one in force on its day. */
  readonly retailPriceInclVat?: Money;
}

export interface CorrectPrintRunEvent {
  readonly type: 'correctPrintRun';
  readonly run: string;
  readonly accepted: number;
}

export interface CopiesEvent {
  readonly type: 'sale' | 'return';
  readonly edition: string;
  readonly date: CalendarDate;
  readonly copies: number;
  readonly channel?: string | undefined;
  /** ISO 3166 code of a country, "BE". */
  readonly territory?: string | undefined;
}

export const receiptModes = ['unit', 'subscription', 'library', 'other'] as const;
export type ReceiptMode = (typeof receiptModes)[number];

/** What the publisher received, net, for copies that are no print: one line a mode of exploitation (CPI L132-17-3). */
export interface ReceiptsEvent {
  readonly type: 'receipts';
  readonly edition: string;
  readonly date: CalendarDate;
  /** Euros; below zero where it is taken back. */
  readonly amount: Money;
  readonly mode?: ReceiptMode | undefined;
  readonly copies?: number | undefined;
  readonly channel?: string | undefined;
  readonly territory?: string | undefined;
  readonly reference?: string | undefined;
}

/** What a third party paid for a right: one line an income, where anything is said of it. */
export interface RightsIncomeEvent {
  readonly type: 'rightsIncome';
  readonly edition: string;
  readonly date: CalendarDate;
  /** Net cashed, in euros; below zero where an income is taken back. */
  readonly amount: Money;
  readonly licensee?: string | undefined;
  readonly right?: string | undefined;
  readonly territory?: string | undefined;
  readonly channel?: string | undefined;
  /** Before the tax of the licensee's country. */
  readonly gross?: Money | undefined;
  readonly foreignTax?: Money | undefined;
  /** Agreed with the author, and deducted before the share. */
  readonly agentFee?: Money | undefined;
  readonly reference?: string | undefined;
}

export type IncomeEvent = ReceiptsEvent | RightsIncomeEvent;

/** A price was recorded wrong, or missing: what was stated at another one is rectified in the next statement. */
export interface CorrectPriceEvent {
  readonly type: 'correctPrice';
  readonly edition: string;
  /** The first day of the price: it replaces one that began on this day, or comes between. */
  readonly from: CalendarDate;
  readonly retailPriceInclVat: Money;
}

/** Rates, tiers, shares, exclusions or an amount were recorded wrong; what the clause applies to stays. */
export interface CorrectClauseEvent {
  readonly type: 'correctClause';
  readonly contract: string;
  /** Its id, or its index in the contract. */
  readonly clause: string | number;
  /** The whole clause as it should have been. */
  readonly terms: Clause;
}

export interface PayAdvanceEvent {
  readonly type: 'payAdvance';
  readonly contract: string;
  readonly date: CalendarDate;
  readonly amount: Money;
}

/** Gross paid to an author by this house outside these contracts: counts for the yearly ceilings only. */
export interface PaidElsewhereEvent {
  readonly type: 'paidElsewhere';
  readonly author: string;
  readonly date: CalendarDate;
  readonly amount: Money;
}

export interface ClosePeriodEvent {
  readonly type: 'closePeriod';
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly paymentDate: CalendarDate;
  /** Only these contracts; all that are not terminated when absent. */
  readonly contracts?: readonly string[];
}

/**
 * Closes what one accepted run makes due: a statement for each contract with a printed clause on its edition, of its
 * printed clauses only. Sales, receipts and income wait for the period's closing, and reserves do not count it.
 */
export interface ClosePrintRunEvent {
  readonly type: 'closePrintRun';
  readonly run: string;
  readonly date: CalendarDate;
  readonly paymentDate: CalendarDate;
  readonly contracts?: readonly string[];
}

export interface TerminateEvent {
  readonly type: 'terminate';
  readonly contract: string;
  readonly from: CalendarDate;
  readonly date: CalendarDate;
  readonly paymentDate: CalendarDate;
}

export type RoyaltyEvent =
  | PrintRunEvent
  | CorrectPrintRunEvent
  | CopiesEvent
  | IncomeEvent
  | CorrectPriceEvent
  | CorrectClauseEvent
  | PayAdvanceEvent
  | PaidElsewhereEvent
  | ClosePeriodEvent
  | ClosePrintRunEvent
  | TerminateEvent;

export interface RoyaltyFacts {
  /** The house's default. */
  readonly unitPriceRounding: UnitPriceRounding;
  readonly editions: readonly EditionFacts[];
  readonly authors: readonly AuthorFacts[];
  readonly contracts: readonly ContractFacts[];
  readonly setOffs?: readonly SetOffFacts[];
  /** In order of entry. */
  readonly events: readonly RoyaltyEvent[];
  readonly withholdingRates: readonly WithholdingRates[];
}
