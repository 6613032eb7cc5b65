import { readDecimal, writeDecimal } from './decimal-text';

describe('reading an amount as people type it', () => {
  it.each([
    ['1 234,50', '1234.50'],
    ['1\u202f234,5', '1234.5'],
    ['1.234,50', '1234.50'],
    ['1,234.50', '1234.50'],
    ['12.5', '12.5'],
    ['12,5 €', '12.5'],
    ['1.234.567', '1234567'],
    ['-3,10', '-3.10'],
    ['−3,10', '-3.10'],
    ['007', '7'],
    ['0,05', '0.05'],
    [',5', '0.5'],
    ['', ''],
  ])('reads %j as %j', (typed, value) => {
    expect(readDecimal(typed, 2)).toEqual({ value });
  });

  it.each(['abc', '12a', '1e5', '--3', '.'])('refuses %j', (typed) => {
    expect(readDecimal(typed, 2)).toEqual({ error: 'number' });
  });

  it('refuses more decimals than the field holds, rather than round in silence', () => {
    expect(readDecimal('1,234', 2)).toEqual({ error: 'decimals' });
    expect(readDecimal('13,270142', 6)).toEqual({ value: '13.270142' });
  });

  it('keeps every digit of amounts that a float would lose', () => {
    expect(readDecimal('90071992547409931,23', 2)).toEqual({ value: '90071992547409931.23' });
  });
});

describe('writing an amount of the wire', () => {
  it.each([
    ['1234.5', 'fr-FR', 2, '1\u202f234,50'],
    ['1234.5', 'en-GB', 2, '1,234.50'],
    ['5.5', 'fr-FR', 0, '5,5'],
    ['', 'fr-FR', 2, ''],
    ['90071992547409931.23', 'fr-FR', 2, '90\u202f071\u202f992\u202f547\u202f409\u202f931,23'],
  ])('writes %j in %s with %i decimals as %j', (value, tag, least, text) => {
    expect(writeDecimal(value, tag, least)).toBe(text);
  });

  it('reads back what it writes', () => {
    for (const value of ['0.01', '19.99', '-1234567.89', '1000.00']) {
      expect(readDecimal(writeDecimal(value, 'fr-FR', 2), 2)).toEqual({ value });
    }
  });
});
