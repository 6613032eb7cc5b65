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

export const closingKinds = ['period', 'print-run', 'termination'] as const;
export type ClosingKind = (typeof closingKinds)[number];

export const contractChoices = ['all', 'due'] as const;
export type ContractChoice = (typeof contractChoices)[number];

/** What to close: a period, one accepted print run and its contracts, or a terminated contract. */
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

  /** Of a period: every contract (the default), or those whose frequency makes them due on its last day. */
  @IsOptional()
  @IsIn(contractChoices)
  contracts?: ContractChoice;

  /** Only for a termination. */
  @ValidateIf((input: ClosingInput) => input.kind === 'termination')
  @IsInt()
  contractId?: number;

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
  @IsIn(contractChoices)
  contracts: ContractChoice;
  /** Of a termination. */
  contractId: number | null;
  contractReference: string | null;
  paymentDate: string;
  /** Null where the house asks for no second person, else whether one approved. */
  @ApiProperty({ enum: ['waiting', 'approved', null], nullable: true })
  approval: 'waiting' | 'approved' | null;
  createdBy: string | null;
  computedBy: string | null;
  approvedBy: string | null;
  approvedAt: string | null;
  /** Whoever asks may approve it: someone else created and computed it. */
  mayApprove: boolean;
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
