import type { Column, Content, TableCell } from 'pdfmake/interfaces';

import { formatPeriod, negated } from '../locale';
import {
  accentOf,
  facts,
  figure,
  head,
  houseAddress,
  houseMark,
  MUTED,
  numberHead,
  strongFigure,
  strongWords,
  table,
} from '../page';
import type { StatementBook, StatementEdition } from './book-data';
import type { Recap, StatementData } from './statement-data';
import { copiesBars, step, sumWithBars, type SumLine } from './summary-chart';
import { keyFigures, lead } from './summary-lead';
import { note, shortened, statementTitle, type Voice } from './voice';

/** Width of the column of the addressee: where the window of a French envelope is. */
const ADDRESSEE = 215;

/** Lines of the sum, of the books and of the drawing of their copies that fit on the first page together. */
const LINES_ON_PAGE_ONE = 20;
const LINES_OF_A_LOGO = 2;
const CHARACTERS_OF_A_NOTE = 110;
const MOST_BOOK_LINES = 5;

/** Page one, to be understood at first reading: who, which period, what is due, what is paid and when. */
export function summaryPage(data: StatementData, voice: Voice): Content[] {
  const { words } = voice;
  const accent = accentOf(data.house.accentColour);
  const sum = sumLines(data, voice);
  const room = linesFor(data) - sum.length;
  const shown = booksThatFit(data.books, Math.min(MOST_BOOK_LINES, room - 3));
  return [
    { columns: [{ width: '*', stack: [houseMark(data.house), houseAddress(data.house)] }, addressee(data, voice)] },
    titleBlock(data, voice),
    lead(data, voice),
    keyFigures(data, voice, accent),
    label(data.recap ? words.fromDueToNet : words.fromDueToGross, 12),
    sumWithBars(sum, voice, accent),
    label(words.yourBooks, 10),
    booksTable(data, shown, voice),
    ...copiesBars(data.books, room - linesOf(shown), voice),
    ...(data.notes ?? []).map(note),
    { text: words.justification, style: 'small', color: MUTED },
  ];
}

function label(text: string, top: number): Content {
  return { text: text.toUpperCase(), style: 'label', margin: [0, top, 0, 0] };
}

function addressee(data: StatementData, voice: Voice): Column {
  const { payee } = data;
  return {
    width: ADDRESSEE,
    stack: [
      { text: voice.words.payee.toUpperCase(), style: 'label', margin: [0, 0, 0, 3] },
      { text: payee.name, bold: true, fontSize: 10.2 },
      { text: payee.address.join('\n'), fontSize: 9.8, lineHeight: 1.03 },
    ],
  };
}

function titleBlock(data: StatementData, voice: Voice): Content {
  const { words } = voice;
  const { contract } = data;
  const number = data.number ?? words.draftNumber;
  const pairs: [string, string][] = [
    [words.statementNumber, number],
    [words.issuedOn, voice.date(data.issuedOn)],
    [words.contractNumber, contract.reference],
  ];
  return {
    margin: [0, 17, 0, 0],
    columns: [
      {
        width: '*',
        stack: [
          { text: statementTitle(data.kind, words), style: 'title' },
          { text: formatPeriod(data.period, voice.locale), style: 'subtitle', margin: [0, 3, 0, 0] },
        ],
      },
      { width: ADDRESSEE, stack: [facts(pairs, 74)], margin: [0, 3, 0, 0] },
    ],
  };
}

function booksTable(data: StatementData, shown: readonly StatementBook[], voice: Voice): Content {
  const { words } = voice;
  const rest = data.books.length - shown.length;
  const header = [
    head(words.book),
    ...[words.printedCopies, words.soldNet, words.returnedCopies, words.closingStock, words.royalties].map(numberHead),
  ];
  const rows = shown.flatMap((book) => bookRows(book, voice));
  const others = rest > 0 ? [[{ text: words.otherBooks(rest), color: MUTED }, ...blanks(5)]] : [];
  const total = [strongWords(words.total), ...blanks(4), strongFigure(voice.money(data.account.earned))];
  const widths = ['*', 42, 42, 42, 52, 64];
  return table(header, [...rows, ...others, total], { widths, layout: 'tightTotal', margin: [0, 2, 0, 6] });
}

