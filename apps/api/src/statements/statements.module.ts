import './records';

import { Module } from '@nestjs/common';

import { RoyaltiesModule } from '../royalties';
import { ClosingArchive } from './closing-archive';
import { CoveringController } from './covering/covering-controller';
import { CoveringDocuments } from './covering/covering-documents';
import { MakeClosingDocuments } from './make-closing-documents';
import { ReadSendings } from './sending/read-sendings';
import { SendStatements } from './sending/send-statements';
import { SendingController } from './sending/sending-controller';
import { StatementDocumentController } from './statement-document-controller';
import { StatementDocuments } from './statement-documents';

@Module({
  imports: [RoyaltiesModule],
  controllers: [StatementDocumentController, CoveringController, SendingController],
  providers: [
    StatementDocuments,
    CoveringDocuments,
    MakeClosingDocuments,
    ClosingArchive,
    SendStatements,
    ReadSendings,
  ],
  exports: [StatementDocuments, CoveringDocuments, MakeClosingDocuments],
})
export class StatementsModule {}
