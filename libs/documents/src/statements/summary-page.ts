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

/** More would push the sum off the first page; the others are in the pages that follow. */
const BOOKS_ON_PAGE_ONE = 7;

/** Page one, to be understood at first reading: who, which period, what is due, what is paid and when. */
export function summaryPage(data: StatementData, voice: Voice): Content[] {
  const { words } = voice;
  return [
    { columns: [{ width: '*', stack: [houseMark(data.house), houseAddress(data.house)] }, addressee(data, voice)] },
    titleBlock(data, voice),
    lead(data, voice),
    keyFigures(data, voice, accentOf(data.house.accentColour)),
    { text: words.yourBooks.toUpperCase(), style: 'label', margin: [0, 14, 0, 0] },
    booksTable(data, voice),
    {
      columnGap: 34,
      margin: [0, 6, 0, 0],
      columns: [
        { width: '*', stack: [...(data.notes ?? []).map(note), note(words.justification)] },
        { width: 250, stack: [{ text: words.fromDueToNet.toUpperCase(), style: 'label' }, sumTable(data, voice)] },
      ],
    },
  ];
}

function addressee(data: StatementData, voice: Voice): Column {
  const { payee } = data;
  return {
    width: ADDRESSEE,
    stack: [
      { text: voice.words.payee.toUpperCase(), style: 'label', margin: [0, 0, 0, 3] },
      { text: payee.name, bold: true, fontSize: 10.2 },
      { text: payee.address.join('\n'), fontSize: 9.8, lineHeight: 1.14 },
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
    margin: [0, 30, 0, 0],
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
  const shown = data.books.slice(0, BOOKS_ON_PAGE_ONE);
  const rest = data.books.length - shown.length;
  const header = [
    head(words.book),
    ...[words.printedCopies, words.soldNet, words.returnedCopies, words.closingStock, words.royalties].map(numberHead),
  ];
  const rows = shown.flatMap((book) => bookRows(book, voice));
  const others = rest > 0 ? [[{ text: words.otherBooks(rest), color: MUTED }, ...blanks(5)]] : [];
  const total = [strongWords(words.total), ...blanks(4), strongFigure(voice.money(data.account.earned))];
  const widths = ['*', 44, 44, 44, 56, 66];
  return table(header, [...rows, ...others, total], { widths, layout: 'denseTotal' });
}

function bookRows(book: StatementBook, voice: Voice): TableCell[][] {
  const editions = book.editions.map((edition) => editionRow(book, edition, voice));
  if (book.rightsSold.length === 0) return editions;
  const rights = [titleCell(book, voice.words.chapters.rights), ...blanks(4), figure(voice.money(book.rightsTotal))];
  return [...editions, rights];
}

function editionRow(book: StatementBook, edition: StatementEdition, voice: Voice): TableCell[] {
  const { stock } = edition;
  const copies = stock ? [stock.printed, stock.sold, stock.returned, stock.closing] : null;
  const cells = copies ? copies.map((count) => figure(voice.copies(count))) : blanks(4);
  return [titleCell(book, edition.form), ...cells, figure(voice.money(edition.earned))];
}

function titleCell(book: StatementBook, form: string): TableCell {
  return {
    text: [
      { text: book.title, style: 'work' },
      { text: `  ${form}`, color: MUTED },
    ],
  };
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
