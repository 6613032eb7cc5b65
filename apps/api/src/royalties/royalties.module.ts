import './records';
import './income/records';

import { Module } from '@nestjs/common';

import { CloseClosing } from './closings/close-closing';
import { ClosingController } from './closings/closing-controller';
import { DraftClosing } from './closings/draft-closing';
import { ReadClosings } from './closings/read-closings';
import { LicenceController } from './income/licence-controller';
import { ReceiptController } from './income/receipt-controller';
import { RecordReceipt } from './income/record-receipt';
import { RecordRightsIncome } from './income/record-rights-income';
import { RightsIncomeController } from './income/rights-income-controller';
import { SaveLicence } from './income/save-licence';
import { PreviewPrintRun } from './print-run-preview';
import { RateController } from './rates/rate-controller';
import { SaveRate } from './rates/save-rate';
import { RoyaltyController } from './royalty-controller';

@Module({
  controllers: [
    ClosingController,
    RoyaltyController,
    RateController,
    ReceiptController,
    LicenceController,
    RightsIncomeController,
  ],
  providers: [
    ReadClosings,
    DraftClosing,
    CloseClosing,
    PreviewPrintRun,
    SaveRate,
    RecordReceipt,
    SaveLicence,
    RecordRightsIncome,
  ],
  exports: [DraftClosing, CloseClosing, ReadClosings],
})
export class RoyaltiesModule {}
