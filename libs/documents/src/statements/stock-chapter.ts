import type { Content, TableCell } from 'pdfmake/interfaces';

import { formatMovement, formatShortDate } from '../locale';
import { figure, SUM_MARGIN, head, MUTED, numberHead, strongFigure, strongWords, table } from '../page';
import type { CopiesByKind, StatementEdition, StockAccount } from './book-data';
import { note, together, type Voice } from './voice';

/** Chapter 2 for one edition: the runs one by one, then opening to closing stock (CPI L132-13, L132-17-3). */
export function stockChapter(edition: StatementEdition, period: { from: string; to: string }, voice: Voice): Content[] {
  const { stock } = edition;
  if (!stock) return [note(voice.words.noStock)];
  const kinds = [stock.free, stock.destroyed, stock.closingAt ?? [], stock.soldBy ?? []].flat().length;
  return [...runsTable(stock, voice), together([movements(stock, period, voice)], kinds), ...balance(stock, voice)];
}

function runsTable(stock: StockAccount, voice: Voice): Content[] {
  const { words } = voice;
  if (stock.runs.length === 0) return [note(words.noRuns)];
  const header = [
    head(words.run),
    head(words.date),
    head(words.printer),
    ...[words.ordered, words.delivered, words.accepted].map(numberHead),
  ];
  const rows = stock.runs.map((run) => [
    { text: run.label },
    { text: formatShortDate(run.date) },
    { text: run.printer ?? '' },
    ...[run.ordered, run.delivered, run.accepted].map((count) => figure(voice.copies(count))),
  ]);
  return [table(header, rows, { widths: ['*', 60, 120, 56, 50, 54], layout: 'dense' })];
}

function movements(stock: StockAccount, period: { from: string; to: string }, voice: Voice): Content {
  const { words } = voice;
  const move = (label: string, copies: number): TableCell[] => [
    { text: label },
    figure(formatMovement(copies, voice.locale)),
  ];
  const plain = (label: string, copies: number): TableCell[] => [{ text: label }, figure(voice.copies(copies))];
  const strong = (label: string, copies: number): TableCell[] => [
    strongWords(label),
    strongFigure(voice.copies(copies)),
  ];
  const rows = [
    strong(words.opening(voice.date(period.from)), stock.opening),
    move(words.printedInPeriod, stock.printed),
    move(words.sold, -stock.sold),
    ...details(channels(stock, 'sold'), voice),
    move(words.returned, stock.returned),
    ...details(channels(stock, 'returned'), voice),
    ...(stock.sold > 0 && stock.returned > 0 ? [netSales(stock, voice)] : []),
    move(words.free, -stock.freeTotal),
    ...details(stock.free, voice),
    move(words.destroyed, -stock.destroyedTotal),
    ...details(stock.destroyed, voice),
    move(words.counted, stock.counted),
    ...(stock.gap === 0 ? [] : [plain(words.expected, stock.expected), move(words.gap, stock.gap)]),
    strong(words.closing(voice.date(period.to)), stock.closing),
    ...details(stock.closingAt ?? [], voice),
  ];
  return table([head(words.movement), numberHead(words.copies)], rows, {
    widths: ['*', 90],
    layout: 'dense',
    margin: SUM_MARGIN,
  });
}

function details(kinds: readonly CopiesByKind[], voice: Voice): TableCell[][] {
  return kinds.map((kind) => [
    { text: `${voice.words.ofWhich} ${kind.label}`, color: MUTED, margin: [12, 0, 0, 0] },
    { ...(figure(voice.copies(kind.copies)) as object), color: MUTED } as TableCell,
  ]);
}

function channels(stock: StockAccount, which: 'sold' | 'returned'): CopiesByKind[] {
  const told = (stock.soldBy ?? []).map((by) => ({ label: by.label, copies: by[which] }));
  return told.filter(({ copies }) => copies !== 0);
}

/** Of use to the reader, and no movement: quiet, and on no side of the sum. */
function netSales(stock: StockAccount, voice: Voice): TableCell[] {
  const text = voice.words.netSales(voice.copies(stock.sold - stock.returned));
  return [{ text, color: MUTED, italics: true, margin: [12, 0, 0, 0] }, { text: '' }];
}

function balance(stock: StockAccount, voice: Voice): Content[] {
  const { words } = voice;
  if (stock.gap === 0) return [note(words.balanced)];
  const reason = `${words.gapReason}${words.colon}${stock.gapReason ?? ''}`;
  return [
    { text: words.unbalanced(formatMovement(stock.gap, voice.locale)), bold: true, fontSize: 8.8 },
    { text: reason, fontSize: 8.8, margin: [0, 1, 0, 6] },
  ];
}
