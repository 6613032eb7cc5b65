/**
 * A list as a workbook of one sheet, typed so that a spreadsheet sums, sorts and filters it: written row by row, so
 * that a hundred thousand rows need no more memory than one.
 */
import type { Writable } from 'node:stream';

import ExcelJS from 'exceljs';

export type ListColumnType = 'text' | 'integer' | 'money' | 'rate' | 'date' | 'boolean';

export interface ListColumn {
  readonly header: string;
  readonly type: ListColumnType;
}

/** As on the wire: amounts and rates are decimal text, dates `YYYY-MM-DD`. */
export type ListCell = string | number | boolean | null;

const FORMATS: Record<ListColumnType, string> = {
  text: '@',
  integer: '#,##0',
  money: '#,##0.00',
  rate: '0.######',
  date: 'dd/mm/yyyy',
  boolean: 'General',
};
const WIDTHS: Record<ListColumnType, number> = { text: 28, integer: 10, money: 12, rate: 9, date: 12, boolean: 8 };

/** Writes the workbook and ends `output`. */
export async function writeListWorkbook(
  output: Writable,
  sheet: { readonly name: string; readonly columns: readonly ListColumn[] },
  rows: AsyncIterable<readonly ListCell[]>,
): Promise<void> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: output, useStyles: true });
  const page = workbook.addWorksheet(sheet.name.slice(0, 31), { views: [{ state: 'frozen', ySplit: 1 }] });
  page.columns = sheet.columns.map(({ header, type }) => ({
    header,
    width: Math.max(WIDTHS[type], header.length + 2),
    style: { numFmt: FORMATS[type] },
  }));
  page.getRow(1).font = { bold: true };
  page.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: sheet.columns.length } };
  for await (const row of rows) {
    page.addRow(row.map((cell, index) => typed(cell, sheet.columns[index]?.type ?? 'text'))).commit();
  }
  page.commit();
  await workbook.commit();
}

/** A spreadsheet has no exact decimals: the nearest number that it can hold shows the same digits. */
function typed(cell: ListCell, type: ListColumnType): string | number | boolean | Date | null {
  if (cell === null || typeof cell !== 'string') return cell;
  if (type === 'date') return new Date(`${cell}T00:00:00Z`);
  return type === 'money' || type === 'rate' || type === 'integer' ? Number(cell) : cell;
}
