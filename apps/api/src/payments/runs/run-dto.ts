import { painVersions, type PainVersion } from '@colophon/documents/sepa';
import { paymentRunStatuses, type PaymentRunStatus } from '@colophon/domain/payments';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';

import { ListQuery } from '../../platform/lists/list-query';
import { IsCalendarDate } from '../../platform/validation/checks';
import { payeeFaults, type PayeeFault } from '../compose/load-payees';
import { PartInput, PaymentResponse } from '../payment-dto';

/** What would be paid by a day, before anything is written. */
export class ProposalInput {
  /** What falls due by this day. */
  @IsCalendarDate()
  dueBy: string;

  /** The day asked of the bank: it decides rates and ceilings. */
  @IsCalendarDate()
  executionDate: string;
}

export class PaymentRunInput extends ProposalInput {
  @IsOptional()
  @IsIn(painVersions)
  painVersion?: PainVersion;

  /** Only these, or parts of them; everything that is due where absent. */
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(5000)
  @ValidateNested({ each: true })
  @Type(() => PartInput)
  items?: PartInput[];
}

export class PaymentRunUpdate {
  @IsInt()
  version: number;

  @IsCalendarDate()
  executionDate: string;

  @IsOptional()
  @IsIn(painVersions)
  painVersion?: PainVersion;

  /** A new choice; the same as before where absent. */
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(5000)
  @ValidateNested({ each: true })
  @Type(() => PartInput)
  items?: PartInput[];
}

/** The version that was read: refused where somebody acted since. */
export class RunVersion {
  @IsInt()
  version: number;
}

export class ExecutionInput extends RunVersion {
  /** The day on which the bank paid. */
  @IsCalendarDate()
  executedOn: string;

  /** The bank paid the amounts of the file although those of this day differ. */
  @IsOptional()
  @IsBoolean()
  keepAmounts?: boolean;
}

/** Something owed that the run does not pay. */
export class NotIncludedItem {
  payableId: number;
  contributorId: number;
  payeeName: string;
  contractReference: string;
  label: string;
  dueOn: string | null;
  gross: string;
}

/** Somebody who can not be paid for now, and what to mend. */
export class LeftOutPayee {
  contributorId: number;
  payeeName: string;
  gross: string;
  @IsIn(payeeFaults, { each: true })
  faults: PayeeFault[];
  items: NotIncludedItem[];
}

export class ProposalResponse {
  payments: PaymentResponse[];
  leftOut: LeftOutPayee[];
  gross: string;
  net: string;
  /** The house’s own account is missing: nothing can be exported. */
  houseAccountMissing: boolean;
}

export class FileDownload {
  at: string;
  by: string;
}

export class PaymentRunRow {
  id: number;
  @IsIn(paymentRunStatuses)
  status: PaymentRunStatus;
  executionDate: string;
  executedOn: string | null;
  payments: number;
  gross: string;
  net: string;
  createdBy: string;
  createdAt: string;
}

export class PaymentRunPage {
  items: PaymentRunRow[];
  nextCursor: string | null;
  total: number;
  totalIsCapped: boolean;
  totals?: Record<string, string>;
}

export class PaymentRunQuery extends ListQuery {
  /** One or more, with commas between. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  status?: string;
}

export class PaymentRunResponse extends ProposalResponse {
  id: number;
  version: number;
  @IsIn(paymentRunStatuses)
  status: PaymentRunStatus;
  dueBy: string;
  executionDate: string;
  @IsIn(painVersions)
  painVersion: PainVersion;
  messageId: string | null;
  fileName: string | null;
  fileSha256: string | null;
  createdAt: string;
  createdBy: string;
  approvedAt: string | null;
  approvedBy: string | null;
  exportedAt: string | null;
  exportedBy: string | null;
  executedOn: string | null;
  executedAt: string | null;
  executedBy: string | null;
  amountsKept: boolean;
  cancelledAt: string | null;
  cancelledBy: string | null;
  /** False for who made or changed it, where the house asks for a second person. */
  mayApprove: boolean;
  /** Due by the day and neither in this run nor in another: a draft can take it in. */
  notIncluded: NotIncludedItem[];
  /** Each time the file was handed out. */
  downloads: FileDownload[];
}
