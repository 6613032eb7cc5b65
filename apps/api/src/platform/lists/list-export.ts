import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import { writeListWorkbook, type ListCell, type ListColumnType } from '@colophon/documents/lists';
import { Injectable } from '@nestjs/common';
import { stringify } from 'csv-stringify';
import type { Response } from 'express';

import { Clock } from '../clock/clock';
import { Database } from '../database/database';
import { platformProblems } from '../problems/platform-problems';
import { readAll, type ListSpec } from './list';
import type { ListQuery } from './list-query';

/** A column of an export: its heading, its type, and its value in a row as the wire has it. */
export interface ExportColumn<Row> {
  readonly fr: string;
  readonly en: string;
  readonly type: ListColumnType;
  readonly value: (row: Row, locale: 'fr' | 'en') => ListCell;
}

/** A list as a file. `Read` is what the list's SQL gives for a row. */
export interface ListExport<Read extends object> {
  /** Of the file and the sheet. */
  readonly name: { readonly fr: string; readonly en: string };
  readonly spec: ListSpec;
  readonly columns: Readonly<Record<string, ExportColumn<Read>>>;
}

const MEDIA_TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Sends exactly what a list shows, all its pages, as CSV or XLSX, from one snapshot and row by row. */
@Injectable()
export class ListExporter {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws malformed-request for a column that the list does not have. */
  async send<Read extends object>(
    response: Response,
    list: ListExport<Read>,
    query: ListQuery,
    filters: Readonly<Record<string, unknown>>,
    locale: 'fr' | 'en',
  ): Promise<void> {
    const format = query.format ?? 'csv';
    const columns = chosenColumns(list, query.columns);
    const name = `${list.name[locale]}-${this.clock.today()}`;
    const headed = columns.map((column) => ({ header: column[locale], type: column.type }));
    await this.database.snapshot(async (tx) => {
      const batches = readAll<Read>(tx, list.spec, query, filters);
      const rows = cells(batches, (row) => columns.map((column) => column.value(row, locale)));
      await sendTable(response, { name, sheet: list.name[locale], columns: headed, rows }, { format, locale });
    });
  }
}

export interface SentTable {
  /** Of the file, without its extension. */
  readonly name: string;
  readonly sheet: string;
  readonly columns: readonly { readonly header: string; readonly type: ListColumnType }[];
  readonly rows: AsyncIterable<ListCell[]>;
}

/** A table as a file: CSV as a French Excel reads it, or a typed workbook. */
export async function sendTable(
  response: Response,
  { name, sheet, columns, rows }: SentTable,
  { format, locale }: { readonly format: 'csv' | 'xlsx'; readonly locale: 'fr' | 'en' },
): Promise<void> {
  response.attachment(`${name}.${format}`).type(MEDIA_TYPES[format]);
  if (format === 'csv') return sendCsv(response, columns, rows, locale);
  const output = new PassThrough();
  await Promise.all([pipeline(output, response), writeListWorkbook(output, { name: sheet, columns }, rows)]);
}

function chosenColumns<Row extends object>(list: ListExport<Row>, wanted: string | undefined): ExportColumn<Row>[] {
  const names = wanted ? wanted.split(',') : Object.keys(list.columns);
  return names.map((name) => {
    const column = Object.hasOwn(list.columns, name) ? list.columns[name] : undefined;
    if (!column) throw platformProblems.create('malformed-request', { reason: `columns=${name}` });
    return column;
  });
}

async function* cells<Row>(
  batches: AsyncIterable<Row[]>,
  cellsOf: (row: Row) => ListCell[],
): AsyncGenerator<ListCell[]> {
  for await (const batch of batches) for (const row of batch) yield cellsOf(row);
}

/** Semicolons and a byte order mark: what a French Excel opens by a double click. */
async function sendCsv(
  response: Response,
  columns: readonly { header: string; type: ListColumnType }[],
  rows: AsyncIterable<ListCell[]>,
  locale: 'fr' | 'en',
): Promise<void> {
  async function* texts() {
    yield columns.map(({ header }) => header);
    for await (const row of rows) yield row.map((cell, index) => csvText(cell, columns[index]?.type ?? 'text', locale));
  }
  const csv = stringify({ delimiter: ';', bom: true, record_delimiter: 'windows' });
  await pipeline(Readable.from(texts()), csv, response);
}

function csvText(cell: ListCell, type: ListColumnType, locale: 'fr' | 'en'): string {
  if (cell === null) return '';
  if (typeof cell === 'boolean') return cell ? { fr: 'oui', en: 'yes' }[locale] : { fr: 'non', en: 'no' }[locale];
  const text = String(cell);
  if (type === 'money' || type === 'rate') return locale === 'fr' ? text.replace('.', ',') : text;
  return type === 'text' && isFormula(text) ? `'${text}` : text;
}

/** A text that a spreadsheet would compute: whoever typed it must not command the machine of whoever opens the file. */
function isFormula(text: string): boolean {
  return /^[=@\t\r]/.test(text) || (/^[+-]/.test(text) && !/^[+-][\d\s().,/-]*$/.test(text));
}
