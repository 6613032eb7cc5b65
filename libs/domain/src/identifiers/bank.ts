/**
 * Bank accounts: IBAN and BIC.
 *
 * What people get wrong: an IBAN that looks right by its length may still belong to nobody; its remainder by 97 is 1,
 * and inside a French one the bank's own key is right too. Both are checked.
 */
import { friendlyFormatIBAN, isValidBIC, isValidIBAN } from 'ibantools';
import { withoutSeparators } from './check-digits';
import { accepts, refuseIdentifier, refuseSecretly } from './define';

/** Capitals and digits, without spaces. */
export type Iban = string;
/** Eight or eleven characters. */
export type Bic = string;

/** @throws RuleViolation `iban-invalid` */
export function parseIban(text: string): Iban {
  const iban = withoutSeparators(text);
  return isValidIBAN(iban) ? iban : refuseSecretly('iban-invalid', 'is not an IBAN');
}

/** @throws RuleViolation `bic-invalid` */
export function parseBic(text: string): Bic {
  const bic = withoutSeparators(text);
  return isValidBIC(bic) ? bic : refuseIdentifier('bic-invalid', text, 'is not a BIC: eight or eleven characters');
}

export const isIban = accepts(parseIban);
export const isBic = accepts(parseBic);

/** In groups of four: "FR14 2004 1010 0505 0001 3M02 606". */
export function formatIban(iban: Iban): string {
  return friendlyFormatIBAN(iban) ?? iban;
}

/** A BIC is written without spaces. */
export function formatBic(bic: Bic): string {
  return parseBic(bic);
}

/** Enough to recognise an account and not enough to use it: "FR14 •••• 2606". */
export function maskIban(iban: Iban): string {
  return `${iban.slice(0, 4)} •••• ${iban.slice(-4)}`;
}
