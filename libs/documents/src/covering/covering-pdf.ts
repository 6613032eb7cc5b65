import type { Content, TableCell } from 'pdfmake/interfaces';

import { printableData } from '../fonts';
import { formatLongDate, formatMoney, formatRate, isZero, negated, type Decimal, type Locale } from '../locale';
import {
  accentOf,
  defaultStyle,
  facts,
  figure,
  head,
  houseAddress,
  houseMark,
  logoImages,
  MARGINS,
  missingNote,
  numberHead,
  pageFoot,
  RULE,
  runningHead,
  strongFigure,
  strongWords,
  styles,
  table,
  twoLines,
} from '../page';
import { renderPdf, type PdfContent } from '../pdf';
import { recapWithNotes, voiceOf } from '../statements';
import { checkCovering } from './check-covering';
import type { CoveringData, CoveringLine } from './covering-data';
import { coveringWords, type CoveringWords } from './words';

/**
 * The page that covers a payee's statements of one closing, as PDF/A-3b. The same data gives the same bytes. Throws
 * `Error` where its lines contradict its totals.
 */
export async function coveringPdf(source: CoveringData): Promise<Uint8Array> {
  checkCovering(source);
  const { data, missing } = printableData(source);
  const locale = data.locale ?? 'fr';
  const words = coveringWords(locale);
  const title = words.title(data.lines.length);
  return renderPdf(coveringDefinition(data, missing), {
    title,
    subject: `${title} – ${data.payee.name}, ${words.until(formatLongDate(data.until, locale))}`,
    author: data.house.name,
    locale,
    createdAt: data.createdAt,
  });
}

/** The definition as data, for tests. */
export function coveringDefinition(data: CoveringData, missing: readonly string[] = []): PdfContent {
  const locale = data.locale ?? 'fr';
  const desk: Desk = { data, locale, words: coveringWords(locale), money: (value) => formatMoney(value, locale) };
  const { words } = desk;
  return {
    content: content(desk, missing),
    images: logoImages(data.house),
    header: runningHead(data.house.name, `${words.title(data.lines.length)} · ${data.payee.name}`),
    footer: pageFoot(data.house, locale, formatLongDate(data.issuedOn, locale)),
    styles: styles(accentOf(data.house.accentColour)),
    defaultStyle,
    pageMargins: MARGINS,
    ...(data.isDraft ? { watermark: { text: words.draft, font: 'Sans', color: RULE, opacity: 0.22, bold: true } } : {}),
  } as PdfContent;
}

interface Desk {
  readonly data: CoveringData;
  readonly locale: Locale;
  readonly words: CoveringWords;
  money(value: Decimal): string;
}

/** Where the window of a French envelope is. */
const ADDRESSEE = 215;

function content(desk: Desk, missing: readonly string[]): Content[] {
  const { data, words, locale } = desk;
  return [
    ...letter(desk),
    lead(desk),
    label(words.list, 4),
    statementsTable(desk),
    ...(isAlone(data) ? [] : [{ unbreakable: true, stack: [label(words.sums, 6), sumTable(desk)] }]),
    ...ownRecaps(desk),
    { text: words.perContract, style: 'note', margin: [0, 10, 0, 4] },
    { text: data.lines.some(({ recap }) => recap) ? words.ownPage : words.detail, style: 'note' },
    ...missingNote(missing, locale),
  ];
}

function letter({ data, words, locale }: Desk): Content[] {
  const { payee } = data;
  const pairs: [string, string][] = [
    [words.issuedOn, formatLongDate(data.issuedOn, locale)],
    [words.statements, String(data.lines.length)],
  ];
  const addressee: Content[] = [
    { text: words.payee.toUpperCase(), style: 'label', margin: [0, 0, 0, 3] },
    { text: payee.name, bold: true, fontSize: 10.2 },
    { text: payee.address.join('\n'), fontSize: 9.8, lineHeight: 1.03 },
  ];
  const title: Content[] = [
    { text: words.title(data.lines.length), style: 'title' },
    { text: words.until(formatLongDate(data.until, locale)), style: 'subtitle', margin: [0, 3, 0, 0] },
  ];
  return [
    {
      columns: [
        { width: '*', stack: [houseMark(data.house), houseAddress(data.house)] },
        { width: ADDRESSEE, stack: addressee },
      ],
    },
    {
      margin: [0, 26, 0, 0],
      columns: [
        { width: '*', stack: title },
        { width: ADDRESSEE - 50, stack: [facts(pairs, 96)], margin: [0, 3, 0, 0] },
      ],
    },
  ];
}

