import './records';
import './income/records';

import { Module } from '@nestjs/common';

import { closingControllers, closingProviders } from './closings/closing-providers';
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
    ...closingControllers,
    RoyaltyController,
    RateController,
    ReceiptController,
    LicenceController,
    RightsIncomeController,
  ],
  providers: [...closingProviders, PreviewPrintRun, SaveRate, RecordReceipt, SaveLicence, RecordRightsIncome],
  exports: closingProviders,
})
export class RoyaltiesModule {}
