import type { Address } from '../../parties';
import { given } from '../run/import-run';
import type { ImportRow } from '../run/import-row';

interface AddressFields {
  readonly line1: string;
  readonly line2?: string;
  readonly postalCode: string;
  readonly city: string;
  readonly country: string;
}

export const mainAddress: AddressFields = {
  line1: 'line1',
  line2: 'line2',
  postalCode: 'postalCode',
  city: 'city',
  country: 'country',
};

/** The address of a row over the one known; France where there is an address and no country. */
export function readAddress(row: ImportRow, fields: AddressFields, known: Address | null | undefined): Address {
  const country = row.country(fields.country);
  const address = given({
    line1: row.text(fields.line1),
    line2: fields.line2 === undefined ? undefined : row.text(fields.line2),
    city: row.text(fields.city),
    postalCode: postalCode(row, fields.postalCode, country ?? known?.country ?? 'FR'),
    country,
  });
  const merged = { ...known, ...address };
  return Object.keys(merged).length > 0 && !merged.country ? { ...merged, country: 'FR' } : merged;
}

/** A spreadsheet makes 1000 of 01000: French postal codes have five digits. */
function postalCode(row: ImportRow, field: string, country: string): string | undefined {
  const text = row.text(field);
  if (country !== 'FR' || !text || !/^\d{4}$/.test(text)) return text;
  row.warn(field, 'postal-code-completed', { given: `0${text}` });
  return `0${text}`;
}
