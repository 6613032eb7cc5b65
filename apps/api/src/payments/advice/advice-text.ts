import { Money } from '@colophon/domain/money';

import type { ExecutedItem, ExecutedPayment } from '../settle/load-executed';

export type AdviceLanguage = 'fr' | 'en';

/** Countries in whose languages French is one that authors are written to in. */
const FRENCH_SPEAKING = new Set([
  ...['FR', 'BE', 'CH', 'LU', 'MC', 'CA', 'GP', 'MQ', 'GF', 'RE', 'YT', 'PM', 'BL', 'MF', 'NC', 'PF', 'WF'],
  ...['DZ', 'MA', 'TN', 'SN', 'CI', 'ML', 'BF', 'NE', 'TD', 'TG', 'BJ', 'GN', 'GA', 'CG', 'CD', 'CM', 'CF', 'DJ', 'KM'],
  ...['MG', 'HT', 'LB', 'MU', 'SC', 'RW', 'BI'],
]);

/** French by default: an address without a country is one in France. */
export function languageOf(country: string | null): AdviceLanguage {
  return country === null || FRENCH_SPEAKING.has(country) ? 'fr' : 'en';
}

export interface Advice {
  readonly payment: ExecutedPayment;
  readonly payeeName: string;
  readonly houseName: string;
  readonly locale: AdviceLanguage;
}

interface Words {
  readonly subject: (house: string) => string;
  readonly opening: (name: string, date: string, net: string, method: string) => string;
  readonly item: (label: string, isAdvance: boolean) => string;
  readonly colon: string;
  readonly gross: string;
  readonly lines: Readonly<Record<AdviceLine, string>>;
  readonly net: string;
  readonly reference: (id: string) => string;
  readonly methods: Readonly<Record<ExecutedPayment['method'], string>>;
  readonly closing: (house: string) => string;
}

type AdviceLine = 'social' | 'vat' | 'vatWithheld' | 'withholdingTax' | 'agentShare';
/** In the order of the sum, with the sign that each has in it. */
const LINES: readonly (readonly [AdviceLine, '+' | '−'])[] = [
  ['social', '−'],
  ['vat', '+'],
  ['vatWithheld', '−'],
  ['withholdingTax', '−'],
  ['agentShare', '−'],
];

const WORDS: Readonly<Record<AdviceLanguage, Words>> = {
  fr: {
    subject: (house) => `Votre versement de droits d’auteur – ${house}`,
    opening: (name, date, net, method) =>
      `Bonjour ${name},\n\nNous vous avons versé ${net} par ${method}, en date du ${date}. Voici à quoi correspond cette somme.`,
    item: (label, isAdvance) => (isAdvance ? `À-valoir : ${label}` : `Reddition ${label}`),
    colon: ' :',
    gross: 'Brut',
    lines: {
      social: 'Cotisations sociales précomptées',
      vat: 'TVA',
      vatWithheld: 'TVA retenue et reversée par nos soins',
      withholdingTax: 'Retenue à la source',
      agentShare: 'Part versée à votre agence',
    },
    net: 'Net versé',
    reference: (id) => `Référence du virement sur votre relevé : ${id}.`,
    methods: { sepa: 'virement', transfer: 'virement', cheque: 'chèque', other: 'autre moyen' },
    closing: (house) => `Si quelque chose vous paraît inexact, répondez simplement à ce message.\n\n${house}`,
  },
  en: {
    subject: (house) => `Your royalty payment – ${house}`,
    opening: (name, date, net, method) =>
      `Dear ${name},\n\nWe paid you ${net} by ${method} on ${date}. This is what the amount is made of.`,
    item: (label, isAdvance) => (isAdvance ? `Advance: ${label}` : `Statement ${label}`),
    colon: ':',
    gross: 'Gross',
    lines: {
      social: 'Social contributions withheld',
      vat: 'VAT',
      vatWithheld: 'VAT withheld and paid by us',
      withholdingTax: 'Withholding tax',
      agentShare: 'Part paid to your agency',
    },
    net: 'Net paid',
    reference: (id) => `Reference of the transfer on your account: ${id}.`,
    methods: { sepa: 'bank transfer', transfer: 'bank transfer', cheque: 'cheque', other: 'another means' },
    closing: (house) => `If anything looks wrong to you, simply answer this message.\n\n${house}`,
  },
};

/** A mail that anybody can check with a pencil: each item from its gross to its net. */
export function adviceText({ payment, payeeName, houseName, locale }: Advice): { subject: string; text: string } {
  const words = WORDS[locale];
  const date = new Intl.DateTimeFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${payment.executedOn}T00:00:00Z`));
  const paragraphs = [
    words.opening(payeeName, date, euros(payment.net, locale), words.methods[payment.method]),
    ...payment.items.map((item) => itemText(item, words, locale)),
    ...(payment.items.length > 1 ? [`${words.net}${words.colon} ${euros(payment.net, locale)}`] : []),
    ...(payment.method === 'sepa' ? [words.reference(payment.endToEndId)] : []),
    words.closing(houseName),
  ];
  return { subject: words.subject(houseName), text: paragraphs.join('\n\n') };
}

function itemText(item: ExecutedItem, words: Words, locale: AdviceLanguage): string {
  const taken = LINES.filter(([line]) => !Money.parse(item[line]).isZero).map(
    ([line, sign]) => `${words.lines[line]}${words.colon} ${sign} ${euros(item[line], locale)}`,
  );
  return [
    words.item(item.label, item.kind === 'advance'),
    `${words.gross}${words.colon} ${euros(item.gross, locale)}`,
    ...taken,
    `${words.net}${words.colon} ${euros(item.net, locale)}`,
  ].join('\n');
}

/** Exact: the formatter is given the decimal text, never a float. */
function euros(amount: string, locale: AdviceLanguage): string {
  const format = new Intl.NumberFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', { style: 'currency', currency: 'EUR' });
  return format.format(amount as `${number}`);
}
