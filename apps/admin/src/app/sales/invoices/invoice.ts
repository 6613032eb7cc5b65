import type { InvoiceRow } from '@colophon/api-client';
import type { Meaning } from '@colophon/ui/status';

export const INVOICES = '/ventes/factures';

export type InvoiceState = 'draft' | 'posted' | 'overdue' | 'credited';

/** What a reader asks of an invoice at a glance. */
export function stateOf(
  invoice: Pick<InvoiceRow, 'status' | 'overdue'> & { readonly leftInclVat?: string | null },
): InvoiceState {
  if (invoice.status === 'draft') return 'draft';
  if (invoice.overdue) return 'overdue';
  return invoice.leftInclVat === '0.00' ? 'credited' : 'posted';
}

/** The word for it, in the gender of the document: « facture émise », « avoir émis ». */
export function stateWord(invoice: Parameters<typeof stateOf>[0] & Pick<InvoiceRow, 'kind'>): string {
  const state = stateOf(invoice);
  const masculine = state === 'posted' && invoice.kind === 'credit-note' ? '-credit-note' : '';
  return `sales.invoices.statuses.${state}${masculine}`;
}

export const meaningOf: Readonly<Record<InvoiceState, Meaning>> = {
  draft: 'neutral',
  posted: 'done',
  overdue: 'late',
  credited: 'blocked',
};
