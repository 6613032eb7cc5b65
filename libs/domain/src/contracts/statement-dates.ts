/**
 * When a contract is stated: at the end of each of its periods, counted from the end of the house's accounting year.
 *
 * What people get wrong: a statement is due even when nothing is owed, and a contract that pays at each print run still
 * has its yearly one, which informs (CPI L132-17-3: at least once a year, at the latest six months after the close).
 */
import { addDays, addMonths, endOfMonth, monthOf, startOfMonth, type CalendarDate, type Period } from '../calendar';

export const statementFrequencies = ['annual', 'half-yearly', 'quarterly', 'on-print-run'] as const;
export type StatementFrequency = (typeof statementFrequencies)[number];

/** How often a contract is stated, and the month (1 to 12) at whose end the house closes its accounts. */
export interface StatementTerms {
  readonly frequency: StatementFrequency;
  readonly yearEndMonth: number;
}

const monthsOf: Readonly<Record<StatementFrequency, number>> = {
  annual: 12,
  'half-yearly': 6,
  quarterly: 3,
  'on-print-run': 12,
};

/** The law's six months, counted from the end of each period: a house that promised half-years is not a year late. */
const LEGAL_MONTHS = 6;

/** The period that ends on this day; none where the contract is not stated then. */
export function periodEnding({ frequency, yearEndMonth }: StatementTerms, to: CalendarDate): Period | undefined {
  const months = monthsOf[frequency];
  const isMonthEnd = endOfMonth(to) === to;
  if (!isMonthEnd || (monthOf(to) - yearEndMonth + 12) % months !== 0) return undefined;
  return { from: addMonths(startOfMonth(to), 1 - months), to };
}

/** The last period that was over on the eve of this day. */
export function lastPeriodEnded(terms: StatementTerms, today: CalendarDate): Period {
  let to = addDays(startOfMonth(today), -1);
  for (;;) {
    const period = periodEnding(terms, to);
    if (period) return period;
    to = addDays(startOfMonth(to), -1);
  }
}

/** The last day to send the statement of a period and to pay it (CPI L132-17-3, L132-17-3-1). */
export function legalDeadline(to: CalendarDate): CalendarDate {
  return addMonths(to, LEGAL_MONTHS);
}
