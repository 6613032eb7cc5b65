/** A span of days, first and last included, as in "du 1er janvier au 31 décembre". */
import { RuleViolation } from '../rules';
import { type CalendarDate, parseCalendarDate } from './calendar-date';
import { addDays } from './civil-days';

export interface Period {
  readonly from: CalendarDate;
  /** Included. */
  readonly to: CalendarDate;
}

/**
 * @throws RuleViolation `date-malformed` for a day that does not exist, `dates-inverted` when it ends before it begins
 */
export function parsePeriod(period: { readonly from: unknown; readonly to: unknown }): Period {
  const [from, to] = [parseCalendarDate(period.from), parseCalendarDate(period.to)];
  if (from <= to) return { from, to };
  throw new RuleViolation('dates-inverted', {
    message: `A period can't end (${to}) before it begins (${from})`,
    values: { from, to },
  });
}

export function periodContains(period: Period, date: CalendarDate): boolean {
  return period.from <= date && date <= period.to;
}

/** Whether two periods have a day in common. */
export function periodsOverlap(first: Period, second: Period): boolean {
  return first.from <= second.to && second.from <= first.to;
}

/** Whether `next` begins on the day after `previous` ends: no gap, no overlap. */
export function periodFollows(next: Period, previous: Period): boolean {
  return next.from === addDays(previous.to, 1);
}
