import * as fc from 'fast-check';
import { Money, parseQuantity, Rate, Rational, roundShareToCents, roundToCents, splitByLargestRemainder } from '.';

const cents = fc.bigInt({ min: -(10n ** 13n), max: 10n ** 13n });
const rational = fc
  .tuple(fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }), fc.bigInt({ min: 1n, max: 10n ** 6n }))
  .map(([numerator, denominator]) => Rational.of(numerator, denominator));

describe('an amount', () => {
  it.each([
    ['12.34', 1234n],
    ['12', 1200n],
    ['12.5', 1250n],
    ['-0.05', -5n],
    ['-0.00', 0n],
    ['999999999999.99', 99999999999999n],
  ])('reads %s', (text, expected) => {
    expect(Money.parse(text).cents).toBe(expected);
  });

  it.each(['12.345', '12,34', '1 234', '', '.5', '5.', '1e3', '+1', 'NaN', '٣', ' 1', '1234567890123'])(
    'refuses %j',
    (text) => {
      expect(() => Money.parse(text)).toThrow(expect.objectContaining({ code: 'amount-malformed' }));
    },
  );

  it('refuses a number in place of a text', () => {
    expect(() => Money.parse(12.5 as unknown as string)).toThrow('is not an amount in euros');
  });

  it('is what it was after being written and read', () => {
    fc.assert(fc.property(cents, (value) => Money.parse(Money.ofCents(value).toString()).cents === value));
  });

  it('adds up, whatever the order', () => {
    fc.assert(
      fc.property(fc.array(cents), (values) => {
        const amounts = values.map((value) => Money.ofCents(value));
        const total = values.reduce((sum, value) => sum + value, 0n);
        expect(Money.sum(amounts).cents).toBe(total);
        expect(Money.sum([...amounts].reverse()).cents).toBe(total);
      }),
    );
  });

  it('is compared, opposed, taken off and chosen', () => {
    const [one, two] = [Money.parse('1'), Money.parse('2')];
    expect([one.compare(two), two.compare(one), one.compare(one)]).toEqual([-1, 1, 0]);
    expect([one.minus(two).toString(), one.negated().toString()]).toEqual(['-1.00', '-1.00']);
    expect([Money.min(two, one), Money.max(one, two)]).toEqual([one, two]);
    expect([one.isPositive, one.minus(two).isNegative, one.minus(one).isZero]).toEqual([true, true, true]);
    expect(JSON.stringify({ one })).toBe('{"one":"1.00"}');
  });

  it('writes amounts that no double holds', () => {
    expect(Money.ofCents(-123456789012345678901n).toString()).toBe('-1234567890123456789.01');
  });
});

describe('rounding to the cent', () => {
  it.each([
    ['86.255', '86.26'],
    ['-86.255', '-86.26'],
    ['0.005', '0.01'],
    ['0.0049999', '0.00'],
    ['-0.0049999', '0.00'],
    ['2.675', '2.68'],
  ])('takes %s to %s', (exact, rounded) => {
    expect(roundToCents(Rational.parse(exact)).toString()).toBe(rounded);
  });

  it('is never more than half a cent away, and the same for the opposite', () => {
    fc.assert(
      fc.property(rational, (exact) => {
        const rounded = roundToCents(exact);
        const away = rounded.toRational().minus(exact);
        const distance = away.isNegative ? away.negated() : away;
        expect(distance.compare(Rational.of(1n, 200n))).toBeLessThanOrEqual(0);
        expect(roundToCents(exact.negated()).cents).toBe(-rounded.cents);
      }),
    );
  });

  it('of a share in one step is that of the exact product', () => {
    fc.assert(
      fc.property(cents, fc.integer({ min: 0, max: 10000 }), (value, hundredths) => {
        const [amount, rate] = [Money.ofCents(value), Rate.ofPercent(Rational.of(BigInt(hundredths), 100n))];
        expect(roundShareToCents(amount, rate).cents).toBe(roundToCents(amount.times(rate.fraction)).cents);
      }),
    );
  });
});

