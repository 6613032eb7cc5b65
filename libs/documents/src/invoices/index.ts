export type * from './invoice-data';
export { invoiceDefinition, invoicePdf } from './invoice-pdf';
export { invoiceXlsx } from './invoice-xlsx';
