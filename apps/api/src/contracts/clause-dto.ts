import {
  licensedRights,
  payeeKinds,
  royaltyBases,
  type PayeeKind,
  type RoyaltyBasis,
} from '@colophon/domain/contracts';
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
  ValidateNested,
} from 'class-validator';

import { IsCalendarDate } from '../platform/validation/checks';

/** What a clause's rate is of: copies printed, copies sold, receipts, what a third party paid; or a sum once and for all. */
export const clauseBases = royaltyBases;
export type ClauseBasis = RoyaltyBasis;
export const MOST_COPIES = 100_000_000;

// Rates, amounts and shares are plain texts here: the domain reads them, and says of each what is wrong with it.

export class TierInput {
  /** Whole copies, included; none for the last tier, which is open. */
  @IsOptional()
  @IsInt()
  upTo?: number | null;

  /** Percent, `8.5`; or else an amount per copy. */
  @IsOptional()
  @IsString()
  @MaxLength(20)
  rate?: string;

  /** Euros, `0.80`. */
  @IsOptional()
  @IsString()
  @MaxLength(20)
  amountPerCopy?: string;
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

export class RelaunchInput {
  /** First day of the re-launch. */
  @IsCalendarDate()
  from: string;

  /** On how many statements more. */
  @IsInt()
  @Max(100)
  statements: number;
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

  /** A marked re-launch, which allows the reserve once more, on its own copies. */
  @IsOptional()
  @ValidateNested()
  @Type(() => RelaunchInput)
  relaunch?: RelaunchInput | null;
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

  /** First day in force; none from the beginning of the contract. */
  @IsOptional()
  @IsCalendarDate()
  from?: string | null;

  /** Last day in force, included; none up to its end. */
  @IsOptional()
  @IsCalendarDate()
  until?: string | null;

  /** Sold, net receipts, third party: only what came through these channels. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(30)
  @IsString({ each: true })
  @MaxLength(50, { each: true })
  channels?: string[] | null;

  /** Sold, net receipts, third party: only what came from these countries, ISO codes. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(300)
  @IsString({ each: true })
  @MaxLength(10, { each: true })
  territories?: string[] | null;

  /** Printed and sold: clauses with the same word here count their tiers together. */
  @IsOptional()
  @IsString()
  @MaxLength(50)
  counter?: string | null;

  /** Printed and sold. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => TierInput)
  tiers?: TierInput[];

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

  /** Sold basis with a last day: copies printed before it that are still paid as they are sold. */
  @IsOptional()
  @IsInt()
  @Max(MOST_COPIES)
  copiesLeft?: number | null;

  /** Net receipts and third party: percent. */
  @IsOptional()
  @IsString()
  @MaxLength(20)
  rate?: string | null;

  /** Third party: only what was paid for this right. */
  @IsOptional()
  @IsIn(licensedRights)
  right?: string | null;

  /** Third party: the rate applies to what was cashed (`net`) or to what was due before foreign tax (`gross`). */
  @IsOptional()
  @IsIn(['net', 'gross'])
  @ApiProperty({ enum: ['net', 'gross', null], nullable: true, required: false })
  on?: 'net' | 'gross' | null;

  /** Flat fee: euros. */
  @IsOptional()
  @IsString()
  @MaxLength(20)
  amount?: string | null;

  /** Flat fee: the day on which it falls due. */
  @IsOptional()
  @IsCalendarDate()
  dueOn?: string | null;
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

export class PayeeInput {
  @IsOptional()
  @IsInt()
  id?: number;

  @IsInt()
  contributorId: number;

  /** The author, an heir or assignee, or an agent. */
  @IsIn(payeeKinds)
  kind: PayeeKind;

  /** Percent of what the contract makes due. */
  @IsString()
  @MaxLength(20)
  share: string;

  /** The first day of the statements that these payees share; none from the beginning. */
  @IsOptional()
  @IsCalendarDate()
  from?: string | null;
}
