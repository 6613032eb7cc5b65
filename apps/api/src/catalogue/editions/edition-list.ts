import type { UnitPriceRounding } from '@colophon/domain/catalogue';

import type { ListSpec } from '../../platform/lists/list';
import type { EditionRow } from './edition-dto';
import { priceExclVat } from './edition-prices';
import { coverUrlSql, currentPriceSql, editionsMatching, isbnFormatted } from './edition-sql';

/** What the list's SQL gives; the rest of a row is derived. */
export type EditionFound = Omit<EditionRow, 'isbnFormatted' | 'retailPriceExclVat'>;

/** The list of editions, as the wire names its columns. @param today whose price is shown */
export const editionList = (today: string): ListSpec => ({
  select: `e.id, e.work_id AS "workId", coalesce(e.title, w.title) AS title, e.product_form AS "productForm", e.isbn13, e.ean,
    e.publication_date AS "publicationDate", e.availability, e.vat_rate::text AS "vatRate", e.archived,
    ${currentPriceSql(today)} AS "retailPriceInclVat", ${coverUrlSql} AS "coverUrl",
    (SELECT coalesce(string_agg(DISTINCT c.display_name, ', '), '') FROM work_contributor wc
       JOIN contributor c ON c.id = wc.contributor_id WHERE wc.work_id = w.id AND wc.role LIKE 'A%') AS contributors`,
  from: 'edition e JOIN work w ON w.id = e.work_id',
  id: 'e.id',
  sorts: {
    title: { sql: 'w.sort_title', type: 'text' },
    isbn13: { sql: `coalesce(e.isbn13, '')`, type: 'text' },
    publicationDate: { sql: `coalesce(e.publication_date, DATE '0001-01-01')`, type: 'date' },
    createdAt: { sql: 'e.id', type: 'integer' },
  },
  defaultSort: 'title',
  filters: {
    work: 'e.work_id = $',
    productForm: 'e.product_form = $',
    availability: 'e.availability = $',
    archived: 'e.archived = $::boolean',
  },
  search: editionsMatching,
});

export function toEditionRow(found: EditionFound, rounding: UnitPriceRounding): EditionRow {
  const { retailPriceInclVat, vatRate } = found;
  return {
    ...found,
    isbnFormatted: isbnFormatted(found.isbn13),
    retailPriceExclVat: retailPriceInclVat && priceExclVat(retailPriceInclVat, vatRate, rounding),
  };
}
