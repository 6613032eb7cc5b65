import { fileKinds, recogniseTable, type FileKind, type RecognisedTable } from '@colophon/domain/exchange';

import type { Permission } from '../../platform/sign-in/permissions';
import { holds } from '../../platform/sign-in/permissions';
import type { Actor } from '../../platform/sign-in/actor';
import { asProblem } from '../../platform/problems/problem-filter';
import { noCounts, type TableReport } from '../import-report';
import { readTables } from '../reading/read-file';
import type { SourceTable } from '../reading/source-table';
import type { ImportRow } from './import-row';
import { ImportTable, type ImportColumn } from './import-table';
import type { Issues } from './issues';

/** A file of an import, as it was brought. */
export interface ImportedFile {
  readonly importFileId: number;
  readonly fileName: string;
  readonly bytes: Buffer;
  /** What it was said to hold; undefined where its columns are to tell. */
  readonly kind: FileKind | undefined;
}

/** What it takes to write each kind by hand, so also to import it. */
const permissionOf: Readonly<Record<FileKind, Permission>> = {
  contributors: 'parties.write',
  titles: 'catalogue.write',
  'points-of-sale': 'points-of-sale.write',
  contracts: 'contracts.write',
  'print-runs': 'print-runs.accept',
  figures: 'stock.write',
};

/** Tables whose kind is known, with their rows; and what is to be said of each. */
export interface RecognisedFiles {
  readonly tables: { readonly table: ImportTable; readonly rows: ImportRow[] }[];
  readonly reports: TableReport[];
}

/** Reads files as they are and finds out what they hold; what can't be read is told, and the others are still read. */
export async function recogniseFiles(
  files: readonly ImportedFile[],
  actor: Actor,
  issues: Issues,
): Promise<RecognisedFiles> {
  const found: RecognisedFiles = { tables: [], reports: [] };
  for (const file of files) {
    try {
      const tables = await readTables(file.bytes);
      const recognised = tables.map((source) => ({ source, as: recogniseTable(source.rows, hintOf(file, source)) }));
      const known = recognised.filter(({ as }) => as && as.missing.length === 0);
      for (const { source, as } of known.length > 0 ? known : recognised.slice(0, 1)) {
        addTable(found, { file, source, as }, actor, issues);
      }
    } catch (error) {
      const problem = asProblem(error);
      if (!problem) throw error;
      issues.error({ importFileId: file.importFileId }, problem.code, problem.details);
      found.reports.push(reportOf(file, undefined, undefined));
    }
  }
  found.tables.sort((a, b) => fileKinds.indexOf(a.table.kind) - fileKinds.indexOf(b.table.kind));
  return found;
}

function hintOf(file: ImportedFile, source: SourceTable): { fileName: string; kind?: FileKind } {
  return { fileName: `${file.fileName} ${source.sheet ?? ''}`, ...(file.kind ? { kind: file.kind } : {}) };
}

interface Recognised {
  readonly file: ImportedFile;
  readonly source: SourceTable;
  readonly as: RecognisedTable | undefined;
}

function addTable(found: RecognisedFiles, { file, source, as }: Recognised, actor: Actor, issues: Issues): void {
  const place = { importFileId: file.importFileId, sheet: source.sheet };
  if (!as) issues.error(place, 'kind-not-recognised');
  else if (!holds(actor.role, permissionOf[as.kind])) issues.error(place, 'kind-forbidden');
  else if (as.missing.length > 0) {
    for (const column of as.missing)
      issues.error({ ...place, row: as.headerRow + 1 }, 'column-missing', { column: column[actor.locale][0] });
  } else {
    const columns = usableColumns(as, place, actor, issues);
    const table = new ImportTable(file.importFileId, file.fileName, source.sheet, as.kind, columns, actor.locale);
    const rows = table.rowsOf(source.rows, as.headerRow, issues);
    found.tables.push({ table, rows });
    found.reports.push({ ...reportOf(file, source, as), rows: rows.length, counts: table.counts });
    return;
  }
  found.reports.push(reportOf(file, source, as));
}

function usableColumns(
  as: RecognisedTable,
  place: { importFileId: number; sheet: string | undefined },
  actor: Actor,
  issues: Issues,
): Map<string, ImportColumn> {
  const columns = new Map<string, ImportColumn>();
  for (const { index, header, column } of as.columns) {
    const at = { ...place, row: as.headerRow + 1, column: header };
    if (!column) {
      if (header !== '') issues.warn(at, 'column-ignored');
    } else if (column.isSecret && !holds(actor.role, 'parties.bank')) issues.warn(at, 'column-secret');
    else columns.set(column.field, { index, header, isSecret: column.isSecret ?? false });
  }
  return columns;
}

function reportOf(file: ImportedFile, source: SourceTable | undefined, as: RecognisedTable | undefined): TableReport {
  return {
    importFileId: file.importFileId,
    fileName: file.fileName,
    sheet: source?.sheet ?? null,
    encoding: source?.encoding ?? null,
    delimiter: source?.delimiter ?? null,
    kind: as?.kind ?? null,
    headerRow: as ? as.headerRow + 1 : null,
    columns: (as?.columns ?? []).map(({ header, column }) => ({ header, field: column?.field ?? null })),
    rows: 0,
    counts: noCounts(),
  };
}
