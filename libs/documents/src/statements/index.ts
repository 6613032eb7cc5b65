export type * from './book-data';
export type * from './statement-data';
export { statementDefinition, statementPdf } from './statement-pdf';
export { statementSheets, statementXlsx } from './statement-xlsx';
