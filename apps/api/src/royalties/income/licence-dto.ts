import { licensedRights, type LicensedRight } from '@colophon/domain/contracts';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsISO31661Alpha2,
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
} from 'class-validator';

import { ListQuery } from '../../platform/lists/list-query';
import { IsCalendarDate, IsPositiveMoney } from '../../platform/validation/checks';
import { RightsIncomeRow } from './rights-income-dto';

/** A right of a work that the house sold to somebody else. */
export class LicenceInput {
  /** The house's own: `CES-2026-014`. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(60)
  reference: string;

  @IsInt()
  workId: number;

  /** Who bought it. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  licensee: string;

  @IsIn(licensedRights)
  right: LicensedRight;

  /** ISO country codes; none for the whole world. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(250)
  @ArrayUnique()
  @IsISO31661Alpha2({ each: true })
  territories?: string[];

  /** ISO 639-2/B, of a translation. */
  @IsOptional()
  @Matches(/^[a-z]{3}$/)
  language?: string | null;

  @IsOptional()
  @IsCalendarDate()
  signedOn?: string | null;

  @IsOptional()
  @IsCalendarDate()
  startsOn?: string | null;

  @IsOptional()
  @IsCalendarDate()
  endsOn?: string | null;

  /** What the licensee pays in advance, as agreed; what is cashed of it is income. */
  @IsOptional()
  @IsPositiveMoney()
  advance?: string | null;

  /** When the authors were told of it. */
  @IsOptional()
  @IsCalendarDate()
  authorInformedOn?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(4000)
  note?: string | null;
}

export class LicenceUpdate extends LicenceInput {
  @IsInt()
  version: number;
}

export class LicenceQuery extends ListQuery {
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  workId?: number;

  @IsOptional()
  @IsIn(licensedRights)
  right?: LicensedRight;

  /** `to-inform`: an author of the work has not been told yet; `ended`: its term is over. */
  @IsOptional()
  @IsIn(['to-inform', 'ended', 'running'])
  state?: 'to-inform' | 'ended' | 'running';
}

export class LicenceRow {
  id: number;
  reference: string;
  workId: number;
  title: string;
  licensee: string;
  @IsIn(licensedRights)
  right: LicensedRight;
  territories: string[];
  language: string | null;
  signedOn: string | null;
  startsOn: string | null;
  endsOn: string | null;
  authorInformedOn: string | null;
  /** Net cashed so far, in euros. */
  cashed: string;
}

export class LicencePage {
  items: LicenceRow[];
  nextCursor: string | null;
  total: number;
  totalIsCapped: boolean;
}

export class LicenceResponse extends LicenceRow {
  version: number;
  advance: string | null;
  note: string | null;
  /** The latest first. */
  income: RightsIncomeRow[];
}
