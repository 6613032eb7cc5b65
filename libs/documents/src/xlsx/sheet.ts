import type { SheetCell } from './cells';

/** A sheet as data: rows of typed cells and how it prints. */
export interface Sheet {
  /** At most 31 characters, without `[]:*?/\`. */
  readonly name: string;
  /** Width of each column in characters. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly SheetCell[])[];
  /** Rows that stay in sight and come back on each printed page, from the top. */
  readonly frozenRows: number;
}

/** Collects rows and says on which line each of them is, for formulas. */
export class SheetRows {
  readonly rows: (readonly SheetCell[])[] = [];

  /** Adds a row and gives its line, from 1. */
  add(...cells: readonly SheetCell[]): number {
    this.rows.push(cells);
    return this.rows.length;
  }

  /** The line that the next row will have. */
  get nextLine(): number {
    return this.rows.length + 1;
  }
}

/** `ROUND(SUM(B2:B9),2)`: rounded, because a spreadsheet adds in binary. An empty range is 0. */
export function sumOf(column: string, first: number, last: number): string {
  return last < first ? '0' : `ROUND(SUM(${column}${first}:${column}${last}),2)`;
}
