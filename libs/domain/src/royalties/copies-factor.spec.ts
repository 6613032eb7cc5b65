/** The fast way and the exact way are one way. */
import * as fc from 'fast-check';
import { Rational, roundToCents } from '../money';
import { CopiesFactor } from './copies-factor';

const copies = fc.oneof(
  fc.integer({ min: -5000, max: 5000 }),
  fc.integer({ min: -(2 ** 31), max: 2 ** 31 }),
  fc.maxSafeInteger(),
);
const factors = fc.oneof(
  fc.tuple(fc.bigInt(0n, 10n ** 6n), fc.constantFrom(1n, 100n, 10_000n, 10n ** 8n)),
  fc.tuple(fc.bigInt(0n, 10n ** 12n), fc.bigInt(1n, 10n ** 9n)),
  fc.tuple(fc.bigInt(0n, 10n ** 30n), fc.bigInt(1n, 10n ** 20n)),
);

/** "-12.50" or "22400/211", of any length. */
function read(text: string): Rational {
  const [numerator = '', denominator] = text.split('/');
  if (denominator !== undefined) return Rational.of(BigInt(numerator), BigInt(denominator));
  const [whole = '', decimals = ''] = numerator.split('.');
  return Rational.of(BigInt(whole + decimals), 10n ** BigInt(decimals.length));
}

it('multiplies exactly and rounds once, whatever the size of the numbers', () => {
  fc.assert(
    fc.property(factors, copies, ([numerator, denominator], count) => {
      const factor = Rational.of(numerator, denominator);
      const exact = factor.times(Rational.of(BigInt(count)));
      const { product, amount, cents } = new CopiesFactor(factor).of(count);
      expect([amount, cents]).toEqual([roundToCents(exact).toString(), roundToCents(exact).cents]);
      expect(read(product).equals(exact)).toBe(true);
    }),
    { numRuns: 500 },
  );
});

it.each<[bigint, bigint, number, string, string]>([
  [10616n, 10_000n, 2000, '2123.2000', '2123.20'],
  [10616n, 10_000n, -2000, '-2123.2000', '-2123.20'],
  [5n, 1000n, 1, '0.005', '0.01'],
  [5n, 1000n, -1, '-0.005', '-0.01'],
  [4n, 1000n, -1, '-0.004', '0.00'],
  [0n, 1n, -7, '0', '0.00'],
  [224n, 211n, 100, '22400/211', '106.16'],
])('%s ÷ %s × %s copies is %s, that is %s', (numerator, denominator, count, product, amount) => {
  expect(new CopiesFactor(Rational.of(numerator, denominator)).of(count)).toMatchObject({ product, amount });
});