describe('an exact number', () => {
  it('computes without loss', () => {
    fc.assert(
      fc.property(rational, rational, (a, b) => {
        expect(a.plus(b).minus(b).equals(a)).toBe(true);
        if (!b.isZero) expect(a.times(b).dividedBy(b).equals(a)).toBe(true);
        expect(a.compare(b)).toBe(-b.compare(a) + 0);
        expect(a.reduced().equals(a)).toBe(true);
      }),
    );
  });

  it.each([
    [Rational.of(1400n, 100n), '14'],
    [Rational.of(2000n, 106n), '1000/53'],
    [Rational.of(1n, 8n), '0.125'],
    [Rational.of(-7n, 2n), '-3.5'],
    [Rational.of(0n, 3n), '0'],
    [Rational.of(3n, -6n), '-0.5'],
  ])('writes itself without loss', (number, text) => {
    expect(number.toExactText()).toBe(text);
  });

  it('pads decimals when asked', () => {
    expect([Rational.of(14n).toExactText(2), Rational.of(1n, 8n).toExactText(2)]).toEqual(['14.00', '0.125']);
  });

  it.each([
    ['1.5', 1n],
    ['-1.5', -2n],
    ['-2', -2n],
    ['0', 0n],
  ])('rounds %s down to %s', (text, whole) => {
    expect(Rational.parse(text).floor()).toBe(whole);
  });

  it('knows that nothing is divided by zero', () => {
    expect(() => Rational.one.dividedBy(Rational.zero)).toThrow('Broken assumption');
  });

  it.each(['', '1/3', '1e5', '--1', 'x'])('refuses %j', (text) => {
    expect(() => Rational.parse(text)).toThrow(expect.objectContaining({ code: 'amount-malformed' }));
  });
});

describe('a rate', () => {
  it.each([
    ['5.5', '5.5'],
    ['8.0', '8'],
    ['0', '0'],
    ['100', '100'],
    ['33.333333', '33.333333'],
  ])('reads %s', (text, written) => {
    expect(Rate.parse(text).toString()).toBe(written);
  });

  it.each([
    ['-1', 'rate-out-of-range'],
    ['100.01', 'rate-out-of-range'],
    ['5,5', 'rate-malformed'],
    ['', 'rate-malformed'],
    ['8 %', 'rate-malformed'],
  ])('refuses %j', (text, code) => {
    expect(() => Rate.parse(text)).toThrow(expect.objectContaining({ code }));
  });

  it('is what it was after being written and read', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), (thousandths) => {
        const rate = Rate.ofPercent(Rational.of(BigInt(thousandths), 1000n));
        expect(Rate.parse(rate.toString()).equals(rate)).toBe(true);
      }),
    );
  });

  it('is a part, and what is left, and what is on top', () => {
    const vat = Rate.parse('5.5');
    expect([vat.fraction, vat.onePlus, vat.oneMinus].map((part) => part.toExactText())).toEqual([
      '0.055',
      '1.055',
      '0.945',
    ]);
    expect(JSON.stringify(vat)).toBe('"5.5"');
  });
});

describe('a split by largest remainder', () => {
  const split = (amount: string, ...shares: string[]): string[] =>
    splitByLargestRemainder(
      Money.parse(amount),
      shares.map((share) => Rational.parse(share)),
    ).map(String);

  it.each([
    ['1415.11', ['50', '50'], ['707.56', '707.55']],
    ['1415.11', ['1', '1', '1'], ['471.71', '471.70', '471.70']],
    ['0.01', ['1', '99'], ['0.00', '0.01']],
    ['0.02', ['1', '1', '1'], ['0.01', '0.01', '0.00']],
    ['-0.02', ['1', '1', '1'], ['-0.01', '-0.01', '0.00']],
    ['10.00', ['33.33', '66.67'], ['3.33', '6.67']],
  ])('splits %s by %j', (amount, shares, parts) => {
    expect(split(amount, ...shares)).toEqual(parts);
  });

  it('loses and makes no cent, and is never a cent off the exact part', () => {
    const shares = fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(cents, shares, (value, weights) => {
        const rationals = weights.map((weight) => Rational.of(BigInt(weight), 100n));
        const parts = splitByLargestRemainder(Money.ofCents(value), rationals);
        expect(Money.sum(parts).cents).toBe(value);
        const total = BigInt(weights.reduce((sum, weight) => sum + weight, 0));
        parts.forEach((part, index) => {
          const off = part.cents * total - value * BigInt(weights[index] as number);
          expect(off < total && off > -total).toBe(true);
        });
      }),
    );
  });

  it.each([[[]], [['0', '1']], [['-1', '2']]])('refuses the shares %j', (shares) => {
    expect(() => split('1.00', ...shares)).toThrow(expect.objectContaining({ code: 'shares-invalid' }));
  });
});

it.each([-1, 1.5, '2', null, undefined, Number.NaN, Infinity, 2 ** 60])('refuses %p as a number of copies', (value) => {
  expect(() => parseQuantity(value)).toThrow(expect.objectContaining({ code: 'quantity-malformed' }));
});
