import { bookForms, isDigital } from '@colophon/domain/catalogue';
import { Rate } from '@colophon/domain/money';

import type { Tx } from '../../platform/database/database';
import { problemText, sentence, type Details, type FieldReference } from '../../platform/problems/problem';
import { bookStock } from '../../stock';
import type { InvoiceWarning } from './invoice-response-dto';
import type { Buyer } from './parties-snapshot';
import type { PricedLine } from './price-lines';

/** Law 81-766 of 10 August 1981, article 3: 9 % at most for libraries and public bodies, on books. */
const LIBRARY_CAP = Rate.parse('9');

export interface WarnedInvoice {
  readonly kind: 'invoice' | 'credit-note';
  readonly buyer: Buyer;
  readonly lines: readonly PricedLine[];
  readonly discountReason: string | null;
}

/** Lines whose discount the law does not allow this customer; a reason given lets them through. */
export function discountsOverCap({ buyer, lines }: WarnedInvoice): FieldReference[] {
  if (buyer.kind !== 'library') return [];
  return lines.flatMap((line, index): FieldReference[] => {
    const isBook = line.productForm !== null && bookForms.includes(line.productForm);
    if (!isBook || Rate.parse(line.discountRate).compare(LIBRARY_CAP) <= 0) return [];
    const details = { discount: line.discountRate, cap: LIBRARY_CAP.toString() };
    return [{ pointer: `/lines/${index}/discountRate`, code: 'discount-over-cap', details }];
  });
}

/** Copies in stock of each line's edition; undefined for what has no stock. */
export async function stockOfLines(tx: Tx, lines: readonly PricedLine[]): Promise<(number | undefined)[]> {
  const stock = await bookStock(
    tx,
    lines.flatMap((line) => (hasStock(line) ? line.editionId : [])),
  );
  return lines.map((line) => (hasStock(line) ? (stock.get(line.editionId) ?? 0) : undefined));
}

/** Whether a line takes copies from a shelf: a free line, an e-book or a download do not. */
export function hasStock(line: PricedLine): line is PricedLine & { editionId: number } {
  return line.editionId !== null && line.productForm !== null && !isDigital(line.productForm);
}

/** What to know before posting, in the reader's language. */
export function warningsOf(
  invoice: WarnedInvoice,
  stock: readonly (number | undefined)[],
  locale: 'fr' | 'en',
): InvoiceWarning[] {
  if (invoice.kind === 'credit-note') return [];
  const caps = discountsOverCap(invoice).map((found) => warning(found, !invoice.discountReason, locale));
  const short = shortages(invoice.lines, stock).map((found) => warning(found, true, locale));
  return [...caps, ...short, ...sirenWarning(invoice.buyer, locale)];
}

function shortages(lines: readonly PricedLine[], stock: readonly (number | undefined)[]): FieldReference[] {
  return lines.flatMap((line, index): FieldReference[] => {
    const available = stock[index];
    const same = lines.filter((other) => other.editionId === line.editionId);
    const wanted = same.reduce((sum, other) => sum + other.quantity, 0);
    if (available === undefined || wanted <= available || same[0] !== line) return [];
    const details = { title: line.description, available, wanted };
    return [{ pointer: `/lines/${index}/quantity`, code: 'stock-insufficient', details }];
  });
}

/** Decree 2022-1299 wants the SIREN of a professional in France; an author or a club may have none. */
function sirenWarning(buyer: Buyer, locale: 'fr' | 'en'): InvoiceWarning[] {
  const abroad = (buyer.billingAddress.country ?? 'FR') !== 'FR';
  if (buyer.siren || abroad || buyer.kind === 'author' || buyer.kind === 'association') return [];
  const found = { pointer: '/pointOfSaleId', code: 'customer-siren-missing', details: { name: buyer.name } };
  return [warning(found, false, locale)];
}

function warning({ pointer, code, details }: FieldReference, blocking: boolean, locale: 'fr' | 'en'): InvoiceWarning {
  const text = problemText(code);
  if (!text) throw new Error(`The warning “${code}” has no sentence.`);
  return { pointer, code, blocking, detail: sentence(text, locale, (details ?? {}) as Details) };
}
