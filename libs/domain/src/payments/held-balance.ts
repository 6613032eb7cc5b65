/**
 * A balance that a threshold holds back, and how long it may be.
 *
 * What people get wrong: the threshold is the contract's, the deadline is the law's. Royalties are paid at the latest
 * six months after the accounts are closed (CPI L132-17-3-1), even where the author agreed to a threshold.
 */
import { addMonths, endOfMonth, type CalendarDate } from '../calendar';

const ALERT_AFTER_MONTHS = 5;
const DEADLINE_AFTER_MONTHS = 6;

/** `alert`: a month at most is left; `overdue`: the law's six months are over. */
export type HeldState = 'held' | 'alert' | 'overdue';

export interface HeldBalance {
  readonly state: HeldState;
  readonly alertFrom: CalendarDate;
  readonly deadline: CalendarDate;
}

/**
 * @param since the last day of the accounts in which the balance was first held; months of accounts are whole ones.
 * Example: held since 30 June 2026, alert from 30 November, at the latest on 31 December.
 */
export function heldBalance(since: CalendarDate, today: CalendarDate): HeldBalance {
  const alertFrom = monthsAfter(since, ALERT_AFTER_MONTHS);
  const deadline = monthsAfter(since, DEADLINE_AFTER_MONTHS);
  const state = today > deadline ? 'overdue' : today >= alertFrom ? 'alert' : 'held';
  return { state, alertFrom, deadline };
}

function monthsAfter(date: CalendarDate, months: number): CalendarDate {
  const after = addMonths(date, months);
  return date === endOfMonth(date) ? endOfMonth(after) : after;
}
