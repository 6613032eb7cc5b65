import { digitalForms } from '@colophon/domain/catalogue';

import type { ListSpec } from '../platform/lists/list';
import type { StockRow } from './stock-response-dto';
import { movementsWithPlaces, ownCopies } from './move-stock';

type Figures = Omit<StockRow, 'id' | 'workId' | 'title' | 'isbn13' | 'productForm'>;

/** What the list's SQL gives: one scan of an edition's movements gives all its figures. */
export type ListedStock = Omit<StockRow, keyof Figures> & { figures: Figures };

const stock = `(SELECT coalesce(sum(${ownCopies}), 0)::int FROM ${movementsWithPlaces} WHERE m.edition_id = e.id)`;
const files = digitalForms.map((form) => `'${form}'`).join(', ');
const sumOf = (kind: string, sign = ''): string =>
  `coalesce(${sign}sum(${ownCopies}) FILTER (WHERE m.kind = '${kind}'), 0)`;

const figures = `(SELECT jsonb_build_object('stock', coalesce(sum(${ownCopies}), 0), 'printed', ${sumOf('printed')},
    'sold', ${sumOf('sold', '-')}, 'returned', ${sumOf('returned')}, 'free', ${sumOf('free', '-')},
    'destroyed', ${sumOf('destroyed', '-')}, 'counted', ${sumOf('counted')}, 'lastMovedOn', max(m.moved_on))
  FROM ${movementsWithPlaces} WHERE m.edition_id = e.id) AS figures`;

/** Every edition that can have copies; its figures are sums over its movements, made for the rows shown. */
export const stockList: ListSpec = {
  select: `e.id, e.work_id AS "workId", coalesce(e.title, w.title) AS title, e.isbn13, e.product_form AS "productForm", ${figures}`,
  from: `edition e JOIN work w ON w.id = e.work_id AND e.product_form NOT IN (${files})`,
  id: 'e.id',
  sorts: {
    title: { sql: 'w.sort_title', type: 'text' },
    isbn13: { sql: `coalesce(e.isbn13, '')`, type: 'text' },
    stock: { sql: stock, type: 'integer' },
  },
  defaultSort: 'title',
  filters: {
    state: `CASE $ WHEN 'none' THEN ${stock} <= 0 WHEN 'negative' THEN ${stock} < 0 ELSE ${stock} > 0 END`,
    workId: 'e.work_id = $',
  },
  search: 'w.search_text LIKE fold($) OR e.isbn13 LIKE $ OR e.ean LIKE $',
};

/** Movements, the latest first. */
export const movementList: ListSpec = {
  select: `m.id, m.moved_on AS "movedOn", m.kind, m.free_kind AS "freeKind", m.edition_id AS "editionId",
    coalesce(e.title, w.title) AS title, e.isbn13, ${ownCopies} AS copies, m.reason, m.channel, m.territory, m.actor, m.print_run_id AS "printRunId",
    r.number AS "printRunNumber", i.id AS "invoiceId", i.number AS "invoiceNumber", m.corrects_id AS "correctsId",
    (m.print_run_id IS NOT NULL OR m.invoice_line_id IS NOT NULL OR m.corrects_id IS NOT NULL
      OR EXISTS (SELECT FROM stock_movement x WHERE x.corrects_id = m.id)) AS "isFinal"`,
  from: `${movementsWithPlaces} JOIN edition e ON e.id = m.edition_id JOIN work w ON w.id = e.work_id
    LEFT JOIN print_run r ON r.id = m.print_run_id LEFT JOIN invoice_line l ON l.id = m.invoice_line_id
    LEFT JOIN invoice i ON i.id = l.invoice_id`,
  id: 'm.id',
  sorts: { movedOn: { sql: 'm.moved_on', type: 'date' }, entry: { sql: 'm.entry', type: 'bigint' } },
  defaultSort: '-movedOn',
  filters: {
    editionId: 'm.edition_id = $',
    kind: 'm.kind = $',
    from: 'm.moved_on >= $::date',
    to: 'm.moved_on <= $::date',
  },
  search: `w.search_text LIKE fold($) OR e.isbn13 LIKE $ OR fold(coalesce(m.reason, '')) LIKE fold($)`,
};