/** One statement whose recap goes from its gross to the payment by itself. */
function isAlone({ lines }: CoveringData): boolean {
  return lines.length === 1 && lines[0]?.recap !== undefined;
}

/** What is withheld from this payee of each statement that others read too: it stands here and nowhere else. */
function ownRecaps({ data, words, locale }: Desk): Content[] {
  const voice = voiceOf(locale);
  const shared = data.lines.flatMap((line) => (line.recap ? [{ ...line, recap: line.recap }] : []));
  return shared.map((line) => {
    const title = words.withheldOf(line.number ?? words.draftNumber, line.contract);
    return { unbreakable: true, stack: [label(title, 8), ...recapWithNotes(line, voice)] };
  });
}

function label(text: string, top: number): Content {
  return { text: text.toUpperCase(), style: 'label', margin: [0, top, 0, 0] };
}

function lead({ data, words, locale, money }: Desk): Content {
  const { payment, totals, lines } = data;
  const strong = (text: string): Content => ({ text, bold: true });
  const account = payment.account ? words.account(payment.account.replaceAll(' ', '\u00a0')) : '';
  const paid: Content[] =
    isZero(totals.net) || payment.date === null
      ? [words.leadNothing]
      : [
          words.leadPaid(lines.length),
          strong(money(totals.net)),
          ` ${words.leadOn} `,
          strong(formatLongDate(payment.date, locale)),
          `${account}.`,
        ];
  const parts = [words.lead(lines.length), strong(money(totals.gross)), words.leadGross, ...paid];
  return { text: parts, style: 'lead', margin: [0, 16, 0, 14] };
}

function statementsTable(desk: Desk): Content {
  const { data, words, money } = desk;
  const heads = [words.unrecouped, words.carried, words.gross, words.net].map(numberHead);
  const total = [
    strongWords(words.total),
    ...blanks(3),
    strongFigure(money(data.totals.gross)),
    strongFigure(money(data.totals.net)),
  ];
  const rows = [...data.lines.map((line) => statementRow(line, desk)), total];
  const widths = [88, '*', 66, 54, 62, 62];
  return table([head(words.statement), head(words.work), ...heads], rows, { widths, layout: 'ruledTotal' });
}

function statementRow(line: CoveringLine, { words, locale, money }: Desk): TableCell[] {
  const share = line.share === undefined ? '' : words.share(formatRate(line.share, locale));
  const under = [words.contract(line.contract), share].filter((text) => text !== '').join(', ');
  const quiet = (value: Decimal): TableCell => figure(isZero(value) ? '' : money(value));
  return [
    { text: line.number ?? words.draftNumber },
    twoLines({ text: line.work, style: 'work' }, under),
    quiet(line.unrecouped),
    quiet(line.carriedOut),
    figure(money(line.gross)),
    figure(money(line.net)),
  ];
}

/** Gross to net of all statements together; what is nothing is left out. */
function sumTable({ data, words, money }: Desk): Content {
  const { totals } = data;
  const line = (text: string, value: Decimal): TableCell[][] =>
    isZero(value) ? [] : [[{ text }, figure(money(value))]];
  const rows = [
    [strongWords(words.grossAll), strongFigure(money(totals.gross))],
    ...line(words.social, negated(totals.social)),
    ...line(words.vat, totals.vat),
    ...line(words.vatWithheld, negated(totals.vatWithheld)),
    ...line(words.withholdingTax, negated(totals.withholdingTax)),
    ...line(words.agentFee, negated(totals.agentFee)),
    [strongWords(words.netAll), strongFigure(money(totals.net))],
  ];
  return table([], rows, { widths: ['*', 90], layout: 'denseTotal' });
}

function blanks(count: number): TableCell[] {
  return Array.from({ length: count }, () => ({ text: '' }));
}
