export { StatementsModule } from './statements.module';
export { MakeClosingDocuments } from './make-closing-documents';
export { StatementDocuments } from './statement-documents';
export { CoveringDocuments, type CoveringKey } from './covering/covering-documents';
