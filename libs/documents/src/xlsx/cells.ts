import { decimalParts, type Decimal, type IsoDate } from '../locale';

/** What a cell of ours holds: a typed value, its number format, and how it looks. */
export interface SheetCell {
  readonly value: string | number | Date | SheetFormula | null;
  readonly format?: 'money' | 'copies' | 'rate' | 'date' | 'price';
  readonly look?: 'title' | 'head' | 'strong' | 'note' | 'wrap';
}

export interface SheetFormula {
  /** Without the leading `=`. */
  readonly formula: string;
  /** What the engine computed; a spreadsheet that recalculates must come to the same cents. */
  readonly result: number;
}

/** Digits that an IEEE double keeps through a decimal round trip. */
const SAFE_DIGITS = 15;

export const empty: SheetCell = { value: null };

/** Nothing, under the rule of a total. */
export const emptyStrong: SheetCell = { value: null, look: 'strong' };

export function text(value: string | null | undefined, look?: SheetCell['look']): SheetCell {
  return { value: value ?? null, ...(look ? { look } : {}) };
}

export function headCell(value: string): SheetCell {
  return { value, look: 'head' };
}

/** An amount in euros as a number that sorts, sums and exports. */
export function moneyCell(value: Decimal | null | undefined, look?: 'strong'): SheetCell {
  return {
    value: value === null || value === undefined ? null : cellNumber(value),
    format: 'money',
    ...(look ? { look } : {}),
  };
}

/** A price or product with all its decimals. */
export function priceCell(value: Decimal | null | undefined): SheetCell {
  return { value: value === null || value === undefined ? null : cellNumber(value), format: 'price' };
}

export function copiesCell(value: number | null | undefined, look?: 'strong'): SheetCell {
  return { value: value ?? null, format: 'copies', ...(look ? { look } : {}) };
}

/** A price or product that a formula gives, with all its decimals. */
export function priceFormula(formula: string, result: Decimal): SheetCell {
  return { value: { formula, result: cellNumber(result) }, format: 'price' };
}

/** Percent: `5.5` is the number 0.055, shown 5.5 %. The point is moved in the text, so that nothing is divided. */
export function rateCell(percent: Decimal | null | undefined): SheetCell {
  if (percent === null || percent === undefined) return { value: null, format: 'rate' };
  const { negative, whole, fraction } = decimalParts(percent);
  const digits = whole.padStart(3, '0');
  const moved = `${negative ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}${fraction}`;
  return { value: cellNumber(moved), format: 'rate' };
}

export function dateCell(date: IsoDate | null | undefined): SheetCell {
  return { value: date ? new Date(`${date}T00:00:00Z`) : null, format: 'date' };
}

/** A formula with the engine's result beside it, so that readers that do not calculate show the right amount. */
export function moneyFormula(formula: string, result: Decimal, look?: 'strong'): SheetCell {
  return { value: { formula, result: cellNumber(result) }, format: 'money', ...(look ? { look } : {}) };
}

export function copiesFormula(formula: string, result: number): SheetCell {
  return { value: { formula, result }, format: 'copies' };
}

/**
 * The number of a cell. The one place where an amount leaves its decimal string, at the very edge and without any
 * arithmetic: up to 15 digits the nearest double is written into the file as the same decimal. More digits (a product
 * before rounding) are shown as far as a spreadsheet can hold them.
 */
function cellNumber(value: Decimal): number {
  const { whole, fraction } = decimalParts(value);
  if (whole.length + Math.min(fraction.length, 2) > SAFE_DIGITS)
    throw new Error(`Too large for a spreadsheet cell: ${value}`);
  return Number(value);
}
