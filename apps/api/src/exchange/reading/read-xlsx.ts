import ExcelJS, { type Cell, type CellValue } from 'exceljs';

import { exchangeProblems } from '../problems';
import { refuseBomb } from './refuse-bomb';
import { withoutTrailingBlanks, type SourceTable } from './source-table';

/** Every sheet of a workbook as texts; merged cells all hold what the first of them shows. @throws file-unreadable */
export async function readXlsx(bytes: Buffer): Promise<SourceTable[]> {
  const workbook = new ExcelJS.Workbook();
  refuseBomb(bytes);
  try {
    await workbook.xlsx.load(bytes as unknown as ExcelJS.Buffer);
  } catch {
    throw exchangeProblems.create('file-unreadable');
  }
  return workbook.worksheets
    .filter((sheet) => sheet.state === 'visible')
    .map((sheet) => ({ sheet: sheet.name, rows: withoutTrailingBlanks(rowsOf(sheet)) }))
    .filter((table) => table.rows.length > 0);
}

function rowsOf(sheet: ExcelJS.Worksheet): string[][] {
  const rows: string[][] = [];
  for (let number = 1; number <= sheet.rowCount; number += 1) {
    const row = sheet.findRow(number);
    const cells: string[] = [];
    row?.eachCell({ includeEmpty: true }, (cell, column) => {
      cells[column - 1] = cellText(cell);
    });
    rows.push(Array.from(cells, (cell) => cell ?? ''));
  }
  return rows;
}

function cellText(cell: Cell): string {
  return valueText(cell.value, cell.numFmt ?? '').trim();
}

function valueText(value: CellValue, format: string): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return format.includes('%') ? `${decimalText(value * 100)} %` : decimalText(value);
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  if (typeof value === 'string') return value;
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('error' in value) return value.error;
  if ('hyperlink' in value) return linkText(value.text as CellValue, format);
  return 'result' in value ? valueText(value.result as CellValue, format) : '';
}

function linkText(text: CellValue, format: string): string {
  return valueText(text, format);
}

/** What the spreadsheet itself shows of a double: fifteen digits, so that 0.1 + 0.2 is 0.3. */
function decimalText(value: number): string {
  return String(Number(value.toPrecision(15)));
}