/** What else stands on the page takes its lines: a logo, the house's notes, several payees and agreements. */
function linesFor({ house, notes = [], payees = [], account }: StatementData): number {
  const noted = notes.reduce((lines, text) => lines + 1 + Math.trunc(text.length / CHARACTERS_OF_A_NOTE), 0);
  const told = Math.ceil(payees.length / 2) + (account.setOff ?? []).length;
  return LINES_ON_PAGE_ONE - (house.logo ? LINES_OF_A_LOGO : 0) - noted - told;
}

function booksThatFit(books: readonly StatementBook[], most: number): readonly StatementBook[] {
  const fitting = books.filter((_, index) => linesOf(books.slice(0, index + 1)) <= most);
  return fitting.length > 0 ? fitting : books.slice(0, 1);
}

function linesOf(books: readonly StatementBook[]): number {
  return books.reduce((sum, book) => sum + book.editions.length + Math.min(book.rightsSold.length, 1), 0);
}

function bookRows(book: StatementBook, voice: Voice): TableCell[][] {
  const editions = book.editions.map((edition, index) => editionRow(index === 0 ? book : null, edition, voice));
  if (book.rightsSold.length === 0) return editions;
  const rights = lineName(null, voice.words.chapters.rights.toLowerCase());
  return [...editions, [rights, ...blanks(4), figure(voice.money(book.rightsTotal))]];
}

function editionRow(book: StatementBook | null, edition: StatementEdition, voice: Voice): TableCell[] {
  const { stock } = edition;
  const copies = stock ? [stock.printed, stock.sold, stock.returned, stock.closing] : null;
  const cells = copies ? copies.map((count) => figure(voice.copies(count))) : blanks(4);
  return [lineName(book, edition.form), ...cells, figure(voice.money(edition.earned))];
}

/** The title on the first line of its book, then only what distinguishes the others. */
function lineName(book: StatementBook | null, form: string): TableCell {
  if (book === null) return { text: form, color: MUTED, margin: [12, 0, 0, 0] };
  return {
    text: [
      { text: shortened(book.title), style: 'work' },
      { text: `  ${form}`, color: MUTED },
    ],
  };
}

function blanks(count: number): TableCell[] {
  return Array.from({ length: count }, () => ({ text: '' }));
}

/** earned … gross … net, or to the gross where several share it, each line with the sign it counts with; lines at zero are left out. */
function sumLines(data: StatementData, voice: Voice): SumLine[] {
  const { account, recap } = data;
  const { words } = voice;
  return [
    { label: words.earned, value: account.earned, kind: 'total' },
    ...step(words.adjustments, account.adjustmentsTotal),
    ...step(words.topUp, account.topUp?.amount ?? '0'),
    ...step(words.carriedIn, account.carriedIn),
    ...step(words.recouped, negated(account.recouped)),
    ...(account.setOff ?? []).flatMap((one) => step(words.setOffShort(one.contract), negated(one.amount))),
    ...step(words.carriedOut, negated(account.carriedOut)),
    ...(recap
      ? [{ label: words.gross, value: account.gross, kind: 'total' as const }, ...withheldLines(recap, voice)]
      : [{ label: words.gross, value: account.gross, kind: 'net' as const }]),
  ];
}

function withheldLines(recap: Recap, { words }: Voice): SumLine[] {
  return [
    ...step(words.socialTotal, negated(recap.socialTotal)),
    ...step(words.vat, recap.vat?.amount ?? '0'),
    ...step(words.vatWithheld, negated(recap.vatWithheld ?? '0')),
    ...step(words.withholdingTax, negated(recap.withholdingTax?.amount ?? '0')),
    { label: words.net, value: recap.net, kind: 'net' },
  ];
}
