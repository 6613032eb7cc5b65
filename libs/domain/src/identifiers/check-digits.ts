/** The check digits behind the trade's identifiers; each function wants digits only. */

/** Whether the GS1 check digit of an EAN, ISBN-13 or GLN is right: weights 1, 3, 1, 3 … from the left of 13 digits. */
export function hasValidGs1CheckDigit(digits: string): boolean {
  return gs1CheckDigit(digits.slice(0, -1)) === Number(digits.at(-1));
}

/** The check digit of the first 12 digits of an EAN-13. Example: 978207061275 gives 8. */
export function gs1CheckDigit(body: string): number {
  const sum = [...body].reverse().reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 3 : 1), 0);
  return (10 - (sum % 10)) % 10;
}

/** Luhn's sum is a multiple of ten (SIREN, SIRET). Example: 732829320 is right. */
export function hasValidLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** The check character of 15 digits by ISO/IEC 7064 MOD 11-2 (ISNI, ORCID): a digit or X. */
export function mod11Dash2(body: string): string {
  const total = [...body].reduce((sum, digit) => ((sum + Number(digit)) * 2) % 11, 0);
  const check = (12 - total) % 11;
  return check === 10 ? 'X' : String(check);
}

/** What people put between the digits of an identifier: spaces of all kinds, hyphens, dots. */
export function withoutSeparators(text: unknown): string {
  return typeof text === 'string' ? text.replace(/[\s\u00a0\u2007\u202f\u2010-\u2015.-]/g, '').toUpperCase() : '';
}
