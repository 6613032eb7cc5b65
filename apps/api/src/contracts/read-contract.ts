import { platformProblems } from '../platform/problems/platform-problems';
import type { Tx } from '../platform/database/database';
import { findingsOf } from './contract-findings';
import type { AdvanceResponse, ClauseResponse, ContractResponse } from './contract-response-dto';

type Stored = Omit<ContractResponse, 'clauses' | 'advances' | 'refusals' | 'warnings'>;

/** A contract with its clauses and advances, and what is to be known of it. */
export async function readContract(tx: Tx, id: number, locale: 'fr' | 'en'): Promise<ContractResponse> {
  const [contract]: Stored[] = await tx.query(
    `SELECT c.id, c.version, c.external_id AS "externalId", c.reference, c.status, c.contributor_id AS "contributorId",
       jsonb_build_object('id', p.id, 'displayName', p.display_name) AS contributor, c.work_id AS "workId",
       jsonb_build_object('id', w.id, 'title', w.title) AS work, c.signed_on AS "signedOn", c.starts_on AS "startsOn",
       c.ends_on AS "endsOn", c.terminated_on AS "terminatedOn", c.statement_frequency AS "statementFrequency",
       c.payment_threshold::text AS "paymentThreshold", c.unit_price_rounding AS "unitPriceRounding",
       c.minimum_first_run AS "minimumFirstRun", c.notes, contract_stated_since(c.id, '-infinity') AS "isStated"
     FROM contract c JOIN contributor p ON p.id = c.contributor_id JOIN work w ON w.id = c.work_id WHERE c.id = $1`,
    [id],
  );
  if (!contract) throw platformProblems.create('not-found');
  const clauses = await readClauses(tx, id);
  const advances = await readAdvances(tx, id);
  const whole = { ...contract, clauses, advances };
  return { ...whole, ...findingsOf({ ...whole, clauses: clauses.map(asWritten) }, locale) };
}

/** A sold clause's exclusions are all zero: they were never said. */
function asWritten(clause: ClauseResponse) {
  return { ...clause, excluded: clause.basis === 'printed' ? clause.excluded : null };
}

function readClauses(tx: Tx, contractId: number): Promise<ClauseResponse[]> {
  return tx.query(
    `SELECT l.id, l.edition_id AS "editionId", l.basis, l.tiers, l.copies_before AS "copiesBefore",
       jsonb_build_object('id', e.id, 'title', coalesce(e.title, w.title), 'isbn13', e.isbn13, 'productForm', e.product_form) AS edition,
       jsonb_build_object('authorCopies', l.excluded_author_copies, 'legalDeposit', l.excluded_legal_deposit,
         'reviewCopies', l.excluded_review_copies, 'reviewCopiesPercent', l.excluded_review_copies_percent::text) AS excluded,
       l.pool_shares AS "poolShares", l.pool_index AS "poolIndex",
       CASE WHEN l.return_reserve_percent IS NOT NULL THEN jsonb_build_object('percent', l.return_reserve_percent::text,
         'maxStatements', l.return_reserve_max_statements) END AS "returnReserve",
       contract_stated_since(l.contract_id, l.created_at) AS "isUsed"
     FROM contract_clause l JOIN edition e ON e.id = l.edition_id JOIN work w ON w.id = e.work_id
     WHERE l.contract_id = $1 ORDER BY l.position`,
    [contractId],
  );
}

function readAdvances(tx: Tx, contractId: number): Promise<AdvanceResponse[]> {
  return tx.query(
    `SELECT id, label, due_on AS "dueOn", paid_on AS "paidOn", amount::text,
       contract_stated_since(contract_id, created_at) AS "isUsed"
     FROM contract_advance WHERE contract_id = $1 ORDER BY coalesce(due_on, paid_on), id`,
    [contractId],
  );
}
