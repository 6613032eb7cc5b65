/**
 * When an invoice is due.
 *
 * What people get wrong: "45 jours fin de mois" is not one rule but two. Days then the end of that month, or the end of
 * the month of the invoice then days; the terms of sale say which, and so does the `order` here.
 */
import { RuleViolation } from '../rules';
import type { CalendarDate } from './calendar-date';
import { addDays, endOfMonth } from './civil-days';

/** `days` after the invoice; with an end of month, before or after counting the days. */
export interface PaymentTerms {
  readonly days: number;
  readonly endOfMonth: 'none' | 'after-days' | 'before-days';
}

/**
 * The day on which an invoice of `date` is due.
 * Worked example: 15 January 2026, 45 days, end of month after the days: 1 March, so 31 March 2026; before the days:
 * 31 January, so 17 March 2026.
 * @throws RuleViolation `payment-terms-invalid` unless days is a whole number from 0 to 365
 */
export function dueDate(date: CalendarDate, terms: PaymentTerms): CalendarDate {
  if (!Number.isInteger(terms.days) || terms.days < 0 || terms.days > 365) {
    throw new RuleViolation('payment-terms-invalid', { message: 'Payment terms are 0 to 365 whole days' });
  }
  if (terms.endOfMonth === 'before-days') return addDays(endOfMonth(date), terms.days);
  const counted = addDays(date, terms.days);
  return terms.endOfMonth === 'after-days' ? endOfMonth(counted) : counted;
}
