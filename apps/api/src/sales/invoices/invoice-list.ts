import {
  addDays,
  addMonths,
  endOfMonth,
  endOfYear,
  monthOf,
  startOfMonth,
  startOfYear,
} from '@colophon/domain/calendar';

import type { Tx } from '../../platform/database/database';
import type { ListSpec } from '../../platform/lists/list';
import type { ListExport } from '../../platform/lists/list-export';
import type { InvoiceQuery } from './invoice-dto';
import type { InvoiceRow } from './invoice-response-dto';

const DUE = `coalesce(i.due_date, 'infinity'::date)`;
const ISSUED = `coalesce(i.issue_date, 'infinity'::date)`;

const OVERDUE = `i.kind = 'invoice' AND i.status = 'posted' AND ${DUE} < $::date AND i.total_incl_vat >
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
      date: { sql: ISSUED, type: 'date' },
      number: { sql: `coalesce(i.number, '')`, type: 'text' },
      customer: { sql: 'p.sort_name', type: 'text' },
      dueDate: { sql: DUE, type: 'date' },
      totalInclVat: { sql: 'i.total_incl_vat', type: 'numeric' },
    },
    defaultSort: '-date',
    filters: {
      status: 'i.status = $',
      kind: 'i.kind = $',
      pointOfSaleId: 'i.point_of_sale_id = $::integer',
      overdue: OVERDUE,
      from: `${ISSUED} >= $::date`,
      to: `${ISSUED} <= $::date`,
      number: 'i.number ILIKE $',
      customers: 'i.point_of_sale_id = ANY($::integer[])',
    },
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
export async function invoiceFilters(tx: Tx, query: InvoiceQuery, today: string): Promise<Record<string, unknown>> {
  const { status, kind, pointOfSaleId } = query;
  const period = query.period ? periodOf(query.period, today) : undefined;
  return {
    ...{ status, kind, pointOfSaleId },
    ...(await searched(tx, query.q?.trim() ?? '')),
    from: query.from ?? period?.from,
    to: query.to ?? period?.to,
    overdue: query.overdue === 'true' ? today : undefined,
  };
}

/** A number or a part of one: FA2026-00042, 00042. */
const NUMBER_PART = /^(?:(?:fa|av)\d*|\d{3,})(?:-\d*)?$/i;

/**
 * What is searched: a number, or customers by name and town. The customers are found first, because how many they are
 * decides how a million invoices are best read, and PostgreSQL sees that only when they are given.
 */
async function searched(tx: Tx, text: string): Promise<{ number?: string; customers?: number[] }> {
  if (text === '') return {};
  if (NUMBER_PART.test(text)) return { number: `%${text}%` };
  const words = text.split(/\s+/).slice(0, 8);
  const patterns = words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
  const customers: { id: number }[] = await tx.query(
    `SELECT id FROM point_of_sale WHERE ${words.map((_, at) => `search_text LIKE fold($${at + 1})`).join(' AND ')}`,
    patterns,
  );
  return { customers: customers.map(({ id }) => id) };
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
