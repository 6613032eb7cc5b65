import type { TextEncoding } from './decode-text';

/** One table of a file as it stands there: texts, first row first, nothing interpreted. */
export interface SourceTable {
  readonly sheet?: string;
  readonly encoding?: TextEncoding;
  readonly delimiter?: string;
  readonly rows: readonly (readonly string[])[];
}

/** Rows at the end that hold nothing are not rows. */
export function withoutTrailingBlanks(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  let end = rows.length;
  while (end > 0 && rows[end - 1]!.every((cell) => cell === '')) end -= 1;
  return rows.slice(0, end);
}
