/**
 * Arithmetic on calendar dates.
 *
 * What people get wrong: a month has no fixed length. 31 January plus one month is the last day of February, and going
 * back one month from there is 28 January, not the 31st.
 */
import { type CalendarDate, dayOf, daysInMonth, makeDate, monthOf, yearOf } from './calendar-date';

/** Days since 1970-01-01 (negative before), proleptic Gregorian calendar. Source: Howard Hinnant, days_from_civil. */
export function dayNumber(date: CalendarDate): number {
  const month = monthOf(date);
  const year = month <= 2 ? yearOf(date) - 1 : yearOf(date);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOf(date) - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** The date of a day number: the inverse of `dayNumber`. */
export function dateOfDayNumber(days: number): CalendarDate {
  const shifted = days + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const leaps = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36524) + Math.floor(dayOfEra / 146096);
  const yearOfEra = Math.floor((dayOfEra - leaps) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  return makeDate(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return dateOfDayNumber(dayNumber(date) + days);
}

/** How many days after `from` is `to`; negative when before. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** The same day so many months later (or earlier), or the last day of that month when it has no such day. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const count = yearOf(date) * 12 + (monthOf(date) - 1) + months;
  const year = Math.floor(count / 12);
  const month = count - year * 12 + 1;
  return makeDate(year, month, Math.min(dayOf(date), daysInMonth(year, month)));
}

export function endOfMonth(date: CalendarDate): CalendarDate {
  return makeDate(yearOf(date), monthOf(date), daysInMonth(yearOf(date), monthOf(date)));
}

export function startOfMonth(date: CalendarDate): CalendarDate {
  return makeDate(yearOf(date), monthOf(date), 1);
}

export function startOfYear(date: CalendarDate): CalendarDate {
  return makeDate(yearOf(date), 1, 1);
}

export function endOfYear(date: CalendarDate): CalendarDate {
  return makeDate(yearOf(date), 12, 31);
}
