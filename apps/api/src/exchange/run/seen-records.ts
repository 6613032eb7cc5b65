import type { ImportRow } from './import-row';

/** Which row wrote which record: a second row for it, with other values, is told and not applied over the first. */
export class SeenRecords {
  private readonly rows = new Map<number, ImportRow>();

  note(id: number, row: ImportRow): void {
    if (!this.rows.has(id)) this.rows.set(id, row);
  }

  has(id: number): boolean {
    return this.rows.has(id);
  }

  /** @returns whether it was refused */
  refuseRepeated(id: number, row: ImportRow): boolean {
    const first = this.rows.get(id);
    if (!first) return false;
    row.error(undefined, 'row-repeated', { row: first.number, file: first.table.fileName });
    return true;
  }
}
