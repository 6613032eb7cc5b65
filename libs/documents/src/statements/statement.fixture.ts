import { aHouse } from '../house/house.fixture';
import type { StatementBook, StatementEdition, StockAccount } from './book-data';
import type { Recap, StatementData } from './statement-data';

export function aStock(change: Partial<StockAccount> = {}): StockAccount {
  return {
    opening: 0,
    runs: [
      {
        label: 'Tirage 1',
        date: '2026-02-03',
        printer: 'Imprimerie du Granit',
        ordered: 2000,
        delivered: 2004,
        accepted: 2000,
      },
    ],
    printed: 2000,
    sold: 1240,
    returned: 85,
    free: [
      { label: 'service de presse', copies: 60 },
      { label: 'exemplaires d’auteur', copies: 20 },
    ],
    freeTotal: 80,
    destroyed: [{ label: 'pilon', copies: 12 }],
    destroyedTotal: 12,
    counted: -3,
    expected: 750,
    closing: 750,
    closingAt: [{ label: 'en dépôt chez les libraires', copies: 130 }],
    gap: 0,
    ...change,
  };
}

/** A paperback of 14.00 €, one run of 2000 at 8 %: 2123.20 €. */
export function aPaperback(change: Partial<StatementEdition> = {}): StatementEdition {
  return {
    isbn: '9782070612758',
    form: 'broché',
    publishedOn: '2026-02-12',
    prices: [{ from: '2026-02-01', inclVat: '14.00', vatRate: '5.5', exclVat: '13.27' }],
    stock: aStock(),
    printRuns: [
      {
        label: 'Tirage 1',
        date: '2026-02-03',
        accepted: 2000,
        exclusions: [],
        bearing: 2000,
        countedBefore: 0,
        price: { inclVat: '14.00', vatRate: '5.5', exclVat: '13.27', rounding: '2' },
        tiers: [{ from: 1, to: 3000, copies: 2000, rate: '8.0', product: '2123.2', amount: '2123.20' }],
        amount: '2123.20',
      },
    ],
    sales: [],
    digital: [],
    digitalEdition: false,
    earned: '2123.20',
    ...change,
  };
}

export function aBook(change: Partial<StatementBook> = {}): StatementBook {
  return {
    title: 'Le Vent dans les saules',
    byline: 'Anna Kowalczyk',
    editions: [aPaperback()],
    rightsSold: [],
    rightsTotal: '0.00',
    earned: '2123.20',
    ...change,
  };
}

/** Acceptance case 8 of the trade: gross 2123.20, net 1799.83. */
export function aStatement(change: Partial<StatementData> = {}): StatementData & { readonly recap: Recap } {
  return {
    kind: 'period',
    number: 'RED-2026-00001',
    createdAt: '2026-07-15T08:00:00Z',
    issuedOn: '2026-07-15',
    period: { from: '2026-01-01', to: '2026-06-30' },
    house: aHouse(),
    payee: {
      name: 'Anna Kowalczyk',
      address: ['8, rue des Tanneurs', '56000 Vannes'],
      socialSecurityNumber: '2 85 •• •• ••• ••• 41',
    },
    contributor: { name: 'Anna Kowalczyk', role: 'autrice' },
    contract: {
      reference: 'C-2025-014',
      signedOn: '2025-03-18',
      clauses: ['Broché, sur exemplaires tirés : 8 % du prix public HT jusqu’à 3 000 exemplaires, 10 % au-delà.'],
    },
    books: [aBook()],
    account: {
      earned: '2123.20',
      adjustments: [],
      adjustmentsTotal: '0.00',
      carriedIn: '0.00',
      due: '2123.20',
      advances: [],
      unrecoupedBefore: '0.00',
      recouped: '0.00',
      unrecouped: '0.00',
      balance: '2123.20',
      carriedOut: '0.00',
      gross: '2123.20',
    },
    collectiveManagement: [],
    recap: {
      gross: '2123.20',
      social: [
        { code: 'csg', base: '2086.04', rate: '9.20', amount: '191.92' },
        { code: 'crds', base: '2086.04', rate: '0.50', amount: '10.43' },
        { code: 'pension', base: '2123.20', rate: '6.15', amount: '130.58' },
        { code: 'training', base: '2123.20', rate: '0.35', amount: '7.43' },
      ],
      socialTotal: '340.36',
      socialRegime: 'withheld',
      vat: { rate: '10', amount: '212.32' },
      vatWithheld: '195.33',
      vatRegime: 'withheld',
      withholdingTax: null,
      net: '1799.83',
      payerContribution: '23.35',
    },
    payment: { date: '2026-09-30', means: 'transfer', account: 'FR76 •••• •••• 189' },
    ...change,
  };
}

