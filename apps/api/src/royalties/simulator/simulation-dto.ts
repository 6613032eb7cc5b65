import { receiptModes, type ReceiptMode } from '@colophon/domain/royalties';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';

import { ClauseInput, TierInput } from '../../contracts';
import { IsCalendarDate, IsPositiveMoney, IsRate } from '../../platform/validation/checks';

const MOST_COPIES = 10_000_000;

/** Other terms for one clause, from the day of the supposition on. */
export class SupposedClause {
  @IsInt()
  clauseId: number;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => TierInput)
  tiers?: TierInput[] | null;

  /** Percent, of clauses without tiers. */
  @IsOptional()
  @IsRate()
  rate?: string | null;
}

/** A contract that does not exist: to see what terms would make due before they are agreed. */
export class BlankContract {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => ClauseInput)
  clauses: ClauseInput[];

  /** Paid before, in euros. */
  @IsOptional()
  @IsPositiveMoney()
  advance?: string | null;

  @IsOptional()
  @IsRate()
  vatRate?: string | null;

  @IsOptional()
  @IsIn(['withheld', 'exempt'])
  social?: 'withheld' | 'exempt' | null;
}

/** What is supposed to happen on one day; nothing of it is written. */
export class SimulationInput {
  /** The edition it happens to; none where the contract is blank. */
  @IsOptional()
  @IsInt()
  editionId?: number | null;

  /** This contract alone, a draft too; every contract with a clause on the edition where absent. */
  @IsOptional()
  @IsInt()
  contractId?: number | null;

  @IsOptional()
  @ValidateNested()
  @Type(() => BlankContract)
  blank?: BlankContract | null;

  /** Tomorrow where absent; never before it, since all that is known is stated first. */
  @IsOptional()
  @IsCalendarDate()
  date?: string | null;

  /** The one in force where absent. */
  @IsOptional()
  @IsPositiveMoney()
  retailPriceInclVat?: string | null;

  /** Copies of a print run. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(MOST_COPIES)
  run?: number | null;

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(MOST_COPIES)
  sold?: number | null;

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(MOST_COPIES)
  returned?: number | null;

  /** Net receipts, in euros without VAT. */
  @IsOptional()
  @IsPositiveMoney()
  receipts?: string | null;

  @IsOptional()
  @IsIn(receiptModes)
  receiptMode?: ReceiptMode | null;

  /** Cashed from third parties, in euros. */
  @IsOptional()
  @IsPositiveMoney()
  rightsIncome?: string | null;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => SupposedClause)
  terms?: SupposedClause[] | null;
}

/** What comes out of one set of terms; euros. */
export class SimulatedOutcome {
  earned: string;
  recouped: string;
  /** Left of the advance. */
  unrecouped: string;
  carriedOut: string;
  gross: string;
  /** What the author receives. */
  net: string;
  /** The house's own contribution on the gross. */
  payerContribution: string;
  /** What it costs the house: what is earned and its own contribution. */
  houseCost: string;
  /** The engine's statement with its trace. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  statement: object;
}

export class SimulatedContract {
  @ApiProperty({ type: 'integer', nullable: true })
  contractId: number | null;
  reference: string;
  contributorName: string;
  /** As the contract and the price in force say; absent where nothing else is supposed. */
  @ApiProperty({ type: () => SimulatedOutcome, nullable: true })
  present: SimulatedOutcome | null;
  simulated: SimulatedOutcome;
}

export class SimulatedTotals {
  earned: string;
  net: string;
  houseCost: string;
}

/** What is earned by the number of copies, all contracts together. */
export class SimulationChart {
  @IsIn(['run', 'sold'])
  by: 'run' | 'sold';
  copies: number[];
  @ApiProperty({ type: [String], nullable: true })
  present: string[] | null;
  simulated: string[];
}

export class SimulationResponse {
  date: string;
  /** The price with VAT that was multiplied. */
  retailPriceInclVat: string;
  /** The day is after the last year whose rates are known: those were taken. */
  areRatesAssumed: boolean;
  contracts: SimulatedContract[];
  @ApiProperty({ type: () => SimulatedTotals, nullable: true })
  present: SimulatedTotals | null;
  simulated: SimulatedTotals;
  @ApiProperty({ type: () => SimulationChart, nullable: true })
  chart: SimulationChart | null;
}
