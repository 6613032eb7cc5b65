/**
 * What an author may see, as SQL conditions; `$1` is the author who is signed in. Every reading of this space goes through
 * one of them, so that what is somebody else's is not found, exactly as what does not exist.
 */

/** A closed statement of which they are a payee, or whose contract is theirs. */
export const OWN_STATEMENT = `k.status = 'closed' AND (s.contributor_id = $1
  OR EXISTS (SELECT FROM royalty_statement_payee y WHERE y.statement_id = s.id AND y.contributor_id = $1))`;

/**
 * Whether its documents tell of nobody else: those of a statement with several payees name them all. An author's agent is
 * the author's own affair; the author is not the agent's, nor one heir the other's.
 */
export const ONLY_PAYEE = `NOT EXISTS (SELECT FROM royalty_statement_payee y WHERE y.statement_id = s.id AND y.contributor_id <> $1
  AND NOT (s.contributor_id = $1 AND y.kind = 'agent'))`;

/** A contract that they signed. Heirs and agents see what they are paid, in the statements. */
export const OWN_CONTRACT = `c.contributor_id = $1 AND c.status <> 'draft'`;

/** A payment made to them. */
export const OWN_PAYMENT = `y.contributor_id = $1 AND y.status = 'executed'`;
