import { payeeKinds, type PayeeKind } from '@colophon/domain/contracts';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';

import { clauseBases, type ClauseBasis } from './clause-dto';

export class ClauseEdition {
  id: number;
  title: string;
  isbn13: string | null;
  productForm: string;
}

export class TierResponse {
  upTo: number | null;
  /** Percent; or else an amount per copy. */
  rate?: string;
  /** Euros. */
  amountPerCopy?: string;
}

export class ExclusionsResponse {
  authorCopies: number;
  legalDeposit: number;
  reviewCopies: number;
  reviewCopiesPercent: string;
}

export class RelaunchResponse {
  from: string;
  statements: number;
}

export class ReturnReserveResponse {
  percent: string;
  maxStatements: number;
  relaunch?: RelaunchResponse;
}

export class TermCorrectionResponse {
  id: number;
  correctedOn: string;
  reason: string;
}

export class ClauseResponse {
  id: number;
  editionId: number;
  edition: ClauseEdition;
  @IsIn(clauseBases)
  basis: ClauseBasis;
  tiers: TierResponse[];
  copiesBefore: number;
  excluded: ExclusionsResponse;
  poolShares: string[] | null;
  poolIndex: number | null;
  returnReserve: ReturnReserveResponse | null;
  /** First and last day in force, both included. */
  from: string | null;
  until: string | null;
  channels: string[] | null;
  /** ISO country codes. */
  territories: string[] | null;
  /** Clauses with the same word here count their tiers together. */
  counter: string | null;
  /** Copies printed before the last day that are still paid as they are sold. */
  copiesLeft: number | null;
  /** Net receipts and third party: percent. */
  rate: string | null;
  right: string | null;
  @ApiProperty({ enum: ['net', 'gross', null], nullable: true })
  on: 'net' | 'gross' | null;
  /** Flat fee: euros. */
  amount: string | null;
  dueOn: string | null;
  /** Number of the amendment by which it began or ended. */
  openedBy: number | null;
  endedBy: number | null;
  /** Oldest first; the clause is told as the last of them left it. */
  corrections: TermCorrectionResponse[];
  /** A closed statement was computed with it: it no longer changes. */
  isUsed: boolean;
}

export class AdvanceResponse {
  id: number;
  label: string;
  dueOn: string | null;
  paidOn: string | null;
  amount: string;
  /** A closed statement has counted it: its amount no longer changes. */
  isUsed: boolean;
}

export class PayeeResponse {
  id: number;
  contributorId: number;
  displayName: string;
  @IsIn(payeeKinds)
  kind: PayeeKind;
  share: string;
  /** The first day of the statements that these payees share; none from the beginning. */
  from: string | null;
}

export class AmendmentResponse {
  id: number;
  number: number;
  signedOn: string | null;
  effectiveFrom: string;
  note: string | null;
}
