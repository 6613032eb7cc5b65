import { Module } from '@nestjs/common';

import { SalesModule } from '../../sales';
import { StatementsModule } from '../../statements';
import { WriteDocuments } from './write-documents';

@Module({ imports: [SalesModule, StatementsModule], providers: [WriteDocuments], exports: [WriteDocuments] })
export class DocumentsExportModule {}
