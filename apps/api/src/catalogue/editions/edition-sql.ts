import { formatIsbn, isIsbn, parseIsbn } from '@colophon/domain/identifiers';

/** Parts of SQL that lists of works and of editions share. `e` is the edition, `w` its work. */

/** The address of a cover changes with the picture, so that browsers may keep it. */
export const coverUrlSql = `CASE WHEN e.cover_file_id IS NOT NULL THEN '/api/editions/' || e.id || '/cover?v=' || e.cover_file_id END`;

/** @param today from the clock, `YYYY-MM-DD` */
export function currentPriceSql(today: string): string {
  return `(SELECT p.retail_price_incl_vat::text FROM edition_price p
    WHERE p.edition_id = e.id AND p.valid_from <= DATE '${today}' ORDER BY p.valid_from DESC LIMIT 1)`;
}

/** A whole ISBN or EAN, as a scanner sends it. */
const isNumber = (word: string) => /^\d{13}$/.test(word);
/** Fewer letters than a trigram has: no index helps, and half of the catalogue matches. Titles are read in their order. */
const isShort = (word: string) => word.length < 3;

const numberSql = (id: string) => `SELECT ${id} FROM edition WHERE isbn13 = trim('%' FROM $)
  UNION ALL SELECT ${id} FROM edition WHERE ean = trim('%' FROM $)`;

/** Works whose title, contributors or number hold the word; each branch has an index of its own. */
export function worksMatching(word: string): string {
  if (isNumber(word)) return `w.id IN (${numberSql('work_id')})`;
  if (isShort(word)) return 'w.search_text LIKE fold($)';
  return `w.id IN (SELECT id FROM work WHERE search_text LIKE fold($)
    UNION ALL SELECT wc.work_id FROM contributor c JOIN work_contributor wc ON wc.contributor_id = c.id WHERE c.search_text LIKE fold($)
    UNION ALL SELECT work_id FROM edition WHERE isbn13 LIKE replace($, '-', '')
    UNION ALL SELECT work_id FROM edition WHERE ean LIKE replace($, '-', '')
    UNION ALL SELECT work_id FROM edition WHERE title IS NOT NULL AND fold(title) LIKE fold($))`;
}

/** As {@link worksMatching}; a number finds its own edition and not its sisters. */
export function editionsMatching(word: string): string {
  if (isNumber(word)) return `e.id IN (${numberSql('id')})`;
  if (isShort(word)) return 'w.search_text LIKE fold($)';
  return `e.id IN (SELECT e2.id FROM work w2 JOIN edition e2 ON e2.work_id = w2.id WHERE w2.search_text LIKE fold($)
    UNION ALL SELECT e2.id FROM contributor c JOIN work_contributor wc ON wc.contributor_id = c.id
      JOIN edition e2 ON e2.work_id = wc.work_id WHERE c.search_text LIKE fold($)
    UNION ALL SELECT id FROM edition WHERE isbn13 LIKE replace($, '-', '')
    UNION ALL SELECT id FROM edition WHERE ean LIKE replace($, '-', '')
    UNION ALL SELECT id FROM edition WHERE title IS NOT NULL AND fold(title) LIKE fold($))`;
}

/** An ISBN typed or scanned with spaces, hyphens or `ISBN` before it is one word of digits. */
export function searchable<Query extends { q?: string }>(query: Query): Query {
  const number = (query.q ?? '').replace(/^\s*(ISBN|EAN)\s*:?/i, '').replace(/[\s\u00a0\u2010-\u2013-]/g, '');
  return /^\d{10,13}$|^\d{9}X$/i.test(number) ? { ...query, q: isbn13Of(number) } : query;
}

function isbn13Of(number: string): string {
  return isIsbn(number) ? parseIsbn(number) : number;
}

export const isbnFormatted = (isbn13: string | null): string | null => isbn13 && formatIsbn(isbn13);
