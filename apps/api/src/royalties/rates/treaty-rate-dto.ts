import { IsBoolean, IsInt, IsOptional, IsString, Matches, MaxLength } from 'class-validator';

import { IsCalendarDate, IsPositiveMoney, IsRate } from '../../platform/validation/checks';

/** What a tax treaty leaves to France of an author’s royalties, from a date on. */
export class TreatyRateInput {
  /** ISO code. */
  @Matches(/^[A-Z]{2}$/)
  country: string;

  @IsCalendarDate()
  validFrom: string;

  /** Percent of the gross. */
  @IsRate()
  rate: string;

  @IsOptional()
  @IsString()
  @MaxLength(500)
  note?: string | null;

  /** Whether the accountant has read the treaty. */
  @IsBoolean()
  verified: boolean;
}

export class TreatyRateUpdate extends TreatyRateInput {
  @IsInt()
  version: number;
}

export class TreatyRateResponse extends TreatyRateInput {
  id: number;
  version: number;
  declare note: string | null;
}

export class TreatyRatePage {
  items: TreatyRateResponse[];
}

/** From when on a yearly return names a beneficiary, by the day of payment. */
export class DeclarationThresholdInput {
  @IsCalendarDate()
  validFrom: string;

  @IsPositiveMoney()
  amount: string;
}

export class DeclarationThresholdUpdate extends DeclarationThresholdInput {
  @IsInt()
  version: number;
}

export class DeclarationThresholdResponse extends DeclarationThresholdInput {
  id: number;
  version: number;
}

export class DeclarationThresholdPage {
  items: DeclarationThresholdResponse[];
}
