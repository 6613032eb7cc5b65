import type { Content, TableCell } from 'pdfmake/interfaces';

import { formatAmount, formatCopies, formatDecimal, formatIsbn, formatRate, isZero, type Locale } from '../locale';
import { figure, head, MUTED, numberHead, table } from '../page';
import type { InvoiceData, InvoiceLine } from './invoice-data';
import type { InvoiceWords } from './words';

/** One row a line; the head comes back on each page. */
export function invoiceLines(data: InvoiceData, words: InvoiceWords, locale: Locale): Content {
  const header = [
    head(words.description),
    ...[words.quantity, words.retailPrice, words.discount, words.unitPrice, words.vat, words.amount].map(numberHead),
  ];
  const rows = data.lines.map((line) => lineRow(line, locale));
  return table(header, rows, { widths: ['*', 28, 50, 38, 56, 34, 58], margin: [0, 22, 0, 12] });
}

function lineRow(line: InvoiceLine, locale: Locale): TableCell[] {
  const retail = line.retailPriceInclVat;
  return [
    description(line),
    figure(formatCopies(line.quantity, locale)),
    figure(retail === null || retail === undefined ? '' : formatAmount(retail, locale)),
    figure(isZero(line.discount) ? '' : formatRate(line.discount, locale)),
    figure(formatDecimal(line.unitPriceExclVat, locale, 2)),
    figure(formatRate(line.vatRate, locale)),
    figure(formatAmount(line.amountExclVat, locale)),
  ];
}

function description(line: InvoiceLine): TableCell {
  const isbn = line.isbn ? `ISBN\u00a0${formatIsbn(line.isbn)}` : null;
  const second = [isbn, line.detail].filter(Boolean).join('  ·  ');
  const title: Content = { text: line.description, font: 'Serif', fontSize: 9.2 };
  return { stack: second === '' ? [title] : [title, { text: second, style: 'small', color: MUTED }] };
}