/** Two books, a pool, an e-book, rights sold, a stock gap with its reason, an advance, a correction: everything at once. */
export function aRichStatement(change: Partial<StatementData> = {}): StatementData & { readonly recap: Recap } {
  const plain = aStatement();
  return {
    ...plain,
    number: 'RED-2026-00002',
    contributor: { name: 'Çiğdem Şahin-Dvořák', pseudonym: 'C. Lune', role: 'illustratrice' },
    payee: { ...plain.payee, name: 'Çiğdem Şahin-Dvořák', siret: '73282932000074' },
    books: [
      aBook({ rightsSold: RIGHTS, rightsTotal: '300.00', earned: '2564.07', editions: [aPaperback(), anEbook()] }),
      anAlbum(),
    ],
    account: {
      earned: '3271.63',
      adjustments: [
        {
          book: 'L’Été à Saint-Malo',
          isbn: '9791091599504',
          origin: 'Tirage 1',
          originStatement: 'RED-2025-00031',
          reason: '2 900 exemplaires livrés au lieu de 3 000',
          before: '2728.80',
          after: '2637.84',
          amount: '-90.96',
        },
        {
          book: 'L’Été à Saint-Malo',
          isbn: '9791091599504',
          origin: 'Tirage 2',
          originStatement: 'RED-2025-00031',
          reason: 'paliers déplacés par la correction du tirage 1',
          before: '1137.00',
          after: '1114.26',
          amount: '-22.74',
        },
      ],
      adjustmentsTotal: '-113.70',
      carriedIn: '45.48',
      due: '3203.41',
      advances: [
        { label: 'À la signature', paidOn: '2025-03-18', amount: '1500.00' },
        { label: 'À la remise', paidOn: '2025-09-01', amount: '1500.00' },
      ],
      unrecoupedBefore: '1080.21',
      recouped: '1080.21',
      unrecouped: '0.00',
      balance: '2123.20',
      paymentThreshold: '50.00',
      carriedOut: '0.00',
      gross: '2123.20',
    },
    collectiveManagement: [
      { society: 'Sofia', right: 'droit de prêt en bibliothèque', period: '2025', amount: '84.12' },
      { society: 'CFC', right: 'reprographie', period: '2025', amount: null },
    ],
    recap: { ...plain.recap, paidEarlierThisYear: '2500.00' },
    ...change,
  };
}

const RIGHTS = [
  {
    licensee: 'Verlag am Fluss GmbH',
    right: 'traduction allemande',
    territory: 'Allemagne, Autriche, Suisse',
    date: '2026-04-02',
    gross: '600.00',
    foreignTax: '0.00',
    net: '600.00',
    agentFee: '0.00',
    on: 'net' as const,
    base: '600.00',
    rate: '50',
    amount: '300.00',
  },
];

/** Receipts 563.46 at 25 %: 140.87 €. */
export function anEbook(): StatementEdition {
  return aPaperback({
    isbn: '9782070612765',
    form: 'livre numérique',
    prices: [{ from: '2026-02-01', inclVat: '9.99', vatRate: '5.5', exclVat: '9.47' }],
    stock: null,
    printRuns: [],
    digital: [{ mode: 'unitSales', copies: 85, receipts: '563.46', rate: '25', product: '140.865', amount: '140.87' }],
    digitalEdition: true,
    earned: '140.87',
  });
}

/** A picture book whose pool of 1415.11 € is shared by two; this contract has the first half, 707.56 €. */
export function anAlbum(): StatementBook {
  return {
    title: 'L’Été à Saint-Malo, ou la longue histoire d’un été qui ne voulait pas finir et d’une marée qui remontait',
    subtitle: 'album',
    byline: 'Ève Le Goff, ill. C. Lune',
    editions: [
      aPaperback({
        isbn: '9791091599504',
        form: 'album relié',
        stock: aStock({
          opening: 2120,
          runs: [
            {
              label: 'Tirage 3',
              date: '2026-05-20',
              printer: 'Imprimerie du Granit',
              ordered: 1400,
              delivered: 1400,
              accepted: 1400,
            },
          ],
          printed: 1400,
          expected: 2270,
          closing: 2262,
          gap: -8,
          gapReason: 'carton égaré par le transporteur, déclaration en cours',
        }),
        printRuns: [
          {
            label: 'Tirage 3',
            date: '2026-05-20',
            accepted: 1400,
            exclusions: [
              { label: 'exemplaires d’auteur', copies: 20 },
              { label: 'service de presse', copies: 45 },
              { label: 'dépôt légal', copies: 2 },
            ],
            bearing: 1333,
            countedBefore: 3900,
            price: { inclVat: '14.00', vatRate: '5.5', exclVat: '13.27', rounding: '2' },
            tiers: [{ from: 3901, to: null, copies: 1333, rate: '8', product: '1415.1128', amount: '1415.11' }],
            pool: { total: '1415.11', share: '50 %', part: '707.56' },
            amount: '707.56',
          },
        ],
        earned: '707.56',
      }),
    ],
    rightsSold: [],
    rightsTotal: '0.00',
    earned: '707.56',
  };
}

/** The fullest first page: twelve books with long titles, every line of the sum, a tall logo, notes of the house. */
export function aCrowdedStatement(): StatementData {
  const plain = aRichStatement();
  const books = Array.from({ length: 12 }, (_, index) =>
    aBook({ title: `${'Un titre fort long '.repeat(6)}${index + 1}` }),
  );
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="60"><rect width="60" height="60" fill="#123"/></svg>';
  return {
    ...plain,
    house: aHouse({ logo: { kind: 'svg', text: svg } }),
    books,
    account: {
      ...plain.account,
      earned: '25478.40',
      due: '25410.18',
      unrecoupedBefore: '23286.98',
      recouped: '23286.98',
    },
    recap: { ...plain.recap, withholdingTax: { rate: '0.1', amount: '2.12' }, net: '1797.71' },
    notes: ['Merci de nous signaler tout changement d’adresse ou de coordonnées bancaires avant le 15 septembre.'],
  };
}
