/** The people of a house at their desks, on an empty database, and the half-years around the day of the tests. */
import {
  addDays,
  addMonths,
  endOfMonth,
  makeDate,
  monthOf,
  parseCalendarDate,
  yearOf,
  type CalendarDate,
} from '@colophon/domain/calendar';

import { startTestApi, TEST_NOW, type ApiClient, type TestApi } from '../support/api';

export interface House {
  readonly api: TestApi;
  readonly owner: ApiClient;
  readonly editorial: ApiClient;
  readonly sales: ApiClient;
  readonly accountant: ApiClient;
  readonly reader: ApiClient;
}

export async function openHouse(): Promise<House> {
  const api = await startTestApi();
  return {
    api,
    owner: await api.as('owner'),
    editorial: await api.as('editorial'),
    sales: await api.as('sales'),
    accountant: await api.as('accountant'),
    reader: await api.as('read-only'),
  };
}

export const today: CalendarDate = parseCalendarDate(TEST_NOW.slice(0, 10));

export interface HalfYear {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** The half-year in which the tests run: its first day is never after today. */
export const thisHalf: HalfYear = halfYearFrom(makeDate(yearOf(today), monthOf(today) <= 6 ? 1 : 7, 1));
/** The half-year that is over: what one closes first. */
export const lastHalf: HalfYear = halfYearFrom(addMonths(thisHalf.from, -6));

function halfYearFrom(from: CalendarDate): HalfYear {
  return { from, to: endOfMonth(addMonths(from, 5)) };
}

/** The day after so many days of a half-year. */
export const dayOf = (half: HalfYear, days: number): CalendarDate => addDays(half.from, days);

/** A month after a half-year is over: when its statements are paid. */
export const paymentDayOf = (half: HalfYear): CalendarDate => addDays(half.to, 31);
