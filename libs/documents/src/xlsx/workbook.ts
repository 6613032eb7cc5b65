import { Workbook, type Cell, type Style, type Worksheet } from 'exceljs';

import type { IsoInstant, Locale } from '../locale';
import type { SheetCell } from './cells';
import type { Sheet } from './sheet';
import { withFixedDates } from './zip-dates';

export interface WorkbookIdentity {
  readonly title: string;
  readonly author: string;
  /** The only date in the file: the same sheets and identity give the same bytes. */
  readonly createdAt: IsoInstant;
  readonly locale: Locale;
  /** At the left of each printed page's head; the number of the document. */
  readonly pageHead: string;
}

/** Separators follow the reader's own settings; the place of € follows the document's language. */
const FORMATS: Readonly<Record<Locale, Readonly<Record<NonNullable<SheetCell['format']>, string>>>> = {
  fr: { money: '#,##0.00\\ [$€-40C]', price: '#,##0.00####', copies: '#,##0', rate: '0.00##\\ %', date: 'dd/mm/yyyy' },
  en: { money: '[$€-809]#,##0.00', price: '#,##0.00####', copies: '#,##0', rate: '0.00##%', date: 'dd/mm/yyyy' },
};

const LOOKS: Readonly<Record<NonNullable<SheetCell['look']>, Partial<Style>>> = {
  title: { font: { name: 'Calibri', size: 14, bold: true } },
  head: {
    font: { name: 'Calibri', size: 10, bold: true },
    alignment: { wrapText: true, vertical: 'bottom' },
    border: { bottom: { style: 'thin', color: { argb: 'FF1D1B18' } } },
    fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF5F2EB' } },
  },
  strong: {
    font: { name: 'Calibri', size: 11, bold: true },
    border: { top: { style: 'thin', color: { argb: 'FF1D1B18' } } },
  },
  note: { font: { name: 'Calibri', size: 10, italic: true, color: { argb: 'FF5F5A52' } } },
  wrap: { alignment: { wrapText: true, vertical: 'top' } },
};

/** Writes sheets as XLSX. Throws where a name of a sheet is refused. */
export async function writeWorkbook(sheets: readonly Sheet[], identity: WorkbookIdentity): Promise<Uint8Array> {
  const workbook = new Workbook();
  const instant = new Date(identity.createdAt);
  if (Number.isNaN(instant.getTime())) throw new Error(`createdAt is not an instant: ${identity.createdAt}`);
  workbook.creator = identity.author;
  workbook.lastModifiedBy = identity.author;
  workbook.title = identity.title;
  workbook.created = instant;
  workbook.modified = instant;
  // Results are in the file; a spreadsheet still checks them as it opens.
  workbook.calcProperties.fullCalcOnLoad = true;
  sheets.forEach((sheet) => addSheet(workbook, sheet, identity));
  return withFixedDates(new Uint8Array(await workbook.xlsx.writeBuffer()));
}

function addSheet(workbook: Workbook, sheet: Sheet, identity: WorkbookIdentity): void {
  const { frozenRows } = sheet;
  const page = identity.locale === 'fr' ? 'page &P sur &N' : 'page &P of &N';
  const worksheet = workbook.addWorksheet(sheet.name, {
    views: [frozenRows > 0 ? { state: 'frozen', ySplit: frozenRows, showGridLines: false } : { showGridLines: false }],
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: { left: 0.5, right: 0.5, top: 0.8, bottom: 0.7, header: 0.4, footer: 0.35 },
      ...(frozenRows > 0 ? { printTitlesRow: `1:${frozenRows}` } : {}),
    },
    headerFooter: {
      oddHeader: `&L${pageText(identity.pageHead)}&R${pageText(sheet.name)}`,
      oddFooter: `&L${pageText(identity.author)}&R${page}`,
    },
  });
  sheet.widths.forEach((width, index) => (worksheet.getColumn(index + 1).width = width));
  writeRows(worksheet, sheet, identity.locale);
}

/** Points of a line of text. */
const LINE = 15;

/** Lines that the longest wrapped text of a row takes; spreadsheets do not all measure rows as they open. */
function linesOf(cells: readonly SheetCell[], widths: readonly number[]): number {
  const lines = cells.map(({ value, look }, index) =>
    typeof value === 'string' && (look === 'wrap' || look === 'head')
      ? Math.ceil(value.length / (widths[index] ?? 10))
      : 1,
  );
  return Math.max(1, ...lines);
}

function writeRows(worksheet: Worksheet, sheet: Sheet, locale: Locale): void {
  sheet.rows.forEach((cells, rowIndex) => {
    const lines = linesOf(cells, sheet.widths);
    if (lines > 1) worksheet.getRow(rowIndex + 1).height = LINE * lines;
    cells.forEach((cell, columnIndex) => {
      const target = worksheet.getCell(rowIndex + 1, columnIndex + 1);
      writeCell(target, cell, locale);
      // The head of a column stands over its figures.
      const under = sheet.rows[rowIndex + 1]?.[columnIndex];
      if (cell.look === 'head' && under && isFigure(under))
        target.alignment = { ...target.alignment, horizontal: 'right' };
    });
  });
}

function isFigure(cell: SheetCell): boolean {
  return cell.format !== undefined && cell.format !== 'date';
}

function writeCell(target: Cell, cell: SheetCell, locale: Locale): void {
  if (cell.value === null && cell.look === undefined) return;
  if (cell.value !== null) target.value = cell.value;
  if (cell.format) target.numFmt = FORMATS[locale][cell.format];
  const look = cell.look ? LOOKS[cell.look] : {};
  if (look.font) target.font = look.font;
  if (look.border) target.border = look.border;
  if (look.fill) target.fill = look.fill;
  const alignment = look.alignment ?? { vertical: 'top' as const };
  target.alignment = isFigure(cell) ? { ...alignment, horizontal: 'right' } : alignment;
}

/** `&` begins a code in heads and feet of pages: doubled, it is itself. */
function pageText(value: string): string {
  return value.replaceAll('&', '&&');
}
