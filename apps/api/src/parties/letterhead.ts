import type { House } from '@colophon/documents/house';

import type { Address } from './address';
import type { HouseRecord } from './records';

/** What of the house its papers show. */
export type LetterheadFields = Pick<
  HouseRecord,
  | 'legalName'
  | 'tradeName'
  | 'legalForm'
  | 'shareCapital'
  | 'siren'
  | 'siret'
  | 'vatNumber'
  | 'tradeRegisterCity'
  | 'address'
  | 'email'
  | 'phone'
  | 'website'
  | 'accentColor'
>;

/** The house as its papers show it, without its logo, which is read when a document is made; drafts may lack some of it. */
export function letterhead(house: LetterheadFields): Omit<House, 'logo'> {
  const name = house.tradeName || house.legalName || '—';
  const given = {
    legalName: house.legalName === name ? null : house.legalName,
    legalForm: house.legalForm,
    capital: house.shareCapital,
    siren: house.siren,
    siret: house.siret,
    rcsCity: house.tradeRegisterCity,
    vatNumber: house.vatNumber,
    email: house.email,
    phone: house.phone,
    website: house.website,
    accentColour: house.accentColor,
  };
  const known = Object.fromEntries(Object.entries(given).filter(([, value]) => value));
  return { name, address: addressLines(house.address), ...known };
}

/** Printed lines of an address; the country only where it is not France. */
export function addressLines(address: Address | null): string[] {
  const { line1, line2, postalCode, city, country } = address ?? {};
  const town = [postalCode, city].filter(Boolean).join(' ');
  const abroad = country && country !== 'FR' ? new Intl.DisplayNames('fr', { type: 'region' }).of(country) : undefined;
  return [line1, line2, town, abroad].filter((line): line is string => Boolean(line?.trim()));
}
