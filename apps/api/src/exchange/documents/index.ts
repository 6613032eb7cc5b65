export { DocumentsExportModule } from './documents-export.module';
export { WriteDocuments, type WrittenDocument } from './write-documents';
