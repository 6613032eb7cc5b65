import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsEmail,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';

import {
  IsBic,
  IsIban,
  IsPositiveMoney,
  IsRate,
  IsSiren,
  IsSiret,
  IsVatNumber,
} from '../../platform/validation/checks';
import { Address } from '../address';

/** Decimals to which the public price without VAT is rounded. */
export const unitPriceRoundings = ['2', '4', 'none'] as const;
export type UnitPriceRounding = (typeof unitPriceRoundings)[number];

/** What can be written of the house: its legal identity as invoices and statements carry it, and its terms. */
export class HouseInput {
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  legalName: string;

  /** Shown instead of the legal name where there is one. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  tradeName?: string | null;

  /** SARL, SAS, association… as documents must carry it. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  legalForm?: string | null;

  @IsOptional()
  @IsPositiveMoney()
  shareCapital?: string | null;

  @IsOptional()
  @IsSiren()
  siren?: string | null;

  @IsOptional()
  @IsSiret()
  siret?: string | null;

  @IsOptional()
  @IsVatNumber()
  vatNumber?: string | null;

  /** The city of the trade register. */
  @IsOptional()
  @IsString()
  @MaxLength(120)
  tradeRegisterCity?: string | null;

  @ValidateNested()
  @Type(() => Address)
  address: Address;

  @IsOptional()
  @IsEmail()
  email?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(40)
  phone?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  website?: string | null;

  /** The account that invoices ask to be paid to. */
  @IsOptional()
  @IsIban()
  iban?: string | null;

  @IsOptional()
  @IsBic()
  bic?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(120)
  bankName?: string | null;

  /** Of its documents, `#1f5c63`. */
  @IsOptional()
  @Matches(/^#[0-9a-fA-F]{6}$/)
  accentColor?: string | null;

  @IsInt()
  @Min(0)
  @Max(365)
  paymentTermDays: number;

  @IsIn(['net', 'end-of-month'])
  paymentTermKind: 'net' | 'end-of-month';

  /** Percent a year, as invoices state it (code de commerce L441-10). */
  @IsRate()
  latePenaltyRate: string;

  @IsOptional()
  @IsString()
  @MaxLength(500)
  earlyPaymentTerms?: string | null;

  @IsBoolean()
  vatLiable: boolean;

  @IsBoolean()
  vatOnDebits: boolean;

  @IsIn(unitPriceRoundings)
  unitPriceRounding: UnitPriceRounding;

  /** Copies of a first print run that go to legal deposit. */
  @IsInt()
  @Min(0)
  @Max(100)
  defaultLegalDeposit: number;

  /** Number of its account with Urssaf as commissioning payer, as certificates carry it. */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  urssafAccount?: string | null;

  /** Who certifies what was withheld: « Anne Kermadec, gérante ». */
  @IsOptional()
  @IsString()
  @MaxLength(120)
  signatory?: string | null;

  /** Closings and payment runs wait for a second person's approval. */
  @IsBoolean()
  secondApproval: boolean;

  /** The accounts are closed at the end of this month, 1 to 12; statements follow the same year. */
  @IsInt()
  @Min(1)
  @Max(12)
  yearEndMonth: number;
}

export class HouseUpdate extends HouseInput {
  /** The version that was read; refused where somebody saved since. */
  @IsInt()
  version: number;
}

export class HouseResponse {
  version: number;
  legalName: string;
  tradeName: string | null;
  legalForm: string | null;
  shareCapital: string | null;
  siren: string | null;
  siret: string | null;
  vatNumber: string | null;
  tradeRegisterCity: string | null;
  address: Address;
  email: string | null;
  phone: string | null;
  website: string | null;
  iban: string | null;
  bic: string | null;
  bankName: string | null;
  /** Changes with the picture: for the address `/api/house/logo?v=12`. */
  logoFileId: number | null;
  accentColor: string | null;
  paymentTermDays: number;
  @IsIn(['net', 'end-of-month'])
  paymentTermKind: 'net' | 'end-of-month';
  latePenaltyRate: string;
  earlyPaymentTerms: string | null;
  vatLiable: boolean;
  vatOnDebits: boolean;
  @IsIn(unitPriceRoundings)
  unitPriceRounding: UnitPriceRounding;
  defaultLegalDeposit: number;
  urssafAccount: string | null;
  signatory: string | null;
  secondApproval: boolean;
  yearEndMonth: number;
}
