import { columnsOfKind, foldText, type FileKind } from '@colophon/domain/exchange';

import { noCounts, type RowCounts } from '../import-report';
import { ImportRow } from './import-row';
import type { Issues } from './issues';

export interface ImportColumn {
  readonly index: number;
  readonly header: string;
  readonly isSecret: boolean;
}

/** A table whose kind and columns are known, and what becomes of its rows. */
export class ImportTable {
  readonly counts: RowCounts = noCounts();

  constructor(
    readonly importFileId: number,
    readonly fileName: string,
    readonly sheet: string | undefined,
    readonly kind: FileKind,
    readonly columns: ReadonlyMap<string, ImportColumn>,
    private readonly locale: 'fr' | 'en',
  ) {}

  /** What people would call a column that the table does not have. */
  labelOf(field: string): string | undefined {
    return columnsOfKind[this.kind].find((column) => column.field === field)?.[this.locale][0];
  }

  /** Rows below the header that hold something, notes (#) aside; a row of totals at the end is left out, and said to be. */
  rowsOf(cells: readonly (readonly string[])[], headerRow: number, issues: Issues): ImportRow[] {
    const rows: ImportRow[] = [];
    for (let index = headerRow + 1; index < cells.length; index += 1) {
      const row = cells[index]!;
      if (row.every((cell) => cell === '') || row[0]?.startsWith('#')) continue;
      const found = new ImportRow(this, index + 1, row, issues);
      if (isTotal(row)) found.warn(undefined, 'row-total-ignored');
      else rows.push(found);
    }
    return rows;
  }
}

function isTotal(cells: readonly string[]): boolean {
  const words = cells.filter((cell) => cell !== '' && /\p{L}/u.test(cell));
  const first = words[0];
  return words.length === 1 && first !== undefined && /^(sous )?(total|totaux)( general)?\b/.test(foldText(first));
}
