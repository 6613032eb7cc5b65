import type { Tx } from '../../platform/database/database';

interface Change {
  readonly table: string;
  readonly recordId: number;
  readonly action: 'insert' | 'update' | 'delete';
  readonly before: object | null;
}

/**
 * Puts back what a batch changed, last change first. Several changes of one table in a row go together, so that ten
 * thousand titles are taken back in a few statements.
 */
export async function restore(tx: Tx, batchId: number): Promise<void> {
  const changes: Change[] = await tx.query(
    `SELECT table_name AS "table", record_id AS "recordId", action, before FROM import_change WHERE batch_id = $1 ORDER BY id DESC`,
    [batchId],
  );
  for (let start = 0; start < changes.length;) {
    const { table, action } = changes[start]!;
    let end = start;
    while (end < changes.length && changes[end]!.table === table && changes[end]!.action === action) end += 1;
    await restoreAlike(tx, changes.slice(start, end));
    start = end;
  }
}

async function restoreAlike(tx: Tx, changes: readonly Change[]): Promise<void> {
  const { table, action } = changes[0]!;
  if (action === 'insert') {
    await tx.query(`DELETE FROM ${quoted(table)} WHERE id = ANY($1)`, [changes.map(({ recordId }) => recordId)]);
    return;
  }
  const columns = (await writableColumns(tx, table)).map(quoted);
  const list = columns.join(', ');
  for (const { before } of changes) {
    const record = `jsonb_populate_record(NULL::${quoted(table)}, $1)`;
    if (action === 'delete') {
      await tx.query(
        `INSERT INTO ${quoted(table)} (id, ${list}) OVERRIDING SYSTEM VALUE SELECT id, ${list} FROM ${record}`,
        [JSON.stringify(before)],
      );
    } else {
      const values = columns.map((column) => `old.${column}`).join(', ');
      await tx.query(
        `UPDATE ${quoted(table)} now SET (${list}) = ROW(${values}) FROM ${record} old WHERE now.id = old.id`,
        [JSON.stringify(before)],
      );
    }
  }
}

/** All but the key and what the database computes itself. */
async function writableColumns(tx: Tx, table: string): Promise<string[]> {
  const rows: { name: string }[] = await tx.query(
    `SELECT attname AS name FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped
       AND attgenerated = '' AND attname <> 'id' ORDER BY attnum`,
    [table],
  );
  return rows.map(({ name }) => name);
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
