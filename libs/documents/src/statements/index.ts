export type * from './book-data';
export type * from './statement-data';
export { recapWithNotes, type RecapPart } from './recap-table';
export { statementDefinition, statementPdf } from './statement-pdf';
export { statementSheets, statementXlsx } from './statement-xlsx';
export { voiceOf } from './voice';
