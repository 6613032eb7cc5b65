import './records';

import { Module } from '@nestjs/common';

import { RoyaltiesModule } from '../royalties';
import { ClosingArchive } from './closing-archive';
import { MakeClosingDocuments } from './make-closing-documents';
import { ReadSendings } from './sending/read-sendings';
import { SendStatements } from './sending/send-statements';
import { SendingController } from './sending/sending-controller';
import { StatementDocumentController } from './statement-document-controller';
import { StatementDocuments } from './statement-documents';

@Module({
  imports: [RoyaltiesModule],
  controllers: [StatementDocumentController, SendingController],
  providers: [StatementDocuments, MakeClosingDocuments, ClosingArchive, SendStatements, ReadSendings],
  exports: [StatementDocuments, MakeClosingDocuments],
})
export class StatementsModule {}
