import { nextPeriodEnd } from './next-period';

describe('the next period to state', () => {
  it.each([
    ['annual', null, '2026-07-15', '2026-12-31'],
    ['annual', '2025-12-31', '2026-07-15', '2026-12-31'],
    ['half-yearly', '2025-12-31', '2026-07-15', '2026-06-30'],
    ['half-yearly', null, '2026-06-30', '2026-06-30'],
    ['quarterly', '2026-02-28', '2026-07-15', '2026-03-31'],
    ['on-print-run', null, '2026-07-15', null],
  ] as const)('of a contract stated %s, after %s, on %s, ends on %s', (frequency, last, today, end) => {
    expect(nextPeriodEnd(frequency, last, today)).toBe(end);
  });
});
