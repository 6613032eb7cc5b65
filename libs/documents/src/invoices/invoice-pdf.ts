import type { Content } from 'pdfmake/interfaces';

import { printableData } from '../fonts';
import type { Locale } from '../locale';
import { accentOf, defaultStyle, logoImages, MARGINS, missingNote, pageFoot, runningHead, RULE, styles } from '../page';
import { renderPdf, type PdfContent } from '../pdf';
import { checkInvoice } from './check-invoice';
import type { InvoiceData } from './invoice-data';
import { invoiceHead } from './invoice-head';
import { invoiceLines } from './invoice-lines';
import { invoiceTerms } from './invoice-terms';
import { invoiceTotals } from './invoice-totals';
import { invoiceWords } from './words';

/**
 * An invoice or credit note as PDF/A-3b. The same data gives the same bytes. Characters that the fonts lack are
 * replaced visibly and named on the paper (`missingCharacters` tells before). Throws `Error` on contradictory data.
 */
export async function invoicePdf(source: InvoiceData): Promise<Uint8Array> {
  checkInvoice(source);
  const { data, missing } = printableData(source);
  const locale = data.locale ?? 'fr';
  const title = invoiceTitle(data, locale);
  return renderPdf(invoiceDefinition(data, missing), {
    title,
    subject: `${title} – ${data.buyer.name}`,
    author: data.house.name,
    locale,
    createdAt: data.createdAt,
  });
}

/** The definition as data, for tests; `missing` is what `printableData` replaced. */
export function invoiceDefinition(data: InvoiceData, missing: readonly string[] = []): PdfContent {
  const locale = data.locale ?? 'fr';
  const words = invoiceWords(locale);
  const notes: Content[] = (data.notes ?? []).map((text) => ({ text, style: 'note', margin: [0, 8, 0, 0] }));
  return {
    content: [
      ...invoiceHead(data, words, locale),
      invoiceLines(data, words, locale),
      invoiceTotals(data, words, locale),
      invoiceTerms(data, words, locale),
      ...notes,
      ...missingNote(missing, locale),
    ],
    images: logoImages(data.house),
    header: runningHead(data.house.name, invoiceTitle(data, locale)),
    footer: pageFoot(data.house, locale, data.number ?? words.draftNumber),
    styles: styles(accentOf(data.house.accentColour)),
    defaultStyle,
    pageMargins: MARGINS,
    ...(data.number === null
      ? { watermark: { text: words.draft, font: 'Sans', color: RULE, opacity: 0.22, bold: true } }
      : {}),
  };
}

function invoiceTitle(data: InvoiceData, locale: Locale): string {
  const words = invoiceWords(locale);
  return `${data.kind === 'invoice' ? words.invoice : words.creditNote} ${data.number ?? `(${words.draftNumber})`}`;
}
