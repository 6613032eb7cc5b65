import type { ClauseResponse, ContractResponse } from '@colophon/api-client';
import type { Meaning } from '@colophon/ui/status';

export type ContractStatus = ContractResponse['status'];
export type StatementFrequency = ContractResponse['statementFrequency'];
export type ClauseBasis = ClauseResponse['basis'];

export const CONTRACT_STATUSES: readonly ContractStatus[] = ['draft', 'active', 'terminated'];
export const STATEMENT_FREQUENCIES: readonly StatementFrequency[] = [
  'annual',
  'half-yearly',
  'quarterly',
  'on-print-run',
];
export const CLAUSE_BASES: readonly ClauseBasis[] = ['printed', 'sold'];

export const MEANING_OF_STATUS: Readonly<Record<ContractStatus, Meaning>> = {
  draft: 'due',
  active: 'done',
  terminated: 'blocked',
};
