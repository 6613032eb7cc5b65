import type { Tx } from '../platform/database/database';

/** The copies that a printed clause excludes from royalties, as a print run freezes them. */
export interface ClauseExclusions {
  readonly clauseId: number;
  readonly contractId: number;
  readonly authorCopies: number;
  readonly legalDeposit: number;
  readonly reviewCopies: number;
  /** Percent of the copies accepted. */
  readonly reviewCopiesPercent: string;
}

/** A clause that pays for copies printed, with the first and the last day on which it does. */
export interface PrintedClause {
  readonly editionId: number;
  readonly startsOn: string | null;
  readonly terminatedOn: string | null;
  readonly exclusions: ClauseExclusions;
}

/** Every clause on the printed basis of these editions, in the order of the contracts; those of drafts are left out. */
export function printedClausesOf(tx: Tx, editionIds: readonly number[]): Promise<PrintedClause[]> {
  return tx.query(
    `SELECT l.edition_id AS "editionId", nullif(greatest(coalesce(c.starts_on, '-infinity'), coalesce(l.valid_from, '-infinity')), '-infinity') AS "startsOn",
       least(c.terminated_on, l.valid_until) AS "terminatedOn",
       jsonb_build_object('clauseId', l.id, 'contractId', l.contract_id, 'authorCopies', l.excluded_author_copies,
         'legalDeposit', l.excluded_legal_deposit, 'reviewCopies', l.excluded_review_copies,
         'reviewCopiesPercent', l.excluded_review_copies_percent::text) AS exclusions
     FROM contract_clause l JOIN contract c ON c.id = l.contract_id
     WHERE l.edition_id = ANY($1) AND l.basis = 'printed' AND c.status <> 'draft' ORDER BY l.contract_id, l.position`,
    [[...new Set(editionIds)]],
  );
}

export function paysOn(clause: PrintedClause, date: string): boolean {
  const { startsOn, terminatedOn } = clause;
  return (startsOn === null || startsOn <= date) && (terminatedOn === null || terminatedOn >= date);
}
