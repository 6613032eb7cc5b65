import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';

import { IsCalendarDate } from '../platform/validation/checks';

export class PrintRunPreviewQuery {
  @Type(() => Number)
  @IsInt()
  printRunId: number;

  /** Copies that would be accepted. */
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(100_000_000)
  accepted: number;

  @IsOptional()
  @IsCalendarDate()
  acceptedOn?: string;
}

export class PreviewedContract {
  contractId: number;
  reference: string;
  contributorName: string;
  amount: string;
  /** The engine's trace of the run for this contract, a clause each. */
  @ApiProperty({ type: 'array', items: { type: 'object', additionalProperties: true } })
  runs: object[];
}

/** What accepting a run makes due, before any advance is recouped. */
export class PrintRunPreview {
  total: string;
  contracts: PreviewedContract[];
}
