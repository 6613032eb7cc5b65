import type { Content, TableCell } from 'pdfmake/interfaces';

import { decimalParts, isZero, type Decimal } from '../locale';
import { figure, INK, MUTED, strongFigure, strongWords, table, WASH } from '../page';
import type { StatementBook, StockAccount } from './book-data';
import { shortened, type Voice } from './voice';

/** A line of the sum from what was earned to what is paid. `total` stands for all lines above it. */
export interface SumLine {
  readonly label: string;
  /** Signed. */
  readonly value: Decimal;
  readonly kind: 'total' | 'step' | 'net';
}

/** Points of the drawn bars. */
const BAR_WIDTH = 150;
const BAR_HEIGHT = 7;
const STRONG = '#4a4640';

/**
 * The sum as a stair beside its own figures: totals are full bars from the left, what is added or taken away is the
 * hollow step between them. In black and white a full bar stays full and a hollow one hollow.
 */
export function sumWithBars(lines: readonly SumLine[], voice: Voice, accent: string): Content {
  const steps = stairs(lines);
  const most = steps.reduce((top, { to }) => (to > top ? to : top), 0n);
  const rows = lines.map((line, index): TableCell[] => {
    const { from, to } = steps[index] ?? { from: 0n, to: 0n };
    const bar = most === 0n ? { text: '' } : barCell(points(from, most), points(to, most), line.kind, accent);
    const strong = line.kind !== 'step';
    const label = strong ? strongWords(line.label) : { text: line.label };
    return [label, bar, strong ? strongFigure(voice.money(line.value)) : figure(voice.money(line.value))];
  });
  return table([], rows, { widths: ['*', BAR_WIDTH, 76], layout: 'tightTotal', margin: [0, 2, 0, 0] });
}

/** In cents, from where to where each bar goes; nothing is drawn below nothing. */
function stairs(lines: readonly SumLine[]): { from: bigint; to: bigint }[] {
  let height = 0n;
  return lines.map(({ value, kind }) => {
    const before = kind === 'step' ? height : 0n;
    height = before + centsOf(value);
    const [low, high] = before < height ? [before, height] : [height, before];
    return { from: low > 0n ? low : 0n, to: high > 0n ? high : 0n };
  });
}

function centsOf(value: Decimal): bigint {
  const { negative, whole, fraction } = decimalParts(value);
  const cents = BigInt(whole + fraction.padEnd(2, '0').slice(0, 2));
  return negative ? -cents : cents;
}

/** Tenths of a point are finer than any printer. */
function points(part: bigint, whole: bigint): number {
  return Number((part * BigInt(BAR_WIDTH) * 10n) / whole) / 10;
}

function barCell(from: number, to: number, kind: SumLine['kind'], accent: string): TableCell {
  const box = { type: 'rect', x: from, y: 1.6, w: Math.max(to - from, 0.6), h: BAR_HEIGHT, lineWidth: 0.5 } as const;
  const fill = { total: STRONG, net: accent, step: '#ffffff' }[kind];
  const edge = { total: STRONG, net: accent, step: MUTED }[kind];
  return { canvas: [{ ...box, color: fill, lineColor: edge }] } as TableCell;
}

interface Part {
  readonly word: string;
  readonly copies: number;
  readonly fill: string;
  readonly edge: string;
}

const LINES_OF_A_BAR = 3;
/** Where there are several, for the space above and the name of the first. */
const LINES_MORE = 2;

/**
 * What becomes of the copies of the editions on paper: one bar each, named and counted part by part; none where more
 * lines would be needed than there is room for, since each edition has its stock in full further on.
 */
export function copiesBars(books: readonly StatementBook[], room: number, voice: Voice): Content[] {
  const stocks = books.flatMap((book) =>
    book.editions.flatMap((edition) =>
      edition.stock ? [{ title: book.title, form: edition.form, stock: edition.stock }] : [],
    ),
  );
  const told = stocks.filter(({ stock }) => partsOf(stock, voice).length > 0);
  const lines = LINES_OF_A_BAR * told.length + (told.length > 1 ? LINES_MORE : 0);
  if (told.length === 0 || lines > room) return [];
  return [
    { text: voice.words.whatBecomes.toUpperCase(), style: 'label', margin: [0, 4, 0, 4] },
    ...told.map(({ title, form, stock }) =>
      copiesBar(told.length > 1 ? `${shortened(title)}, ${form}` : '', stock, voice),
    ),
  ];
}

function partsOf(stock: StockAccount, voice: Voice): Part[] {
  const { words } = voice;
  const parts = [
    { word: words.soldNetShort, copies: stock.sold - stock.returned, fill: STRONG, edge: STRONG },
    { word: words.freeShort, copies: stock.freeTotal, fill: '#b5aea2', edge: '#b5aea2' },
    { word: words.destroyedShort, copies: stock.destroyedTotal, fill: '#ffffff', edge: INK },
    { word: words.inStock, copies: stock.closing, fill: WASH, edge: MUTED },
  ];
  return parts.filter(({ copies }) => copies > 0);
}

const COPIES_WIDTH = 481;

function copiesBar(name: string, stock: StockAccount, voice: Voice): Content {
  const parts = partsOf(stock, voice);
  const all = parts.reduce((sum, { copies }) => sum + copies, 0);
  const rects = parts.map(({ copies, fill, edge }, index) => {
    const before = parts.slice(0, index).reduce((sum, part) => sum + part.copies, 0);
    const box = { x: (COPIES_WIDTH * before) / all, y: 0, w: (COPIES_WIDTH * copies) / all, h: 9 };
    return { type: 'rect', ...box, lineWidth: 0.5, color: fill, lineColor: edge } as const;
  });
  const legend = parts.flatMap(({ word, copies, fill, edge }) => [
    {
      width: 9,
      canvas: [{ type: 'rect', x: 0, y: 1.5, w: 6, h: 6, lineWidth: 0.5, color: fill, lineColor: edge }],
    },
    { width: 'auto', text: `${voice.copies(copies)} ${word}`, noWrap: true, fontSize: 8.2, margin: [0, 0, 12, 0] },
  ]);
  const title = name === '' ? [] : [{ text: name, fontSize: 8.2, color: MUTED, margin: [0, 0, 0, 2] }];
  return {
    stack: [...title, { canvas: rects }, { columns: legend, columnGap: 2, margin: [0, 3, 0, 6] }],
  } as unknown as Content;
}

/** A step of nothing is left out. */
export function step(label: string, value: Decimal): SumLine[] {
  return isZero(value) ? [] : [{ label, value, kind: 'step' }];
}
