import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

import { IsCalendarDate, IsPositiveMoney, IsRate } from '../../platform/validation/checks';

/** What is withheld from authors from a day to another, both included; rates in percent of what each is due on. */
export class WithholdingRateInput {
  @IsCalendarDate()
  validFrom: string;

  @IsCalendarDate()
  validTo: string;

  /** Plafond annuel de la sécurité sociale, in euros. */
  @IsPositiveMoney()
  yearlyCeiling: string;

  /** Part of the gross on which CSG and CRDS are due, under four yearly ceilings. */
  @IsRate()
  socialBaseRate: string;

  @IsRate()
  csgRate: string;

  @IsRate()
  crdsRate: string;

  @IsRate()
  pensionRate: string;

  @IsRate()
  trainingRate: string;

  /** VAT on author’s rights. */
  @IsRate()
  vatRate: string;

  /** The part of that VAT that the author receives where the house withholds the rest (CGI 285 bis). */
  @IsRate()
  vatKeptRate: string;

  /** The house’s own contribution, on top of the gross. */
  @IsRate()
  payerRate: string;

  /** The house’s own contribution to training, on top of the gross. */
  @IsRate()
  payerTrainingRate: string;

  /** What the State takes on of the pension under the ceiling: shown on certificates, not withheld. */
  @IsRate()
  pensionReliefRate: string;

  /** The same of the pension without a ceiling. */
  @IsRate()
  uncappedPensionReliefRate: string;

  /** VAT on author’s rights of a house in Guadeloupe, Martinique or Réunion. */
  @IsRate()
  overseasVatRate: string;

  /** The part of it that the author receives. */
  @IsRate()
  overseasVatKeptRate: string;

  /** Withheld from residents of other countries without treaty forms (CGI 182 B). */
  @IsRate()
  withholdingTaxRate: string;

  /** Where the figures come from. */
  @IsOptional()
  @IsString()
  @MaxLength(500)
  note?: string | null;
}

export class WithholdingRateUpdate extends WithholdingRateInput {
  @IsInt()
  version: number;
}

export class WithholdingRateResponse extends WithholdingRateInput {
  id: number;
  version: number;
  /** The last day on which a closed statement is paid at these rates; null while they can still change. */
  usedUntil: string | null;
  /** First day of the row that was taken over and confirmed; null where the figures were entered. */
  copiedFrom: string | null;
  declare note: string | null;
}

/** The last year’s rates for a year that has none: one click of the accountant confirms them. */
export class ConfirmYearInput {
  @IsInt()
  @Min(2020)
  @Max(2100)
  year: number;

  /** The ceiling changes each year; absent: the last year’s, to be corrected before the first payment. */
  @IsOptional()
  @IsPositiveMoney()
  yearlyCeiling?: string;
}

/** A year without rates, and the row that would be taken over. */
export class OfferedYear {
  year: number;
  copiedFrom: string;
  yearlyCeiling: string;
}

export class WithholdingRatePage {
  items: WithholdingRateResponse[];
  /** From October on, where the next year has no rates yet. */
  offered: OfferedYear | null;
}
