import type { Column, Content } from 'pdfmake/interfaces';

import { formatLongDate, formatPeriod, formatSiren, type Locale } from '../locale';
import { facts, houseAddress, houseMark, MUTED } from '../page';
import type { Buyer, InvoiceData } from './invoice-data';
import type { InvoiceWords } from './words';

/** Width of the column of the addressee: where the window of a French envelope is. */
const ADDRESSEE = 225;

/** House and addressee, then what the paper is and its dates. */
export function invoiceHead(data: InvoiceData, words: InvoiceWords, locale: Locale): Content[] {
  return [
    { columns: [{ width: '*', stack: [houseMark(data.house), houseAddress(data.house)] }, addressees(data, words)] },
    {
      margin: [0, 26, 0, 0],
      columnGap: 24,
      columns: [
        { width: '*', stack: titleOf(data, words, locale) },
        { width: ADDRESSEE, stack: [facts(references(data, words, locale), 98)] },
      ],
    },
  ];
}

function addressees(data: InvoiceData, words: InvoiceWords): Column {
  const delivery: Content[] = data.deliveryAddress
    ? [
        { text: words.deliveredTo.toUpperCase(), style: 'label', margin: [0, 10, 0, 2] },
        { text: data.deliveryAddress.join('\n'), fontSize: 8.6 },
      ]
    : [];
  const billed = data.kind === 'invoice' ? words.billedTo : words.creditedTo;
  return {
    width: ADDRESSEE,
    stack: [
      { text: billed.toUpperCase(), style: 'label', margin: [0, 0, 0, 3] },
      ...buyerLines(data.buyer, words),
      ...delivery,
    ],
  };
}

function buyerLines(buyer: Buyer, words: InvoiceWords): Content[] {
  const identity = [
    buyer.siren && `SIREN\u00a0${formatSiren(buyer.siren)}`,
    buyer.vatNumber && `${words.vatNumber}\u00a0${buyer.vatNumber}`,
    buyer.gln && `GLN\u00a0${buyer.gln}`,
  ].filter(Boolean);
  const attention = buyer.attention ? [`${words.attention} ${buyer.attention}`] : [];
  return [
    { text: buyer.name, bold: true, fontSize: 10.2 },
    { text: [...attention, ...buyer.address].join('\n'), fontSize: 9.8, lineHeight: 1.03 },
    { text: identity.join('  ·  '), style: 'small', color: MUTED, margin: [0, 3, 0, 0] },
  ];
}

function titleOf(data: InvoiceData, words: InvoiceWords, locale: Locale): Content[] {
  const number = data.number === null ? words.draftNumber : `${words.number}\u00a0${data.number}`;
  const corrected = (data.corrects ?? []).map((origin) =>
    words.correctedInvoice(origin.number, formatLongDate(origin.issuedOn, locale)),
  );
  const title = { text: data.kind === 'invoice' ? words.invoice : words.creditNote, style: 'title' };
  const origin: Content[] =
    corrected.length === 0 ? [] : [{ text: `${words.corrects} ${corrected.join(', ')}`, margin: [0, 6, 0, 0] }];
  const reason: Content[] = data.reason
    ? [{ text: [{ text: `${words.reason}${words.colon}`, color: MUTED }, data.reason] }]
    : [];
  return [title, { text: number, style: 'subtitle', margin: [0, 2, 0, 0] }, ...origin, ...reason];
}

function references(data: InvoiceData, words: InvoiceWords, locale: Locale): [string, string | null | undefined][] {
  const { dueDate } = data.terms;
  return [
    [words.issuedOn, formatLongDate(data.issuedOn, locale)],
    [words.supply, data.supply ? supplied(data.supply, locale) : null],
    [words.dueOn, dueDate === null ? null : formatLongDate(dueDate, locale)],
    [words.customer, data.buyer.customerNumber],
    [words.purchaseOrder, data.purchaseOrder],
    [words.category, words[data.operationCategory]],
  ];
}

function supplied(supply: NonNullable<InvoiceData['supply']>, locale: Locale): string {
  return supply.from === supply.to ? formatLongDate(supply.to, locale) : formatPeriod(supply, locale);
}
