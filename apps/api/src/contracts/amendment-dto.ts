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

import { IsCalendarDate, IsPositiveMoney } from '../platform/validation/checks';
import { ClauseInput, ExclusionsInput, MOST_COPIES, TierInput } from './clause-dto';
import { terminationReasons, type TerminationReason } from './contract-dto';

/** A clause that ends on the day before an amendment. */
export class EndedClauseInput {
  @IsInt()
  clauseId: number;

  /** Of a sold clause whose copies are paid when printed from then on: how many printed before are still paid as they are sold. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(MOST_COPIES)
  copiesLeft?: number | null;
}

/** A clause that begins with an amendment. */
export class BegunClauseInput extends ClauseInput {
  /** The ended clause whose copies its tiers go on from. */
  @IsOptional()
  @IsInt()
  countsOnFrom?: number | null;
}

export class AmendmentInput {
  @IsInt()
  version: number;

  @IsOptional()
  @IsCalendarDate()
  signedOn?: string | null;

  /** The first day of the new clauses. */
  @IsCalendarDate()
  effectiveFrom: string;

  @IsOptional()
  @IsString()
  @MaxLength(2000)
  note?: string | null;

  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => EndedClauseInput)
  ends: EndedClauseInput[];

  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => BegunClauseInput)
  clauses: BegunClauseInput[];
}

export class CopiesLeftQuery {
  /** The first day of the amendment. */
  @IsCalendarDate()
  on: string;
}

export class TerminationInput {
  @IsInt()
  version: number;

  @IsCalendarDate()
  terminatedOn: string;

  @IsIn(terminationReasons)
  reason: TerminationReason;

  @IsOptional()
  @IsString()
  @MaxLength(2000)
  note?: string | null;
}

/** Terms that were entered wrong; a member that is absent stays as it is. */
export class TermCorrectionInput {
  @IsInt()
  version: number;

  @IsString()
  @IsNotEmpty()
  @MaxLength(1000)
  reason: string;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => TierInput)
  tiers?: TierInput[];

  @IsOptional()
  @ValidateNested()
  @Type(() => ExclusionsInput)
  excluded?: ExclusionsInput;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  poolShares?: string[];

  @IsOptional()
  @IsInt()
  poolIndex?: number;

  @IsOptional()
  @IsString()
  @MaxLength(20)
  rate?: string;

  @IsOptional()
  @IsString()
  @MaxLength(20)
  amount?: string;
}

/** A price that was entered wrong, or not at all. */
export class PriceCorrectionInput {
  @IsInt()
  editionId: number;

  /** The first day of the price. */
  @IsCalendarDate()
  from: string;

  @IsPositiveMoney()
  retailPriceInclVat: string;

  @IsString()
  @IsNotEmpty()
  @MaxLength(1000)
  reason: string;
}

export class SetOffInput {
  @IsInt()
  contributorId: number;

  @IsCalendarDate()
  signedOn: string;

  /** First day of the statements that may recoup another contract's advance. */
  @IsCalendarDate()
  from: string;

  @IsOptional()
  @IsString()
  @MaxLength(2000)
  note?: string | null;

  @IsArray()
  @ArrayMaxSize(200)
  @IsInt({ each: true })
  contractIds: number[];
}

export class PriceCorrectionQuery {
  @Type(() => Number)
  @IsInt()
  editionId: number;
}
