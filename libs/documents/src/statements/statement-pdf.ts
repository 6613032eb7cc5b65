import type { Content } from 'pdfmake/interfaces';

import { printableData } from '../fonts';
import { formatPeriod } from '../locale';
import { accentOf, defaultStyle, logoImages, MARGINS, missingNote, pageFoot, RULE, runningHead, styles } from '../page';
import { renderPdf, type PdfContent } from '../pdf';
import { accountChapter } from './account-chapter';
import { bookPart } from './book-part';
import { checkStatement } from './check-statement';
import { generalChapter } from './general-chapter';
import { glossary } from './glossary';
import { collectiveChapter, recapChapter } from './recap-chapter';
import type { StatementData } from './statement-data';
import { summaryPage } from './summary-page';
import { statementTitle, voiceOf, type Voice } from './voice';

/**
 * A royalty statement as PDF/A-3b: a page that says it all at first reading, then the eight chapters of the model of
 * the trade, then a glossary. The same data gives the same bytes. Characters that the fonts lack are replaced visibly
 * and named on the paper (`missingCharacters` tells before). Throws `Error` on contradictory data.
 */
export async function statementPdf(source: StatementData): Promise<Uint8Array> {
  checkStatement(source);
  const { data, missing } = printableData(source);
  const voice = voiceOf(data.locale ?? 'fr');
  const title = documentTitle(data, voice);
  return renderPdf(statementDefinition(data, missing), {
    title,
    subject: `${title} – ${data.contributor.name}, ${formatPeriod(data.period, voice.locale)}`,
    author: data.house.name,
    locale: voice.locale,
    createdAt: data.createdAt,
  });
}

/** The definition as data, for tests; `missing` is what `printableData` replaced. */
export function statementDefinition(data: StatementData, missing: readonly string[] = []): PdfContent {
  const voice = voiceOf(data.locale ?? 'fr');
  const { words } = voice;
  return {
    content: content(data, missing, voice),
    images: logoImages(data.house),
    header: runningHead(data.house.name, `${documentTitle(data, voice)} · ${data.contributor.name}`),
    footer: pageFoot(data.house, voice.locale, data.number ?? words.draftNumber),
    styles: styles(accentOf(data.house.accentColour)),
    defaultStyle,
    pageMargins: MARGINS,
    ...(data.number === null
      ? { watermark: { text: words.draft, font: 'Sans', color: RULE, opacity: 0.22, bold: true } }
      : {}),
  } as PdfContent;
}

function content(data: StatementData, missing: readonly string[], voice: Voice): Content[] {
  return [
    ...summaryPage(data, voice),
    ...missingNote(missing, voice.locale),
    ...generalChapter(data, voice),
    ...data.books.flatMap((_, index) => bookPart(data, index, voice)),
    ...accountChapter(data, voice),
    ...collectiveChapter(data, voice),
    ...recapChapter(data, voice),
    ...glossary(voice),
  ];
}

function documentTitle(data: StatementData, voice: Voice): string {
  return `${statementTitle(data.kind, voice.words)} ${data.number ?? `(${voice.words.draftNumber})`}`;
}
