import type { Address } from '../../parties';
import { Problem, type FieldReference } from '../../platform/problems/problem';
import { salesProblems } from '../problems';
import { discountsOverCap, type WarnedInvoice } from './invoice-warnings';
import type { Parties } from './parties-snapshot';

/**
 * What the law wants to know of both sides before an invoice may leave (CGI ann. II 242 nonies A, Code de commerce
 * L441-9 and R123-237).
 * @throws house-incomplete with one field for each thing missing, customer-incomplete
 */
export function checkParties({ seller, buyer }: Parties): void {
  const missing: FieldReference[] = [];
  if (!seller.legalName.trim()) missing.push({ pointer: '/house/legalName', code: 'house-legal-name-missing' });
  if (!seller.siren) missing.push({ pointer: '/house/siren', code: 'house-siren-missing' });
  if (seller.vatLiable && !seller.vatNumber) {
    missing.push({ pointer: '/house/vatNumber', code: 'house-vat-number-missing' });
  }
  const { line1, postalCode, city } = seller.address;
  if (!line1 || !postalCode || !city) missing.push({ pointer: '/house/address', code: 'house-address-missing' });
  if (missing.length > 0) throw salesProblems.create('house-incomplete', {}, missing);
  if (!buyer.name.trim() || !isAddressed(buyer.billingAddress)) {
    throw salesProblems.create('customer-incomplete', { name: buyer.name });
  }
}

function isAddressed({ line1, city }: Address): boolean {
  return Boolean(line1?.trim() && city?.trim());
}

/** @throws discount-over-cap, one field a line, unless a reason is given (law 81-766, article 3). */
export function checkDiscounts(invoice: WarnedInvoice): void {
  const over = discountsOverCap(invoice);
  const first = over[0];
  if (first && !invoice.discountReason) throw new Problem(first.code, first.details, over);
}
