import { declaredLines, type DeclaredLine } from '@colophon/domain/declarations';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';

/** Who was paid, as the returns name them. */
export class Beneficiary {
  contributorId: number;
  name: string;
  /** Last and first name. */
  legalName: string;
  siret: string | null;
  address: string;
  country: string;
  /** For holders of `parties.bank` only. */
  socialSecurityNumber: string | null;
  hasSocialSecurityNumber: boolean;
}

/** Euros; below zero where more came back than was paid. */
export class DeclaredAmounts {
  gross: string;
  socialBase: string;
  csg: string;
  crds: string;
  pensionBase: string;
  pension: string;
  training: string;
  social: string;
  vat: string;
  vatWithheld: string;
  reverseChargeVat: string;
  withholdingTax: string;
  net: string;
}

export class DeclaredRow extends Beneficiary {
  amounts: DeclaredAmounts;
}

/** What a form takes: whole euros, and the difference that the books carry. */
export class EuroAmount {
  amount: string;
  euros: string;
  difference: string;
}

export class DeclaredLineResponse extends EuroAmount {
  @IsIn(declaredLines)
  line: DeclaredLine;
}

export class PayerContributionResponse {
  base: string;
  contribution: string;
  training: string;
}

/** To Urssaf, for a quarter, or by name for a year. */
export class ContributionReturnResponse {
  from: string;
  to: string;
  dueOn: string;
  rows: DeclaredRow[];
  totals: DeclaredAmounts;
  payer: PayerContributionResponse;
  declared: DeclaredLineResponse[];
}

export class FeeRowResponse extends Beneficiary {
  gross: string;
  vat: string;
  inclVat: string;
  /** Above the threshold. */
  isDue: boolean;
}

/** DAS2: by calendar year of payment. */
export class FeeReturnResponse {
  year: number;
  threshold: string;
  rows: FeeRowResponse[];
  total: string;
}

export class TaxedRow extends Beneficiary {
  gross: string;
  withholdingTax: string;
}

export class MonthOfTaxesResponse {
  /** First day of the month. */
  from: string;
  vatBase: EuroAmount;
  vatWithheld: EuroAmount;
  reverseChargeBase: EuroAmount;
  reverseChargeVat: EuroAmount;
  taxBase: EuroAmount;
  withholdingTax: EuroAmount;
  /** Of form 2494. */
  taxDueOn: string;
  taxed: TaxedRow[];
}

export class TaxReturnResponse {
  year: number;
  months: MonthOfTaxesResponse[];
}

export class YearQuery {
  @Type(() => Number)
  @IsInt()
  @Min(2000)
  @Max(2100)
  year: number;
}

export class ContributionQuery extends YearQuery {
  /** Absent: the whole year, by name. */
  @IsOptional()
  @Type(() => Number)
  @IsIn([1, 2, 3, 4])
  quarter?: 1 | 2 | 3 | 4;
}

export const declarationExports = ['contributions', 'fees', 'vat', 'withholding-tax'] as const;
export type DeclarationExport = (typeof declarationExports)[number];

export class ExportQuery extends ContributionQuery {
  @IsOptional()
  @IsIn(['csv', 'xlsx'])
  format?: 'csv' | 'xlsx';
}
