import { deductions, type Deduction } from '@colophon/domain/withholding';
import {
  differenceReasons,
  paymentStatuses,
  type DifferenceReason,
  type PaymentStatus,
} from '@colophon/domain/payments';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';

import { ListQuery } from '../platform/lists/list-query';
import { IsCalendarDate, IsPositiveMoney } from '../platform/validation/checks';

export const payableKinds = ['statement', 'advance'] as const;
export type PayableKind = (typeof payableKinds)[number];
export const paidPayeeKinds = ['author', 'rightsHolder', 'agent'] as const;
export type PaidPayeeKind = (typeof paidPayeeKinds)[number];
export const paymentMethods = ['sepa', 'transfer', 'cheque', 'other'] as const;
export type PaymentMethod = (typeof paymentMethods)[number];
/** What is paid without a file for the bank. */
export const handMethods = ['transfer', 'cheque', 'other'] as const;
export type HandMethod = (typeof handMethods)[number];

/** Something owed, and how much of it is paid; the whole of what is left where no amount is given. */
export class PartInput {
  /** As in the list of what is owed. */
  @IsInt()
  payableId: number;

  @IsOptional()
  @IsPositiveMoney()
  gross?: string;
}

/** A payment made outside a file: a cheque, a transfer typed at the bank. One payment for each payee of the items. */
export class PaymentInput {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => PartInput)
  items: PartInput[];

  /** The day on which the money left. */
  @IsCalendarDate()
  executedOn: string;

  @IsIn(handMethods)
  method: HandMethod;

  /** The cheque’s number, the bank’s reference. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  reference?: string | null;
}

export class RejectionInput {
  @IsCalendarDate()
  rejectedOn: string;

  /** As the bank says it: “AC04, compte clos”. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  reason: string;
}

export class PaidBeforeLine {
  base: string;
  amount: string;
}

/** One product that anybody can redo: base × rate percent is the amount. */
export class PaymentWithholdingLine {
  @IsIn(deductions)
  kind: Deduction;
  base: string;
  rate: string;
  amount: string;
  /** Of a part payment: what the parts before bore. */
  paidBefore?: PaidBeforeLine;
}

/** What a statement announced, what is paid, and why they differ. */
export class NetDifferenceResponse {
  stated: string;
  now: string;
  @IsIn(differenceReasons, { each: true })
  reasons: DifferenceReason[];
}

/** An item of a payment. `net` = gross − social + VAT − VAT withheld − tax − agents’ share. */
export class PaymentItemResponse {
  /** Null while it is only proposed. */
  id: number | null;
  payableId: number;
  @IsIn(payableKinds)
  kind: PayableKind;
  @IsIn(paidPayeeKinds)
  payeeKind: PaidPayeeKind;
  contractId: number;
  contractReference: string;
  workTitle: string;
  statementId: number | null;
  /** The statement’s number, or what the instalment is called. */
  label: string;
  dueOn: string | null;
  /** Of the whole item; `gross` is what is paid of it now. */
  wholeGross: string;
  gross: string;
  social: string;
  vat: string;
  vatWithheld: string;
  withholdingTax: string;
  agentShare: string;
  payerContribution: string;
  net: string;
  statedNet: string | null;
  difference: NetDifferenceResponse | null;
  /** Gross paid to this person earlier in the year of the payment. */
  paidThisYear: string | null;
  lines: PaymentWithholdingLine[];
}

export class PaymentResponse {
  id: number | null;
  runId: number | null;
  contributorId: number;
  /** As people know them; `legalName` is as their bank does. */
  payeeName: string;
  legalName: string;
  @IsIn(paymentStatuses)
  status: PaymentStatus;
  @IsIn(paymentMethods)
  method: PaymentMethod;
  reference: string | null;
  /** `•••• 0189` */
  ibanMasked: string | null;
  executedOn: string | null;
  gross: string;
  net: string;
  endToEndId: string | null;
  rejectedOn: string | null;
  rejectionReason: string | null;
  /** The payment that the bank sent back and that this one makes again. */
  replacesPaymentId: number | null;
  replacedByPaymentId: number | null;
  /** The mail to the payee, where one was queued. */
  adviceMailId: number | null;
  createdAt: string | null;
  createdBy: string | null;
  items: PaymentItemResponse[];
}

export class PaymentRow {
  id: number;
  runId: number | null;
  contributorId: number;
  payeeName: string;
  @IsIn(paymentStatuses)
  status: PaymentStatus;
  @IsIn(paymentMethods)
  method: PaymentMethod;
  executedOn: string | null;
  /** The day of the payment, or the one asked of the bank. */
  date: string;
  gross: string;
  withheld: string;
  net: string;
}

export class PaymentPage {
  items: PaymentRow[];
  nextCursor: string | null;
  total: number;
  totalIsCapped: boolean;
  /** Sums of `gross`, `withheld` and `net` over what is filtered. */
  totals?: Record<string, string>;
}

export class PaymentQuery extends ListQuery {
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  contributorId?: number;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  runId?: number;

  /** One or more, with commas between. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  status?: string;

  /** The calendar year of the payment. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  year?: number;
}
