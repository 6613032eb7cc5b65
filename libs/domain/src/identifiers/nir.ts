/**
 * The French social-security number (NIR): thirteen characters and a key of two digits.
 *
 * What people get wrong: it is not all digits. Who was born in Corsica has 2A or 2B, which count as 19 and 18 when the
 * key is computed. It is a sensitive personal datum: show it masked.
 */
import { withoutSeparators } from './check-digits';
import { accepts, refuseSecretly } from './define';

/** Fifteen characters, key included. */
export type Nir = string;

const form = /^[1-478]\d{2}(\d{2})(\d{2}|2A|2B)\d{6}(\d{2})$/;

/** @throws RuleViolation `nir-invalid` */
export function parseNir(text: string): Nir {
  const nir = withoutSeparators(text);
  const found = form.exec(nir);
  const month = Number(found?.[1]);
  if (!found || month < 1 || (month > 12 && month < 20)) {
    return refuseSecretly('nir-invalid', 'is not a social-security number: thirteen characters and a key');
  }
  if (Number(nir.slice(13)) === nirKey(nir.slice(0, 13))) return nir;
  return refuseSecretly('nir-invalid', 'is not a social-security number: its key is wrong');
}

export const isNir = accepts(parseNir);

/** "1 84 12 76 451 089 46". */
export function formatNir(nir: Nir): string {
  return nir.replace(/^(.)(..)(..)(..)(...)(...)(..)$/, '$1 $2 $3 $4 $5 $6 $7');
}

/** Sex and year of birth only: "1 84 •• •• ••• ••• ••". */
export function maskNir(nir: Nir): string {
  return `${nir.slice(0, 1)} ${nir.slice(1, 3)} •• •• ••• ••• ••`;
}

/** 97 less the remainder of the thirteen characters by 97. */
export function nirKey(body: string): number {
  const digits = body.replace('2A', '19').replace('2B', '18');
  return 97 - Number(BigInt(digits) % 97n);
}
