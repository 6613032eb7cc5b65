import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import { Injectable } from '@nestjs/common';
import { stringify } from 'csv-stringify';

import { Database, type Tx } from '../../platform/database/database';
import { Problem } from '../../platform/problems/problem';
import { Secrets } from '../../platform/secrets/secrets';
import type { Actor } from '../../platform/sign-in/actor';
import { holds } from '../../platform/sign-in/permissions';
import { houseTables, leftOut, orderOf, type HouseTable } from './house-tables';

export interface ExportedTable {
  readonly table: HouseTable;
  readonly fileName: string;
  readonly rows: number;
}

type Row = Readonly<Record<string, unknown>>;

const ROWS_AT_ONCE = 5000;
const ENCRYPTED = '_encrypted';

/**
 * Everything a house owns as CSV (UTF-8 with a mark, semicolons), a file a table, all from one moment. Bank details and
 * social-security numbers are in clear for those who may see them, and masked for anybody else.
 */
@Injectable()
export class ExportEverything {
  constructor(
    private readonly database: Database,
    private readonly secrets: Secrets,
  ) {}

  /** Into a folder, which is made where it is missing. */
  async intoFolder(actor: Actor, folder: string): Promise<ExportedTable[]> {
    await mkdir(folder, { recursive: true });
    return this.into(actor, (fileName) => createWriteStream(join(folder, fileName), { mode: 0o600 }));
  }

  /** Table by table into what `open` gives for its file. */
  into(actor: Actor, open: (fileName: string) => Writable): Promise<ExportedTable[]> {
    const showsSecrets = holds(actor.role, 'parties.bank');
    return this.database.snapshot(async (tx) => {
      const exported: ExportedTable[] = [];
      for (const table of houseTables) {
        const fileName = `${table.replaceAll('_', '-')}.csv`;
        const columns = await columnsOf(tx, table);
        const counted = { rows: 0 };
        const lines = this.lines(tx, { table, columns, showsSecrets, counted });
        const csv = stringify({ delimiter: ';', bom: true, record_delimiter: 'windows' });
        await pipeline(Readable.from(lines), csv, open(fileName));
        exported.push({ table, fileName, rows: counted.rows });
      }
      return exported;
    });
  }

  private async *lines(
    tx: Tx,
    of: { table: HouseTable; columns: readonly string[]; showsSecrets: boolean; counted: { rows: number } },
  ): AsyncGenerator<string[]> {
    yield of.columns.map((column) => column.replace(ENCRYPTED, ''));
    const cursor = `export_${of.table}`;
    const list = of.columns.map((column) => `"${column}"`).join(', ');
    const order = orderOf[of.table] ?? 'id';
    await tx.query(`DECLARE ${cursor} CURSOR FOR SELECT ${list} FROM ${of.table} ORDER BY ${order}`);
    for (;;) {
      const rows: Row[] = await tx.query(`FETCH ${ROWS_AT_ONCE} FROM ${cursor}`);
      of.counted.rows += rows.length;
      for (const row of rows) yield of.columns.map((column) => this.cell(column, row[column], of.showsSecrets));
      if (rows.length < ROWS_AT_ONCE) break;
    }
    await tx.query(`CLOSE ${cursor}`);
  }

  /** Without the key file of the house the rest can still be had. */
  private reveal(sealed: Buffer): string {
    try {
      return this.secrets.decrypt(sealed);
    } catch (error) {
      if (error instanceof Problem && error.code === 'secret-key-missing') return MASKED;
      throw error;
    }
  }

  private cell(column: string, value: unknown, showsSecrets: boolean): string {
    if (value === null || value === undefined) return '';
    if (column.endsWith(ENCRYPTED)) return showsSecrets ? this.reveal(value as Buffer) : MASKED;
    if (value instanceof Date) return value.toISOString();
    if (typeof value === 'object') return JSON.stringify(value);
    return typeof value === 'string' ? harmless(value) : String(value);
  }
}

const MASKED = '••••';

/** A text that a spreadsheet would take for a formula is shown as text. */
export function harmless(text: string): string {
  return /^[=@\t\r]|^[+-](?![\d.,]+$)/.test(text) ? `'${text}` : text;
}

async function columnsOf(tx: Tx, table: HouseTable): Promise<string[]> {
  const rows: { name: string }[] = await tx.query(
    `SELECT attname AS name FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped
       AND attgenerated = '' ORDER BY attnum`,
    [table],
  );
  return rows.map(({ name }) => name).filter((name) => !leftOut[table]?.includes(name));
}
