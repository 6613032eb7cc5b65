/**
 * Thirteen digits of GS1: EAN-13 on goods (an ISBN is one), GLN for parties and places ("Gencod" in the French trade).
 *
 * What people get wrong: the two look alike and check alike; only the field says which it is.
 */
import { gs1CheckDigit, hasValidGs1CheckDigit, withoutSeparators } from './check-digits';
import { accepts, refuseIdentifier } from './define';

/** Thirteen digits, check digit right. */
export type Ean13 = string;
/** Thirteen digits, check digit right. */
export type Gln = string;

/** @throws RuleViolation `ean-invalid` */
export function parseEan13(text: string): Ean13 {
  return parseGs1(text, { code: 'ean-invalid', name: 'an EAN-13' });
}

/** @throws RuleViolation `gln-invalid` */
export function parseGln(text: string): Gln {
  return parseGs1(text, { code: 'gln-invalid', name: 'a GLN' });
}

export const isEan13 = accepts(parseEan13);
export const isGln = accepts(parseGln);

/** "3 760123 456789", as under a bar code. */
export function formatEan13(ean: Ean13): string {
  return ean.replace(/^(\d)(\d{6})(\d{6})$/, '$1 $2 $3');
}

/** Plain digits: a GLN is never grouped. */
export function formatGln(gln: Gln): string {
  return parseGln(gln);
}

function parseGs1(text: string, kind: { readonly code: 'ean-invalid' | 'gln-invalid'; readonly name: string }): string {
  const digits = withoutSeparators(text);
  if (!/^\d{13}$/.test(digits)) return refuseIdentifier(kind.code, text, `is not ${kind.name}: thirteen digits`);
  if (hasValidGs1CheckDigit(digits)) return digits;
  const right = gs1CheckDigit(digits.slice(0, 12));
  return refuseIdentifier(kind.code, text, `is not ${kind.name}: its last digit should be ${right}`);
}
