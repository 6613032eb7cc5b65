/**
 * The numbers of a French company: SIREN (the company), SIRET (one of its establishments), VAT number (from the SIREN).
 *
 * What people get wrong: the establishments of La Poste (SIREN 356000000) do not follow Luhn; the sum of their digits is
 * a multiple of five instead.
 */
import { hasValidLuhn, withoutSeparators } from './check-digits';
import { accepts, refuseIdentifier } from './define';

/** Nine digits. */
export type Siren = string;
/** Fourteen digits: the SIREN and five more. */
export type Siret = string;
/** "FR", a key of two characters, the SIREN; or another country's prefix and number. */
export type VatNumber = string;

const laPoste = '356000000';

/** @throws RuleViolation `siren-invalid` */
export function parseSiren(text: string): Siren {
  const digits = withoutSeparators(text);
  if (!/^\d{9}$/.test(digits)) return refuseIdentifier('siren-invalid', text, 'is not a SIREN: nine digits');
  if (hasValidLuhn(digits) && digits !== '000000000') return digits;
  return refuseIdentifier('siren-invalid', text, 'is not a SIREN: a digit is wrong');
}

/** @throws RuleViolation `siret-invalid` */
export function parseSiret(text: string): Siret {
  const digits = withoutSeparators(text);
  if (!/^\d{14}$/.test(digits)) return refuseIdentifier('siret-invalid', text, 'is not a SIRET: fourteen digits');
  const siren = digits.slice(0, 9);
  if (isSiren(siren) && (hasValidLuhn(digits) || (siren === laPoste && digitSum(digits) % 5 === 0))) return digits;
  return refuseIdentifier('siret-invalid', text, 'is not a SIRET: a digit is wrong');
}

/**
 * A VAT number: French ones are checked by their key, those of other countries by their form only.
 * @throws RuleViolation `vat-number-invalid`
 */
export function parseVatNumber(text: string): VatNumber {
  const number = withoutSeparators(text);
  if (!number.startsWith('FR')) {
    if (/^(?!FR)[A-Z]{2}[0-9A-Z+*]{2,12}$/.test(number)) return number;
    return refuseIdentifier('vat-number-invalid', text, 'is not a VAT number: a country code and 2 to 12 characters');
  }
  const found = /^FR([0-9A-HJ-NP-Z]{2})(\d{9})$/.exec(number);
  const [, key = '', siren = ''] = found ?? [];
  if (!isSiren(siren)) {
    return refuseIdentifier('vat-number-invalid', text, 'is not a French VAT number: FR, two characters and a SIREN');
  }
  if (/[A-Z]/.test(key) || key === vatKey(siren)) return number;
  return refuseIdentifier('vat-number-invalid', text, `is not a French VAT number: its key should be ${vatKey(siren)}`);
}

/** The French VAT number of a SIREN: 732829320 gives FR44732829320. */
export function vatNumberOfSiren(siren: Siren): VatNumber {
  return `FR${vatKey(parseSiren(siren))}${siren}`;
}

export const isSiren = accepts(parseSiren);
export const isSiret = accepts(parseSiret);
export const isVatNumber = accepts(parseVatNumber);

/** "732 829 320". */
export function formatSiren(siren: Siren): string {
  return siren.replace(/^(\d{3})(\d{3})(\d{3})$/, '$1 $2 $3');
}

/** "732 829 320 00074". */
export function formatSiret(siret: Siret): string {
  return siret.replace(/^(\d{3})(\d{3})(\d{3})(\d{5})$/, '$1 $2 $3 $4');
}

/** "FR 44 732829320"; others as they are. */
export function formatVatNumber(number: VatNumber): string {
  return number.replace(/^FR(..)(\d{9})$/, 'FR $1 $2');
}

function vatKey(siren: Siren): string {
  return String((12 + 3 * (Number(siren) % 97)) % 97).padStart(2, '0');
}

function digitSum(digits: string): number {
  return [...digits].reduce((sum, digit) => sum + Number(digit), 0);
}
