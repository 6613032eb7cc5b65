/**
 * The international number of a public identity: a person, and also each of their pseudonyms.
 *
 * What people get wrong: its last character may be X, so it is not a number.
 */
import { mod11Dash2, withoutSeparators } from './check-digits';
import { accepts, refuseIdentifier } from './define';

/** Sixteen characters: fifteen digits and a check character. */
export type Isni = string;

/** Reads an ISNI, with or without spaces or the address of isni.org before it. @throws RuleViolation `isni-invalid` */
export function parseIsni(text: string): Isni {
  const bare = typeof text === 'string' ? text.trim().replace(/^https?:\/\/(www\.)?isni\.org\/(isni\/)?/i, '') : '';
  const isni = withoutSeparators(bare).replace(/^ISNI:?/, '');
  if (!/^\d{15}[\dX]$/.test(isni)) return refuseIdentifier('isni-invalid', text, 'is not an ISNI: sixteen characters');
  if (mod11Dash2(isni.slice(0, 15)) === isni.at(-1)) return isni;
  return refuseIdentifier('isni-invalid', text, 'is not an ISNI: a digit is wrong');
}

export const isIsni = accepts(parseIsni);

/** "0000 0001 2103 2683". */
export function formatIsni(isni: Isni): string {
  return isni.replace(/^(.{4})(.{4})(.{4})(.{4})$/, '$1 $2 $3 $4');
}
