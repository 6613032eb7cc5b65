import { suggestPeriods } from './periods';

const keys = (today: string, closed: { from: string; to: string }[] = []) =>
  suggestPeriods(today, closed).map(({ year, half }) => (half ? `${year}-S${half}` : String(year)));

describe('the periods a house may close', () => {
  it('begins with the half-year that ended last', () => {
    expect(keys('2026-07-15')).toEqual(['2026-S1', '2025-S2', '2025-S1', '2025']);
  });

  it('leaves out what is closed, even in part', () => {
    expect(keys('2026-07-15', [{ from: '2025-01-01', to: '2025-12-31' }])).toEqual(['2026-S1', '2026-S2']);
    expect(keys('2027-01-12', [{ from: '2026-01-01', to: '2026-06-30' }])[0]).toBe('2026-S2');
    expect(keys('2027-01-12', [{ from: '2026-01-01', to: '2026-06-30' }])).not.toContain('2026');
  });

  it('counts a period as over the day after its last', () => {
    expect(keys('2026-06-30')[0]).toBe('2025-S2');
    expect(keys('2026-07-01')[0]).toBe('2026-S1');
  });

  it('gives both days', () => {
    expect(suggestPeriods('2026-07-15', [])[0]).toMatchObject({ from: '2026-01-01', to: '2026-06-30' });
  });
});
