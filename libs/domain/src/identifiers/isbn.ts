/**
 * The number of one edition in one form.
 *
 * What people get wrong: an ISBN is thirteen digits with hyphens in places that depend on the publisher, so it can't be
 * cut by position; an ISBN-10 is the same book with another check digit; and a spreadsheet turns it into 9.78E+12,
 * which has lost digits for good and is refused.
 */
import { parse as parseWithRanges } from 'isbn3';
import { gs1CheckDigit, hasValidGs1CheckDigit, withoutSeparators } from './check-digits';
import { accepts, refuseIdentifier } from './define';

/** Thirteen digits without hyphens, beginning with 978 or 979, check digit right. */
export type Isbn = string;

/**
 * Reads an ISBN-13 or ISBN-10, with or without hyphens, and gives its thirteen digits.
 * @throws RuleViolation `isbn-invalid`
 */
export function parseIsbn(text: string): Isbn {
  const digits = withoutSeparators(text).replace(/^ISBN(-?1[03])?:?/, '');
  if (/^\d{9}[\dX]$/.test(digits)) return isbn13OfIsbn10(digits, text);
  if (!/^97[89]\d{10}$/.test(digits)) {
    return refuseIdentifier('isbn-invalid', text, 'is not an ISBN: thirteen digits that begin with 978 or 979');
  }
  if (hasValidGs1CheckDigit(digits)) return digits;
  const right = gs1CheckDigit(digits.slice(0, 12));
  return refuseIdentifier('isbn-invalid', text, `is not an ISBN: its last digit should be ${right}`);
}

export const isIsbn = accepts(parseIsbn);

/** With hyphens where the publisher's range puts them ("978-2-07-061275-8"); plain digits in a range not yet attributed. */
export function formatIsbn(isbn: Isbn): string {
  return parseWithRanges(parseIsbn(isbn))?.isbn13h ?? isbn;
}

function isbn13OfIsbn10(digits: string, given: string): Isbn {
  const sum = [...digits].reduce(
    (total, digit, index) => total + (digit === 'X' ? 10 : Number(digit)) * (10 - index),
    0,
  );
  if (sum % 11 !== 0) return refuseIdentifier('isbn-invalid', given, 'is not an ISBN-10: its check digit is wrong');
  const body = `978${digits.slice(0, 9)}`;
  return `${body}${gs1CheckDigit(body)}`;
}
