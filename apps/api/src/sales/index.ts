export { SalesModule } from './sales.module';
export { InvoiceDocumentRecord, InvoiceLineRecord, InvoiceRecord, InvoiceVatRecord } from './records';
export { brokenLinks, type BrokenLink } from './invoices/invoice-hash';
export { DraftCreditNote } from './invoices/draft-credit-note';
export { PostInvoice, type PostedInvoice } from './invoices/post-invoice';
export { RenderInvoice, type InvoiceFile } from './invoices/render-invoice';
export { SaveInvoiceDraft } from './invoices/save-invoice-draft';
export type { CreditNoteInput, InvoiceInput, InvoiceLineInput, PostInvoiceInput } from './invoices/invoice-dto';
