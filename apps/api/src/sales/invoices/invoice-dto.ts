import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';

import { ListQuery } from '../../platform/lists/list-query';
import { IsCalendarDate, IsDecimal, IsPositiveMoney, IsRate } from '../../platform/validation/checks';

/** A blank reason is no reason. */
const Trimmed = () => Transform(({ value }) => (typeof value === 'string' ? value.trim() || null : value));

/** One line as it is typed or scanned: an edition by id or by its ISBN or bar code, or a free line with its own price. */
export class InvoiceLineInput {
  @IsOptional()
  @IsInt()
  editionId?: number | null;

  /** ISBN or EAN as scanned or typed, with or without hyphens. */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  isbn?: string | null;

  @IsInt()
  @Min(1)
  @Max(1_000_000)
  quantity: number;

  /** The title where absent; required for a line without an edition. */
  @IsOptional()
  @IsString()
  @MaxLength(500)
  description?: string | null;

  /** Public price with VAT; the one in force on the supply date where absent. */
  @IsOptional()
  @IsPositiveMoney()
  retailPriceInclVat?: string | null;

  /** A price without VAT instead of the public price. */
  @IsOptional()
  @IsDecimal()
  unitPriceExclVat?: string | null;

  /** Percent; the customer's trade discount where absent. */
  @IsOptional()
  @IsRate()
  discountRate?: string | null;

  /** Percent; only for a line without an edition, whose own rate it is otherwise. */
  @IsOptional()
  @IsIn(['2.1', '5.5', '10', '20'])
  vatRate?: string | null;
}

export class InvoiceInput {
  @IsInt()
  pointOfSaleId: number;

  /** The day the books leave or left; today where absent. It decides the prices. */
  @IsOptional()
  @IsCalendarDate()
  supplyDate?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  purchaseOrderNumber?: string | null;

  /** Printed under the totals. */
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  note?: string | null;

  /** Why a discount above the cap of the law is right here (school books, clearance). */
  @IsOptional()
  @Trimmed()
  @IsString()
  @MaxLength(500)
  discountReason?: string | null;

  @IsArray()
  @ArrayMaxSize(1000)
  @ValidateNested({ each: true })
  @Type(() => InvoiceLineInput)
  lines: InvoiceLineInput[];
}

export class InvoiceUpdate extends InvoiceInput {
  /** The version that was read; refused where somebody saved since. */
  @IsInt()
  version: number;
}

/** What posting may be told. */
export class PostInvoiceInput {
  /** Today where absent; never after today, never before the last document of the series. */
  @IsOptional()
  @IsCalendarDate()
  issueDate?: string | null;

  @IsOptional()
  @Trimmed()
  @IsString()
  @MaxLength(500)
  discountReason?: string | null;

  /** Sells more than there is, with the reason below: a parcel counted late, a run not yet received. */
  @IsOptional()
  @IsBoolean()
  allowNegativeStock?: boolean;

  @IsOptional()
  @Trimmed()
  @IsString()
  @MaxLength(500)
  negativeStockReason?: string | null;
}

export class CreditNoteLineInput {
  /** The line of the invoice. */
  @IsInt()
  lineId: number;

  @IsInt()
  @Min(0)
  @Max(1_000_000)
  quantity: number;
}

export class CreditNoteInput {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(1000)
  @ValidateNested({ each: true })
  @Type(() => CreditNoteLineInput)
  lines: CreditNoteLineInput[];

  /** Printed on the credit note: « retour d’invendus ». */
  @IsOptional()
  @Trimmed()
  @IsString()
  @MaxLength(500)
  reason?: string | null;

  /** Whether the copies come back into stock (default), or only money is given back. */
  @IsOptional()
  @IsBoolean()
  copiesReturned?: boolean;

  /** Posted at once; a draft otherwise. */
  @IsOptional()
  @IsBoolean()
  post?: boolean;

  /** With `post`: the date of the credit note, today where absent. */
  @IsOptional()
  @IsCalendarDate()
  issueDate?: string | null;
}

export class BatchPostInput {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(5000)
  @IsInt({ each: true })
  ids: number[];

  @IsOptional()
  @IsCalendarDate()
  issueDate?: string | null;
}

export class InvoiceQuery extends ListQuery {
  @IsOptional()
  @IsIn(['draft', 'posted'])
  status?: 'draft' | 'posted';

  @IsOptional()
  @IsIn(['invoice', 'credit-note'])
  kind?: 'invoice' | 'credit-note';

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  pointOfSaleId?: number;

  /** Posted invoices whose due date is past and that are not wholly credited. */
  @IsOptional()
  @IsIn(['true'])
  overdue?: 'true';

  /** By issue date, from today's; narrows `from` and `to`. */
  @IsOptional()
  @IsIn(['month', 'quarter', 'year', 'last-year'])
  period?: 'month' | 'quarter' | 'year' | 'last-year';

  /** First issue date. */
  @IsOptional()
  @IsCalendarDate()
  from?: string;

  /** Last issue date. */
  @IsOptional()
  @IsCalendarDate()
  to?: string;
}

export class DocumentQuery {
  /** The language of the document; French where absent. */
  @IsOptional()
  @IsIn(['fr', 'en'])
  locale?: 'fr' | 'en';
}
