import './records';

import { Module } from '@nestjs/common';

import { AdvancePrintRun } from './advance-print-run';
import { PlanPrintRun } from './plan-print-run';
import { PrintRunController } from './print-run-controller';

@Module({
  controllers: [PrintRunController],
  providers: [PlanPrintRun, AdvancePrintRun],
  exports: [PlanPrintRun],
})
export class PrintRunsModule {}
