/**
 * A calendar date, the string `YYYY-MM-DD`.
 *
 * What people get wrong: a date is not an instant. Put into a `Date` it becomes midnight somewhere, and an invoice of
 * 31 December is posted in January. Everything here counts civil days, without a clock and without a time zone.
 * Strings in this form sort as dates.
 */
import { givenText, quoted, RuleViolation } from '../rules';

/** `YYYY-MM-DD`, a day that exists, years 0001 to 9999. */
export type CalendarDate = string;

const form = /^(\d{4})-(\d{2})-(\d{2})$/;

export function isCalendarDate(text: unknown): text is CalendarDate {
  const found = typeof text === 'string' ? form.exec(text) : null;
  if (!found) return false;
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])];
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** @throws RuleViolation `date-malformed` unless it is a day that exists */
export function parseCalendarDate(text: unknown): CalendarDate {
  if (isCalendarDate(text)) return text;
  throw new RuleViolation('date-malformed', {
    message: `${quoted(text)} is not a date such as "2026-12-31"`,
    values: { given: givenText(text) },
  });
}

/** Negative when `first` is earlier, zero on the same day, positive when it is later. */
export function compareDates(first: CalendarDate, second: CalendarDate): number {
  return first < second ? -1 : first > second ? 1 : 0;
}

export function yearOf(date: CalendarDate): number {
  return Number(date.slice(0, 4));
}

/** 1 to 12. */
export function monthOf(date: CalendarDate): number {
  return Number(date.slice(5, 7));
}

/** 1 to 31. */
export function dayOf(date: CalendarDate): number {
  return Number(date.slice(8, 10));
}

export function makeDate(year: number, month: number, day: number): CalendarDate {
  const pad = (value: number, width: number): string => String(value).padStart(width, '0');
  return parseCalendarDate(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`);
}

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
