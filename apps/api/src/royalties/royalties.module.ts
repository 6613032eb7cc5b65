import './records';
import './history-names';
import './paid-gross/records';
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
import { rateControllers, rateProviders } from './rates/rate-providers';
import { RoyaltyController } from './royalty-controller';
import { Simulate } from './simulator/simulate';
import { SimulatorController } from './simulator/simulator-controller';

@Module({
  controllers: [
    ...closingControllers,
    RoyaltyController,
    ...rateControllers,
    ReceiptController,
    LicenceController,
    RightsIncomeController,
    SimulatorController,
  ],
  providers: [
    ...closingProviders,
    ...rateProviders,
    PreviewPrintRun,
    Simulate,
    RecordReceipt,
    SaveLicence,
    RecordRightsIncome,
  ],
  exports: closingProviders,
})
export class RoyaltiesModule {}
