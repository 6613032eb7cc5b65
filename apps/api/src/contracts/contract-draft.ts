import type { ClauseDraft, ContractDraft } from '@colophon/domain/contracts';

import type { AdvanceInput, ClauseInput, ContractInput } from './contract-dto';

/** Of a contract, what the domain reads: its pointers lead into both shapes alike. */
export type CheckedInput = Pick<
  ContractInput,
  'clauses' | 'advances' | 'paymentThreshold' | 'signedOn' | 'startsOn' | 'endsOn' | 'minimumFirstRun'
>;

/** The contract as the domain checks it: what is empty on the wire is absent there. */
export function toDraft(input: CheckedInput): ContractDraft {
  return {
    clauses: input.clauses.map(toClauseDraft),
    advances: (input.advances ?? []).map(({ amount }: AdvanceInput) => ({ amount })),
    paymentThreshold: input.paymentThreshold ?? '0',
    ...present('signedOn', input.signedOn),
    ...present('startsOn', input.startsOn),
    ...present('endsOn', input.endsOn),
    ...present('minimumFirstRun', input.minimumFirstRun),
  };
}

/** Members of the other basis are left out where they say nothing, and kept where they do: the domain refuses them. */
export function toClauseDraft(clause: ClauseInput): ClauseDraft {
  const { excluded } = clause;
  const saysExclusions = clause.basis === 'printed' || (excluded && Object.values(excluded).some(saysSomething));
  return {
    ...(clause.id === undefined ? {} : { id: String(clause.id) }),
    edition: String(clause.editionId),
    basis: clause.basis,
    tiers: clause.tiers,
    ...present('copiesBefore', clause.copiesBefore),
    ...(excluded && saysExclusions ? { excluded: { ...excluded } } : {}),
    ...present('poolShares', clause.poolShares),
    ...present('poolIndex', clause.poolIndex),
    ...(clause.returnReserve ? { returnReserve: { ...clause.returnReserve } } : {}),
  };
}

function saysSomething(value: unknown): boolean {
  return value !== undefined && value !== null && value !== 0 && value !== '0';
}

function present<Name extends string, Value>(name: Name, value: Value | null | undefined): { [N in Name]?: Value } {
  return value === null || value === undefined ? {} : ({ [name]: value } as { [N in Name]: Value });
}
