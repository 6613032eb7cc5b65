import { receiptModes, type ReceiptMode } from '@colophon/domain/royalties';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsISO31661Alpha2, IsNotEmpty, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

import { ListQuery } from '../../platform/lists/list-query';
import { IsCalendarDate, IsPositiveMoney } from '../../platform/validation/checks';

const MOST_COPIES = 100_000_000;

/** What an edition brought in, after the discounts of platform and distributor and before any cost of the house. */
export class ReceiptInput {
  @IsInt()
  editionId: number;

  /** The day it was received, or the last day of the period reported. */
  @IsCalendarDate()
  receivedOn: string;

  @IsIn(receiptModes)
  mode: ReceiptMode;

  /** The platform or the shop: `Kobo`. */
  @IsOptional()
  @IsString()
  @MaxLength(50)
  channel?: string | null;

  /** ISO country code. */
  @IsOptional()
  @IsISO31661Alpha2()
  territory?: string | null;

  /** Copies or downloads, where the report counts them. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(MOST_COPIES)
  copies?: number | null;

  /** Euros without VAT. */
  @IsPositiveMoney()
  amount: string;

  /** Of the report or the invoice. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  reference?: string | null;
}

/** Why a fact is taken back. */
export class CancelInput {
  @IsString()
  @IsNotEmpty()
  @MaxLength(1000)
  reason: string;
}

export class ReceiptQuery extends ListQuery {
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  editionId?: number;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  workId?: number;

  @IsOptional()
  @IsIn(receiptModes)
  mode?: ReceiptMode;

  @IsOptional()
  @IsCalendarDate()
  from?: string;

  @IsOptional()
  @IsCalendarDate()
  to?: string;
}

export class ReceiptRow {
  id: number;
  receivedOn: string;
  editionId: number;
  workId: number;
  title: string;
  isbn13: string | null;
  productForm: string;
  @IsIn(receiptModes)
  mode: ReceiptMode;
  channel: string | null;
  territory: string | null;
  copies: number | null;
  amount: string;
  reference: string | null;
  /** The receipt that this one cancels. */
  cancelsId: number | null;
  /** The receipt that cancels this one. */
  cancelledById: number | null;
  /** A closed statement has counted it. */
  isCounted: boolean;
}

export class ReceiptResponse extends ReceiptRow {
  /** Why it cancels another. */
  reason: string | null;
  actor: string;
}

export class ReceiptTotals {
  /** Of all that is filtered, in euros. */
  amount?: string;
}

export class ReceiptPage {
  items: ReceiptRow[];
  nextCursor: string | null;
  total: number;
  totalIsCapped: boolean;
  totals?: ReceiptTotals;
}
