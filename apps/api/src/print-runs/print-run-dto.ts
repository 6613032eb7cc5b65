import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsNotEmpty, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { printRunStatuses, type PrintRunStatus } from '@colophon/domain/print-runs';

import { ListQuery } from '../platform/lists/list-query';
import { IsCalendarDate, IsDecimal } from '../platform/validation/checks';

const MOST_COPIES = 10_000_000;

/** What is known of a print run besides its steps. */
export class PrintRunDetails {
  @IsOptional()
  @IsString()
  @MaxLength(200)
  printerName?: string | null;

  @IsOptional()
  @IsCalendarDate()
  plannedOn?: string | null;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MOST_COPIES)
  quantityPlanned?: number | null;

  /** Euros a copy, without VAT. */
  @IsOptional()
  @IsDecimal()
  unitCost?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  paper?: string | null;

  /** What people call it: “réimpression du prix”. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  label?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(5000)
  notes?: string | null;
}

export class PrintRunPlan extends PrintRunDetails {
  @IsInt()
  editionId: number;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  externalId?: string | null;
}

export class PrintRunUpdate extends PrintRunDetails {
  @IsInt()
  version: number;
}

export class PrintRunOrder {
  @IsInt()
  version: number;

  /** Today where absent. */
  @IsOptional()
  @IsCalendarDate()
  orderedOn?: string | null;

  /** The quantity planned where absent. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MOST_COPIES)
  quantityOrdered?: number | null;
}

export class PrintRunDelivery {
  @IsInt()
  version: number;

  @IsOptional()
  @IsCalendarDate()
  deliveredOn?: string | null;

  /** The quantity ordered where absent. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(MOST_COPIES)
  quantityDelivered?: number | null;
}

export class PrintRunStep {
  @IsInt()
  version: number;
}

export class PrintRunAcceptance {
  @IsInt()
  version: number;

  /** The day of acceptance: it fixes the price, and the period of the royalties. */
  @IsCalendarDate()
  acceptedOn: string;

  @IsInt()
  @Min(0)
  @Max(MOST_COPIES)
  quantityAccepted: number;

  /** History of an older system: fills the tiers and is never paid. */
  @IsOptional()
  @IsBoolean()
  royaltiesAlreadyPaid?: boolean;
}

export class PrintRunCorrectionInput {
  @IsInt()
  version: number;

  @IsInt()
  @Min(0)
  @Max(MOST_COPIES)
  quantityAccepted: number;

  @IsString()
  @IsNotEmpty()
  @MaxLength(1000)
  reason: string;

  /** Today where absent. */
  @IsOptional()
  @IsCalendarDate()
  correctedOn?: string | null;

  /** Lets the stock become negative; the reason says why. */
  @IsOptional()
  @IsBoolean()
  override?: boolean;
}

export class PrintRunQuery extends ListQuery {
  @IsOptional()
  @IsIn(printRunStatuses)
  status?: PrintRunStatus;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  editionId?: number;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  workId?: number;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  printer?: string;
}

export class PrintRunEdition {
  id: number;
  workId: number;
  title: string;
  isbn13: string | null;
  productForm: string;
}

export class PrintRunExclusions {
  clauseId: number;
  contractId: number;
  /** The contract's reference. */
  reference: string;
  contributor: string;
  authorCopies: number;
  legalDeposit: number;
  reviewCopies: number;
  reviewCopiesPercent: string;
}

export class PrintRunCorrection {
  id: number;
  acceptedBefore: number;
  acceptedAfter: number;
  correctedOn: string;
  reason: string;
}

export class PrintRunResponse {
  id: number;
  version: number;
  externalId: string | null;
  edition: PrintRunEdition;
  /** First, second … printing of the edition. */
  number: number;
  @IsIn(printRunStatuses)
  status: PrintRunStatus;
  /** Where it may go from here, `accepted` included where the steps between can be skipped. */
  @IsIn(printRunStatuses, { each: true })
  next: PrintRunStatus[];
  printerName: string | null;
  plannedOn: string | null;
  orderedOn: string | null;
  deliveredOn: string | null;
  acceptedOn: string | null;
  quantityPlanned: number | null;
  quantityOrdered: number | null;
  quantityDelivered: number | null;
  quantityAccepted: number | null;
  unitCost: string | null;
  paper: string | null;
  label: string | null;
  notes: string | null;
  royaltiesAlreadyPaid: boolean;
  /** In force at acceptance; the price of the royalties. */
  retailPriceInclVat: string | null;
  vatRate: string | null;
  /** As they were frozen at acceptance, a clause each. */
  exclusions: PrintRunExclusions[];
  corrections: PrintRunCorrection[];
}

export class PrintRunRow {
  id: number;
  version: number;
  editionId: number;
  title: string;
  isbn13: string | null;
  number: number;
  @IsIn(printRunStatuses)
  status: PrintRunStatus;
  printerName: string | null;
  label: string | null;
  /** The date of its last step. */
  date: string | null;
  /** The quantity of its last step. */
  quantity: number | null;
  unitCost: string | null;
  royaltiesAlreadyPaid: boolean;
}

export class PrintRunPage {
  items: PrintRunRow[];
  nextCursor: string | null;
  total: number;
  totalIsCapped: boolean;
}
