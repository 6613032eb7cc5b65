import type { Content } from 'pdfmake/interfaces';

import {
  formatAmount,
  formatCopies,
  formatLongDate,
  formatMoney,
  formatRate,
  type Decimal,
  type IsoDate,
  type Locale,
} from '../locale';
import { ENGLISH } from './words-en';
import { FRENCH, type StatementWords } from './words';

/** Words and number formats of one language, handed to every chapter. */
export interface Voice {
  readonly locale: Locale;
  readonly words: StatementWords;
  money(value: Decimal): string;
  amount(value: Decimal): string;
  rate(value: Decimal): string;
  copies(count: number): string;
  date(date: IsoDate): string;
}

export function voiceOf(locale: Locale): Voice {
  return {
    locale,
    words: locale === 'fr' ? FRENCH : ENGLISH,
    money: (value) => formatMoney(value, locale),
    amount: (value) => formatAmount(value, locale),
    rate: (value) => formatRate(value, locale),
    copies: (count) => formatCopies(count, locale),
    date: (date) => formatLongDate(date, locale),
  };
}

export function statementTitle(kind: 'period' | 'printRun' | 'final', words: StatementWords): string {
  return { period: words.title, printRun: words.runTitle, final: words.finalTitle }[kind];
}

/** A heading that stays with what follows it. */
export function heading(text: string, style: 'chapter' | 'section', top = 12): Content {
  return { text, style, margin: [0, top, 0, 3], headlineLevel: 1 };
}

export function note(text: string): Content {
  return { text, style: 'note', margin: [0, 0, 0, 6] };
}

/**
 * Rows that surely fit on a page with what stands around them, even where their texts take several lines: pdfmake drops
 * what of an unbreakable block exceeds a page, so a longer table is let go over several.
 */
const ROWS_TOGETHER = 8;

/** Keeps a short table and its sentences on one page. */
export function together(stack: Content[], rows: number): Content {
  return rows <= ROWS_TOGETHER ? { unbreakable: true, stack } : { stack };
}

/** What fits on one line of the table; a longer title is whole in the part of its book. */
const LONGEST_TITLE = 42;

export function shortened(title: string): string {
  if (title.length <= LONGEST_TITLE) return title;
  const cut = title.slice(0, LONGEST_TITLE);
  return `${cut.slice(0, cut.lastIndexOf(' '))}…`;
}
