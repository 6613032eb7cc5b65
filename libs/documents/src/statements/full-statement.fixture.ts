import type { StatementBook, StatementEdition } from './book-data';
import type { PayeePart, RoyaltyAccount, StatementData } from './statement-data';
import { aBook, anEbook, aPaperback, aStatement, aStock } from './statement.fixture';

const PRICE = { inclVat: '14.00', vatRate: '5.5', exclVat: '13.27', rounding: '2' as const };

/** Every basis in one contract, paid to an author and an heir through their agent: 2 000.00 € gross. */
export function aFullStatement(change: Partial<StatementData> = {}): StatementData {
  const { recap: _recap, ...plain } = aStatement();
  return {
    ...plain,
    number: 'RED-2026-00003',
    contract: {
      reference: 'C-2021-007',
      signedOn: '2021-04-06',
      clauses: [
        'Broché, sur exemplaires vendus en France : 8 % du prix public HT.',
        'À l’étranger : 0,80 € par exemplaire.',
      ],
    },
    books: [fullBook()],
    account: fullAccount(),
    collectiveManagement: [{ society: 'Sofia', right: 'copie privée', period: '2025', amount: '31.50' }],
    payees: fullPayees(),
    payment: { date: '2026-09-30', means: 'transfer' },
    ...change,
  };
}

/** 1736.69 on paper, 180.40 digital, 655.00 of rights. */
function fullBook(): StatementBook {
  return aBook({
    title: 'Les Marées lentes',
    subtitle: 'roman',
    editions: [onPaper(), asFile()],
    licences: [
      {
        licensee: 'Verlag am Fluss GmbH',
        right: 'traduction allemande',
        territory: 'Allemagne',
        signedOn: '2026-03-01',
      },
    ],
    rightsSold: [
      {
        ...{ licensee: 'Verlag am Fluss GmbH', right: 'traduction allemande', territory: 'Allemagne' },
        ...{ reference: 'VF-118', date: '2026-04-02', gross: '1000.00', foreignTax: '100.00', net: '900.00' },
        ...{ agentFee: '90.00', on: 'net', base: '810.00', rate: '50', product: '405', amount: '405.00' },
      },
      {
        ...{ licensee: 'Films de la Rance', right: 'adaptation audiovisuelle', date: '2025-12-15', late: true },
        ...{ gross: '500.00', foreignTax: '50.00', net: '450.00', agentFee: '0.00', on: 'gross' },
        ...{ base: '500.00', rate: '50', product: '250', amount: '250.00' },
      },
    ],
    rightsTotal: '655.00',
    earned: '2572.09',
  });
}

function onPaper(): StatementEdition {
  const sale = { label: 'Ventes du 1er janvier au 30 juin 2026', reserveHeld: 0, reserveReleased: 0 };
  return aPaperback({
    stock: aStock({
      opening: 2300,
      printed: 500,
      runs: [
        {
          label: 'Tirage 3',
          date: '2026-02-03',
          printer: 'Imprimerie du Granit',
          ordered: 500,
          delivered: 503,
          accepted: 500,
        },
      ],
      sold: 1200,
      returned: 170,
      soldBy: [
        { label: 'librairie, France', sold: 900, returned: 130 },
        { label: 'vente directe, France', sold: 100, returned: 20 },
        { label: 'librairie, Belgique', sold: 200, returned: 20 },
      ],
      free: [
        { label: 'service de presse', copies: 30 },
        { label: 'exemplaires d’auteur', copies: 5 },
        { label: 'dépôt légal', copies: 2 },
        { label: 'promotion', copies: 3 },
      ],
      freeTotal: 40,
      destroyed: [
        { label: 'pilon', copies: 12 },
        { label: 'abîmés', copies: 8 },
        { label: 'perdus', copies: 5 },
      ],
      destroyedTotal: 25,
      counted: 2,
      expected: 1707,
      closing: 1705,
      closingAt: [],
      gap: -2,
      gapReason: 'deux exemplaires d’exposition non retrouvés',
    }),
    printRuns: [lateRun()],
    sales: [
      {
        ...sale,
        ...{ scope: 'France', sold: 1000, returned: 150, reserveHeld: 170, bearing: 680, price: PRICE },
        ...{ reserveMethod: '20 % des ventes nettes, soit 180,47 € de droits, sur deux redditions au plus' },
        ...{ late: { sold: 12, returned: 3 }, copiesLeft: { before: 700, after: 20 }, amount: '721.89' },
        tiers: [{ from: 1, to: null, copies: 680, rate: '8', product: '721.888', amount: '721.89' }],
      },
      {
        ...sale,
        ...{ scope: 'Belgique', sold: 200, returned: 20, bearing: 180, price: null, amount: '144.00' },
        tiers: [{ from: 1, to: null, copies: 180, amountPerCopy: '0.80', product: '144', amount: '144.00' }],
      },
    ],
    digital: [
      { mode: 'other', label: 'Club du livre', receipts: '400.00', rate: '10', product: '40', amount: '40.00' },
    ],
    flatFees: [{ label: 'Forfait pour la préface', dueOn: '2026-03-31', amount: '300.00' }],
    earned: '1736.69',
  });
}

