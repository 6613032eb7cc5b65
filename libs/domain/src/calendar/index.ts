export {
  compareDates,
  dayOf,
  daysInMonth,
  isCalendarDate,
  isLeapYear,
  makeDate,
  monthOf,
  parseCalendarDate,
  yearOf,
  type CalendarDate,
} from './calendar-date';
export {
  addDays,
  addMonths,
  dateOfDayNumber,
  dayNumber,
  daysBetween,
  endOfMonth,
  endOfYear,
  startOfMonth,
  startOfYear,
} from './civil-days';
export { parsePeriod, periodContains, periodFollows, periodsOverlap, type Period } from './period';
export { dueDate, type PaymentTerms } from './due-date';
