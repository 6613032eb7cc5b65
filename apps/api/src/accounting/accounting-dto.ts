import { accountRoles, journals, type AccountRole, type Journal } from '@colophon/domain/accounting';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
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
import { IsCalendarDate } from '../platform/validation/checks';

/** The account that amounts of one role go to. */
export class AccountInput {
  @IsIn(accountRoles)
  role: AccountRole;

  /** 3 to 20 digits or capitals: 6516, 4081AUT. */
  @IsString()
  @MaxLength(20)
  number: string;

  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  label: string;
}

export class JournalInput {
  @IsIn(journals)
  role: Journal;

  /** 1 to 6 capitals or digits: DA. */
  @IsString()
  @MaxLength(6)
  code: string;

  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  label: string;
}

/** The whole mapping, as it was read and changed. What is in the books already keeps the accounts it was written with. */
export class AccountMappingInput {
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => AccountInput)
  accounts: AccountInput[];

  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => JournalInput)
  journals: JournalInput[];

  @IsInt()
  version: number;
}

export class AccountMappingResponse {
  accounts: AccountInput[];
  journals: JournalInput[];
  version: number;
}

export class EntryLineQuery extends ListQuery {
  @IsOptional()
  @IsIn(journals)
  journal?: Journal;

  /** The beginning of an account number: 40 gives all suppliers. */
  @IsOptional()
  @IsString()
  @MaxLength(20)
  account?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  contributorId?: number;

  @IsOptional()
  @IsCalendarDate()
  from?: string;

  @IsOptional()
  @IsCalendarDate()
  to?: string;

  /** With `documentId`: the entries of one document. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  documentType?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  documentId?: number;
}

/** A line of the books with the entry it is part of. Amounts in euros; one of `debit` and `credit` is above zero. */
export class EntryLineRow {
  id: number;
  entryId: number;
  entryNumber: string;
  @IsIn(journals)
  journal: Journal;
  journalCode: string;
  enteredOn: string;
  label: string;
  documentType: string;
  documentId: number;
  documentNumber: string;
  accountNumber: string;
  accountLabel: string;
  contributorId: number | null;
  subledgerCode: string | null;
  subledgerLabel: string | null;
  debit: string;
  credit: string;
}

export class EntryLinePage {
  items: EntryLineRow[];
  nextCursor: string | null;
  total: number;
  totalIsCapped: boolean;
  /** Sums of `debit` and `credit` over what is filtered. */
  totals?: Record<string, string>;
}

export class EntryResponse {
  id: number;
  number: string;
  journalCode: string;
  journalLabel: string;
  enteredOn: string;
  label: string;
  documentType: string;
  documentId: number;
  documentNumber: string;
  documentDate: string;
  purpose: string;
  actor: string;
  createdAt: string;
  lines: EntryLineRow[];
}

export class BalanceQuery {
  /** Until today where absent. */
  @IsOptional()
  @IsCalendarDate()
  to?: string;
}

/** An account, or one person's part of it, on a day. `balance` = debit − credit. */
export class AccountBalance {
  accountNumber: string;
  accountLabel: string;
  contributorId: number | null;
  subledgerCode: string | null;
  subledgerLabel: string | null;
  debit: string;
  credit: string;
  balance: string;
}

export class TrialBalanceResponse {
  to: string;
  items: AccountBalance[];
  debit: string;
  credit: string;
}
