import {
  addDays,
  addMonths,
  endOfMonth,
  endOfYear,
  monthOf,
  startOfMonth,
  startOfYear,
} from '@colophon/domain/calendar';

import type { ListSpec } from '../../platform/lists/list';
import type { ListExport } from '../../platform/lists/list-export';
import type { InvoiceQuery } from './invoice-dto';
import type { InvoiceRow } from './invoice-response-dto';

const OVERDUE = `i.kind = 'invoice' AND i.status = 'posted' AND i.due_date < $::date AND i.total_incl_vat >
  (SELECT coalesce(sum(c.total_incl_vat), 0) FROM invoice c WHERE c.origin_invoice_id = i.id AND c.status = 'posted')`;

const signed = (column: string) =>
  `to_char(coalesce(sum(CASE i.kind WHEN 'invoice' THEN i.${column} ELSE -i.${column} END), 0), 'FM999999999990.00')`;

/** The list of invoices and credit notes, as the wire names its columns; drafts first, then the newest. */
export function invoiceList(today: string): ListSpec {
  return {
    select: `i.id, i.kind, i.status, i.number, i.point_of_sale_id AS "pointOfSaleId", coalesce(i.buyer ->> 'name', p.name) AS customer,
      p.city, i.issue_date AS "issueDate", i.due_date AS "dueDate", (${OVERDUE.replace('$', `'${today}'`)}) AS overdue,
      i.total_excl_vat AS "totalExclVat", i.total_incl_vat AS "totalInclVat",
      (SELECT o.number FROM invoice o WHERE o.id = i.origin_invoice_id) AS "originNumber"`,
    from: 'invoice i JOIN point_of_sale p ON p.id = i.point_of_sale_id',
    id: 'i.id',
    sorts: {
      date: { sql: `coalesce(i.issue_date, 'infinity'::date)`, type: 'date' },
      number: { sql: `coalesce(i.number, '')`, type: 'text' },
      customer: { sql: 'p.sort_name', type: 'text' },
      dueDate: { sql: `coalesce(i.due_date, 'infinity'::date)`, type: 'date' },
      totalInclVat: { sql: 'i.total_incl_vat', type: 'numeric' },
    },
    defaultSort: '-date',
    filters: {
      status: 'i.status = $',
      kind: 'i.kind = $',
      pointOfSaleId: 'i.point_of_sale_id = $::integer',
      overdue: OVERDUE,
      from: 'i.issue_date >= $::date',
      to: 'i.issue_date <= $::date',
    },
    // Two indexes, one for each way of looking for an invoice.
    search: `i.id IN (SELECT n.id FROM invoice n WHERE n.number ILIKE $ UNION ALL
      SELECT s.id FROM invoice s JOIN point_of_sale w ON w.id = s.point_of_sale_id WHERE w.search_text LIKE fold($))`,
    totals: {
      totalExclVat: signed('total_excl_vat'),
      totalVat: signed('total_vat'),
      totalInclVat: signed('total_incl_vat'),
    },
  };
}

/** The list as a file: amounts of credit notes are positive, their kind says which way they go. */
export function invoiceExport(today: string): ListExport<InvoiceRow> {
  return {
    name: { fr: 'factures', en: 'invoices' },
    spec: invoiceList(today),
    columns: {
      number: { fr: 'Numéro', en: 'Number', type: 'text', value: (row) => row.number },
      kind: { fr: 'Type', en: 'Kind', type: 'text', value: (row) => row.kind },
      status: { fr: 'État', en: 'Status', type: 'text', value: (row) => row.status },
      customer: { fr: 'Point de vente', en: 'Point of sale', type: 'text', value: (row) => row.customer },
      city: { fr: 'Ville', en: 'City', type: 'text', value: (row) => row.city },
      issueDate: { fr: 'Date', en: 'Date', type: 'date', value: (row) => row.issueDate },
      dueDate: { fr: 'Échéance', en: 'Due', type: 'date', value: (row) => row.dueDate },
      overdue: { fr: 'Échue', en: 'Overdue', type: 'boolean', value: (row) => row.overdue },
      totalExclVat: { fr: 'Total HT', en: 'Total excl. VAT', type: 'money', value: (row) => row.totalExclVat },
      totalInclVat: { fr: 'Total TTC', en: 'Total incl. VAT', type: 'money', value: (row) => row.totalInclVat },
      originNumber: { fr: 'Facture corrigée', en: 'Invoice corrected', type: 'text', value: (row) => row.originNumber },
    },
  };
}

/** The filters of a query, each with the one value it takes. */
export function invoiceFilters(query: InvoiceQuery, today: string): Record<string, unknown> {
  const { status, kind, pointOfSaleId } = query;
  const period = query.period ? periodOf(query.period, today) : undefined;
  return {
    ...{ status, kind, pointOfSaleId },
    from: query.from ?? period?.from,
    to: query.to ?? period?.to,
    overdue: query.overdue === 'true' ? today : undefined,
  };
}

/** First and last day of the calendar month, quarter or year that holds today, or of the year before. */
function periodOf(period: NonNullable<InvoiceQuery['period']>, today: string): { from: string; to: string } {
  if (period === 'month') return { from: startOfMonth(today), to: endOfMonth(today) };
  if (period === 'year') return { from: startOfYear(today), to: endOfYear(today) };
  if (period === 'last-year') {
    const lastDay = addDays(startOfYear(today), -1);
    return { from: startOfYear(lastDay), to: lastDay };
  }
  const from = addMonths(startOfMonth(today), -((monthOf(today) - 1) % 3));
  return { from, to: endOfMonth(addMonths(from, 2)) };
}
