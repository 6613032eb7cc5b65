/**
 * Which kind of file a table is, where its header row stands, and which column is which.
 *
 * What people get wrong: the first row is often a title ("Catalogue 2025"), and a column that nobody knows is told, not
 * silently dropped.
 */
import { columnsOfKind, fileKinds, type ColumnSpec, type FileKind } from './columns';
import { foldText } from './fold';

export interface RecognisedColumn {
  /** From zero. */
  readonly index: number;
  readonly header: string;
  /** Undefined where no column of this kind is called so: it is ignored, and said to be. */
  readonly column?: ColumnSpec;
}

export interface RecognisedTable {
  readonly kind: FileKind;
  /** From zero. */
  readonly headerRow: number;
  readonly columns: readonly RecognisedColumn[];
  /** Columns without which no row of this kind can be read. */
  readonly missing: readonly ColumnSpec[];
}

/** Rows among which a header is looked for. */
const headerDepth = 20;

const fileNameWords: Readonly<Record<FileKind, RegExp>> = {
  contributors: /(auteur|autrice|contribut|author)/,
  titles: /(titre|catalogue|ouvrage|livre|title|edition|articles)/,
  'points-of-sale': /(point|vente|client|librair|shop|customer)/,
  contracts: /(contrat|contract)/,
  'print-runs': /(tirage|print|impression|run)/,
  figures: /(chiffre|figures|periode|mouvement|ventes par|stock)/,
};

/** @returns undefined when no kind of file fits, or not the one that was chosen */
export function recogniseTable(
  rows: readonly (readonly string[])[],
  hint: { readonly fileName: string; readonly kind?: FileKind },
): RecognisedTable | undefined {
  const kinds = hint.kind ? [hint.kind] : fileKinds;
  let best: { readonly table: RecognisedTable; readonly score: number } | undefined;
  for (let headerRow = 0; headerRow < Math.min(rows.length, headerDepth); headerRow += 1) {
    for (const kind of kinds) {
      const table = asKind(kind, { rows, headerRow });
      const score = scoreOf(table, foldText(hint.fileName));
      if (score > (best?.score ?? (hint.kind ? 0 : 2))) best = { table, score };
    }
  }
  return best?.table;
}

function asKind(
  kind: FileKind,
  at: { readonly rows: readonly (readonly string[])[]; readonly headerRow: number },
): RecognisedTable {
  const taken = new Set<string>();
  const columns = (at.rows[at.headerRow] ?? []).map((header, index): RecognisedColumn => {
    const column = columnNamed(kind, header);
    if (!column || taken.has(column.field)) return { index, header };
    taken.add(column.field);
    return { index, header, column };
  });
  const missing = columnsOfKind[kind].filter((column) => column.isRequired && !taken.has(column.field));
  return { kind, headerRow: at.headerRow, columns, missing };
}

function scoreOf({ kind, columns, missing }: RecognisedTable, fileName: string): number {
  const found = columns.flatMap(({ column }) => column ?? []);
  if (found.length < 2) return 0;
  const telling = found.filter((column) => column.isTelling).length;
  const unknown = columns.filter(({ column, header }) => !column && header).length;
  const hinted = fileNameWords[kind].test(fileName) ? 3 : 0;
  return found.length + 2 * telling - 2 * unknown - 6 * missing.length + hinted;
}

const headersOfKind = new Map<FileKind, ReadonlyMap<string, ColumnSpec>>();

/** By the whole header, then without what stands in parentheses. */
function columnNamed(kind: FileKind, header: string): ColumnSpec | undefined {
  const headers = headersOf(kind);
  return headers.get(foldText(header)) ?? headers.get(foldText(header.replace(/\([^)]*\)|\*/g, ' ')));
}

function headersOf(kind: FileKind): ReadonlyMap<string, ColumnSpec> {
  const kept = headersOfKind.get(kind);
  if (kept) return kept;
  const headers = new Map<string, ColumnSpec>();
  for (const column of columnsOfKind[kind]) {
    for (const name of [...column.fr, ...column.en])
      if (!headers.has(foldText(name))) headers.set(foldText(name), column);
  }
  headersOfKind.set(kind, headers);
  return headers;
}
