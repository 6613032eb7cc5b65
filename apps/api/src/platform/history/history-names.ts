import type { Tx } from '../database/database';

/** How a reference is told by name: SQL that takes ids as `$1` and gives `id` and `name`. By column. */
const sources = new Map<string, string>();

/** Called by a feature for the columns of others that point to its records. */
export function nameInHistory(entries: Readonly<Record<string, string>>): void {
  for (const [column, sql] of Object.entries(entries)) sources.set(column, sql);
}

/** The names of what the rows point to, today; what is gone keeps its number. */
export class HistoryNames {
  private constructor(private readonly names: ReadonlyMap<string, string>) {}

  static async of(tx: Tx, rows: readonly Readonly<Record<string, unknown>>[]): Promise<HistoryNames> {
    const names = new Map<string, string>();
    for (const [column, sql] of sources) {
      const ids = [...new Set(rows.map((row) => row[column]).filter((id) => typeof id === 'number'))];
      if (ids.length === 0) continue;
      const found: { id: number; name: string }[] = await tx.query(sql, [ids]);
      for (const { id, name } of found) names.set(`${column} ${id}`, name);
    }
    return new HistoryNames(names);
  }

  nameOf(column: string, id: unknown): string | undefined {
    return this.names.get(`${column} ${String(id)}`);
  }
}
