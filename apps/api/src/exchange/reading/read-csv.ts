import { CsvError, parse } from 'csv-parse/sync';

import { exchangeProblems } from '../problems';
import { decodeText } from './decode-text';
import { withoutTrailingBlanks, type SourceTable } from './source-table';

const delimiters = [';', '\t', ',', '|'] as const;

/** A delimited text, whatever its encoding and delimiter. @throws file-quotes where a quotation mark is not closed */
export function readCsv(bytes: Buffer): SourceTable {
  const { encoding, text } = decodeText(bytes);
  const content = text.replace(/^\ufeff/, '').replace(/^sep=(.)\r?\n/i, '');
  const delimiter = delimiterOf(content);
  const rows = parseRows(content, delimiter).map((row) => row.map((cell) => cell.trim()));
  return { encoding, delimiter, rows: withoutTrailingBlanks(rows) };
}

function parseRows(content: string, delimiter: string): string[][] {
  try {
    return parse(content, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      record_delimiter: ['\r\n', '\n', '\r'],
    });
  } catch (error) {
    if (error instanceof CsvError) throw exchangeProblems.create('file-quotes', { line: Number(error['lines'] ?? 1) });
    throw error;
  }
}

/** The one that cuts most lines of the beginning into the same number of cells. */
function delimiterOf(content: string): string {
  const lines = content
    .slice(0, 50_000)
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, 40);
  const scored = delimiters.map((delimiter) => ({ delimiter, score: agreement(lines, delimiter) }));
  return scored.reduce((best, each) => (each.score > best.score ? each : best)).delimiter;
}

function agreement(lines: readonly string[], delimiter: string): number {
  const counts = new Map<number, number>();
  for (const line of lines) {
    const cuts = line.replace(/"[^"]*"/g, '').split(delimiter).length - 1;
    if (cuts > 0) counts.set(cuts, (counts.get(cuts) ?? 0) + 1);
  }
  return Math.max(0, ...[...counts].map(([cuts, lineCount]) => lineCount * Math.min(cuts, 8)));
}
