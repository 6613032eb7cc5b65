import { ApproveClosing } from './approve-closing';
import { CheckClosing } from './check-list/check-closing';
import { CloseClosing } from './close-closing';
import { ClosingChecksController } from './closing-checks-controller';
import { ClosingController } from './closing-controller';
import { DraftClosing } from './draft-closing';
import { ReadDueStatements } from './due-statements';
import { ReadClosings } from './read-closings';
import { ReadStatements } from './read-statements';
import { ReviewClosing } from './review-closing';
import { VerifyClosing } from './verify-closing';

/** What the module of royalties takes from closings. */
export const closingControllers = [ClosingController, ClosingChecksController];
export const closingProviders = [
  ...[ReadClosings, ReadStatements, ReadDueStatements],
  ...[DraftClosing, CheckClosing, ReviewClosing, ApproveClosing, CloseClosing, VerifyClosing],
];
