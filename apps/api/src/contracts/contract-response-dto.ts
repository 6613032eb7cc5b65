import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';

import { AdvanceResponse, AmendmentResponse, ClauseResponse, PayeeResponse } from './clause-response-dto';
import {
  contractStatuses,
  statementFrequencies,
  terminationReasons,
  type ContractStatus,
  type StatementFrequency,
  type TerminationReason,
} from './contract-dto';
import { ContractAlert } from './alert-dto';

/** Something to know about a contract: why it cannot be computed, or what it merely lacks. */
export class ContractFinding {
  code: string;
  /** JSON pointer into the contract as it is written: `/clauses/0/tiers/1/upTo`. */
  pointer: string;
  /** The sentence to show. */
  detail: string;
}

export class ContractCheckResponse {
  /** Reasons why the contract cannot be computed without guessing. */
  refusals: ContractFinding[];
  warnings: ContractFinding[];
}

export class ContractContributor {
  id: number;
  displayName: string;
}

export class ContractWork {
  id: number;
  title: string;
}

export class SetOffMember {
  id: number;
  reference: string;
  work: string;
}

export class ContractSetOff {
  id: number;
  signedOn: string;
  /** First day of the statements that may recoup another contract's advance. */
  from: string;
  note: string | null;
  /** All the contracts of the agreement, this one among them. */
  contracts: SetOffMember[];
}

export class ContractResponse {
  id: number;
  version: number;
  externalId: string | null;
  reference: string;
  @IsIn(contractStatuses)
  status: ContractStatus;
  contributorId: number;
  contributor: ContractContributor;
  workId: number;
  work: ContractWork;
  signedOn: string | null;
  startsOn: string | null;
  endsOn: string | null;
  terminatedOn: string | null;
  @IsIn(statementFrequencies)
  statementFrequency: StatementFrequency;
  paymentThreshold: string;
  @ApiProperty({ enum: ['2', '4', 'none', null], nullable: true })
  unitPriceRounding: '2' | '4' | 'none' | null;
  minimumFirstRun: number | null;
  guaranteedMinimum: string | null;
  optionUntil: string | null;
  optionNote: string | null;
  @ApiProperty({ enum: [...terminationReasons, null], nullable: true })
  terminationReason: TerminationReason | null;
  terminationNote: string | null;
  notes: string | null;
  clauses: ClauseResponse[];
  advances: AdvanceResponse[];
  /** Who is paid in place of the author; none for the author alone. */
  payees: PayeeResponse[];
  /** Oldest first. */
  amendments: AmendmentResponse[];
  /** Agreements by which this contract and others recoup each other's advances. */
  setOffs: ContractSetOff[];
  refusals: ContractFinding[];
  warnings: ContractFinding[];
  /** Closed statements exist: the person, the work and the rounding no longer change. */
  isStated: boolean;
  /** The last day of which a closed statement tells; what changes the royalties begins after it. */
  statedUntil: string | null;
  /** What falls due, lapses or asks for a decision. */
  alerts: ContractAlert[];
}

export class ContractRow {
  id: number;
  reference: string;
  @IsIn(contractStatuses)
  status: ContractStatus;
  contributorId: number;
  contributor: string;
  workId: number;
  work: string;
  signedOn: string | null;
  @IsIn(statementFrequencies)
  statementFrequency: StatementFrequency;
  clauseCount: number;
  /** Date of the last closed statement. */
  lastStatementOn: string | null;
  /** Last day of the next period to state; none for contracts that are stated at each print run. */
  nextPeriodEndsOn: string | null;
}

export class ContractPage {
  items: ContractRow[];
  nextCursor: string | null;
  total: number;
  totalIsCapped: boolean;
}
