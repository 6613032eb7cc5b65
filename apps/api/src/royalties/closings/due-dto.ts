import { statementFrequencies, type StatementFrequency } from '@colophon/domain/contracts';
import { IsIn } from 'class-validator';

export class DueFrequency {
  @IsIn(statementFrequencies)
  frequency: StatementFrequency;
  contracts: number;
}

/** Statements of periods that end on one day and are not issued yet; one closing states them all. */
export class DueStatements {
  /** First day of the shortest of their periods. */
  periodFrom: string;
  periodTo: string;
  /** The last day to send and to pay them: six months after the period (CPI L132-17-3, L132-17-3-1). */
  deadline: string;
  /** Days until then; below zero once it is past. */
  daysLeft: number;
  contracts: number;
  frequencies: DueFrequency[];
}

export class DueStatementsResponse {
  /** The most urgent first. */
  items: DueStatements[];
}
