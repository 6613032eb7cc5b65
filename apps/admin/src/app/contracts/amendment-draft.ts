import { applyEach, required, schema } from '@angular/forms/signals';
import type { AmendmentInput, ClauseResponse, ContractResponse } from '@colophon/api-client';
import { orNull } from '../platform/forms';
import { blankClause, clauseBody, clauseDraftOf, clauseRules, type ClauseDraft } from './clause-draft';
import { hasTiers } from './contract';

export interface EndDraft {
  clauseId: number;
  copiesLeft: number | null;
}

export interface BegunDraft extends ClauseDraft {
  /** The clause that it takes the place of. */
  replaces: number | null;
  /** Its tiers go on from the copies of that one. */
  countsOn: boolean;
}

/** An amendment while it is typed: its members are those of the request, so that refusals find their fields. */
export interface AmendmentDraft {
  effectiveFrom: string;
  signedOn: string;
  note: string;
  ends: EndDraft[];
  clauses: BegunDraft[];
}

export type ClauseAct = 'keep' | 'replace' | 'end';

export const amendmentDraft = (today: string): AmendmentDraft => ({
  effectiveFrom: today,
  ...{ signedOn: '', note: '', ends: [], clauses: [] },
});

export function actOn({ ends, clauses }: AmendmentDraft, clauseId: number): ClauseAct {
  if (!ends.some((end) => end.clauseId === clauseId)) return 'keep';
  return clauses.some(({ replaces }) => replaces === clauseId) ? 'replace' : 'end';
}

/** The draft with another act on a clause; a replacement begins as a copy of what it replaces. */
export function withAct(draft: AmendmentDraft, clause: ClauseResponse, act: ClauseAct): AmendmentDraft {
  const ends = draft.ends.filter(({ clauseId }) => clauseId !== clause.id);
  const clauses = draft.clauses.filter(({ replaces }) => replaces !== clause.id);
  if (act === 'keep') return { ...draft, ends, clauses };
  const ended = { ...draft, ends: [...ends, { clauseId: clause.id, copiesLeft: null }], clauses };
  return act === 'end' ? ended : { ...ended, clauses: [...clauses, replacementOf(clause)] };
}

function replacementOf(clause: ClauseResponse): BegunDraft {
  const copied = clauseDraftOf(clause);
  const fresh = { id: null, isUsed: false, from: '', until: '', counter: '', copiesBefore: null, copiesLeft: null };
  return { ...copied, ...fresh, replaces: clause.id, countsOn: hasTiers(clause.basis) };
}

export const addedClause = (editionId: string): BegunDraft => ({
  ...blankClause(editionId),
  replaces: null,
  countsOn: false,
});

export function amendmentBody(draft: AmendmentDraft, contract: ContractResponse): AmendmentInput {
  const { effectiveFrom, signedOn, note, ends, clauses } = draft;
  return {
    ...{ version: contract.version, effectiveFrom, signedOn: orNull(signedOn), note: orNull(note), ends },
    clauses: clauses.map((clause) => ({
      ...clauseBody(clause),
      countsOnFrom: clause.countsOn && hasTiers(clause.basis) ? clause.replaces : null,
    })),
  };
}

/** Whether copies printed before are still paid as they are sold: the clause leaves the sold basis for the printed one. */
export function leavesCopies({ clauses }: AmendmentDraft, clause: ClauseResponse): boolean {
  return (
    clause.basis === 'sold' && clauses.some(({ replaces, basis }) => replaces === clause.id && basis === 'printed')
  );
}

export const amendmentRules = schema<AmendmentDraft>((path) => {
  required(path.effectiveFrom);
  applyEach(path.clauses, clauseRules as never);
});
