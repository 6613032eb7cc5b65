import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional } from 'class-validator';

import { ListQuery } from '../../platform/lists/list-query';

export const statementChanges = ['new', 'changed', 'large'] as const;
export type StatementChange = (typeof statementChanges)[number];

export class PreviousFigures {
  statementId: number;
  earned: string;
  net: string;
  copies: number;
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
  /** Copies that its lines count. */
  copies: number;
  /** The contract's statement before this one; only where the statements of one closing are read. */
  previous: PreviousFigures | null;
  /** Whether what is earned or paid changed by more than three tenths, or began or ended. */
  isLargeChange: boolean;
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

  /** Nothing to pay. */
  @IsOptional()
  @IsIn(['true', 'false'])
  isZero?: 'true' | 'false';

  /** Against the statement before; only with `closingId`. */
  @IsOptional()
  @IsIn(statementChanges)
  change?: StatementChange;
}

/** Who receives a part of a statement. */
export class StatementPayee {
  contributorId: number;
  name: string;
  @IsIn(['author', 'rightsHolder', 'agent'])
  kind: 'author' | 'rightsHolder' | 'agent';
  /** Percent. */
  share: string;
  gross: string;
  net: string;
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
  /** At least one: its author, where nobody else is paid. */
  payees: StatementPayee[];
  /** The engine's result as issued: lines, runs, adjustments, withholding, each with its trace (`docs/royalties.md`). */
  @ApiProperty({ type: Object, additionalProperties: true })
  result: object;
  /** The stock equation of each edition over the period. */
  @ApiProperty({ type: Object, additionalProperties: true })
  book: object;
}
