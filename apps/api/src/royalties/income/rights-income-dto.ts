import { licensedRights, type LicensedRight } from '@colophon/domain/contracts';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, MaxLength } from 'class-validator';

import { ListQuery } from '../../platform/lists/list-query';
import { IsCalendarDate, IsPositiveMoney } from '../../platform/validation/checks';

/** What a licence paid: gross, less the tax of the licensee's country, less the agent's fee, is what was cashed. */
export class RightsIncomeInput {
  /** The edition whose clauses share it; found by the contracts where they leave no choice. */
  @IsOptional()
  @IsInt()
  editionId?: number | null;

  @IsCalendarDate()
  cashedOn: string;

  /** Euros. */
  @IsPositiveMoney()
  gross: string;

  @IsOptional()
  @IsPositiveMoney()
  foreignTax?: string | null;

  @IsOptional()
  @IsPositiveMoney()
  agentFee?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  reference?: string | null;
}

export class RightsIncomeQuery extends ListQuery {
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  licenceId?: number;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  workId?: number;

  @IsOptional()
  @IsIn(licensedRights)
  right?: LicensedRight;

  @IsOptional()
  @IsCalendarDate()
  from?: string;

  @IsOptional()
  @IsCalendarDate()
  to?: string;
}

export class RightsIncomeRow {
  id: number;
  licenceId: number;
  licence: string;
  licensee: string;
  @IsIn(licensedRights)
  right: LicensedRight;
  workId: number;
  title: string;
  editionId: number;
  cashedOn: string;
  gross: string;
  foreignTax: string;
  agentFee: string;
  /** What was cashed. */
  net: string;
  reference: string | null;
  cancelsId: number | null;
  cancelledById: number | null;
  reason: string | null;
  actor: string;
  /** A closed statement has counted it. */
  isCounted: boolean;
}

export class RightsIncomeTotals {
  net?: string;
}

export class RightsIncomePage {
  items: RightsIncomeRow[];
  nextCursor: string | null;
  total: number;
  totalIsCapped: boolean;
  totals?: RightsIncomeTotals;
}
