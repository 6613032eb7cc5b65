export { StatementsModule } from './statements.module';
export { MakeClosingDocuments } from './make-closing-documents';
export { StatementDocuments } from './statement-documents';
export { COVERED, CoveringDocuments, type CoveringKey } from './covering/covering-documents';
