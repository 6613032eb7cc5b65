import type { Tx } from '../../platform/database/database';
import { catalogueProblems } from '../problems';

/** @throws isbn-used, ean-used: naming the title that has the number already, as its ISBN or its barcode */
export async function refuseUsedNumbers(
  tx: Tx,
  edition: { readonly id?: number | undefined; readonly isbn13: string | null; readonly ean: string | null },
): Promise<void> {
  const { isbn13, ean } = edition;
  const isbnOwner = isbn13 && (await titleWith(tx, isbn13, edition.id));
  if (isbnOwner) throw catalogueProblems.at('/isbn13', 'isbn-used', { title: isbnOwner });
  const eanOwner = ean && (await titleWith(tx, ean, edition.id));
  if (eanOwner) throw catalogueProblems.at('/ean', 'ean-used', { title: eanOwner });
}

async function titleWith(tx: Tx, number: string, exceptId: number | undefined): Promise<string | undefined> {
  const [found] = await tx.query(
    `SELECT coalesce(e.title, w.title) AS title FROM edition e JOIN work w ON w.id = e.work_id
     WHERE (e.isbn13 = $1 OR e.ean = $1) AND e.id IS DISTINCT FROM $2`,
    [number, exceptId ?? null],
  );
  return found?.title;
}
