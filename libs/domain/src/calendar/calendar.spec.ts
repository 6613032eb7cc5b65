import * as fc from 'fast-check';
import * as calendar from '.';

const dates = fc.integer({ min: -700_000, max: 2_900_000 }).map((days) => calendar.dateOfDayNumber(days));

describe('a date', () => {
  it.each(['2026-02-28', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('%s is one', (text) => {
    expect(calendar.parseCalendarDate(text)).toBe(text);
  });

  it.each([
    '2026-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '26-01-01',
    '2026-1-1',
    '',
    null,
    20260101,
  ])('%p is none', (value) => {
    expect(calendar.isCalendarDate(value)).toBe(false);
    expect(() => calendar.parseCalendarDate(value)).toThrow(expect.objectContaining({ code: 'date-malformed' }));
  });

  it('is what it was after being counted in days, as every calendar of the machine says', () => {
    fc.assert(
      fc.property(dates, (date) => {
        const days = calendar.dayNumber(date);
        expect(calendar.dateOfDayNumber(days)).toBe(date);
        const [year, month, day] = [calendar.yearOf(date), calendar.monthOf(date), calendar.dayOf(date)];
        const midnight = new Date(0);
        midnight.setUTCFullYear(year, month - 1, day);
        expect(midnight.getTime() / 86_400_000).toBe(days);
      }),
    );
  });

  it('sorts as a text', () => {
    fc.assert(
      fc.property(dates, dates, (a, b) => {
        expect(Math.sign(calendar.compareDates(a, b))).toBe(Math.sign(calendar.daysBetween(b, a)));
      }),
    );
  });
});

describe('counting', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-02-28', -1, '2026-01-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
  ])('%s and %i months is %s', (date, months, later) => {
    expect(calendar.addMonths(date, months)).toBe(later);
  });

  it('days there and back again', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -3000, max: 3000 }), (date, days) => {
        const later = calendar.addDays(date, days);
        expect(calendar.daysBetween(date, later)).toBe(days);
        expect(calendar.addDays(later, -days)).toBe(date);
      }),
    );
  });

  it('finds the ends of months and years', () => {
    expect(calendar.endOfMonth('2024-02-03')).toBe('2024-02-29');
    expect(calendar.startOfMonth('2024-02-03')).toBe('2024-02-01');
    expect([calendar.startOfYear('2024-02-03'), calendar.endOfYear('2024-02-03')]).toEqual([
      '2024-01-01',
      '2024-12-31',
    ]);
  });
});

describe('a period', () => {
  const year = { from: '2026-01-01', to: '2026-12-31' };

  it('refuses to end before it begins, and may last one day', () => {
    expect(calendar.parsePeriod({ from: '2026-01-01', to: '2026-01-01' })).toEqual({
      from: '2026-01-01',
      to: '2026-01-01',
    });
    expect(() => calendar.parsePeriod({ from: '2026-01-02', to: '2026-01-01' })).toThrow(
      expect.objectContaining({ code: 'dates-inverted' }),
    );
  });

  it.each([
    [{ from: '2026-12-31', to: '2027-03-01' }, true],
    [{ from: '2027-01-01', to: '2027-03-01' }, false],
    [{ from: '2025-01-01', to: '2026-01-01' }, true],
    [{ from: '2026-03-01', to: '2026-03-31' }, true],
  ])('%j has a day in common with 2026: %p', (other, expected) => {
    expect(calendar.periodsOverlap(year, other)).toBe(expected);
    expect(calendar.periodsOverlap(other, year)).toBe(expected);
  });

  it('contains its first and last day, and is followed by the day after', () => {
    expect(
      ['2025-12-31', '2026-01-01', '2026-12-31', '2027-01-01'].map((day) => calendar.periodContains(year, day)),
    ).toEqual([false, true, true, false]);
    expect(calendar.periodFollows({ from: '2027-01-01', to: '2027-06-30' }, year)).toBe(true);
    expect(calendar.periodFollows({ from: '2027-01-02', to: '2027-06-30' }, year)).toBe(false);
  });
});

describe('when an invoice is due', () => {
  it.each([
    ['2026-01-15', { days: 30, endOfMonth: 'none' as const }, '2026-02-14'],
    ['2026-01-15', { days: 45, endOfMonth: 'after-days' as const }, '2026-03-31'],
    ['2026-01-15', { days: 45, endOfMonth: 'before-days' as const }, '2026-03-17'],
    ['2026-01-31', { days: 60, endOfMonth: 'after-days' as const }, '2026-04-30'],
    ['2026-01-31', { days: 0, endOfMonth: 'none' as const }, '2026-01-31'],
  ])('%s with %j is %s', (date, terms, due) => {
    expect(calendar.dueDate(date, terms)).toBe(due);
  });

  it.each([-1, 1.5, 366])('refuses %p days', (days) => {
    expect(() => calendar.dueDate('2026-01-15', { days, endOfMonth: 'none' })).toThrow(
      expect.objectContaining({ code: 'payment-terms-invalid' }),
    );
  });
});
