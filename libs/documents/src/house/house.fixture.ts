import type { House } from './house';

/** A house with everything the papers can show; override what a test is about. */
export function aHouse(change: Partial<House> = {}): House {
  return {
    name: 'Éditions de la Berge',
    legalForm: 'SARL',
    capital: '8000',
    address: ['12, quai Duguay-Trouin', '35000 Rennes'],
    siren: '732829320',
    siret: '73282932000074',
    rcsCity: 'Rennes',
    vatNumber: 'FR44732829320',
    email: 'bonjour@berge.example',
    phone: '02 99 00 00 00',
    website: 'berge.example',
    ...change,
  };
}
