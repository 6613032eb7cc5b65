import type { EditionRow } from '@colophon/api-client';
import { clauseBody, type ClauseDraft } from './clause-draft';
import type { SpokenClause } from './clause-sentence';

/** A clause that is typed, as its sentence reads it: what would be sent. */
export function spokenDraft(clause: ClauseDraft, editions: readonly EditionRow[]): SpokenClause {
  const body = clauseBody(clause);
  return {
    ...body,
    edition: editions.find(({ id }) => String(id) === clause.editionId),
    tiers: body.tiers ?? [],
    excluded: clause.excluded,
    right: body.right ?? null,
    on: body.on ?? null,
  };
}
