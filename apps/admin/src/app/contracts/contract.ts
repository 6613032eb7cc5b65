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
export const CLAUSE_BASES: readonly ClauseBasis[] = ['printed', 'sold', 'netReceipts', 'thirdParty', 'flatFee'];

/** Where copies are sold: the kinds of points of sale. */
export const SALES_CHANNELS = [
  'independent-bookshop',
  'chain',
  'wholesaler',
  'distributor',
  'library',
  'museum-shop',
  'association',
  'online',
  'author',
  'other',
] as const;

export type TerminationReason = NonNullable<ContractResponse['terminationReason']>;
export const TERMINATION_REASONS: readonly TerminationReason[] = [
  'mutual',
  'expiry',
  'out-of-print',
  'author-notice',
  'no-royalty',
  'insolvency',
];

export type PayeeKind = ContractResponse['payees'][number]['kind'];
export const PAYEE_KINDS: readonly PayeeKind[] = ['author', 'rightsHolder', 'agent'];

/** Copies are counted in tiers, and nothing else is. */
export const hasTiers = (basis: ClauseBasis): boolean => basis === 'printed' || basis === 'sold';

export const MEANING_OF_STATUS: Readonly<Record<ContractStatus, Meaning>> = {
  draft: 'due',
  active: 'done',
  terminated: 'blocked',
};
