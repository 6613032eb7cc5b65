import { resolve } from 'node:path';

import type { HouseInput } from '../parties';
import type { Role } from '../platform/sign-in/actor';

/** The day on which the demonstration lives. */
export const DEMO_NOW = '2026-07-15T09:00:00Z';

/** The demonstration house's own files, from the compiled program as from its source. */
export const DEMO_FOLDER = resolve(__dirname, '../../../../samples/demo');

/** Opens the demonstration only, from this machine only. */
const PASSWORD = 'colophon-demo';

export interface DemoAccount {
  readonly role: Role;
  readonly email: string;
  readonly displayName: string;
  readonly password: string;
}

/** One account a role, the owner first; the people are invented. */
export const demoAccounts: readonly DemoAccount[] = [
  { role: 'owner', email: 'direction@demo.colophon.example', displayName: 'Nolwenn Tanguy', password: PASSWORD },
  { role: 'editorial', email: 'edition@demo.colophon.example', displayName: 'Sami Benali', password: PASSWORD },
  { role: 'sales', email: 'ventes@demo.colophon.example', displayName: 'Inès Caradec', password: PASSWORD },
  { role: 'accountant', email: 'compta@demo.colophon.example', displayName: 'Jeanne Le Bihan', password: PASSWORD },
  { role: 'read-only', email: 'lecture@demo.colophon.example', displayName: 'Alix Morvan', password: PASSWORD },
];

/** Invented, with numbers whose keys are right and which belong to nobody. */
export const demoHouse: HouseInput = {
  legalName: 'Éditions du Gué aux Loutres',
  tradeName: 'Le Gué aux Loutres',
  legalForm: 'SARL',
  shareCapital: '8000',
  siren: '999000003',
  siret: '99900000300015',
  vatNumber: 'FR42999000003',
  tradeRegisterCity: 'Saint-Malo',
  address: { line1: '4, quai du Port', postalCode: '35400', city: 'Saint-Malo', country: 'FR' },
  email: 'bonjour@gue-aux-loutres.example',
  phone: '02 99 00 00 00',
  website: 'https://gue-aux-loutres.example',
  iban: 'FR7630006000011234567890189',
  bic: 'AGRIFRPP',
  bankName: 'Banque de démonstration',
  paymentTermDays: 60,
  paymentTermKind: 'end-of-month',
  latePenaltyRate: '12.15',
  earlyPaymentTerms: 'Pas d’escompte pour paiement anticipé.',
  vatLiable: true,
  vatOnDebits: false,
  unitPriceRounding: '2',
  defaultLegalDeposit: 1,
  secondApproval: false,
  yearEndMonth: 12,
};
