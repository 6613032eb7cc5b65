import './records';

import { Module } from '@nestjs/common';

import { AcceptPrintRun } from './accepted-runs/accept-print-run';
import { AcceptedRunController } from './accepted-runs/accepted-run-controller';
import { CorrectPrintRun } from './accepted-runs/correct-print-run';
import { CorrectMovement } from './correct-movement';
import { CountStock } from './count-stock';
import { StockController } from './stock-controller';
import { TakeCopies } from './take-copies';

@Module({
  controllers: [StockController, AcceptedRunController],
  providers: [TakeCopies, CountStock, CorrectMovement, AcceptPrintRun, CorrectPrintRun],
  exports: [AcceptPrintRun, CountStock],
})
export class StockModule {}
