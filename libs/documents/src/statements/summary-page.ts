import type { Column, Content, TableCell } from 'pdfmake/interfaces';

import { formatPeriod, isZero, negated } from '../locale';
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
import type { StatementData } from './statement-data';
import { keyFigures, lead } from './summary-lead';
import { note, statementTitle, type Voice } from './voice';

/** Width of the column of the addressee: where the window of a French envelope is. */
const ADDRESSEE = 215;

/** More lines would not fit on the first page; the other books are in the pages that follow. */
const LINES_ON_PAGE_ONE = 5;

/** What fits on one line of the table; a longer title is whole in the part of its book. */
const LONGEST_TITLE = 42;

/** Page one, to be understood at first reading: who, which period, what is due, what is paid and when. */
export function summaryPage(data: StatementData, voice: Voice): Content[] {
  const { words } = voice;
  return [
    { columns: [{ width: '*', stack: [houseMark(data.house), houseAddress(data.house)] }, addressee(data, voice)] },
    titleBlock(data, voice),
    lead(data, voice),
    keyFigures(data, voice, accentOf(data.house.accentColour)),
    {
      columnGap: 34,
      margin: [0, 16, 0, 0],
      columns: [
        { width: '*', stack: [...(data.notes ?? []).map(note), note(words.justification)] },
        { width: 250, stack: [{ text: words.fromDueToNet.toUpperCase(), style: 'label' }, sumTable(data, voice)] },
      ],
    },
    { text: words.yourBooks.toUpperCase(), style: 'label', margin: [0, 8, 0, 0] },
    booksTable(data, voice),
  ];
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
    margin: [0, 22, 0, 0],
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

function booksTable(data: StatementData, voice: Voice): Content {
  const { words } = voice;
  const shown = booksThatFit(data.books);
  const rest = data.books.length - shown.length;
  const header = [
    head(words.book),
    ...[words.printedCopies, words.soldNet, words.returnedCopies, words.closingStock, words.royalties].map(numberHead),
  ];
  const rows = shown.flatMap((book) => bookRows(book, voice));
  const others = rest > 0 ? [[{ text: words.otherBooks(rest), color: MUTED }, ...blanks(5)]] : [];
  const total = [strongWords(words.total), ...blanks(4), strongFigure(voice.money(data.account.earned))];
  const widths = ['*', 42, 42, 42, 52, 64];
  return table(header, [...rows, ...others, total], { widths, layout: 'denseTotal' });
}

function booksThatFit(books: readonly StatementBook[]): readonly StatementBook[] {
  const lines = (count: number): number =>
    books.slice(0, count).reduce((sum, book) => sum + book.editions.length + Math.min(book.rightsSold.length, 1), 0);
  const fitting = books.filter((_, index) => lines(index + 1) <= LINES_ON_PAGE_ONE);
  return fitting.length > 0 ? fitting : books.slice(0, 1);
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

function shortened(title: string): string {
  if (title.length <= LONGEST_TITLE) return title;
  const cut = title.slice(0, LONGEST_TITLE);
  return `${cut.slice(0, cut.lastIndexOf(' '))}…`;
}

function blanks(count: number): TableCell[] {
  return Array.from({ length: count }, () => ({ text: '' }));
}

/** earned … gross … net, each line with the sign it counts with; lines at zero are left out. */
function sumTable(data: StatementData, voice: Voice): Content {
  const { account, recap } = data;
  const { words } = voice;
  const line = (label: string, value: string): TableCell[][] =>
    isZero(value) ? [] : [[{ text: label }, figure(voice.money(value))]];
  const strong = (label: string, value: string): TableCell[] => [strongWords(label), strongFigure(voice.money(value))];
  const rows = [
    [{ text: words.earned }, figure(voice.money(account.earned))],
    ...line(words.adjustments, account.adjustmentsTotal),
    ...line(words.carriedIn, account.carriedIn),
    ...line(words.recouped, negated(account.recouped)),
    ...line(words.carriedOut, negated(account.carriedOut)),
    strong(words.gross, account.gross),
    ...line(words.socialTotal, negated(recap.socialTotal)),
    ...line(words.vat, recap.vat?.amount ?? '0'),
    ...line(words.vatWithheld, negated(recap.vatWithheld ?? '0')),
    ...line(words.withholdingTax, negated(recap.withholdingTax?.amount ?? '0')),
    strong(words.net, recap.net),
  ];
  return table([], rows, { widths: ['*', 'auto'], layout: 'denseTotal', margin: [0, 2, 0, 0] });
}
