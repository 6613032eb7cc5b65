import * as fc from 'fast-check';
import { stockEquation } from '.';

const figures = { opening: 100, printed: 2000, sold: 1500, returned: 300, free: 22, destroyed: 40, counted: -3 };

it('balances when nothing is missing', () => {
  expect(stockEquation(figures, 835)).toMatchObject({ computedClosing: 835, closing: 835, gap: 0 });
  expect(stockEquation(figures)).toMatchObject({ closing: 835, gap: 0 });
});

it('names the gap, short or over', () => {
  expect([stockEquation(figures, 830).gap, stockEquation(figures, 840).gap]).toEqual([-5, 5]);
});

it('explains each step, and the last stock is the closing', () => {
  fc.assert(
    fc.property(
      fc.record({
        opening: fc.nat(5000),
        printed: fc.nat(5000),
        sold: fc.nat(5000),
        returned: fc.nat(5000),
        free: fc.nat(99),
        destroyed: fc.nat(99),
        counted: fc.integer({ min: -50, max: 50 }),
      }),
      (given) => {
        const { steps, computedClosing } = stockEquation(given);
        expect(steps.map(({ kind }) => kind)).toEqual([
          'opening',
          'printed',
          'sold',
          'returned',
          'free',
          'destroyed',
          'counted',
        ]);
        expect(steps.reduce((sum, { copies }) => sum + copies, 0)).toBe(computedClosing);
        expect(steps.at(-1)?.stockAfter).toBe(computedClosing);
      },
    ),
  );
});

it.each([{ sold: -1 }, { printed: 1.5 }, { free: Number.NaN }])('refuses %j', (change) => {
  expect(() => stockEquation({ ...figures, ...change })).toThrow(
    expect.objectContaining({ code: 'stock-quantity-invalid' }),
  );
});

it('takes a stock below zero as it is: it is what a count will put right', () => {
  expect(stockEquation({ ...figures, opening: -5, sold: 2500 }, -270)).toMatchObject({ computedClosing: -270, gap: 0 });
});
