import { Rational } from '@colophon/domain/money';

import { negated, type Decimal } from '../locale';
import { copiesCell, moneyCell, moneyFormula, priceCell, priceFormula, rateCell, type SheetCell } from '../xlsx';
import type { TierLine, UnitPrice } from './book-data';

/**
 * Cells whose formula a reader can follow: price, product and rounding worked out in the sheet itself. A formula is
 * written only where exact arithmetic gives what the engine stated; else the engine's figure stands as it is, so that a
 * spreadsheet that recalculates never shows another cent.
 */
const HUNDRED = Rational.of(100n);

/** Columns of a tier on sheet 3, from `J`: from, to, copies, price with VAT, VAT, price without, rate, product, amount. */
export function tierCells(tier: TierLine, price: UnitPrice | null, line: number): SheetCell[] {
  return [
    copiesCell(tier.from),
    copiesCell(tier.to),
    copiesCell(tier.copies),
    moneyCell(price?.inclVat),
    rateCell(price?.vatRate),
    price ? unitPriceCell(price, line) : priceCell(tier.amountPerCopy),
    rateCell(tier.rate),
    ...tierProduct(tier, price, line),
  ];
}

/** `M` is the price with VAT, `N` the rate of VAT. */
function unitPriceCell(price: UnitPrice, line: number): SheetCell {
  const exact = unitPrice(price);
  const quotient = `M${line}/(1+N${line})`;
  const formula = price.rounding === 'none' ? quotient : `ROUND(${quotient},${price.rounding})`;
  const isTheSame = price.rounding === 'none' || exact.equals(Rational.parse(price.exclVat));
  return isTheSame ? priceFormula(formula, price.exclVat) : priceCell(price.exclVat);
}

function unitPrice({ inclVat, vatRate, rounding }: UnitPrice): Rational {
  const exact = Rational.parse(inclVat).dividedBy(Rational.one.plus(percent(vatRate)));
  return rounding === 'none' ? exact : exact.roundedHalfAwayFromZero(Number(rounding));
}

/** Copies in `L`, price or amount in `O`, rate in `P`, product in `Q`. */
function tierProduct(tier: TierLine, price: UnitPrice | null, line: number): SheetCell[] {
  const copies = Rational.of(BigInt(tier.copies));
  const unit = price ? statedPrice(price) : Rational.parse(tier.amountPerCopy ?? '0');
  const exact = copies.times(unit).times(tier.rate === undefined ? Rational.one : percent(tier.rate));
  const formula = tier.rate === undefined ? `L${line}*O${line}` : `L${line}*O${line}*P${line}`;
  return productCells({ exact, formula, product: tier.product, amount: tier.amount, at: `Q${line}` });
}

/** The price that the sheet multiplies: worked out, or as stated where it was frozen otherwise. */
function statedPrice(price: UnitPrice): Rational {
  const exact = unitPrice(price);
  return price.rounding === 'none' ? exact : Rational.parse(price.exclVat);
}

export interface Product {
  readonly exact: Rational;
  readonly formula: string;
  readonly product: Decimal;
  readonly amount: Decimal;
  /** The cell of the product. */
  readonly at: string;
}

/** The product before rounding, and the amount rounded from it. */
export function productCells({ exact, formula, product, amount, at }: Product): SheetCell[] {
  if (!exact.roundedHalfAwayFromZero(2).equals(Rational.parse(amount))) return [priceCell(product), moneyCell(amount)];
  return [priceFormula(formula, product), moneyFormula(`ROUND(${at},2)`, amount)];
}

/** base × rate on one line, rounded to the amount. */
export function ratedCells(
  given: { base: Decimal; rate: Decimal; product?: Decimal | undefined; amount: Decimal },
  at: { base: string; rate: string; product: string },
): SheetCell[] {
  const exact = Rational.parse(given.base).times(percent(given.rate));
  const product = given.product ?? exact.roundedHalfAwayFromZero(6).toExactText(2);
  return productCells({ exact, formula: `${at.base}*${at.rate}`, product, amount: given.amount, at: at.product });
}

/** What is taken from the gross: minus base × rate, in one cell. */
export function takenCell(given: { base: Decimal; rate: Decimal; amount: Decimal }, line: number): SheetCell {
  const exact = Rational.parse(given.base).times(percent(given.rate)).roundedHalfAwayFromZero(2);
  const amount = negated(given.amount);
  if (!exact.equals(Rational.parse(given.amount))) return moneyCell(amount);
  return moneyFormula(`-ROUND(D${line}*E${line},2)`, amount);
}

function percent(rate: Decimal): Rational {
  return Rational.parse(rate).dividedBy(HUNDRED);
}
