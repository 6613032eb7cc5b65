import { aHouse } from '../house/house.fixture';
import type { CertificateData } from './certificate-data';

/** Acceptance case 8 as it is certified: 2,123.20 gross, 340.36 withheld, 1,799.83 paid. */
export function aCertificate(change: Partial<CertificateData> = {}): CertificateData {
  return {
    house: aHouse(),
    createdAt: '2026-07-31T10:00:00Z',
    number: 'CP-2026-00007',
    issuedOn: '2026-07-31',
    payer: { urssafAccount: '747000001234567890', signatory: 'Anne Kermadec, gérante', city: 'Rennes' },
    author: {
      ...{ name: 'Marie Durand', pseudonym: 'M. Darcy', address: ['8, rue des Tanneurs', '56000 Vannes'] },
      socialSecurityNumber: '2 55 08 14 168 025 38',
    },
    activity: 'Auteur d’œuvres littéraires',
    of: {
      kind: 'payment',
      paidOn: '2026-07-31',
      items: [
        {
          ...{ label: 'Reddition RED-2026-00012, La Nuit des marées', isPart: false },
          ...{ gross: '2123.20', social: '340.36', net: '1799.83' },
        },
      ],
    },
    gross: '2123.20',
    lines: [
      { kind: 'pension', base: '2123.20', rate: '6.15', amount: '130.58' },
      { kind: 'csg', base: '2086.04', rate: '9.2', amount: '191.92' },
      { kind: 'crds', base: '2086.04', rate: '0.5', amount: '10.43' },
      { kind: 'training', base: '2123.20', rate: '0.35', amount: '7.43' },
    ],
    social: '340.36',
    relief: [
      { kind: 'pension', base: '2123.20', rate: '0.75', amount: '15.92' },
      { kind: 'uncappedPension', base: '2123.20', rate: '0.4', amount: '8.49' },
    ],
    ...{ vat: '212.32', vatWithheld: '195.33', withholdingTax: '0.00', agentShare: '0.00', net: '1799.83' },
    ...change,
  };
}
