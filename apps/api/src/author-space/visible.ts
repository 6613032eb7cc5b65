import { COVERED } from '../statements';

/**
 * What an author may see, as SQL conditions; `$1` is the author who is signed in. Every reading of this space goes through
 * one of them, so that what is somebody else's is not found, exactly as what does not exist.
 */

/** A closed statement of which they are a payee, or whose contract is theirs. */
export const OWN_STATEMENT = `k.status = 'closed' AND (s.contributor_id = $1
  OR EXISTS (SELECT FROM royalty_statement_payee y WHERE y.statement_id = s.id AND y.contributor_id = $1))`;

/**
 * Whether all of it is theirs to read: of a statement with several payees each reads their own part. An author's agent is
 * the author's own affair; the author is not the agent's, nor one heir the other's.
 */
export const ONLY_PAYEE = `NOT EXISTS (SELECT FROM royalty_statement_payee y WHERE y.statement_id = s.id AND y.contributor_id <> $1
  AND NOT (s.contributor_id = $1 AND y.kind = 'agent'))`;

/**
 * Whether its documents are theirs to have: those that several share say who shares the gross and nothing that is withheld,
 * but for those made before these were kept apart.
 */
export const OWN_DOCUMENTS = `(${ONLY_PAYEE} OR (
  (SELECT bool_or(y.contributor_id = $1) AND count(*) > 1 FROM royalty_statement_payee y WHERE y.statement_id = s.id)
  AND NOT EXISTS (SELECT FROM statement_document d WHERE d.statement_id = s.id AND NOT d.keeps_payees_apart)))`;

/** Whether a page in their name comes with it: of several statements at once, or of one that others read too. */
export const OWN_PAGE = `EXISTS (SELECT FROM (${COVERED}) p WHERE p.closing_id = s.closing_id AND p.contributor_id = $1)
  AND EXISTS (SELECT FROM royalty_statement_payee y WHERE y.statement_id = s.id AND y.contributor_id = $1)`;

/** A contract that they signed. Heirs and agents see what they are paid, in the statements. */
export const OWN_CONTRACT = `c.contributor_id = $1 AND c.status <> 'draft'`;

/** A payment made to them. */
export const OWN_PAYMENT = `y.contributor_id = $1 AND y.status = 'executed'`;
