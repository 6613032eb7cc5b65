import './problems';
import './records';

import { Module } from '@nestjs/common';

import { PaymentAdvice } from './advice/payment-advice';
import { BalanceController } from './balances/balance-controller';
import { ReleaseBalance } from './balances/release-balance';
import { CertificatePapers } from './certificates/certificate-papers';
import { PaymentController } from './payment-controller';
import { RecordPayment } from './record-payment';
import { RejectPayment } from './reject-payment';
import { ApproveRun } from './runs/approve-run';
import { DownloadFile } from './runs/download-file';
import { DraftRun } from './runs/draft-run';
import { ExecuteRun } from './runs/execute-run';
import { ExportRun } from './runs/export-run';
import { ReadRuns } from './runs/read-runs';
import { PaymentRunController } from './runs/run-controller';
import { SettlePayments } from './settle/settle-payments';
import { taxPaperControllers, taxPaperProviders } from './tax-papers';

@Module({
  controllers: [BalanceController, PaymentRunController, PaymentController, ...taxPaperControllers],
  providers: [
    ...taxPaperProviders,
    ...[SettlePayments, PaymentAdvice, RecordPayment, RejectPayment, ReleaseBalance],
    ...[ReadRuns, DraftRun, ApproveRun, ExportRun, DownloadFile, ExecuteRun],
  ],
  exports: [DraftRun, ApproveRun, ExportRun, ExecuteRun, RecordPayment, CertificatePapers],
})
export class PaymentsModule {}
