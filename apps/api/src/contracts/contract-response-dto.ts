import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';

import {
  clauseBases,
  contractStatuses,
  statementFrequencies,
  type ClauseBasis,
  type ContractStatus,
  type StatementFrequency,
} from './contract-dto';

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

export class ClauseEdition {
  id: number;
  title: string;
  isbn13: string | null;
  productForm: string;
}

export class TierResponse {
  upTo: number | null;
  rate: string;
}

export class ExclusionsResponse {
  authorCopies: number;
  legalDeposit: number;
  reviewCopies: number;
  reviewCopiesPercent: string;
}

export class ReturnReserveResponse {
  percent: string;
  maxStatements: number;
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
  notes: string | null;
  clauses: ClauseResponse[];
  advances: AdvanceResponse[];
  refusals: ContractFinding[];
  warnings: ContractFinding[];
  /** Closed statements exist: the person, the work and the rounding no longer change. */
  isStated: boolean;
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
