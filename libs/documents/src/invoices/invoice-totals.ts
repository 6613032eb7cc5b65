import type { Content, TableCell } from 'pdfmake/interfaces';

import { formatAmount, formatMoney, formatRate, type Locale } from '../locale';
import { figure, head, INK, numberHead, strongFigure, strongWords, table } from '../page';
import type { InvoiceData, VatTotal } from './invoice-data';
import type { InvoiceWords } from './words';

/** VAT by rate at the left, what is due at the right; never torn from one another by a page break. */
export function invoiceTotals(data: InvoiceData, words: InvoiceWords, locale: Locale): Content {
  return {
    unbreakable: true,
    columnGap: 40,
    columns: [
      { width: '*', stack: [vatTable(data, words, locale)] },
      { width: 215, stack: [sums(data, words, locale)] },
    ],
  };
}

function vatTable(data: InvoiceData, words: InvoiceWords, locale: Locale): Content {
  const header = [head(words.vatRate), numberHead(words.vatBase), numberHead(words.vatAmount)];
  const rows = data.vat.map((total) => [
    vatCell(total, locale),
    figure(formatAmount(total.base, locale)),
    figure(formatAmount(total.amount, locale)),
  ]);
  return table(header, rows, { widths: ['*', 62, 54], layout: 'dense' });
}

function vatCell(total: VatTotal, locale: Locale): TableCell {
  const rate: Content = { text: formatRate(total.rate, locale) };
  return { stack: total.exemption ? [rate, { text: total.exemption, style: 'small' }] : [rate] };
}

function sums(data: InvoiceData, words: InvoiceWords, locale: Locale): Content {
  const paid = data.alreadyPaid ?? null;
  const due = data.amountDue ?? null;
  const isInvoice = data.kind === 'invoice';
  const total = isInvoice ? words.totalInclVat : words.creditInclVat;
  const rows: TableCell[][] = [
    [{ text: words.totalExclVat }, figure(formatMoney(data.totalExclVat, locale))],
    [{ text: words.totalVat }, figure(formatMoney(data.totalVat, locale))],
    totalRow(total, formatMoney(data.totalInclVat, locale)),
  ];
  if (paid !== null) rows.push([{ text: words.alreadyPaid }, figure(formatMoney(paid, locale))]);
  if (due !== null) rows.push(totalRow(isInvoice ? words.amountDue : words.creditDue, formatMoney(due, locale)));
  return table([], rows, { widths: ['*', 'auto'], layout: 'denseTotal' });
}

function totalRow(label: string, amount: string): TableCell[] {
  return [
    { ...(strongWords(label) as object), fontSize: 10.6, color: INK } as TableCell,
    { ...(strongFigure(amount) as object), fontSize: 10.6, color: INK } as TableCell,
  ];
}
