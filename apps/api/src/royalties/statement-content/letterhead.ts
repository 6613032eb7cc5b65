import type { House } from '@colophon/documents/house';

import { HouseRecord } from '../../parties';
import type { Tx } from '../../platform/database/database';
import { addressLines } from './address-lines';

/** The house as its papers show it, without its logo, which is read when a document is made. */
export async function houseLetterhead(tx: Tx): Promise<Omit<House, 'logo'>> {
  const house = await tx.findOneByOrFail(HouseRecord, { onlyRow: true });
  const optional = {
    legalName: house.tradeName ? house.legalName : null,
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
  const known = Object.entries(optional).filter(([, value]) => value !== null && value !== '');
  return {
    name: house.tradeName || house.legalName || '—',
    address: addressLines(house.address as Record<string, string>),
    ...Object.fromEntries(known),
  };
}
