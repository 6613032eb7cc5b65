/**
 * Each posted document carries the hash of its content and of the document before it in its series, so that nobody,
 * with whatever access to the database, can change, insert or remove one without the chain showing it.
 */
import { createHash } from 'node:crypto';

import type { Tx } from '../../platform/database/database';
import { InvoiceRecord } from '../records';
import { contentOf, type InvoiceContent } from './invoice-content';

/** SHA-256, in hexadecimal, of the document's canonical JSON followed by the previous document's hash. */
export function invoiceHash(content: InvoiceContent, previousHash: string | null): string {
  const text = `${canonical(hashed(content))}\n${previousHash ?? ''}`;
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** What the hash covers: all that is printed, as stored. */
function hashed({ invoice, lines, vat }: InvoiceContent): object {
  const { kind, number, issueDate, supplyDate, dueDate, originInvoiceId, purchaseOrderNumber, note } = invoice;
  const { seller, buyer, paymentTerms, vatRegime, totalExclVat, totalVat, totalInclVat } = invoice;
  return {
    ...{ kind, number, issueDate, supplyDate, dueDate, originInvoiceId, purchaseOrderNumber, note },
    ...{ seller, buyer, paymentTerms, vatRegime, totalExclVat, totalVat, totalInclVat, vat },
    // The form of an edition is the catalogue's to correct: it is not part of what was invoiced.
    lines: lines.map(({ productForm: _form, id: _id, ...line }) => line),
  };
}

/** JSON with sorted members and without absent ones: the same content is the same text wherever it was stored. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const members = Object.entries(value).filter(([, member]) => member !== undefined && member !== null);
  const sorted = members.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${sorted.map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`).join(',')}}`;
}

/** A document whose hash, number or predecessor is not what it should be. */
export interface BrokenLink {
  readonly id: number;
  readonly number: string;
}

/**
 * Computes the chain of every series again.
 * @returns the documents that do not fit, none where nothing was tampered with
 */
export async function brokenLinks(tx: Tx): Promise<BrokenLink[]> {
  const invoices = await tx.find(InvoiceRecord, { where: { status: 'posted' }, order: { number: 'ASC' } });
  const last = new Map<string, { hash: string | null; count: number }>();
  const broken: BrokenLink[] = [];
  for (const invoice of invoices) {
    const [series = '', count = ''] = (invoice.number ?? '').split('-');
    const before = last.get(series) ?? { hash: null, count: 0 };
    const expected = invoiceHash(await contentOf(tx, invoice), before.hash);
    const fits =
      invoice.previousHash === before.hash && invoice.hash === expected && Number(count) === before.count + 1;
    if (!fits) broken.push({ id: invoice.id, number: invoice.number ?? '' });
    last.set(series, { hash: invoice.hash, count: Number(count) });
  }
  return broken;
}
