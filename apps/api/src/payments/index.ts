export { PaymentsModule } from './payments.module';
export { ApproveRun } from './runs/approve-run';
export { DraftRun } from './runs/draft-run';
export { ExecuteRun } from './runs/execute-run';
export { ExportRun } from './runs/export-run';
export { RecordPayment } from './record-payment';
export { AfterPayments, type PaymentFollower } from './settle/after-payments';
export type { ExecutedItem, ExecutedPayment } from './settle/load-executed';
export { RoyaltyPaymentItemRecord, RoyaltyPaymentRecord } from './records';
