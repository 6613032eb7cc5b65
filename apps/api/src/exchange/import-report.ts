import type { FileKind } from '@colophon/domain/exchange';

import type { TextEncoding } from './reading/decode-text';

export const importStatuses = ['checking', 'refused', 'ready', 'applying', 'applied', 'undone'] as const;
export type ImportStatus = (typeof importStatuses)[number];

/** What became of the rows of a table. */
export interface RowCounts {
  created: number;
  changed: number;
  unchanged: number;
  refused: number;
}

/** One table of a file, as it was understood. */
export interface TableReport {
  readonly importFileId: number;
  readonly fileName: string;
  readonly sheet: string | null;
  readonly encoding: TextEncoding | null;
  readonly delimiter: string | null;
  /** Null where the columns do not tell. */
  readonly kind: FileKind | null;
  /** As the spreadsheet counts, from 1. */
  readonly headerRow: number | null;
  readonly columns: readonly { readonly header: string; readonly field: string | null }[];
  readonly rows: number;
  readonly counts: RowCounts;
}

export interface ImportReport {
  readonly tables: readonly TableReport[];
  readonly errors: number;
  readonly warnings: number;
  /** What the house's history had reached when the batch was applied: what is later may depend on it. */
  readonly lastAuditId?: number;
  readonly lastEntry?: number;
}

export const noCounts = (): RowCounts => ({ created: 0, changed: 0, unchanged: 0, refused: 0 });
