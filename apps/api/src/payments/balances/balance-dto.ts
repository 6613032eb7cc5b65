import { Type } from 'class-transformer';
import { IsIn, IsInt, IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';

import { ListQuery } from '../../platform/lists/list-query';
import { IsCalendarDate } from '../../platform/validation/checks';
import { paidPayeeKinds, payableKinds, type PaidPayeeKind, type PayableKind } from '../payment-dto';

export const heldStates = ['none', 'held', 'alert', 'overdue', 'released'] as const;
export type HeldStateShown = (typeof heldStates)[number];

/** Where one person stands; gross amounts in euros. */
export class AuthorBalanceRow {
  id: number;
  displayName: string;
  /** Owed and in no payment yet, due or to fall due. */
  due: string;
  /** In a run that is not executed yet. */
  planned: string;
  /** Held under thresholds; below zero where a correction took back more than was due. */
  carried: string;
  /** The last day of the accounts since which a balance is held, and not released. */
  heldSince: string | null;
  @IsIn(heldStates)
  heldState: HeldStateShown;
  /** Of advances, what royalties have not recouped yet. */
  unrecouped: string;
  paidThisYear: string;
}

export class AuthorBalancePage {
  items: AuthorBalanceRow[];
  nextCursor: string | null;
  total: number;
  totalIsCapped: boolean;
  totals?: Record<string, string>;
}

export class ContractBalanceRow {
  id: number;
  reference: string;
  workTitle: string;
  contributorId: number;
  authorName: string;
  due: string;
  planned: string;
  carried: string;
  heldSince: string | null;
  @IsIn(heldStates)
  heldState: HeldStateShown;
  /** The last day to pay what is held (CPI L132-17-3-1). */
  deadline: string | null;
  unrecouped: string;
  paidThisYear: string;
}

export class ContractBalancePage {
  items: ContractBalanceRow[];
  nextCursor: string | null;
  total: number;
  totalIsCapped: boolean;
  totals?: Record<string, string>;
}

export class BalanceListQuery extends ListQuery {
  /** `due`: something is owed; `held`: a threshold holds a balance back; `alert`: for five months or more. */
  @IsOptional()
  @IsIn(['due', 'held', 'alert'])
  state?: 'due' | 'held' | 'alert';

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  contributorId?: number;
}

/** Something owed to somebody. */
export class PayableRow {
  id: number;
  @IsIn(payableKinds)
  kind: PayableKind;
  @IsIn(paidPayeeKinds)
  payeeKind: PaidPayeeKind;
  contributorId: number;
  payeeName: string;
  contractId: number;
  contractReference: string;
  workTitle: string;
  statementId: number | null;
  label: string;
  dueOn: string | null;
  wholeGross: string;
  paid: string;
  planned: string;
  left: string;
  /** The payment that the bank sent back. */
  rejectedPaymentId: number | null;
  /** The contract says that it was paid on this day, and no payment does. */
  markedOn: string | null;
}

export class PayablePage {
  items: PayableRow[];
  nextCursor: string | null;
  total: number;
  totalIsCapped: boolean;
  totals?: Record<string, string>;
}

export class PayableQuery extends ListQuery {
  /** Instead of what is owed: instalments that contracts say were paid, and that no payment knows. */
  @IsOptional()
  @IsIn(['true', 'false'])
  marked?: 'true' | 'false';

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  contributorId?: number;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  contractId?: number;

  @IsOptional()
  @IsCalendarDate()
  dueBy?: string;
}

/** Why a balance under the threshold is paid all the same. */
export class ReleaseInput {
  @IsInt()
  contractId: number;

  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  reason: string;
}

export class ReleaseResponse {
  contractId: number;
  amount: string;
  reason: string;
}
