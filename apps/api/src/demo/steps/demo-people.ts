import type { ContributorInput } from '../../parties';

type TaxProfile = NonNullable<ContributorInput['taxProfiles']>[number];

const person = (externalId: string, lastName: string, firstName: string | undefined, more: Partial<ContributorInput>) =>
  ({ externalId, lastName, firstName, language: 'fr', ...more }) satisfies ContributorInput;

/** Who is paid for others; invented, with accounts at a bank that does not exist. */
export const otherPeople: readonly ContributorInput[] = [
  person('H001', 'Bonnecaze', 'Maitena', {
    email: 'maitena.bonnecaze@example.org',
    address: { line1: '7, rue Haute', postalCode: '64100', city: 'Bayonne', country: 'FR' },
    iban: 'FR7699999000011000047514060',
    taxProfiles: [{ validFrom: '2025-11-04', situation: 'rightsHolder' }],
    notes: 'Héritière d’Anselme Bonnecaze.',
  }),
  person('H002', 'Bonnecaze', 'Peio', {
    email: 'peio.bonnecaze@example.org',
    address: { line1: '18, quai des Tanneurs', postalCode: '64500', city: 'Saint-Jean-de-Luz', country: 'FR' },
    iban: 'FR7699999000011000048305968',
    taxProfiles: [{ validFrom: '2025-11-04', situation: 'rightsHolder' }],
    notes: 'Héritier d’Anselme Bonnecaze.',
  }),
  person('AG01', 'Agence littéraire des Deux Rives', undefined, {
    kind: 'organisation',
    email: 'bonjour@agence-deux-rives.example.org',
    address: { line1: '3, rue du Four', postalCode: '69001', city: 'Lyon', country: 'FR' },
    siret: '00021200100010',
    iban: 'FR7699999000011000049097876',
    taxProfiles: [{ validFrom: '2024-01-01', situation: 'exempt', vat: 'none' }],
  }),
];

export interface Papers {
  /** By the reference of their file. */
  readonly reference: string;
  readonly profile?: TaxProfile;
  readonly iban?: string;
  readonly notes?: string;
}

/** What came in about some authors: certificates that lapse, the forms of a treaty, a death. */
export const papers: readonly Papers[] = [
  {
    reference: 'A001',
    profile: {
      ...{ validFrom: '2025-01-01', situation: 'exempt', vat: 'liable' },
      ...{ exemptUntil: '2026-08-05', certificateNumber: 'DP-2025-0412' },
    },
  },
  {
    reference: 'A035',
    profile: {
      ...{ validFrom: '2025-01-01', situation: 'exempt', vat: 'none' },
      ...{ exemptUntil: '2026-09-01', certificateNumber: 'DP-2025-0467' },
    },
  },
  {
    // Morocco, without forms: the general rate.
    reference: 'A018',
    profile: { validFrom: '2025-01-01', situation: 'abroad', country: 'MA' },
    notes: 'Formulaires 5000 et 5003 demandés, pas encore reçus.',
  },
  {
    // Italy, with both forms; the account is the example that the registry of IBANs gives.
    reference: 'A030',
    profile: {
      ...{ validFrom: '2025-02-03', situation: 'treaty', country: 'IT' },
      ...{ form5000On: '2025-02-03', form5003On: '2025-02-03', formsUntil: '2026-12-31' },
    },
    iban: 'IT60X0542811101000000123456',
  },
  { reference: 'A020', notes: 'Décédé le 4 novembre 2025 ; ses droits vont à ses deux enfants.' },
];
