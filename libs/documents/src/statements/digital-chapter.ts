import type { Content } from 'pdfmake/interfaces';

import { isZero } from '../locale';
import { figure, head, numberHead, strongFigure, strongWords, table, twoLines } from '../page';
import type { RightsSale, StatementBook } from './book-data';
import { flatFeeTable, receiptsTable } from './other-bases';
import { note, type Voice } from './voice';

/** Chapter 4: unit sales and each other mode on a line of its own (CPI L132-17-3, 2°). */
export function digitalChapter(book: StatementBook, voice: Voice): Content[] {
  const { words } = voice;
  const editions = book.editions.filter((edition) => edition.digitalEdition);
  if (editions.length === 0) return [note(words.noDigitalEdition)];
  return editions.flatMap((edition) => [
    ...(edition.digital.length === 0 ? [note(words.noDigital)] : [receiptsTable(edition, voice)]),
    ...flatFeeTable(edition, voice),
  ]);
}

/** Chapter 5: the rights sold in the period, and what was cashed of those sold then or before (CPI L132-17-3, 3°). */
export function rightsChapter(book: StatementBook, voice: Voice): Content[] {
  return [...licences(book, voice), ...incomes(book, voice)];
}

function licences(book: StatementBook, voice: Voice): Content[] {
  const { words } = voice;
  const { licences: sold = [] } = book;
  const isUntold = book.licences === undefined && book.rightsSold.length > 0;
  if (sold.length === 0) return isUntold ? [] : [note(words.noRights)];
  const header = [words.licensee, words.right, words.territory, words.signed].map(head);
  const rows = sold.map((one) => [
    { text: one.licensee },
    { text: one.right },
    { text: one.territory ?? '' },
    { text: voice.date(one.signedOn) },
  ]);
  return [table(header, rows, { widths: ['*', 120, 120, 96], layout: 'dense' })];
}

function incomes(book: StatementBook, voice: Voice): Content[] {
  const { words } = voice;
  if (book.rightsSold.length === 0) return book.licences === undefined ? [] : [note(words.noRightsIncome)];
  const header = [
    head(words.licensee),
    ...[words.rightsGross, words.foreignTax, words.received, words.base, words.share, words.amount].map(numberHead),
  ];
  const rows = book.rightsSold.map((sale) => rightsRow(sale, voice));
  const total = [
    strongWords(words.total),
    ...['', '', '', '', ''].map((text) => ({ text })),
    strongFigure(voice.money(book.rightsTotal)),
  ];
  return [table(header, [...rows, total], { widths: ['*', 52, 46, 52, 52, 30, 52], layout: 'denseTotal' })];
}

function rightsRow(sale: RightsSale, voice: Voice): ReturnType<typeof figure>[] {
  const { words } = voice;
  const how = [
    [sale.right, sale.territory].filter(Boolean).join(', '),
    [voice.date(sale.date), sale.reference].filter(Boolean).join(', '),
    sale.on === 'gross' ? words.onGross : '',
    isZero(sale.agentFee) ? '' : words.agentFee(voice.money(sale.agentFee)),
    sale.late ? words.late : '',
  ].filter((text) => text !== '');
  return [
    twoLines(sale.licensee, how.join('\n')),
    ...[sale.gross, sale.foreignTax, sale.net, sale.base].map((amount) => figure(voice.money(amount))),
    figure(voice.rate(sale.rate)),
    figure(voice.money(sale.amount)),
  ];
}
