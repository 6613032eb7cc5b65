import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

/** What every list takes in its address; a feature's own filters extend it. */
export class ListQuery {
  /** Words to search, accents and case set aside. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  q?: string;

  /** A sort key, with `-` before it for the other direction. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  sort?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit?: number;

  /** Where the page before ended. */
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  cursor?: string;

  /** Only of an export, as `columns`. */
  @IsOptional()
  @IsIn(['csv', 'xlsx'])
  format?: 'csv' | 'xlsx';

  /** The columns of an export in their order, with commas between; all of them where absent. */
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  columns?: string;
}
