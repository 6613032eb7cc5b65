import { Rational } from '@colophon/domain/money';

import type { Tx } from '../../platform/database/database';
import { platformProblems } from '../../platform/problems/platform-problems';
import { salesProblems } from '../problems';
import { InvoiceLineRecord, InvoiceRecord, InvoiceVatRecord } from '../records';
import type { PricedInvoice, PricedLine } from './price-lines';

/** An invoice as kept: its record, its lines in order and its VAT by rising rate. */
export interface InvoiceContent {
  readonly invoice: InvoiceRecord;
  readonly lines: readonly (PricedLine & { readonly id: number })[];
  readonly vat: PricedInvoice['vat'];
}

/** @throws not-found */
export async function readContent(tx: Tx, id: number): Promise<InvoiceContent> {
  const invoice = await tx.findOneByOrFail(InvoiceRecord, { id });
  return contentOf(tx, invoice);
}

/**
 * Reads an invoice to change or post it, and holds it until the transaction ends.
 * @throws not-found, stale-version where a version is given, invoice-posted
 */
export async function lockDraft(tx: Tx, id: number, version?: number): Promise<InvoiceRecord> {
  const invoice = await tx.findOne(InvoiceRecord, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!invoice) throw platformProblems.create('not-found');
  if (invoice.status === 'posted') throw salesProblems.create('invoice-posted');
  if (version !== undefined && invoice.version !== version) throw platformProblems.create('stale-version');
  return invoice;
}

export async function contentOf(tx: Tx, invoice: InvoiceRecord): Promise<InvoiceContent> {
  const rows: (PricedLine & { id: number })[] = await tx.query(LINES, [invoice.id]);
  const lines = rows.map((line) => ({
    ...line,
    unitPriceExclVat: line.unitPriceExclVat === null ? null : unitPrice(line.unitPriceExclVat),
    netUnitPriceExclVat: unitPrice(line.netUnitPriceExclVat),
  }));
  const vat = await tx.find(InvoiceVatRecord, { where: { invoiceId: invoice.id }, order: { rate: 'ASC' } });
  return { invoice, lines, vat: vat.map(({ rate, base, amount }) => ({ rate, base, amount })) };
}

/** The database pads to six decimals; two or more as needed are what people read. */
function unitPrice(text: string): string {
  return Rational.parse(text).toExactText(2);
}

/** Replaces the lines and sums of a draft. */
export async function writeContent(tx: Tx, invoice: InvoiceRecord, content: PricedInvoice): Promise<InvoiceRecord> {
  const { totalExclVat, totalVat, totalInclVat } = content;
  const saved = await tx.save(InvoiceRecord, Object.assign(invoice, { totalExclVat, totalVat, totalInclVat }));
  await tx.delete(InvoiceLineRecord, { invoiceId: saved.id });
  await tx.delete(InvoiceVatRecord, { invoiceId: saved.id });
  await tx.query(INSERT_LINES, [saved.id, JSON.stringify(content.lines)]);
  await tx.query(INSERT_VAT, [saved.id, JSON.stringify(content.vat)]);
  return saved;
}

const LINES = `
  SELECT l.id, l.edition_id AS "editionId", l.origin_line_id AS "originLineId", l.isbn13, e.product_form AS "productForm",
    l.description, l.detail, l.quantity, l.retail_price_incl_vat AS "retailPriceInclVat", l.unit_price_excl_vat AS "unitPriceExclVat",
    l.discount_rate AS "discountRate", l.vat_rate AS "vatRate", l.net_unit_price_excl_vat AS "netUnitPriceExclVat",
    l.exact_product AS "exactProduct", l.amount_excl_vat AS "amountExclVat"
  FROM invoice_line l LEFT JOIN edition e ON e.id = l.edition_id WHERE l.invoice_id = $1 ORDER BY l.position`;

const INSERT_LINES = `
  INSERT INTO invoice_line (invoice_id, position, edition_id, origin_line_id, isbn13, description, detail, quantity,
    retail_price_incl_vat, unit_price_excl_vat, discount_rate, vat_rate, net_unit_price_excl_vat, exact_product, amount_excl_vat)
  SELECT $1, (line.position)::int, (v ->> 'editionId')::int, (v ->> 'originLineId')::int, v ->> 'isbn13', v ->> 'description',
    v ->> 'detail', (v ->> 'quantity')::int, (v ->> 'retailPriceInclVat')::numeric, (v ->> 'unitPriceExclVat')::numeric,
    (v ->> 'discountRate')::numeric, (v ->> 'vatRate')::numeric, (v ->> 'netUnitPriceExclVat')::numeric, v ->> 'exactProduct',
    (v ->> 'amountExclVat')::numeric
  FROM jsonb_array_elements($2::jsonb) WITH ORDINALITY AS line (v, position)`;

const INSERT_VAT = `
  INSERT INTO invoice_vat (invoice_id, rate, base, amount)
  SELECT $1, (v ->> 'rate')::numeric, (v ->> 'base')::numeric, (v ->> 'amount')::numeric FROM jsonb_array_elements($2::jsonb) v`;
