import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { parse } from 'csv-parse/sync';

import { DEMO_FOLDER } from '../demo-house';

export interface DemoInvoice {
  readonly date: string;
  /** The number of the order that it answers, by which it is found again. */
  readonly order: string;
  readonly customer: string;
  readonly lines: readonly { readonly isbn: string; readonly quantity: number }[];
}

export interface DemoCreditNote {
  readonly date: string;
  readonly order: string;
  /** From 1. */
  readonly line: number;
  readonly quantity: number;
}

type Row = Readonly<Record<string, string>>;

async function readRows(name: string): Promise<Row[]> {
  return parse(await readFile(join(DEMO_FOLDER, 'factures', name)), { columns: true, delimiter: ';' }) as Row[];
}

const orderOf = (row: Row): string => `CDE-${row['facture']!.padStart(4, '0')}`;

/** By date, as they were written. */
export async function readInvoices(): Promise<DemoInvoice[]> {
  const byOrder = Map.groupBy(await readRows('factures.csv'), orderOf);
  return [...byOrder].map(([order, rows]) => ({
    order,
    date: rows[0]!['date']!,
    customer: rows[0]!['client']!,
    lines: rows.map((row) => ({ isbn: row['code']!, quantity: Number(row['quantite']) })),
  }));
}

export async function readCreditNotes(): Promise<DemoCreditNote[]> {
  const notes = (await readRows('avoirs.csv')).map((row) => ({
    order: orderOf(row),
    date: row['date']!,
    line: Number(row['ligne']),
    quantity: Number(row['quantite']),
  }));
  return notes.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}
