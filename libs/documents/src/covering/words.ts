import { frenchWords, type Locale } from '../locale';

const fr = {
  title: (count: number): string => (count === 1 ? 'Votre part de la reddition' : 'Vos redditions de comptes'),
  until: (date: string) => `comptes arrêtés au ${date}`,
  draft: 'PROJET',
  draftNumber: 'projet',
  payee: 'Destinataire',
  issuedOn: 'Établi le',
  statements: 'Redditions jointes',
  lead: (count: number) =>
    count === 1
      ? 'Une reddition est jointe. Votre part est de '
      : `${count} redditions sont jointes. Ensemble elles vous valent `,
  leadGross: ' brut. ',
  leadPaid: (count: number): string => (count === 1 ? 'Nous vous verserons ' : 'Un seul versement les règle toutes : '),
  leadOn: 'le',
  leadNothing: 'Aucun versement n’est dû cette fois.',
  account: (iban: string) => `, par virement sur le compte ${iban}`,
  list: 'Une ligne par reddition',
  statement: 'Reddition',
  work: 'Livre',
  contract: (reference: string) => `contrat ${reference}`,
  share: (percent: string) => `part de ${percent}`,
  unrecouped: 'À-valoir restant',
  carried: 'Reporté',
  gross: 'Brut',
  net: 'Net',
  total: 'Total',
  sums: 'Du brut au versement',
  grossAll: 'Brut de toutes les redditions',
  social: 'Cotisations précomptées',
  vat: 'TVA sur les droits d’auteur',
  vatWithheld: 'TVA retenue et versée au Trésor (CGI, art. 285 bis)',
  withholdingTax: 'Retenue à la source (CGI, art. 182 B)',
  agentFee: 'Part de l’agent',
  netAll: 'Net à payer, en un versement',
  perContract:
    'Chaque contrat a son propre compte : un à-valoir ne se récupère que sur les droits du même contrat, sauf convention signée à part (CPI, art. L132-17-1-1). Un solde reporté le reste dans son contrat.',
  withheldOf: (number: string, contract: string) => `Du brut au net : ${number}, contrat ${contract}`,
  ownPage:
    'Cette page vous est personnelle : la reddition d’un contrat à plusieurs bénéficiaires, que tous reçoivent, ne dit rien de vos retenues ni de votre net. Le calcul des droits y figure.',
  detail: 'Le calcul de chaque montant figure dans la reddition qui le porte.',
};

export type CoveringWords = typeof fr;

const en: CoveringWords = {
  title: (count) => (count === 1 ? 'Your part of the statement' : 'Your royalty statements'),
  until: (date) => `accounts up to ${date}`,
  draft: 'DRAFT',
  draftNumber: 'draft',
  payee: 'Payee',
  issuedOn: 'Issued on',
  statements: 'Statements attached',
  lead: (count) =>
    count === 1
      ? 'One statement is attached. Your share is '
      : `${count} statements are attached. Together they earn you `,
  leadGross: ' gross. ',
  leadPaid: (count) => (count === 1 ? 'We will pay you ' : 'A single payment settles them all: '),
  leadOn: 'on',
  leadNothing: 'No payment is due this time.',
  account: (iban) => `, by transfer to account ${iban}`,
  list: 'One line a statement',
  statement: 'Statement',
  work: 'Book',
  contract: (reference) => `contract ${reference}`,
  share: (percent) => `share of ${percent}`,
  unrecouped: 'Advance left',
  carried: 'Carried',
  gross: 'Gross',
  net: 'Net',
  total: 'Total',
  sums: 'From gross to payment',
  grossAll: 'Gross of all statements',
  social: 'Social contributions withheld',
  vat: 'VAT on royalties',
  vatWithheld: 'VAT withheld and paid to the Treasury (CGI, art. 285 bis)',
  withholdingTax: 'Withholding tax (CGI, art. 182 B)',
  agentFee: 'Agent’s part',
  netAll: 'Net payable, in one payment',
  perContract:
    'Each contract has an account of its own: an advance is recouped from royalties of the same contract only, unless an agreement was signed apart (CPI, art. L132-17-1-1). A balance carried stays in its contract.',
  withheldOf: (number, contract) => `From gross to net: ${number}, contract ${contract}`,
  ownPage:
    'This page is yours alone: the statement of a contract with several payees, which all of them receive, tells neither what is withheld from you nor your net. How the royalties are computed is in it.',
  detail: 'How each amount is computed is in the statement that states it.',
};

const french = frenchWords(fr);

export function coveringWords(locale: Locale): CoveringWords {
  return locale === 'fr' ? french : en;
}
