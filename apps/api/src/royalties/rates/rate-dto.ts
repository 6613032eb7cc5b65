import { IsInt } from 'class-validator';

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
}

export class WithholdingRatePage {
  items: WithholdingRateResponse[];
}
