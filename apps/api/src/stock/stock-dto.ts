import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
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
import { IsCalendarDate } from '../platform/validation/checks';
import { freeKinds, movementKinds, type FreeKind, type MovementKind } from './move-stock';

const MOST_COPIES = 10_000_000;

/** Copies of one edition that leave the stock, and why. */
export class CopiesOut {
  @IsInt()
  editionId: number;

  @IsInt()
  @Min(1)
  @Max(MOST_COPIES)
  copies: number;

  /** Today where absent. */
  @IsOptional()
  @IsCalendarDate()
  movedOn?: string | null;

  /** To whom, or why. */
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  reason?: string | null;

  /** Lets the stock become negative; then a reason is needed. */
  @IsOptional()
  @IsBoolean()
  override?: boolean;
}

export class FreeCopiesInput extends CopiesOut {
  @IsIn(freeKinds)
  kind: FreeKind;
}

export class PulpingInput extends CopiesOut {}

export class CountLine {
  @IsInt()
  editionId: number;

  /** Copies found on the shelves. */
  @IsInt()
  @Min(0)
  @Max(MOST_COPIES)
  counted: number;
}

export class CountSheet {
  /** Today where absent. */
  @IsOptional()
  @IsCalendarDate()
  countedOn?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(1000)
  reason?: string | null;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(2000)
  @ValidateNested({ each: true })
  @Type(() => CountLine)
  lines: CountLine[];
}

export class MovementCorrection {
  @IsInt()
  movementId: number;

  @IsString()
  @IsNotEmpty()
  @MaxLength(1000)
  reason: string;

  @IsOptional()
  @IsBoolean()
  override?: boolean;
}

export class StockQuery extends ListQuery {
  /** `none`: no copy left; `negative`: more left than ever came; `any`: some are left. */
  @IsOptional()
  @IsIn(['none', 'negative', 'any'])
  state?: 'none' | 'negative' | 'any';

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  workId?: number;
}

export class MovementQuery extends ListQuery {
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  editionId?: number;

  @IsOptional()
  @IsIn(movementKinds)
  kind?: MovementKind;

  @IsOptional()
  @IsCalendarDate()
  from?: string;

  @IsOptional()
  @IsCalendarDate()
  to?: string;
}

export class StockPeriod {
  /** From the first movement where absent. */
  @IsOptional()
  @IsCalendarDate()
  from?: string;

  /** Until today where absent. */
  @IsOptional()
  @IsCalendarDate()
  to?: string;
}
