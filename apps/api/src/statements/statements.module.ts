import './records';

import { Module } from '@nestjs/common';

import { RoyaltiesModule } from '../royalties';
import { ClosingArchive } from './closing-archive';
import { MakeClosingDocuments } from './make-closing-documents';
import { StatementDocumentController } from './statement-document-controller';
import { StatementDocuments } from './statement-documents';

@Module({
  imports: [RoyaltiesModule],
  controllers: [StatementDocumentController],
  providers: [StatementDocuments, MakeClosingDocuments, ClosingArchive],
  exports: [StatementDocuments, MakeClosingDocuments],
})
export class StatementsModule {}
