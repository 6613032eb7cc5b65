/**
 * Everything that royalties follow from: contracts as agreed and facts in the order in which they were entered.
 *
 * What people get wrong: the order of entry and the date of a fact are two things. A run of February entered in July
 * comes first in the tiers (its date) and is paid in the second half (its entry), and statements already closed stay.
 */
import type { CalendarDate } from '../calendar';
import type { Price, UnitPriceRounding } from '../catalogue';
import type { Clause } from '../contracts';
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
}

export interface IncomeEvent {
  readonly type: 'receipts' | 'rightsIncome';
  readonly edition: string;
  readonly date: CalendarDate;
  /** Euros; below zero where an income is taken back. */
  readonly amount: Money;
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
  /** In order of entry. */
  readonly events: readonly RoyaltyEvent[];
  readonly withholdingRates: readonly WithholdingRates[];
}
