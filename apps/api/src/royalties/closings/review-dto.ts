import { IsIn } from 'class-validator';

/** The statements before of those that have one, added up. */
export class FiguresBefore {
  statements: number;
  earned: string;
  gross: string;
  net: string;
}

/** A contract of the period before that has no statement in this one. */
export class GoneContract {
  contractId: number;
  contractReference: string;
  contributorName: string;
  workTitle: string;
  /** Its statement of the period before. */
  statementId: number;
  earned: string;
  net: string;
  /** It ended; or it is in force, and absent all the same. */
  @IsIn(['terminated', 'absent'])
  reason: 'terminated' | 'absent';
}

/** What a closing changes against the statements before. */
export class ClosingReview {
  changed: number;
  /** Without a statement before. */
  fresh: number;
  /** By more than three tenths. */
  large: number;
  /** Nothing to pay. */
  zero: number;
  gaps: number;
  before: FiguresBefore;
  gone: GoneContract[];
}
