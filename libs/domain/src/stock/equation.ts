/**
 * The stock equation of an edition over a period, which the law wants on the statement (CPI L132-17-3):
 * opening + printed − sold + returned − free − destroyed ± counted = closing.
 *
 * What people get wrong: "counted" is the difference found at a count, not the count. And a copy invoiced is not always a
 * copy gone: the equation is about stock that moved, and where it does not balance the gap is named, never hidden.
 */
import { RuleViolation } from '../rules';

/** Copies of one edition in one period. */
export interface StockFigures {
  readonly opening: number;
  readonly printed: number;
  readonly sold: number;
  readonly returned: number;
  /** Author copies, review copies, legal deposit, gifts. */
  readonly free: number;
  /** Pulped, damaged, lost. */
  readonly destroyed: number;
  /** Differences found at counts: above zero when more copies were found than booked. */
  readonly counted: number;
}

/** One term of the equation, signed as it counts, and the stock after it. */
export interface StockStep {
  readonly kind: keyof StockFigures;
  readonly copies: number;
  readonly stockAfter: number;
}

export interface StockEquation {
  readonly computedClosing: number;
  /** What the books or a count say, where known. */
  readonly closing: number;
  /** closing − computed; zero when the equation balances. */
  readonly gap: number;
  readonly steps: readonly StockStep[];
}

const signs: readonly (readonly [kind: keyof StockFigures, sign: 1 | -1])[] = [
  ['opening', 1],
  ['printed', 1],
  ['sold', -1],
  ['returned', 1],
  ['free', -1],
  ['destroyed', -1],
  ['counted', 1],
];

/**
 * Worked example: 100 + 2000 − 1500 + 300 − 22 − 40 − 3 = 835; a closing of 830 leaves a gap of −5.
 * @throws RuleViolation `stock-quantity-invalid` for fractions, and below zero but for `opening`, `counted` and `closing`
 */
export function stockEquation(figures: StockFigures, closing?: number): StockEquation {
  let stock = 0;
  const steps = signs.map(([kind, sign]): StockStep => {
    const copies = sign * wholeCopies(kind, figures[kind]);
    stock += copies;
    return { kind, copies: copies === 0 ? 0 : copies, stockAfter: stock };
  });
  const stated = closing === undefined ? stock : wholeCopies('opening', closing);
  return { computedClosing: stock, closing: stated, gap: stated - stock, steps };
}

function wholeCopies(kind: keyof StockFigures, copies: number): number {
  const mayBeNegative = kind === 'opening' || kind === 'counted';
  if (Number.isSafeInteger(copies) && (mayBeNegative || copies >= 0)) return copies;
  throw new RuleViolation('stock-quantity-invalid', {
    message: `${copies} is not a number of copies (${kind})`,
    pointer: `/${kind}`,
    values: { kind, copies },
  });
}
