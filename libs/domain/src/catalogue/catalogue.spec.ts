import * as fc from 'fast-check';
import { Money, Rate, Rational } from '../money';
import * as catalogue from '.';

const price = (from: string, amount: string): catalogue.Price => ({ from, retailPriceInclVat: Money.parse(amount) });
const books = Rate.parse('5.5');

describe('the price in force', () => {
  const prices = [price('2026-09-01', '15.00'), price('2026-01-01', '14.00')];

  it.each([
    ['2026-01-01', '14.00'],
    ['2026-08-31', '14.00'],
    ['2026-09-01', '15.00'],
    ['2099-12-31', '15.00'],
  ])('on %s is %s, in whatever order prices come', (date, amount) => {
    expect(catalogue.priceInForce(prices, date).retailPriceInclVat.toString()).toBe(amount);
    expect(catalogue.priceInForce([...prices].reverse(), date).retailPriceInclVat.toString()).toBe(amount);
  });

  it('is refused before the first one', () => {
    expect(() => catalogue.priceInForce(prices, '2025-12-31')).toThrow(
      expect.objectContaining({ code: 'no-price-on-date' }),
    );
    expect(() => catalogue.priceInForce([], '2026-01-01')).toThrow('No price is in force on 2026-01-01');
  });

  it('is never one of two, and never below zero', () => {
    expect(catalogue.sortPrices(prices).map(({ from }) => from)).toEqual(['2026-01-01', '2026-09-01']);
    expect(() => catalogue.sortPrices([...prices, price('2026-09-01', '16.00')])).toThrow(
      expect.objectContaining({ code: 'prices-ambiguous' }),
    );
    expect(() => catalogue.sortPrices([price('2026-01-01', '-1.00')])).toThrow(
      expect.objectContaining({ code: 'price-negative' }),
    );
  });
});

describe('the price without VAT', () => {
  const unit = (amount: string, rounding: catalogue.UnitPriceRounding): string =>
    catalogue.unitPriceExclVat({ retailPriceInclVat: Money.parse(amount), vatRate: books, rounding }).toExactText();

  it.each([
    ['12.00', '11.37'],
    ['14.00', '13.27'],
    ['15.00', '14.22'],
    ['16.00', '15.17'],
    ['18.00', '17.06'],
    ['20.00', '18.96'],
  ])('of %s is %s in cents (rule R1)', (amount, expected) => {
    expect(unit(amount, '2')).toBe(expected);
  });

  it('keeps four decimals or all of them when the contract says so', () => {
    expect([unit('16.00', '4'), unit('20.00', 'none'), unit('10.55', 'none')]).toEqual(['15.1659', '4000/211', '10']);
  });

  it('with its VAT added again is within half a cent of the price', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), (cents) => {
        const retailPriceInclVat = Money.ofCents(BigInt(cents));
        const rounded = catalogue.unitPriceExclVat({ retailPriceInclVat, vatRate: books, rounding: '2' });
        const exact = catalogue.unitPriceExclVat({ retailPriceInclVat, vatRate: books, rounding: 'none' });
        expect(exact.times(books.onePlus).equals(retailPriceInclVat.toRational())).toBe(true);
        const off = rounded.minus(exact);
        expect((off.isNegative ? off.negated() : off).compare(Rational.of(1n, 200n))).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe('codes of ONIX', () => {
  it('are of the right form, and only forms that share one are alike', () => {
    expect(Object.values(catalogue.onixCodeOfForm).filter((code) => !/^[A-Z]{2}$/.test(code))).toEqual([]);
    expect(Object.values(catalogue.onixCodeOfRole).filter((code) => !/^[A-Z]\d{2}$/.test(code))).toEqual([]);
    expect(Object.values(catalogue.onixCodeOfAvailability).filter((code) => !/^\d{2}$/.test(code))).toEqual([]);
    expect(new Set(Object.values(catalogue.onixCodeOfRole)).size).toBe(catalogue.contributorRoles.length);
    expect(new Set(Object.values(catalogue.onixCodeOfAvailability)).size).toBe(catalogue.availabilities.length);
  });

  it('tell digital forms from the others', () => {
    expect(catalogue.productForms.filter(catalogue.isDigital)).toEqual(['e-book', 'audio-download']);
    expect(catalogue.bookForms).not.toContain('game');
  });
});
