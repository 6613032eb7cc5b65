import { columnsOfKind, type ColumnSpec, type FileKind } from '@colophon/domain/exchange';
import { stringify } from 'csv-stringify/sync';
import ExcelJS from 'exceljs';

type Locale = 'fr' | 'en';

const words = {
  fr: {
    sheet: 'À remplir',
    notes: 'Mode d’emploi',
    column: 'Colonne',
    other: 'Autres noms reconnus',
    note: 'À savoir',
    required: 'Obligatoire.',
  },
  en: {
    sheet: 'To fill in',
    notes: 'How to',
    column: 'Column',
    other: 'Other names known',
    note: 'Good to know',
    required: 'Required.',
  },
} as const;

/** A delimited text that a French spreadsheet opens by a double click; lines that begin with # are notes. */
export function csvTemplate(kind: FileKind, locale: Locale): Buffer {
  const columns = columnsOfKind[kind];
  const notes = columns.flatMap((column) => {
    const note = noteOf(column, locale);
    return note ? [[`# ${column[locale][0]} : ${note}`]] : [];
  });
  const rows = [...notes, columns.map((column) => column[locale][0]), columns.map(({ example }) => example)];
  return Buffer.from(`\ufeff${stringify(rows, { delimiter: ';', record_delimiter: 'windows' })}`);
}

/** The same as a workbook: every cell is text, so that no ISBN becomes 9,78E+12; the notes are on a sheet of their own. */
export async function xlsxTemplate(kind: FileKind, locale: Locale): Promise<Buffer> {
  const columns = columnsOfKind[kind];
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(words[locale].sheet, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map((column) => ({
    width: Math.max(14, column[locale][0].length + 2),
    style: { numFmt: '@' },
  }));
  sheet.addRow(columns.map((column) => column[locale][0])).font = { bold: true };
  sheet.addRow(columns.map(({ example }) => example));
  addNotes(workbook, columns, locale);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function addNotes(workbook: ExcelJS.Workbook, columns: readonly ColumnSpec[], locale: Locale): void {
  const { notes, column, other, note } = words[locale];
  const sheet = workbook.addWorksheet(notes);
  sheet.columns = [{ width: 30 }, { width: 60 }, { width: 80 }];
  sheet.addRow([column, other, note]).font = { bold: true };
  for (const each of columns) {
    const names = [...each[locale].slice(1), ...each[locale === 'fr' ? 'en' : 'fr']];
    sheet.addRow([each[locale][0], names.join(', '), noteOf(each, locale)]);
  }
}

function noteOf(column: ColumnSpec, locale: Locale): string {
  return [column.isRequired ? words[locale].required : '', column.note?.[locale] ?? ''].filter(Boolean).join(' ');
}
