export { RoyaltiesModule } from './royalties.module';
export { CloseClosing, DOCUMENTS_TASK } from './closings/close-closing';
export { refuseWhileClosing } from './closings/refuse-while-closing';
export { DraftClosing } from './closings/draft-closing';
export { ClosingInput } from './closings/closing-dto';
export { ReadClosings } from './closings/read-closings';
export { ClosingRecord, RoyaltyStatementRecord } from './records';
export type { StatementSnapshot, SnapshotEdition } from './statement-content/snapshot';
export { insertReceipt } from './income/record-receipt';
