import { addsUp, isZero, type Decimal } from '../locale';
import type { InvoiceData } from './invoice-data';

/**
 * Refuses what must not leave the house: totals that their own lines contradict, a credit note that names no invoice
 * (CGI ann. II 242 nonies A), a rate of 0 without its reason. Throws `Error`: the data was built wrong upstream.
 */
export function checkInvoice(data: InvoiceData): void {
  if (data.lines.length === 0) refuse(data, 'it has no line');
  if (data.kind === 'creditNote' && (data.corrects ?? []).length === 0)
    refuse(data, 'a credit note names the invoice it corrects');
  if (data.kind === 'invoice' && data.terms.dueDate === null) refuse(data, 'an invoice has a due date');
  if (data.vat.some((total) => isZero(total.rate) && !total.exemption))
    refuse(data, 'a VAT rate of 0 needs its exemption');
  total(
    data,
    'totalExclVat',
    data.lines.map((line) => line.amountExclVat),
  );
  total(
    data,
    'totalExclVat',
    data.vat.map((line) => line.base),
  );
  total(
    data,
    'totalVat',
    data.vat.map((line) => line.amount),
  );
  total(data, 'totalInclVat', [data.totalExclVat, data.totalVat]);
}

function total(data: InvoiceData, name: 'totalExclVat' | 'totalVat' | 'totalInclVat', parts: readonly Decimal[]): void {
  if (!addsUp(parts, data[name]))
    refuse(data, `${name} is ${data[name]}, its parts are ${parts.slice(0, 8).join(' + ')}`);
}

function refuse(data: InvoiceData, reason: string): never {
  throw new Error(`Invoice ${data.number ?? '(draft)'} cannot be printed: ${reason}.`);
}
