export { ApplyImport } from './apply-import';
export { CheckImport } from './check-import';
export { ExchangeModule } from './exchange.module';
export { ExportEverything, type ExportedTable } from './exports/export-everything';
export { WriteDocuments, type WrittenDocument } from './exports/write-documents';
export { ImportDirectory, type ImportedDirectory } from './import-directory';
export { ReadImport } from './read-import';
export { UndoImport } from './undo-import';
