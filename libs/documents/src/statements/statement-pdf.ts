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
    pageBreakBefore: leavesHeadingAlone as NonNullable<PdfContent['pageBreakBefore']>,
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

interface PlacedNode {
  readonly headlineLevel?: number;
  readonly startPosition: { readonly top: number; readonly pageInnerHeight: number };
}

/** Points that a heading wants below it: for itself, the head of a table and a first row. */
const ROOM_BELOW: Readonly<Record<number, number>> = { 1: 125, 2: 80 };

/** A heading whose text would begin on the next page goes there with it. */
function leavesHeadingAlone(node: PlacedNode): boolean {
  const room = ROOM_BELOW[node.headlineLevel ?? 0];
  if (room === undefined) return false;
  const { top, pageInnerHeight } = node.startPosition;
  return top > MARGINS[1] + pageInnerHeight - room;
}

function documentTitle(data: StatementData, voice: Voice): string {
  return `${statementTitle(data.kind, voice.words)} ${data.number ?? `(${voice.words.draftNumber})`}`;
}
