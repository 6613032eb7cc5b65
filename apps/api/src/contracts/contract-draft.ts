import type { ClauseDraft, ContractDraft } from '@colophon/domain/contracts';

import type { AdvanceInput, ClauseBasis, ClauseInput, PayeeInput } from './clause-dto';
import type { ContractInput } from './contract-dto';

/** Of a contract, what the domain reads: its pointers lead into both shapes alike. */
export type CheckedInput = Pick<
  ContractInput,
  | 'clauses'
  | 'advances'
  | 'payees'
  | 'paymentThreshold'
  | 'signedOn'
  | 'startsOn'
  | 'endsOn'
  | 'minimumFirstRun'
  | 'guaranteedMinimum'
>;

/** The contract as the domain checks it: what is empty on the wire is absent there. */
export function toDraft(input: CheckedInput): ContractDraft {
  const payees = (input.payees ?? []).map(toPayeeDraft);
  return {
    clauses: input.clauses.map(toClauseDraft),
    advances: (input.advances ?? []).map(({ amount }: AdvanceInput) => ({ amount })),
    paymentThreshold: input.paymentThreshold ?? '0',
    ...present('signedOn', input.signedOn),
    ...present('startsOn', input.startsOn),
    ...present('endsOn', input.endsOn),
    ...present('minimumFirstRun', input.minimumFirstRun),
    ...present('guaranteedMinimum', input.guaranteedMinimum || null),
    ...(payees.length > 0 ? { payees } : {}),
  };
}

export function toPayeeDraft({ contributorId, kind, share, from }: Omit<PayeeInput, 'id'>) {
  return { author: String(contributorId), kind, share, ...present('from', from) };
}

const hasTiers = (basis: ClauseBasis): boolean => basis === 'printed' || basis === 'sold';

/** Members of another basis are left out where they say nothing, and kept where they do: the domain refuses them. */
export function toClauseDraft(clause: ClauseInput): ClauseDraft {
  const { excluded, basis } = clause;
  const saysExclusions = basis === 'printed' || (excluded && Object.values(excluded).some(saysSomething));
  const tiers = clause.tiers ?? [];
  return {
    ...(clause.id === undefined ? {} : { id: String(clause.id) }),
    edition: String(clause.editionId),
    basis,
    ...(hasTiers(basis) || tiers.length > 0 ? { tiers } : {}),
    ...(hasTiers(basis) || saysSomething(clause.copiesBefore) ? present('copiesBefore', clause.copiesBefore) : {}),
    ...(excluded && saysExclusions ? { excluded: { ...excluded } } : {}),
    ...present('poolShares', clause.poolShares),
    ...present('poolIndex', clause.poolIndex),
    ...reserveOf(clause),
    ...scopeOf(clause),
    ...sumOf(clause),
  };
}

function reserveOf({ returnReserve }: ClauseInput): Pick<ClauseDraft, 'returnReserve'> {
  if (!returnReserve) return {};
  const { percent, maxStatements, relaunch } = returnReserve;
  return { returnReserve: { percent, maxStatements, ...present('relaunch', relaunch) } };
}

function scopeOf(clause: ClauseInput) {
  return {
    ...present('from', clause.from),
    ...present('until', clause.until),
    ...present('channels', clause.channels?.length ? clause.channels : null),
    ...present('territories', clause.territories?.length ? clause.territories : null),
    ...present('counter', clause.counter?.trim() || null),
    ...present('copiesLeft', clause.copiesLeft),
  };
}

function sumOf(clause: ClauseInput) {
  return {
    ...present('rate', clause.rate || null),
    ...present('right', clause.right),
    ...present('on', clause.on),
    ...present('amount', clause.amount || null),
    ...present('dueOn', clause.dueOn),
  };
}

function saysSomething(value: unknown): boolean {
  return value !== undefined && value !== null && value !== 0 && value !== '0';
}

function present<Name extends string, Value>(name: Name, value: Value | null | undefined): { [N in Name]?: Value } {
  return value === null || value === undefined ? {} : ({ [name]: value } as { [N in Name]: Value });
}
