import './records';

import { Module } from '@nestjs/common';

import { CloseClosing } from './closings/close-closing';
import { ClosingController } from './closings/closing-controller';
import { DraftClosing } from './closings/draft-closing';
import { ReadClosings } from './closings/read-closings';
import { PreviewPrintRun } from './print-run-preview';
import { RateController } from './rates/rate-controller';
import { SaveRate } from './rates/save-rate';
import { RoyaltyController } from './royalty-controller';

@Module({
  controllers: [ClosingController, RoyaltyController, RateController],
  providers: [ReadClosings, DraftClosing, CloseClosing, PreviewPrintRun, SaveRate],
  exports: [DraftClosing, CloseClosing, ReadClosings],
})
export class RoyaltiesModule {}
