import { ApproveClosing } from './approve-closing';
import { CloseClosing } from './close-closing';
import { ClosingController } from './closing-controller';
import { DraftClosing } from './draft-closing';
import { ReadClosings } from './read-closings';
import { ReadStatements } from './read-statements';
import { ReviewClosing } from './review-closing';

/** What the module of royalties takes from closings. */
export const closingControllers = [ClosingController];
export const closingProviders = [
  ReadClosings,
  ReadStatements,
  DraftClosing,
  ReviewClosing,
  ApproveClosing,
  CloseClosing,
];
