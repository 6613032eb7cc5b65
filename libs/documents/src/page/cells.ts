import type { Content, TableCell } from 'pdfmake/interfaces';

import { MUTED } from './palette';

/** Head of a column of words, of numbers. */
export function head(text: string): TableCell {
  return { text, style: 'head' };
}

export function numberHead(text: string): TableCell {
  return { text, style: 'head', alignment: 'right' };
}

export function words(text: Content): TableCell {
  return typeof text === 'string' ? { text } : (text as TableCell);
}

/** Sans figures are tabular by design: a column of them aligns when it is flush right. Numbers never break. */
export function figure(text: string): TableCell {
  return { text, alignment: 'right', noWrap: true };
}

export function strongWords(text: string): TableCell {
  return { text, bold: true };
}

export function strongFigure(text: string): TableCell {
  return { text, alignment: 'right', bold: true, noWrap: true };
}

/** A first line and a quieter one under it. */
export function twoLines(first: Content, second: string | undefined): TableCell {
  if (second === undefined || second === '') return { stack: [first] };
  return { stack: [first, { text: second, style: 'small', color: MUTED }] };
}

export interface TableOptions {
  readonly widths: readonly (string | number)[];
  readonly layout?: 'ruled' | 'ruledTotal' | 'dense' | 'denseTotal' | 'tightTotal' | 'grid';
  readonly margin?: [number, number, number, number];
}

/** A table whose head is repeated on each page and whose rows are never cut in two. */
export function table(
  header: readonly TableCell[],
  rows: readonly (readonly TableCell[])[],
  options: TableOptions,
): Content {
  const body = [...(header.length === 0 ? [] : [[...header]]), ...rows.map((row) => [...row])];
  const headerRows = header.length === 0 ? 0 : 1;
  return {
    style: 'table',
    layout: options.layout ?? 'ruled',
    margin: options.margin ?? [0, 4, 0, 10],
    // A head alone at the foot of a page says nothing: it takes its first row along.
    table: { headerRows, keepWithHeaderRows: headerRows, dontBreakRows: true, widths: [...options.widths], body },
  } as Content;
}

/** Label and value pairs on a grid, for identities. */
export function facts(pairs: readonly (readonly [string, string | null | undefined])[], labelWidth = 92): Content {
  const rows = pairs.flatMap(([label, value]) =>
    value === null || value === undefined || value === '' ? [] : [[{ text: label, color: MUTED }, { text: value }]],
  );
  if (rows.length === 0) return { text: '' };
  return { style: 'table', layout: 'grid', table: { widths: [labelWidth, '*'], body: rows } };
}
