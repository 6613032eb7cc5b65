import { platformProblems } from '../problems/platform-problems';
import type { Tx } from '../database/database';
import type { ListQuery } from './list-query';

/** How a list can be sorted: a non-null SQL expression and its PostgreSQL type. */
export interface SortKey {
  readonly sql: string;
  readonly type: 'text' | 'integer' | 'bigint' | 'numeric' | 'date';
}

/**
 * What a list is made of. All members but the request's own values are written in code: nothing here comes from a client.
 * `select` names columns as the wire does (`name AS "displayName"`); `id` is the unique last sort key.
 */
export interface ListSpec {
  readonly select: string;
  readonly from: string;
  readonly id: string;
  readonly sorts: Readonly<Record<string, SortKey>>;
  readonly defaultSort: string;
  /** SQL conditions with `$` for the next parameter, by filter name; each takes one value. */
  readonly filters: Readonly<Record<string, string>>;
  /** Condition for a search word, `$` being its pattern `%word%`; each word must match. A function looks at the word first. */
  readonly search?: string | ((word: string) => string);
  /** Sums over what is filtered, by wire name. */
  readonly totals?: Readonly<Record<string, string>>;
}

export interface Page<Row> {
  items: Row[];
  nextCursor: string | null;
  total: number;
  totalIsCapped: boolean;
  totals?: Record<string, string>;
}

/** A count is capped: knowing “10 000+” costs little, knowing 1 203 441 costs a scan. */
export const COUNT_CAP = 10_000;

const EXPORT_BATCH = 1_000;

/** Reads one page of a list: filtered and sorted by the server, continued by key and never by offset. */
export async function readPage<Row extends object>(
  tx: Tx,
  spec: ListSpec,
  query: ListQuery,
  filters: Readonly<Record<string, unknown>> = {},
): Promise<Page<Row>> {
  const parameters: unknown[] = [];
  const where = conditions(spec, query, filters, parameters);
  const rows = await readRows<Row>(tx, spec, query, { where, parameters });
  return { ...rows, ...(await summarize(tx, spec, where, parameters)) };
}

/** All rows of a list in batches, for an export: filtered and sorted as the page that asks for them. */
export async function* readAll<Row extends object>(
  tx: Tx,
  spec: ListSpec,
  query: ListQuery,
  filters: Readonly<Record<string, unknown>> = {},
): AsyncGenerator<Row[]> {
  const parameters: unknown[] = [];
  const where = conditions(spec, query, filters, parameters);
  let cursor: string | null | undefined;
  do {
    const { cursor: _start, ...rest } = query;
    const batch = { ...rest, limit: EXPORT_BATCH, ...(cursor ? { cursor } : {}) };
    const rows = await readRows<Row>(tx, spec, batch, { where, parameters });
    yield rows.items;
    cursor = rows.nextCursor;
  } while (cursor);
}

async function readRows<Row extends object>(
  tx: Tx,
  spec: ListSpec,
  query: ListQuery,
  { where, parameters }: { where: string[]; parameters: unknown[] },
): Promise<{ items: Row[]; nextCursor: string | null }> {
  const sort = sortOf(spec, query.sort);
  const pageParameters = [...parameters];
  const after = query.cursor ? [afterCursor(spec, sort, query.cursor, pageParameters)] : [];
  const limit = query.limit ?? 50;
  const rows: (Row & { sort_value: string; sort_id: number })[] = await tx.query(
    `SELECT ${spec.select}, (${sort.key.sql})::text AS sort_value, ${spec.id} AS sort_id FROM ${spec.from}
     WHERE ${[...where, ...after].join(' AND ') || 'true'}
     ORDER BY ${sort.key.sql} ${sort.direction}, ${spec.id} ${sort.direction} LIMIT ${limit + 1}`,
    pageParameters,
  );
  const more = rows.length > limit;
  const items = more ? rows.slice(0, limit) : rows;
  const last = items.at(-1);
  return {
    items: items.map(({ sort_value: _value, sort_id: _id, ...row }) => row as unknown as Row),
    nextCursor: more && last ? encodeCursor([sort.name, last.sort_value, last.sort_id]) : null,
  };
}

async function summarize(tx: Tx, spec: ListSpec, where: string[], parameters: unknown[]) {
  const condition = where.join(' AND ') || 'true';
  const [counted] = await tx.query(
    `SELECT count(*)::int AS total FROM (SELECT 1 FROM ${spec.from} WHERE ${condition} LIMIT ${COUNT_CAP + 1}) counted`,
    parameters,
  );
  const total = Math.min(counted.total, COUNT_CAP);
  const summary = { total, totalIsCapped: counted.total > COUNT_CAP };
  if (!spec.totals || counted.total > COUNT_CAP) return summary;
  const sums = Object.entries(spec.totals).map(([name, sql]) => `(${sql})::text AS "${name}"`);
  const [totals] = await tx.query(`SELECT ${sums.join(', ')} FROM ${spec.from} WHERE ${condition}`, parameters);
  return { ...summary, totals };
}

function conditions(
  spec: ListSpec,
  query: ListQuery,
  filters: Readonly<Record<string, unknown>>,
  parameters: unknown[],
): string[] {
  const add = (sql: string, value: unknown) => {
    parameters.push(value);
    return `(${sql.replace(/\$/g, `$${parameters.length}`)})`;
  };
  const filtered = Object.entries(filters)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => {
      const sql = spec.filters[name];
      if (!sql) throw new Error(`The list has no filter “${name}”.`);
      return add(sql, value);
    });
  const words = spec.search ? (query.q ?? '').split(/\s+/).filter((word) => word !== '') : [];
  const { search = '' } = spec;
  const conditionOf = (word: string) => (typeof search === 'string' ? search : search(word));
  return [...filtered, ...words.slice(0, 8).map((word) => add(conditionOf(word), likePattern(word)))];
}

/** `%` and `_` in a search are letters, not wildcards. */
function likePattern(word: string): string {
  return `%${word.replace(/[\\%_]/g, '\\$&')}%`;
}

function sortOf(spec: ListSpec, wanted: string | undefined): { name: string; key: SortKey; direction: 'ASC' | 'DESC' } {
  const name = wanted ?? spec.defaultSort;
  const descending = name.startsWith('-');
  const wantedKey = descending ? name.slice(1) : name;
  const key = Object.hasOwn(spec.sorts, wantedKey) ? spec.sorts[wantedKey] : undefined;
  if (!key) throw platformProblems.create('malformed-request', { reason: `sort=${name}` });
  return { name, key, direction: descending ? 'DESC' : 'ASC' };
}

function afterCursor(spec: ListSpec, sort: ReturnType<typeof sortOf>, cursor: string, parameters: unknown[]): string {
  const [name, value, id] = decodeCursor(cursor);
  if (name !== sort.name) throw platformProblems.create('malformed-request', { reason: 'cursor' });
  parameters.push(value, id);
  const comparison = sort.direction === 'ASC' ? '>' : '<';
  return `(${sort.key.sql}, ${spec.id}) ${comparison} ($${parameters.length - 1}::${sort.key.type}, $${parameters.length}::bigint)`;
}

function encodeCursor(parts: [string, string, number]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

function decodeCursor(cursor: string): [string, string, number] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(parts) && parts.length === 3) return parts as [string, string, number];
  } catch {
    // Falls through to the sentence below.
  }
  throw platformProblems.create('malformed-request', { reason: 'cursor' });
}
