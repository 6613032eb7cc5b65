import type { Content } from 'pdfmake/interfaces';

import { formatIsbn } from '../locale';
import { MUTED, rule, strongFigure, strongWords, table } from '../page';
import type { StatementBook, StatementEdition } from './book-data';
import { digitalChapter, rightsChapter } from './digital-chapter';
import { printChapter } from './print-chapter';
import type { StatementData } from './statement-data';
import { stockChapter } from './stock-chapter';
import { heading, together, type Voice } from './voice';
import { chapterTitle } from './words';

/** Chapters 2 to 5 for one book, from a page of its own on where several books follow one another. */
export function bookPart(data: StatementData, index: number, voice: Voice): Content[] {
  const { words } = voice;
  const book = data.books[index] as StatementBook;
  return [
    ...bookHead(data, index, voice),
    heading(chapterTitle('stock', words), 'chapter'),
    ...perEdition(book, voice, (edition) => stockChapter(edition, data.period, voice)),
    heading(chapterTitle('print', words), 'chapter'),
    ...perEdition({ ...book, editions: printed(book) }, voice, (edition) => printChapter(edition, voice)),
    heading(chapterTitle('digital', words), 'chapter'),
    ...digitalChapter(book, voice),
    together(rightsAndTotal(book, voice), book.rightsSold.length),
  ];
}

function rightsAndTotal(book: StatementBook, voice: Voice): Content[] {
  const { words } = voice;
  const total = [strongWords(words.bookTotal), strongFigure(voice.money(book.earned))];
  return [
    heading(chapterTitle('rights', words), 'chapter'),
    ...rightsChapter(book, voice),
    table([], [total], { widths: ['*', 'auto'], layout: 'ruledTotal' }),
  ];
}

function bookHead(data: StatementData, index: number, voice: Voice): Content[] {
  const book = data.books[index] as StatementBook;
  const title: Content = { text: book.title, style: 'book' };
  const quieter = [book.subtitle, book.byline].filter(Boolean).join(' · ');
  const opening = {
    text: voice.words.bookOf(index + 1, data.books.length).toUpperCase(),
    style: 'label',
    margin: [0, index === 0 ? 10 : 0, 0, 4],
    headlineLevel: 1,
    ...(index > 0 ? { pageBreak: 'before' } : {}),
  } as Content;
  return [
    opening,
    title,
    ...(quieter === '' ? [] : [{ text: quieter, color: MUTED, margin: [0, 2, 0, 0] } as Content]),
    { stack: [rule()], margin: [0, 6, 0, 0] },
  ];
}

/** The editions that chapter 3 is about; a digital one has its chapter to itself. */
function printed(book: StatementBook): readonly StatementEdition[] {
  const paper = book.editions.filter((edition) => !edition.digitalEdition);
  return paper.length > 0 ? paper : book.editions;
}

function perEdition(book: StatementBook, voice: Voice, chapter: (edition: StatementEdition) => Content[]): Content[] {
  return book.editions.flatMap((edition) => [
    {
      text: [
        { text: edition.form, bold: true },
        { text: `  ${voice.words.isbn}\u00a0${formatIsbn(edition.isbn)}`, color: MUTED },
      ],
      fontSize: 8.8,
      margin: [0, 3, 0, 2],
      headlineLevel: 2,
    } as Content,
    ...chapter(edition),
  ]);
}
