import * as fc from 'fast-check';
import { addDays, dateOfDayNumber, daysBetween } from '../calendar';
import { lastPeriodEnded, legalDeadline, periodEnding, statementFrequencies } from './statement-dates';

describe('the period that ends on a day', () => {
  it.each([
    ['annual', 12, '2026-12-31', '2026-01-01'],
    ['annual', 12, '2026-06-30', undefined],
    ['annual', 6, '2026-06-30', '2025-07-01'],
    ['half-yearly', 12, '2026-06-30', '2026-01-01'],
    ['half-yearly', 12, '2026-12-31', '2026-07-01'],
    ['half-yearly', 12, '2026-03-31', undefined],
    ['half-yearly', 3, '2026-03-31', '2025-10-01'],
    ['half-yearly', 3, '2026-09-30', '2026-04-01'],
    ['quarterly', 12, '2026-03-31', '2026-01-01'],
    ['quarterly', 2, '2024-02-29', '2023-12-01'],
    ['quarterly', 12, '2026-03-30', undefined],
    ['on-print-run', 12, '2026-12-31', '2026-01-01'],
    ['on-print-run', 12, '2026-06-30', undefined],
  ] as const)('%s, accounts closed in month %i, on %s, began on %s', (frequency, yearEndMonth, to, from) => {
    expect(periodEnding({ frequency, yearEndMonth }, to)?.from).toBe(from);
  });
});

describe('the last period that is over', () => {
  it.each([
    ['annual', '2026-07-15', '2025-12-31'],
    ['annual', '2026-12-31', '2025-12-31'],
    ['annual', '2027-01-01', '2026-12-31'],
    ['half-yearly', '2026-07-01', '2026-06-30'],
    ['quarterly', '2026-06-30', '2026-03-31'],
  ] as const)('%s, on %s, ended on %s', (frequency, today, to) => {
    expect(lastPeriodEnded({ frequency, yearEndMonth: 12 }, today).to).toBe(to);
  });

  it('follows the one before it without a day between or twice', () => {
    const terms = fc.record({
      frequency: fc.constantFrom(...statementFrequencies),
      yearEndMonth: fc.integer({ min: 1, max: 12 }),
    });
    const days = fc.integer({ min: 700_000, max: 760_000 }).map(dateOfDayNumber);
    fc.assert(
      fc.property(terms, days, (given, today) => {
        const period = lastPeriodEnded(given, today);
        expect(daysBetween(period.to, today)).toBeGreaterThan(0);
        expect(lastPeriodEnded(given, period.to).to).toBe(addDays(period.from, -1));
      }),
    );
  });
});

it.each([
  ['2026-12-31', '2027-06-30'],
  ['2026-06-30', '2026-12-30'],
  ['2025-08-31', '2026-02-28'],
])('a period that ended on %s is stated and paid by %s', (to, deadline) => {
  expect(legalDeadline(to)).toBe(deadline);
});
