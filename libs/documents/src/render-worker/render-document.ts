import { certificatePdf, type CertificateData } from '../certificates';
import { coveringPdf, type CoveringData } from '../covering';
import { invoicePdf, invoiceXlsx, type InvoiceData } from '../invoices';
import { statementPdf, statementXlsx, type StatementData } from '../statements';

/** One document to make: plain data that a worker thread or a job can be handed. */
export type RenderRequest =
  | { readonly kind: 'statement'; readonly format: 'pdf' | 'xlsx'; readonly data: StatementData }
  | { readonly kind: 'covering'; readonly format: 'pdf'; readonly data: CoveringData }
  | { readonly kind: 'invoice'; readonly format: 'pdf' | 'xlsx'; readonly data: InvoiceData }
  | { readonly kind: 'certificate'; readonly format: 'pdf'; readonly data: CertificateData };

/** The bytes of one document. Safe to call concurrently: nothing is shared but the parsed fonts, which never change. */
export function renderDocument(request: RenderRequest): Promise<Uint8Array> {
  if (request.kind === 'statement') {
    return request.format === 'pdf' ? statementPdf(request.data) : statementXlsx(request.data);
  }
  if (request.kind === 'certificate') return certificatePdf(request.data);
  if (request.kind === 'covering') return coveringPdf(request.data);
  return request.format === 'pdf' ? invoicePdf(request.data) : invoiceXlsx(request.data);
}
