import { exchangeProblems } from '../problems';
import { readCsv } from './read-csv';
import { readXlsx } from './read-xlsx';
import type { SourceTable } from './source-table';

const ZIP = Buffer.from('PK\x03\x04', 'latin1');
const OLD_OFFICE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);
const PDF = Buffer.from('%PDF', 'latin1');

/**
 * The tables of a file, by what its bytes are: people's endings lie.
 * @throws file-empty, file-old-excel, file-unreadable, file-quotes
 */
export async function readTables(bytes: Buffer): Promise<SourceTable[]> {
  const begins = (mark: Buffer): boolean => bytes.subarray(0, mark.length).equals(mark);
  if (begins(OLD_OFFICE)) throw exchangeProblems.create('file-old-excel');
  if (begins(PDF)) throw exchangeProblems.create('file-unreadable');
  const tables = begins(ZIP) ? await readXlsx(bytes) : [readCsv(bytes)];
  if (tables.every((table) => table.rows.length === 0)) throw exchangeProblems.create('file-empty');
  return tables;
}
