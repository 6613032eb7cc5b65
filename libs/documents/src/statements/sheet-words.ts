import type { Locale } from '../locale';

const fr = {
  names: [
    '1 Général',
    '2 Stock',
    '3 Imprimé',
    '4 Numérique',
    '5 Droits cédés',
    '6 Droits dus',
    '7 Gestion collective',
    '8 Récapitulatif',
  ],
  bookNumber: 'Livre n°',
  from: 'Depuis le',
  priceInclVat: 'Prix public TTC',
  priceExclVat: 'PPHT',
  vatRate: 'TVA',
  tierFrom: 'Palier, de',
  tierTo: 'Palier, à',
  excluded: 'Exclus',
  bearing: 'Portant droits',
  countedBefore: 'Comptés avant',
  tierAmount: 'Montant du palier',
  contractAmount: 'Droits de ce contrat',
  kind: 'Nature',
  territory: 'Territoire',
  origin: 'Origine',
  correctedStatement: 'Reddition corrigée',
  reason: 'Motif',
  paidOn: 'Versé le',
  payment: 'Paiement',
};

export type SheetWords = typeof fr;

const en: SheetWords = {
  names: [
    '1 General',
    '2 Stock',
    '3 Print',
    '4 Digital',
    '5 Rights sold',
    '6 Royalties due',
    '7 Collective management',
    '8 Summary',
  ],
  bookNumber: 'Book no.',
  from: 'Since',
  priceInclVat: 'Retail price incl. VAT',
  priceExclVat: 'Price excl. VAT',
  vatRate: 'VAT',
  tierFrom: 'Tier, from',
  tierTo: 'Tier, to',
  excluded: 'Excluded',
  bearing: 'Royalty-bearing',
  countedBefore: 'Counted before',
  tierAmount: 'Amount of the tier',
  contractAmount: 'Royalties of this contract',
  kind: 'Kind',
  territory: 'Territory',
  origin: 'Origin',
  correctedStatement: 'Statement corrected',
  reason: 'Reason',
  paidOn: 'Paid on',
  payment: 'Payment',
};

export function sheetWords(locale: Locale): SheetWords {
  return locale === 'fr' ? fr : en;
}
