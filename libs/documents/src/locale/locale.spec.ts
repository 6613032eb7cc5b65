import fc from 'fast-check';

import {
  addsUp,
  formatAmount,
  formatCopies,
  formatIban,
  formatIsbn,
  formatLongDate,
  formatMoney,
  formatMovement,
  formatPeriod,
  formatRate,
  formatShortDate,
  formatSiret,
  negated,
} from './index';

const cents = fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n });

function decimalOf(amount: bigint): string {
  const digits = (amount < 0n ? -amount : amount).toString().padStart(3, '0');
  return `${amount < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

describe('an amount', () => {
  it.each([
    ['1234.5', '1\u202f234,50\u202f€', '€1,234.50'],
    ['-1234567.89', '\u22121\u202f234\u202f567,89\u202f€', '\u2212€1,234,567.89'],
    ['0', '0,00\u202f€', '€0.00'],
    ['-0.00', '0,00\u202f€', '€0.00'],
    ['999.999', '999,999\u202f€', '€999.999'],
    ['90071992547409931.01', '90\u202f071\u202f992\u202f547\u202f409\u202f931,01\u202f€', '€90,071,992,547,409,931.01'],
  ])('%s is set as %s and %s', (value, french, english) => {
    expect(formatMoney(value, 'fr')).toBe(french);
    expect(formatMoney(value, 'en')).toBe(english);
  });

  it.each(['', '1,5', '1e3', ' 1', '+1', '.5', 'NaN'])('is refused when it is %j', (value) => {
    expect(() => formatMoney(value, 'fr')).toThrow('Not a decimal string');
  });

  it('loses no digit, whatever its size', () => {
    fc.assert(
      fc.property(cents, (amount) => {
        const shown = formatAmount(decimalOf(amount), 'fr')
          .replaceAll('\u202f', '')
          .replace(',', '.')
          .replace('\u2212', '-');
        expect(shown).toBe(decimalOf(amount));
      }),
    );
  });

  it('adds up with its opposite to nothing', () => {
    fc.assert(
      fc.property(cents, (amount) => expect(addsUp([decimalOf(amount), negated(decimalOf(amount))], '0')).toBe(true)),
    );
  });

  it('adds up exactly where floats would not', () => {
    expect(addsUp(['0.1', '0.2'], '0.3')).toBe(true);
    expect(addsUp(['0.10', '0.20'], '0.31')).toBe(false);
    expect(addsUp([], '0.00')).toBe(true);
  });
});

describe('a rate', () => {
  it.each([
    ['5.50', '5,5\u202f%', '5.5%'],
    ['10', '10\u202f%', '10%'],
    ['0.35', '0,35\u202f%', '0.35%'],
    ['100.00', '100\u202f%', '100%'],
  ])('%s is set as %s and %s', (value, french, english) => {
    expect(formatRate(value, 'fr')).toBe(french);
    expect(formatRate(value, 'en')).toBe(english);
  });
});

describe('copies', () => {
  it('are whole', () => {
    expect(formatCopies(12345, 'fr')).toBe('12\u202f345');
    expect(formatMovement(85, 'fr')).toBe('+85');
    expect(formatMovement(-1240, 'fr')).toBe('\u22121\u202f240');
    expect(() => formatCopies(1.5, 'fr')).toThrow('whole number');
  });
});

describe('dates', () => {
  it('are said in words', () => {
    expect(formatLongDate('2026-01-01', 'fr')).toBe('1er\u00a0janvier\u00a02026');
    expect(formatLongDate('2026-08-31', 'en')).toBe('31\u00a0August\u00a02026');
    expect(formatShortDate('2026-06-30')).toBe('30/06/2026');
  });

  it('make a period that says its year once', () => {
    expect(formatPeriod({ from: '2026-01-01', to: '2026-06-30' }, 'fr')).toBe(
      'du 1er\u00a0janvier au 30\u00a0juin\u00a02026',
    );
    expect(formatPeriod({ from: '2025-07-01', to: '2026-06-30' }, 'en')).toBe(
      'from 1\u00a0July\u00a02025 to 30\u00a0June\u00a02026',
    );
    expect(formatPeriod({ from: '2026-02-03', to: '2026-02-03' }, 'fr')).toBe('le 3\u00a0février\u00a02026');
  });

  it.each(['2026-13-01', '26-01-01', '2026/01/01'])('refuse %s', (date) => {
    expect(() => formatLongDate(date, 'fr')).toThrow('Not a calendar date');
  });
});

describe('identifiers', () => {
  it('are grouped as people read them', () => {
    expect(formatIsbn('9782070612758')).toBe('978-2-07-061275-8');
    expect(formatIsbn('979-10-91599-50-4')).toBe('979-10-91599-50-4');
    expect(formatIsbn('sans ISBN')).toBe('sans ISBN');
    expect(formatIban('FR7630006000011234567890189')).toBe(
      'FR76 3000 6000 0112 3456 7890 189'.replaceAll(' ', '\u00a0'),
    );
    expect(formatSiret('73282932000074')).toBe('732\u00a0829\u00a0320\u00a000074');
  });
});
