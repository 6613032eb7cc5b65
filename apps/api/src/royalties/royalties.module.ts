import './records';

import { Module } from '@nestjs/common';

import { CloseClosing } from './closings/close-closing';
import { ClosingController } from './closings/closing-controller';
import { DraftClosing } from './closings/draft-closing';
import { ReadClosings } from './closings/read-closings';
import { PreviewPrintRun } from './print-run-preview';
import { RoyaltyController } from './royalty-controller';

@Module({
  controllers: [ClosingController, RoyaltyController],
  providers: [ReadClosings, DraftClosing, CloseClosing, PreviewPrintRun],
  exports: [DraftClosing, CloseClosing, ReadClosings],
})
export class RoyaltiesModule {}