function lateRun(): StatementEdition['printRuns'][number] {
  return {
    ...{ label: 'Tirage 3', date: '2026-02-03', accepted: 500, exclusions: [], bearing: 500, countedBefore: 2000 },
    ...{ price: PRICE, late: true, amount: '530.80' },
    tiers: [{ from: 1, to: null, copies: 500, rate: '8', product: '530.8', amount: '530.80' }],
  };
}

function asFile(): StatementEdition {
  const line = (
    mode: 'subscription' | 'library' | 'other',
    receipts: string,
    rate: string,
    product: string,
    amount: string,
  ) => ({
    ...{ mode, receipts, rate, product, amount },
  });
  return {
    ...anEbook(),
    digital: [
      {
        mode: 'unitSales',
        copies: 85,
        receipts: '563.46',
        rate: '25',
        product: '140.865',
        amount: '140.87',
        lateReceipts: '12.40',
      },
      line('subscription', '120.10', '25', '30.025', '30.03'),
      line('library', '60.00', '20', '12', '12.00'),
      line('other', '-10.00', '25', '-2.5', '-2.50'),
    ],
    earned: '180.40',
  };
}

function fullAccount(): RoyaltyAccount {
  return {
    earned: '2572.09',
    adjustments: [
      {
        ...{ book: 'Les Marées lentes', isbn: '9782070612758', origin: 'Ventes', originStatement: 'RED-2025-00031' },
        ...{ reason: 'prix public rectifié', before: '721.89', after: '709.55', amount: '-12.34' },
      },
    ],
    adjustmentsTotal: '-12.34',
    topUp: { guaranteed: '3000.00', earned: '2559.75', before: '0.00', amount: '440.25' },
    carriedIn: '45.48',
    due: '3045.48',
    advances: [{ label: 'À la signature', paidOn: '2021-04-06', amount: '2000.00' }],
    unrecoupedBefore: '1000.00',
    recouped: '800.00',
    setOff: [{ agreement: 'convention du 3 mars 2025', contract: 'C-2024-003', amount: '245.48' }],
    recoupedBy: [{ agreement: 'convention du 3 mars 2025', contract: 'C-2024-003', amount: '200.00' }],
    unrecouped: '0.00',
    balance: '2000.00',
    carriedOut: '0.00',
    gross: '2000.00',
  };
}

function fullPayees(): PayeePart[] {
  return [
    { name: 'Maëlle Le Goff', kind: 'author', share: '50', gross: '1000.00', agentFee: '100.00' },
    { name: 'Yann Le Goff', kind: 'rightsHolder', share: '50', gross: '1000.00', agentFee: '100.00' },
    { name: 'Agence du Large', kind: 'agent', share: '10', gross: '200.00' },
  ];
}
