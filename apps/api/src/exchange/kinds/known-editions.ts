import { foldText } from '@colophon/domain/exchange';
import { parseEan13, parseIsbn } from '@colophon/domain/identifiers';

import type { ImportRun } from '../run/import-run';
import type { ImportRow } from '../run/import-row';

export interface NamedEdition {
  readonly id: number;
  readonly workId: number;
  readonly isbn13: string | null;
  readonly ean: string | null;
  readonly externalId: string | null;
  readonly title: string;
  readonly productForm: string;
}

/** The editions that rows name by ISBN, barcode or reference; by title where only one edition has it. */
export class KnownEditions {
  private readonly byKey = new Map<string, NamedEdition[]>();

  /** @param refused numbers of rows of this import that have errors of their own */
  private constructor(private readonly refused: ReadonlySet<string>) {}

  static async read({ tx, refusedKeys }: ImportRun): Promise<KnownEditions> {
    const known = new KnownEditions(refusedKeys);
    const rows: NamedEdition[] = await tx.query(
      `SELECT e.id, e.work_id AS "workId", e.isbn13, e.ean, e.external_id AS "externalId", e.product_form AS "productForm",
         coalesce(e.title, w.title) AS title FROM edition e JOIN work w ON w.id = e.work_id`,
    );
    for (const row of rows) known.add(row);
    return known;
  }

  private add(edition: NamedEdition): void {
    const { isbn13, ean, externalId, title } = edition;
    const keys = [isbn13 && `number:${isbn13}`, ean && `number:${ean}`, externalId && `reference:${externalId}`];
    for (const key of [...keys, `title:${foldText(title)}`]) {
      if (key) this.byKey.set(key, [...(this.byKey.get(key) ?? []), edition]);
    }
  }

  /** The edition of a row; undefined, and told, where it names none or several. */
  find(row: ImportRow): NamedEdition | undefined {
    const [field, key] = this.keyOf(row) ?? [];
    if (!field || !key) {
      if (!row.isFaulty) row.error('isbn', 'row-without-key', { keys: 'ISBN' });
      return undefined;
    }
    const found = this.byKey.get(key) ?? [];
    if (found.length > 1) row.error(field, 'reference-ambiguous', { value: row.raw(field) });
    if (found.length === 0)
      row.error(field, this.refused.has(key) ? 'reference-refused' : 'reference-unknown', { value: row.raw(field) });
    return found.length === 1 ? found[0] : undefined;
  }

  private keyOf(row: ImportRow): [field: string, key: string] | undefined {
    if (row.has('isbn')) {
      const number = row.identifier('isbn', (text) =>
        /^\s*97[89]|[\dX-]{10,17}$/.test(text) ? parseNumber(text) : parseIsbn(text),
      );
      return number === undefined ? undefined : ['isbn', `number:${number}`];
    }
    if (row.has('edition')) return ['edition', `reference:${row.raw('edition')}`];
    return row.has('title') ? ['title', `title:${foldText(row.raw('title'))}`] : undefined;
  }
}

/** An ISBN, or the barcode of goods. */
function parseNumber(text: string): string {
  const digits = text.replace(/[\s-]/g, '');
  return /^(?!97[89])\d{13}$/.test(digits) ? parseEan13(digits) : parseIsbn(text);
}
