import type { ClientBase } from 'pg';

/** Not part of a backup: what only this machine's sessions need, and what migrations write themselves. */
const LEFT_OUT = ['schema_migration', 'user_session', 'one_time_link', 'author_session', 'author_link'];

/** A table with the columns that are written: those the database computes come back by themselves. */
export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  readonly primaryKey: readonly string[];
}

/** All tables of the house, each after those it refers to. */
export async function tables(client: ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Table & { refersTo: string[] }>(
    `SELECT c.relname AS name,
       (SELECT array_agg(a.attname::text ORDER BY a.attnum) FROM pg_attribute a
         WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') AS columns,
       (SELECT array_agg(a.attname::text ORDER BY k.position) FROM pg_index i, unnest(i.indkey::int[]) WITH ORDINALITY k (attnum, position)
         JOIN pg_attribute a ON a.attnum = k.attnum WHERE i.indrelid = c.oid AND i.indisprimary AND a.attrelid = c.oid) AS "primaryKey",
       coalesce((SELECT array_agg(DISTINCT f.confrelid::regclass::text) FROM pg_constraint f
         WHERE f.conrelid = c.oid AND f.contype = 'f' AND f.confrelid <> c.oid), '{}') AS "refersTo"
     FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> ALL($1) ORDER BY c.relname`,
    [LEFT_OUT],
  );
  return inOrder(rows);
}

function inOrder(all: readonly (Table & { refersTo: string[] })[]): Table[] {
  const placed = new Map<string, Table>();
  let waiting = [...all];
  while (waiting.length > 0) {
    const ready = waiting.filter((table) =>
      table.refersTo.every((name) => placed.has(name) || !all.some((other) => other.name === name)),
    );
    if (ready.length === 0)
      throw new Error(`Tables refer to each other in a circle: ${waiting.map(({ name }) => name).join(', ')}`);
    for (const { name, columns, primaryKey } of ready) placed.set(name, { name, columns, primaryKey });
    waiting = waiting.filter((table) => !placed.has(table.name));
  }
  return [...placed.values()];
}

/** `COPY` of a table's rows in the order of its key, so that the same rows always give the same bytes. */
export function copyOut({ name, columns, primaryKey }: Table): string {
  const quoted = columns.map((column) => `"${column}"`).join(', ');
  return `COPY (SELECT ${quoted} FROM "${name}" ORDER BY ${primaryKey.map((column) => `"${column}"`).join(', ')}) TO STDOUT`;
}

export function copyIn({ name, columns }: Pick<Table, 'name' | 'columns'>): string {
  return `COPY "${name}" (${columns.map((column) => `"${column}"`).join(', ')}) FROM STDIN`;
}
