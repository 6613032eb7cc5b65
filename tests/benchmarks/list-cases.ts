import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import type { Client } from 'pg';

import type { ListSpec } from '../../apps/api/src/platform/lists/list';
import type { ListQuery } from '../../apps/api/src/platform/lists/list-query';

/** One list endpoint as somebody uses it; its addresses are asked in turn. */
export interface ListCase {
  readonly what: string;
  readonly path: string;
  readonly spec: ListSpec;
  readonly queries: readonly ListQuery[];
  readonly filters?: Readonly<Record<string, string>>;
  /** The filters as the address says them, where it says them otherwise. */
  readonly wire?: Readonly<Record<string, string>>;
}

export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** The compiled API's own module: the sources carry decorators that tsx cannot compile with their types. */
function built(path: string): unknown {
  return createRequire(__filename)(resolve(__dirname, '../../apps/api/dist', path));
}

const { workList } = built(
  'catalogue/works/work-list.js',
) as typeof import('../../apps/api/src/catalogue/works/work-list');
const { editionList } = built(
  'catalogue/editions/edition-list.js',
) as typeof import('../../apps/api/src/catalogue/editions/edition-list');
const { invoiceFilters, invoiceList } = built(
  'sales/invoices/invoice-list.js',
) as typeof import('../../apps/api/src/sales/invoices/invoice-list');
const { readPage } = built('platform/lists/list.js') as typeof import('../../apps/api/src/platform/lists/list');

const WORDS = ['jardin', 'rivage perdu', 'archive', 'le goff', 'phare bleu', 'enfance', 'marée lente', '1234'];

/** Every sort of the three lists, what people search and filter by, and a page far down. */
export async function listCases(client: Client, today: string): Promise<ListCase[]> {
  const works = { path: '/api/works', spec: workList(today) };
  const editions = { path: '/api/editions', spec: editionList(today) };
  const invoices = { path: '/api/invoices', spec: invoiceList(today) };
  const sorted = (name: string, list: { path: string; spec: ListSpec }): ListCase[] =>
    Object.keys(list.spec.sorts).map((sort) => ({
      what: `${name} by ${sort}`,
      ...list,
      queries: [{ sort }, { sort: `-${sort}` }],
    }));
  return [
    ...sorted('works', works),
    { what: 'works, search', ...works, queries: WORDS.map((q) => ({ q })) },
    ...sorted('editions', editions),
    { what: 'editions, search', ...editions, queries: WORDS.map((q) => ({ q })) },
    ...sorted('invoices', invoices),
    { what: 'invoices, deep page', ...invoices, queries: [{ cursor: await deepCursor(client) }] },
    { what: 'invoices of a shop', ...invoices, queries: [{}], filters: { pointOfSaleId: '77' } },
    { what: 'invoices, a quarter', ...invoices, queries: [{}], filters: quarter(today) },
    { what: 'drafts', ...invoices, queries: [{}], filters: { status: 'draft' } },
    {
      what: 'overdue invoices',
      ...invoices,
      queries: [{ sort: 'dueDate' }],
      filters: { overdue: today },
      wire: { overdue: 'true' },
    },
    { what: 'credit notes', ...invoices, queries: [{}], filters: { kind: 'credit-note' } },
    ...(await invoiceSearches(client, today)),
  ];
}

/** A year's numbers, one number, a shop, a town. */
async function invoiceSearches(client: Client, today: string): Promise<ListCase[]> {
  const tx = { query: async (text: string, values: unknown[]) => (await client.query(text, values)).rows as unknown[] };
  const cases: ListCase[] = [];
  for (const q of ['FA-2022', '0123456', 'jardin 41', 'rennes']) {
    const filters = (await invoiceFilters(tx as never, { q }, today)) as Record<string, string>;
    const known = Object.entries(filters).filter(([, value]) => value !== undefined);
    const list = { path: '/api/invoices', spec: invoiceList(today), filters: Object.fromEntries(known) };
    cases.push({ what: `invoices, search “${q}”`, ...list, queries: [{}], wire: { q } });
  }
  return cases;
}

/** Three months in the middle of the ten years. */
function quarter(today: string): Record<string, string> {
  const year = Number(today.slice(0, 4)) - 5;
  return { from: `${year}-01-01`, to: `${year}-03-31` };
}

/** Where the page before one in the middle of the list by date ended. */
async function deepCursor(client: Client): Promise<string> {
  const { rows } = await client.query<{ date: string; id: number }>(
    'SELECT issue_date::text AS date, id FROM invoice WHERE id = (SELECT max(id) / 2 FROM invoice)',
  );
  return Buffer.from(JSON.stringify(['-date', rows[0]?.date, rows[0]?.id])).toString('base64url');
}

/** The address of each query of a case. */
export function addressesOf({ path, queries, filters = {}, wire = filters }: ListCase): string[] {
  return queries.map((query) => {
    const parameters = new URLSearchParams({ ...(query as Record<string, string>), ...wire }).toString();
    return parameters ? `${path}?${parameters}` : path;
  });
}

/** The SQL that the API runs for a query, told by the very code that runs it. */
export async function statementsOf(client: Client, list: ListCase, query: ListQuery): Promise<Statement[]> {
  const statements: Statement[] = [];
  const tx = {
    query: async (text: string, values: unknown[]) => {
      statements.push({ text, values: [...values] });
      return (await client.query(text, values)).rows as unknown[];
    },
  };
  await readPage(tx as never, list.spec, query, list.filters);
  return statements;
}
