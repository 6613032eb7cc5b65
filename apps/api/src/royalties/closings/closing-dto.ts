import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  MaxLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';

import { ListQuery } from '../../platform/lists/list-query';
import { IsCalendarDate } from '../../platform/validation/checks';

export const closingKinds = ['period', 'print-run'] as const;
export type ClosingKind = (typeof closingKinds)[number];

/** What to close: a period, or one accepted print run and its contracts. */
export class ClosingInput {
  @IsIn(closingKinds)
  kind: ClosingKind;

  /** First day of the period; only for a period. */
  @ValidateIf((input: ClosingInput) => input.kind === 'period')
  @IsCalendarDate()
  periodFrom?: string;

  /** Last day of the period; only for a period. */
  @ValidateIf((input: ClosingInput) => input.kind === 'period')
  @IsCalendarDate()
  periodTo?: string;

  /** Only for a print run. */
  @ValidateIf((input: ClosingInput) => input.kind === 'print-run')
  @IsInt()
  printRunId?: number;

  /** When it is planned to pay: it decides the rates of the withholding, so it has no default. */
  @IsCalendarDate()
  paymentDate: string;
}

/** Why the stock of a statement does not balance; printed on it. */
export class GapReason {
  @IsInt()
  statementId: number;

  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  reason: string;
}

export class GapReasonsInput {
  @IsArray()
  @ArrayMaxSize(2000)
  @ValidateNested({ each: true })
  @Type(() => GapReason)
  reasons: GapReason[];
}

export class ClosingTotals {
  statements: number;
  earned: string;
  adjustments: string;
  recouped: string;
  carriedOut: string;
  gross: string;
  net: string;
  gaps: number;
  unexplainedGaps: number;
}

export class ClosingResponse {
  id: number;
  version: number;
  @IsIn(closingKinds)
  kind: ClosingKind;
  @IsIn(['draft', 'closed'])
  status: 'draft' | 'closed';
  periodFrom: string | null;
  periodTo: string;
  printRunId: number | null;
  /** « Title, run 2 » for a closing of a print run. */
  printRunLabel: string | null;
  paymentDate: string;
  closedAt: string | null;
  closedBy: string | null;
  totals: ClosingTotals;
  /** The task that makes the documents, once closed. */
  documentsTaskId: number | null;
}

export class ClosingPage {
  items: ClosingResponse[];
  nextCursor: string | null;
  total: number;
  totalIsCapped: boolean;
}

export class ClosingQuery extends ListQuery {
  @IsOptional()
  @IsIn(['draft', 'closed'])
  status?: 'draft' | 'closed';
}

export class StatementRow {
  id: number;
  closingId: number;
  number: string | null;
  contractId: number;
  contractReference: string;
  contributorId: number;
  contributorName: string;
  workTitle: string;
  statementDate: string;
  paymentDate: string;
  @IsIn(['draft', 'closed'])
  status: 'draft' | 'closed';
  earned: string;
  adjustments: string;
  recouped: string;
  unrecouped: string;
  carriedOut: string;
  gross: string;
  net: string;
  hasGap: boolean;
  /** Copies that went out without having come in, over all editions. */
  gap: number;
  gapReason: string | null;
}

export class StatementPage {
  items: StatementRow[];
  nextCursor: string | null;
  total: number;
  totalIsCapped: boolean;
  totals?: Record<string, string>;
}

export class StatementQuery extends ListQuery {
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  closingId?: number;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  contractId?: number;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  contributorId?: number;

  @IsOptional()
  @IsIn(['draft', 'closed'])
  status?: 'draft' | 'closed';

  @IsOptional()
  @IsIn(['true', 'false'])
  hasGap?: 'true' | 'false';
}

/** A statement with the trace of each of its amounts. */
export class StatementResponse extends StatementRow {
  carriedIn: string;
  issuedOn: string | null;
  contentHash: string | null;
  /** First day of the stock's account: the period's, or the day after the statement before it. */
  periodFrom: string;
  periodTo: string;
  /** This contract's statements closed before this one, the first at 0: an adjustment names the one it corrects. */
  statementNumbers: string[];
  /** The engine's result as issued: lines, runs, adjustments, withholding, each with its trace (`docs/royalties.md`). */
  @ApiProperty({ type: Object, additionalProperties: true })
  result: object;
  /** The stock equation of each edition over the period. */
  @ApiProperty({ type: Object, additionalProperties: true })
  book: object;
}
