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

export const contractStatuses = ['draft', 'active', 'terminated'] as const;
export type ContractStatus = (typeof contractStatuses)[number];
export const statementFrequencies = ['annual', 'half-yearly', 'quarterly', 'on-print-run'] as const;
export type StatementFrequency = (typeof statementFrequencies)[number];
export const clauseBases = ['printed', 'sold'] as const;
export type ClauseBasis = (typeof clauseBases)[number];
const roundings = ['2', '4', 'none'] as const;
const MOST_COPIES = 100_000_000;

// Rates and shares are plain texts here: the domain reads them, and says of each what is wrong with it.

export class TierInput {
  /** Whole copies, included; none for the last tier, which is open. */
  @IsOptional()
  @IsInt()
  upTo?: number | null;

  /** Percent, `8.5`. */
  @IsOptional()
  @IsString()
  @MaxLength(20)
  rate?: string;
}

export class ExclusionsInput {
  @IsOptional()
  @IsInt()
  @Max(MOST_COPIES)
  authorCopies?: number;

  @IsOptional()
  @IsInt()
  @Max(MOST_COPIES)
  legalDeposit?: number;

  @IsOptional()
  @IsInt()
  @Max(MOST_COPIES)
  reviewCopies?: number;

  /** Percent of the copies accepted, rounded down to whole copies. */
  @IsOptional()
  @IsString()
  @MaxLength(20)
  reviewCopiesPercent?: string;
}

export class ReturnReserveInput {
  /** Percent of the copies sold that is held back. */
  @IsString()
  @MaxLength(20)
  percent: string;

  /** For how many statements. */
  @IsInt()
  @Max(100)
  maxStatements: number;
}

export class ClauseInput {
  /** Of a clause that exists; none for a new one. */
  @IsOptional()
  @IsInt()
  id?: number;

  @IsInt()
  editionId: number;

  @IsIn(clauseBases)
  basis: ClauseBasis;

  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => TierInput)
  tiers: TierInput[];

  /** Copies that filled the tiers before the first run or sale known here. */
  @IsOptional()
  @IsInt()
  @Max(MOST_COPIES)
  copiesBefore?: number;

  /** Printed basis. */
  @IsOptional()
  @ValidateNested()
  @Type(() => ExclusionsInput)
  excluded?: ExclusionsInput | null;

  /** Printed basis: the shares of a common rate, in the order of the contracts. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  poolShares?: string[] | null;

  /** Which of the shares is this contract's, from 0. */
  @IsOptional()
  @IsInt()
  poolIndex?: number | null;

  /** Sold basis. */
  @IsOptional()
  @ValidateNested()
  @Type(() => ReturnReserveInput)
  returnReserve?: ReturnReserveInput | null;
}

export class AdvanceInput {
  @IsOptional()
  @IsInt()
  id?: number;

  /** What it is for: signature, delivery of the manuscript, publication. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  label: string;

  @IsOptional()
  @IsCalendarDate()
  dueOn?: string | null;

  @IsOptional()
  @IsCalendarDate()
  paidOn?: string | null;

  @IsString()
  @MaxLength(20)
  amount: string;
}

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
