import type { ListSpec } from '../../platform/lists/list';
import type { ListExport } from '../../platform/lists/list-export';
import type { ReceiptRow } from './receipt-dto';

/** Whether a closed statement of a contract with a clause on the edition came after the fact `r` and reached its day. */
export const countedSql = (day: string, basis: string): string =>
  `EXISTS (SELECT FROM closing k JOIN royalty_statement s ON s.closing_id = k.id
    JOIN contract_clause l ON l.contract_id = s.contract_id AND l.edition_id = r.edition_id AND l.basis = '${basis}'
    WHERE k.status = 'closed' AND k.kind = 'period' AND k.entry > r.entry AND k.period_to >= ${day})`;

export const receiptColumns = `r.id, r.received_on AS "receivedOn", r.edition_id AS "editionId", e.work_id AS "workId",
  coalesce(e.title, w.title) AS title, e.isbn13, e.product_form AS "productForm", r.mode, r.channel, r.territory, r.copies,
  r.amount::text, r.reference, r.cancels_id AS "cancelsId", (SELECT c.id FROM net_receipt c WHERE c.cancels_id = r.id) AS "cancelledById",
  ${countedSql('r.received_on', 'netReceipts')} AS "isCounted"`;
export const receiptTables = 'net_receipt r JOIN edition e ON e.id = r.edition_id JOIN work w ON w.id = e.work_id';

/** Receipts, the latest first. */
export const receiptList: ListSpec = {
  select: receiptColumns,
  from: receiptTables,
  id: 'r.id',
  sorts: {
    receivedOn: { sql: 'r.received_on', type: 'date' },
    title: { sql: 'w.sort_title', type: 'text' },
    amount: { sql: 'r.amount', type: 'numeric' },
  },
  defaultSort: '-receivedOn',
  filters: {
    editionId: 'r.edition_id = $',
    workId: 'e.work_id = $',
    mode: 'r.mode = $',
    from: 'r.received_on >= $::date',
    to: 'r.received_on <= $::date',
  },
  search: 'r.search_text LIKE fold($) OR w.search_text LIKE fold($) OR e.isbn13 LIKE $',
  totals: { amount: 'coalesce(sum(r.amount), 0)' },
};

export const receiptExport: ListExport<ReceiptRow> = {
  name: { fr: 'recettes', en: 'receipts' },
  spec: receiptList,
  columns: {
    title: { fr: 'Titre', en: 'Title', type: 'text', value: (row) => row.title },
    isbn13: { fr: 'ISBN', en: 'ISBN', type: 'text', value: (row) => row.isbn13 },
    receivedOn: { fr: 'Date', en: 'Date', type: 'date', value: (row) => row.receivedOn },
    mode: { fr: 'Mode', en: 'Mode', type: 'text', value: (row) => row.mode },
    channel: { fr: 'Canal', en: 'Channel', type: 'text', value: (row) => row.channel },
    territory: { fr: 'Pays', en: 'Country', type: 'text', value: (row) => row.territory },
    copies: { fr: 'Exemplaires', en: 'Copies', type: 'integer', value: (row) => row.copies },
    amount: { fr: 'Recette nette HT', en: 'Net receipts excl. VAT', type: 'money', value: (row) => row.amount },
    reference: { fr: 'Référence', en: 'Reference', type: 'text', value: (row) => row.reference },
    cancelsId: { fr: 'Annule', en: 'Cancels', type: 'integer', value: (row) => row.cancelsId },
  },
};
