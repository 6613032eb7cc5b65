/**
 * Numbers as people write them in spreadsheets: "1 234,50 €", "35 %", "1.200 ex.".
 *
 * What people get wrong: the thousands space of a French spreadsheet is rarely the space bar's (U+00A0, U+202F), and a
 * long number that was opened in a spreadsheet once comes back as 9,78E+12: its digits are gone, and are not guessed.
 */
import { CellFault } from './cell-fault';

const spaces = /[\s\u00a0\u2000-\u200b\u202f\u205f\u3000]+/g;
const scientific = /^-?\d+([.,]\d+)?e\+?\d+$/i;

/** Whether a spreadsheet has replaced the digits of a long number: "9,78E+12". */
export function lostDigits(text: string): boolean {
  return scientific.test(text.replace(spaces, ''));
}

/**
 * A decimal number in the form of the wire: "1 234,50 €" gives "1234.50".
 * @throws CellFault `decimal-unreadable`, `digits-lost`
 */
export function readDecimal(text: string): string {
  const bare = bareNumber(text).replace(/(€|euros?|eur|ht|ttc)$/i, '');
  if (scientific.test(bare)) throw new CellFault('digits-lost');
  const plain = withDecimalPoint(bare);
  if (!/^-?\d{1,12}(\.\d{1,12})?$/.test(plain)) throw new CellFault('decimal-unreadable');
  return plain.replace(/^(-?)0+(?=\d)/, '$1');
}

/** An amount in euros as it is kept: "12,5" gives "12.50"; decimals beyond the cents stay, for a check to refuse. */
export function readAmount(text: string): string {
  const [euros = '', cents = ''] = readDecimal(text).split('.');
  return `${euros}.${cents.replace(/0+$/, '').padEnd(2, '0')}`;
}

/**
 * A percentage: "35 %", "35,5". Below one and without a sign it may as well be a fraction, which is asked and not guessed.
 * @throws CellFault `rate-is-fraction`, `decimal-unreadable`
 */
export function readRate(text: string): string {
  const bare = bareNumber(text);
  const hasSign = bare.endsWith('%');
  const plain = readDecimal(hasSign ? bare.slice(0, -1) : bare)
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');
  if (!hasSign && /^0\.0*[1-9]/.test(plain)) {
    throw new CellFault('rate-is-fraction', { given: plain.replace('.', ','), percent: asPercent(plain) });
  }
  return plain;
}

/**
 * A whole number: "1 200", "1.200", "1200,00", "1 200 ex.".
 * @throws CellFault `whole-number-unreadable`, `negative-number`
 */
export function readWholeNumber(text: string): number {
  const value = readSignedWholeNumber(text);
  if (value < 0) throw new CellFault('negative-number');
  return value;
}

/** A whole number that may be negative: a difference found at a stock count. */
export function readSignedWholeNumber(text: string): number {
  const bare = bareNumber(text).replace(/(ex|exemplaires?|copies|pages?|pp?|g|grammes?|mm|jours?|j)\.?$/i, '');
  if (scientific.test(bare)) throw new CellFault('digits-lost');
  const plain = bare.replace(/[.,](?=\d{3}(\D|$))/g, '').replace(/[.,]0+$/, '');
  if (!/^[+-]?\d{1,9}$/.test(plain)) throw new CellFault('whole-number-unreadable');
  return Number(plain);
}

/** Width and height in millimetres of "14 x 20,5 cm" or "140 × 205 mm"; width first, as French printers write it. */
export function readTrimSize(text: string): { readonly widthMm: number; readonly heightMm: number } {
  const found = /^(\d+(?:[.,]\d+)?)\s*(?:cm|mm)?\s*[x×*]\s*(\d+(?:[.,]\d+)?)\s*(cm|mm)?$/i.exec(text.trim());
  if (!found) throw new CellFault('trim-size-unreadable');
  const [, width = '', height = '', unit] = found;
  const inCentimetres = unit ? unit.toLowerCase() === 'cm' : !/^\d{3}/.test(height);
  return { widthMm: millimetres(width, inCentimetres), heightMm: millimetres(height, inCentimetres) };
}

function millimetres(text: string, inCentimetres: boolean): number {
  const [whole = '', tenths = ''] = text.replace(',', '.').split('.');
  return inCentimetres ? Number(whole) * 10 + Number(tenths.slice(0, 1) || '0') : Number(whole);
}

/** Without spaces and thousands apostrophes, with a plain minus. */
function bareNumber(text: string): string {
  return text
    .replace(spaces, '')
    .replace(/(?<=\d)['’](?=\d{3})/g, '')
    .replace(/^[−–]/, '-');
}

/** The last of the two separators is the decimal one; one that comes several times separates thousands. */
function withDecimalPoint(bare: string): string {
  const [comma, point] = [bare.lastIndexOf(','), bare.lastIndexOf('.')];
  if (comma >= 0 && point >= 0) {
    const thousands = comma > point ? '.' : ',';
    return bare.split(thousands).join('').replace(',', '.');
  }
  const mark = comma >= 0 ? ',' : '.';
  const parts = bare.split(mark);
  if (parts.length > 2) return parts.slice(1).every((part) => /^\d{3}$/.test(part)) ? parts.join('') : bare;
  return bare.replace(',', '.');
}

/** 0.35 as a percentage, "35": the point goes two places to the right. */
function asPercent(fraction: string): string {
  const digits = fraction.slice(2).padEnd(2, '0');
  const whole = digits.slice(0, 2).replace(/^0+(?=\d)/, '');
  return digits.length > 2 ? `${whole},${digits.slice(2)}` : whole;
}
