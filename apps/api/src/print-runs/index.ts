export { acceptRun } from './accept-run';
export { createAcceptedRuns, type AcceptedRun } from './create-accepted-runs';
export type { Acceptance } from './frozen-terms';
export { correctRun, type RunCorrection } from './correct-run';
export { PlanPrintRun } from './plan-print-run';
export { PrintRunAcceptance, PrintRunCorrectionInput, PrintRunPlan, PrintRunResponse } from './print-run-dto';
export { PrintRunsModule } from './print-runs.module';
export { readPrintRun } from './read-print-run';
export { PrintRunCorrectionRecord, PrintRunRecord } from './records';
