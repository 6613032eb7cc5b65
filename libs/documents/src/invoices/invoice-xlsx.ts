import { visibleData } from '../fonts';
import { formatIban, formatIsbn, formatLongDate, formatSiren, type Locale } from '../locale';
import { legalIdentity } from '../page';
import {
  copiesCell,
  dateCell,
  empty,
  headCell,
  moneyCell,
  moneyFormula,
  priceCell,
  rateCell,
  SheetRows,
  sumOf,
  text,
  writeWorkbook,
  type Sheet,
} from '../xlsx';
import { checkInvoice } from './check-invoice';
import type { InvoiceData } from './invoice-data';
import { dueSentence, legalTerms } from './invoice-terms';
import { invoiceWords, type InvoiceWords } from './words';

/** An invoice or credit note as a workbook: its lines and totals, then every mention of the paper. Throws as the PDF. */
export async function invoiceXlsx(source: InvoiceData): Promise<Uint8Array> {
  checkInvoice(source);
  const data = visibleData(source);
  const locale = data.locale ?? 'fr';
  const words = invoiceWords(locale);
  const title = `${data.kind === 'invoice' ? words.invoice : words.creditNote} ${data.number ?? `(${words.draftNumber})`}`;
  return writeWorkbook([linesSheet(data, words, title), documentSheet(data, words, locale)], {
    title,
    author: data.house.name,
    createdAt: data.createdAt,
    locale,
    pageHead: title,
  });
}

function linesSheet(data: InvoiceData, words: InvoiceWords, title: string): Sheet {
  const sheet = new SheetRows();
  sheet.add(text(title, 'title'));
  sheet.add(
    ...[
      'ISBN',
      words.description,
      words.quantity,
      words.retailPrice,
      words.discount,
      words.unitPrice,
      words.vat,
      words.amount,
    ].map(headCell),
  );
  const first = sheet.nextLine;
  for (const line of data.lines) {
    sheet.add(
      text(line.isbn ? formatIsbn(line.isbn) : null),
      text([line.description, line.detail].filter(Boolean).join(' · '), 'wrap'),
      copiesCell(line.quantity),
      moneyCell(line.retailPriceInclVat),
      rateCell(line.discount),
      priceCell(line.unitPriceExclVat),
      rateCell(line.vatRate),
      moneyCell(line.amountExclVat),
    );
  }
  addTotals(sheet, { first, last: sheet.nextLine - 1 }, data, words);
  return { name: words.sheetLines, widths: [19, 48, 9, 14, 10, 14, 10, 16], rows: sheet.rows, frozenRows: 2 };
}

/** Total without VAT, a line for each rate, total with VAT; VAT is the posted one, not recomputed by the sheet. */
function addTotals(
  sheet: SheetRows,
  lines: { first: number; last: number },
  data: InvoiceData,
  words: InvoiceWords,
): void {
  const before = [empty, empty, empty, empty, empty];
  const bold = (label: string): [...typeof before, ReturnType<typeof text>, typeof empty] => [
    empty,
    empty,
    empty,
    empty,
    empty,
    text(label, 'strong'),
    { ...empty, look: 'strong' },
  ];
  const net = sheet.add(
    ...bold(words.totalExclVat),
    moneyFormula(sumOf('H', lines.first, lines.last), data.totalExclVat, 'strong'),
  );
  const firstVat = sheet.nextLine;
  for (const total of data.vat) {
    sheet.add(
      empty,
      text(total.exemption),
      empty,
      text(words.vatBase),
      moneyCell(total.base),
      text(words.vatAmount),
      rateCell(total.rate),
      moneyCell(total.amount),
    );
  }
  const vat = sheet.add(
    ...before,
    text(words.totalVat),
    empty,
    moneyFormula(sumOf('H', firstVat, sheet.nextLine - 1), data.totalVat),
  );
  const label = data.kind === 'invoice' ? words.totalInclVat : words.creditInclVat;
  sheet.add(...bold(label), moneyFormula(`ROUND(H${net}+H${vat},2)`, data.totalInclVat, 'strong'));
  if (data.alreadyPaid) sheet.add(...before, text(words.alreadyPaid), empty, moneyCell(data.alreadyPaid));
  if (data.amountDue) {
    const due = data.kind === 'invoice' ? words.amountDue : words.creditDue;
    sheet.add(...bold(due), moneyCell(data.amountDue, 'strong'));
  }
}

function documentSheet(data: InvoiceData, words: InvoiceWords, locale: Locale): Sheet {
  const sheet = new SheetRows();
  const fact = (label: string, value: string | null | undefined): void => {
    if (value) sheet.add(text(label), text(value, 'wrap'));
  };
  const { buyer, bank, terms } = data;
  fact(words.number, data.number ?? words.draftNumber);
  sheet.add(text(words.issuedOn), dateCell(data.issuedOn));
  if (data.supply) sheet.add(text(words.supply), dateCell(data.supply.from), dateCell(data.supply.to));
  if (terms.dueDate !== null) sheet.add(text(words.dueOn), dateCell(terms.dueDate));
  fact(data.house.name, legalIdentity(data.house, locale));
  fact(
    data.kind === 'invoice' ? words.billedTo : words.creditedTo,
    [buyer.name, buyer.attention, ...buyer.address].filter(Boolean).join(', '),
  );
  fact('SIREN', buyer.siren ? formatSiren(buyer.siren) : null);
  fact(words.vatNumber, buyer.vatNumber);
  fact('GLN', buyer.gln);
  fact(words.customer, buyer.customerNumber);
  fact(words.deliveredTo, data.deliveryAddress?.join(', '));
  fact(words.purchaseOrder, data.purchaseOrder);
  fact(words.category, words[data.operationCategory]);
  for (const origin of data.corrects ?? []) {
    fact(words.corrects, words.correctedInvoice(origin.number, formatLongDate(origin.issuedOn, locale)));
  }
  fact(words.reason, data.reason);
  fact(words.payment, dueSentence(terms, words, locale));
  fact(words.means, terms.means);
  fact(words.iban, bank ? formatIban(bank.iban) : null);
  fact(words.bic, bank?.bic);
  legalTerms(data, words, locale).forEach((sentence) => fact(words.terms, sentence));
  (data.notes ?? []).forEach((note) => fact('', note));
  return { name: words.sheetDocument, widths: [26, 90, 14], rows: sheet.rows, frozenRows: 0 };
}
