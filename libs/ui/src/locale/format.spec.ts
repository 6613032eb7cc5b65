import { formatDate, formatMoney, formatNumber, formatPercent } from './format';

describe('amounts of the wire, written for the eye', () => {
  it.each([
    ['1234.5', 'fr-FR', 2, '1\u202f234,50\u202f€'],
    ['1234.5', 'en-GB', 2, '€1,234.50'],
    ['-12.34', 'fr-FR', 2, '\u221212,34\u202f€'],
    ['18.957346', 'fr-FR', 6, '18,957346\u202f€'],
    ['90071992547409931.23', 'fr-FR', 2, '90\u202f071\u202f992\u202f547\u202f409\u202f931,23\u202f€'],
  ])('writes %s in %s as money with at most %i decimals', (value, tag, digits, text) => {
    expect(formatMoney(value, tag, digits)).toBe(text);
  });

  it('writes a rate that is already in percent', () => {
    expect(formatPercent('5.5', 'fr-FR')).toBe('5,5\u202f%');
    expect(formatPercent('5.5', 'en-GB')).toBe('5.5%');
  });

  it('groups counts', () => {
    expect(formatNumber(12500, 'fr-FR')).toBe('12\u202f500');
  });
});

describe('calendar dates', () => {
  it('never move by the reader’s time zone', () => {
    expect(formatDate('2026-01-01', 'fr-FR')).toBe('01/01/2026');
    expect(formatDate('2026-12-31', 'fr-FR', 'long')).toBe('31 décembre 2026');
    expect(formatDate('2026-12-31', 'en-GB', 'long')).toBe('31 December 2026');
  });
});
