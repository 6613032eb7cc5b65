import fc from 'fast-check';
import { CellFault, lostDigits, readAmount, readRate, readSignedWholeNumber, readTrimSize, readWholeNumber } from '.';

const faultOf = (read: () => unknown): string => {
  try {
    read();
  } catch (error) {
    if (error instanceof CellFault) return error.code;
    throw error;
  }
  return 'none';
};

describe('an amount', () => {
  it.each([
    ['18,50 €', '18.50'],
    ['18.5', '18.50'],
    ['1 234,56', '1234.56'],
    ['1\u00a0234,56 €', '1234.56'],
    ['1\u202f234,56\u00a0€', '1234.56'],
    ["1'234.50", '1234.50'],
    ['1.234,56', '1234.56'],
    ['1,234.56', '1234.56'],
    ['1.234.567', '1234567.00'],
    ['12,345', '12.345'],
    ['12 euros', '12.00'],
    ['12,500', '12.50'],
    ['−3,20', '-3.20'],
    ['007,10', '7.10'],
  ])('%s is %s', (text, amount) => expect(readAmount(text)).toBe(amount));

  it.each(['douze', '12,3,4', '1 2 x', '12€50c', '--3'])('%s can not be read', (text) =>
    expect(faultOf(() => readAmount(text))).toBe('decimal-unreadable'),
  );

  it('in French form reads back as what it was, whatever the thousands space', () => {
    fc.assert(
      fc.property(fc.nat(99_999_999), fc.constantFrom(' ', '\u00a0', '\u202f', '', '.'), (cents, space) => {
        const whole = String(Math.floor(cents / 100)).replace(/\B(?=(\d{3})+$)/g, space);
        const decimals = String(cents % 100).padStart(2, '0');
        expect(readAmount(`${whole},${decimals} €`)).toBe(`${Math.floor(cents / 100)}.${decimals}`);
      }),
    );
  });
});

describe('a rate', () => {
  it.each([
    ['35 %', '35'],
    ['35,50%', '35.5'],
    ['5,5', '5.5'],
    ['0', '0'],
    ['0,5 %', '0.5'],
    ['100', '100'],
  ])('%s is %s', (text, rate) => expect(readRate(text)).toBe(rate));

  it('below one and without a sign may be a fraction: it is asked', () => {
    expect(faultOf(() => readRate('0,35'))).toBe('rate-is-fraction');
    expect(() => readRate('0,055')).toThrow(expect.objectContaining({ values: { given: '0,055', percent: '5,5' } }));
  });
});

describe('a whole number', () => {
  it.each([
    ['1 200', 1200],
    ['1.200', 1200],
    ['1,200', 1200],
    ['1200,00', 1200],
    ['1\u202f200 ex.', 1200],
    ['224 pages', 224],
    ['310 g', 310],
  ])('%s is %i', (text, value) => expect(readWholeNumber(text)).toBe(value));

  it('has no decimals and no sign', () => {
    expect(faultOf(() => readWholeNumber('12,5'))).toBe('whole-number-unreadable');
    expect(faultOf(() => readWholeNumber('-2'))).toBe('negative-number');
    expect(readSignedWholeNumber('−2')).toBe(-2);
  });

  it('that a spreadsheet cut short is not guessed', () => {
    expect(lostDigits('9,78E+12')).toBe(true);
    expect(lostDigits('9.78207E+12')).toBe(true);
    expect(lostDigits('9782070612758')).toBe(false);
    expect(faultOf(() => readAmount('9,78E+12'))).toBe('digits-lost');
  });
});

it.each([
  ['14 x 20,5 cm', 140, 205],
  ['14x20.5', 140, 205],
  ['140 × 205 mm', 140, 205],
  ['140*205', 140, 205],
  ['21 x 29,7', 210, 297],
])('the size %s is %i by %i mm', (text, widthMm, heightMm) =>
  expect(readTrimSize(text)).toEqual({ widthMm, heightMm }),
);
