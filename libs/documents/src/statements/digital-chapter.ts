import type { Content } from 'pdfmake/interfaces';

import { formatDecimal } from '../locale';
import { figure, head, numberHead, strongFigure, strongWords, table, twoLines } from '../page';
import type { DigitalLine, RightsSale, StatementBook, StatementEdition } from './book-data';
import { note, type Voice } from './voice';

/** Chapter 4: unit sales and each other mode on a line of its own (CPI L132-17-3, 2°). */
export function digitalChapter(book: StatementBook, voice: Voice): Content[] {
  const { words } = voice;
  const editions = book.editions.filter((edition) => edition.digitalEdition || edition.digital.length > 0);
  if (editions.length === 0) return [note(words.noDigitalEdition)];
  return editions.flatMap((edition) => digitalTable(edition, voice));
}

function digitalTable(edition: StatementEdition, voice: Voice): Content[] {
  const { words } = voice;
  if (edition.digital.length === 0) return [note(words.noDigital)];
  const header = [
    head(words.mode),
    ...[words.copies, words.receipts, words.rate, words.beforeRounding, words.amount].map(numberHead),
  ];
  const rows = edition.digital.map((line) => digitalRow(line, edition, voice));
  return [table(header, rows, { widths: ['*', 54, 70, 44, 76, 66], layout: 'dense' })];
}

function digitalRow(line: DigitalLine, edition: StatementEdition, voice: Voice): ReturnType<typeof figure>[] {
  const { copies, product } = line;
  return [
    twoLines(line.label ?? voice.words.digitalModes[line.mode], edition.form),
    figure(copies === null || copies === undefined ? '' : voice.copies(copies)),
    figure(voice.money(line.receipts)),
    figure(voice.rate(line.rate)),
    figure(product === undefined ? '' : formatDecimal(product, voice.locale, 2)),
    figure(voice.money(line.amount)),
  ];
}

/** Chapter 5: the rights sold in the period, or that there are none. */
export function rightsChapter(book: StatementBook, voice: Voice): Content[] {
  const { words } = voice;
  if (book.rightsSold.length === 0) return [note(words.noRights)];
  const header = [
    head(words.licensee),
    head(words.right),
    ...[words.received, words.base, words.share, words.amount].map(numberHead),
  ];
  const rows = book.rightsSold.map((sale) => rightsRow(sale, voice));
  const total = [
    strongWords(words.total),
    ...['', '', '', ''].map((text) => ({ text })),
    strongFigure(voice.money(book.rightsTotal)),
  ];
  return [table(header, [...rows, total], { widths: ['*', 124, 64, 64, 40, 62], layout: 'denseTotal' })];
}

function rightsRow(sale: RightsSale, voice: Voice): ReturnType<typeof figure>[] {
  return [
    twoLines(sale.licensee, voice.date(sale.date)),
    twoLines(sale.right, sale.territory),
    figure(voice.money(sale.received)),
    figure(voice.money(sale.base)),
    figure(voice.rate(sale.rate)),
    figure(voice.money(sale.amount)),
  ];
}
