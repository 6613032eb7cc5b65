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
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';

import { ListQuery } from '../platform/lists/list-query';
import { IsCalendarDate, IsPositiveMoney } from '../platform/validation/checks';
import { AdvanceInput, ClauseInput, MOST_COPIES, PayeeInput } from './clause-dto';

export const contractStatuses = ['draft', 'active', 'terminated'] as const;
export type ContractStatus = (typeof contractStatuses)[number];
export const statementFrequencies = ['annual', 'half-yearly', 'quarterly', 'on-print-run'] as const;
export type StatementFrequency = (typeof statementFrequencies)[number];
const roundings = ['2', '4', 'none'] as const;
export const terminationReasons = [
  'expiry',
  'author-notice',
  'out-of-print',
  'no-royalty',
  'mutual',
  'insolvency',
] as const;
export type TerminationReason = (typeof terminationReasons)[number];

/** What can be written of a contract; a draft may lack what an active one must say. */
export class ContractInput {
  @IsOptional()
  @IsString()
  @MaxLength(100)
  externalId?: string | null;

  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  reference: string;

  @IsIn(contractStatuses)
  status: ContractStatus;

  @IsInt()
  contributorId: number;

  @IsInt()
  workId: number;

  @IsOptional()
  @IsCalendarDate()
  signedOn?: string | null;

  @IsOptional()
  @IsCalendarDate()
  startsOn?: string | null;

  @IsOptional()
  @IsCalendarDate()
  endsOn?: string | null;

  @IsOptional()
  @IsCalendarDate()
  terminatedOn?: string | null;

  @IsIn(statementFrequencies)
  statementFrequency: StatementFrequency;

  /** Below it a balance is carried to the next statement. */
  @IsOptional()
  @IsPositiveMoney()
  paymentThreshold?: string;

  /** Decimals of the unit price without VAT, where the contract departs from the house's rule. */
  @IsOptional()
  @IsIn(roundings)
  @ApiProperty({ enum: [...roundings, null], nullable: true, required: false })
  unitPriceRounding?: '2' | '4' | 'none' | null;

  /** Copies; CPI L132-10. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(MOST_COPIES)
  minimumFirstRun?: number | null;

  /** Euros; topped up to at the contract's last day, or on its final statement. */
  @IsOptional()
  @IsString()
  @MaxLength(20)
  guaranteedMinimum?: string | null;

  /** The last day of an option on another work or right. */
  @IsOptional()
  @IsCalendarDate()
  optionUntil?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(1000)
  optionNote?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(10_000)
  notes?: string | null;

  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => ClauseInput)
  clauses: ClauseInput[];

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => AdvanceInput)
  advances?: AdvanceInput[];

  /** Who is paid in place of the author; none for the author alone. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => PayeeInput)
  payees?: PayeeInput[];
}

/** What a form knows of a contract while it is filled in; unfinished values are told, not refused. */
export class ContractCheckInput {
  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => ClauseInput)
  clauses: ClauseInput[];

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => AdvanceInput)
  advances?: AdvanceInput[];

  @IsOptional()
  @IsString()
  @MaxLength(20)
  paymentThreshold?: string;

  @IsOptional()
  @IsString()
  @MaxLength(10)
  signedOn?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(10)
  startsOn?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(10)
  endsOn?: string | null;

  @IsOptional()
  @IsInt()
  minimumFirstRun?: number | null;

  @IsOptional()
  @IsString()
  @MaxLength(20)
  guaranteedMinimum?: string | null;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => PayeeInput)
  payees?: PayeeInput[];
}

export class ContractUpdate extends ContractInput {
  @IsInt()
  version: number;
}

export class ContractQuery extends ListQuery {
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  contributorId?: number;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  workId?: number;

  @IsOptional()
  @IsIn(contractStatuses)
  status?: ContractStatus;

  @IsOptional()
  @IsIn(statementFrequencies)
  frequency?: StatementFrequency;
}
