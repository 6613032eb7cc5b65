import { endOfMonth, makeDate, yearOf } from '@colophon/domain/calendar';

import type { StatementFrequency } from './contract-dto';

const lastMonths: Readonly<Record<StatementFrequency, readonly number[]>> = {
  annual: [12],
  'half-yearly': [6, 12],
  quarterly: [3, 6, 9, 12],
  'on-print-run': [],
};

/**
 * The last day of the period to state next: the first of the calendar's that ends after the last stated one, or after
 * today where nothing was stated yet.
 * @returns null for a contract that is stated at each print run
 */
export function nextPeriodEnd(
  frequency: StatementFrequency,
  lastPeriodTo: string | null,
  today: string,
): string | null {
  const after = lastPeriodTo ?? today;
  const isAfter = (date: string): boolean => (lastPeriodTo === null ? date >= after : date > after);
  const year = yearOf(after);
  const ends = [year, year + 1].flatMap((each) =>
    lastMonths[frequency].map((month) => endOfMonth(makeDate(each, month, 1))),
  );
  return ends.find(isAfter) ?? null;
}
