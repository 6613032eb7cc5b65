import './records';

import { Module } from '@nestjs/common';

import { CatalogueModule } from '../catalogue';
import { ContractsModule } from '../contracts';
import { PartiesModule } from '../parties';
import { SalesModule } from '../sales';
import { StatementsModule } from '../statements';
import { ApplyImport } from './apply-import';
import { Batches } from './batches';
import { CheckImport } from './check-import';
import { ExportController } from './export-controller';
import { ExportEverything } from './exports/export-everything';
import { WriteDocuments } from './exports/write-documents';
import { ImportController } from './import-controller';
import { ImportDirectory } from './import-directory';
import { ImportContracts } from './kinds/import-contracts';
import { ImportContributors } from './kinds/import-contributors';
import { ImportFigures } from './kinds/import-figures';
import { ImportPointsOfSale } from './kinds/import-points-of-sale';
import { ImportPrintRuns } from './kinds/import-print-runs';
import { ImportTitles } from './kinds/import-titles';
import { TitleWrites } from './kinds/title-writes';
import { ReadImport } from './read-import';
import { RunImport } from './run/run-import';
import { UndoImport } from './undo-import';

const kinds = [ImportContracts, ImportContributors, ImportFigures, ImportPointsOfSale, ImportPrintRuns, ImportTitles];

@Module({
  imports: [PartiesModule, CatalogueModule, ContractsModule, SalesModule, StatementsModule],
  controllers: [ImportController, ExportController],
  providers: [
    ...kinds,
    TitleWrites,
    RunImport,
    Batches,
    CheckImport,
    ApplyImport,
    UndoImport,
    ReadImport,
    ImportDirectory,
    ExportEverything,
    WriteDocuments,
  ],
  exports: [ImportDirectory, ExportEverything, WriteDocuments, CheckImport, ApplyImport, UndoImport, ReadImport],
})
export class ExchangeModule {}
