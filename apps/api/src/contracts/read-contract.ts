import type { Tx } from '../platform/database/database';
import { platformProblems } from '../platform/problems/platform-problems';
import { clauseInputOf, exclusionsOf, nowOf, storedClauses, type StoredClause } from './clause-record';
import type { AdvanceResponse, AmendmentResponse, ClauseResponse, PayeeResponse } from './clause-response-dto';
import { contractAlerts } from './contract-alerts';
import { findingsOf } from './contract-findings';
import type { ContractResponse, ContractSetOff } from './contract-response-dto';

type Parts = 'clauses' | 'advances' | 'payees' | 'amendments' | 'setOffs' | 'refusals' | 'warnings' | 'alerts';

interface Reader {
  readonly locale: 'fr' | 'en';
  /** For what falls due. */
  readonly today: string;
}

/** A contract with its parts, and what is to be known of it. */
export async function readContract(tx: Tx, id: number, { locale, today }: Reader): Promise<ContractResponse> {
  const [contract]: Omit<ContractResponse, Parts>[] = await tx.query(
    `SELECT c.id, c.version, c.external_id AS "externalId", c.reference, c.status, c.contributor_id AS "contributorId",
       jsonb_build_object('id', p.id, 'displayName', p.display_name) AS contributor, c.work_id AS "workId",
       jsonb_build_object('id', w.id, 'title', w.title) AS work, c.signed_on AS "signedOn", c.starts_on AS "startsOn",
       c.ends_on AS "endsOn", c.terminated_on AS "terminatedOn", c.statement_frequency AS "statementFrequency",
       c.payment_threshold::text AS "paymentThreshold", c.unit_price_rounding AS "unitPriceRounding",
       c.minimum_first_run AS "minimumFirstRun", c.guaranteed_minimum::text AS "guaranteedMinimum", c.option_until AS "optionUntil",
       c.option_note AS "optionNote", c.termination_reason AS "terminationReason", c.termination_note AS "terminationNote", c.notes,
       contract_stated_since(c.id, '-infinity') AS "isStated", nullif(contract_stated_until(c.id), '-infinity') AS "statedUntil"
     FROM contract c JOIN contributor p ON p.id = c.contributor_id JOIN work w ON w.id = c.work_id WHERE c.id = $1`,
    [id],
  );
  if (!contract) throw platformProblems.create('not-found');
  const stored = await storedClauses(tx, [id]);
  const advances = await readAdvances(tx, id);
  const payees = await readPayees(tx, id);
  const checked = { ...contract, advances, payees, clauses: stored.map((clause) => clauseInputOf(nowOf(clause))) };
  return {
    ...contract,
    clauses: await toResponses(tx, id, stored),
    ...{ advances, payees },
    amendments: await readAmendments(tx, id),
    setOffs: await readSetOffs(tx, id),
    ...findingsOf(checked, locale),
    alerts: await contractAlerts(tx, today, id),
  };
}

type Told = Pick<ClauseResponse, 'id' | 'edition' | 'isUsed' | 'openedBy' | 'endedBy' | 'corrections'>;

async function toResponses(tx: Tx, contractId: number, clauses: readonly StoredClause[]): Promise<ClauseResponse[]> {
  const rows: Told[] = await tx.query(
    `SELECT l.id, jsonb_build_object('id', e.id, 'title', coalesce(e.title, w.title), 'isbn13', e.isbn13, 'productForm', e.product_form) AS edition,
       contract_stated_since(l.contract_id, l.created_at) AS "isUsed", o.number AS "openedBy", n.number AS "endedBy",
       coalesce((SELECT jsonb_agg(jsonb_build_object('id', t.id, 'correctedOn', t.corrected_on, 'reason', t.reason) ORDER BY t.id)
         FROM term_correction t WHERE t.clause_id = l.id), '[]') AS corrections
     FROM contract_clause l JOIN edition e ON e.id = l.edition_id JOIN work w ON w.id = e.work_id
       LEFT JOIN contract_amendment o ON o.id = l.opened_by_id LEFT JOIN contract_amendment n ON n.id = l.ended_by_id
     WHERE l.contract_id = $1`,
    [contractId],
  );
  const told = new Map(rows.map((row) => [row.id, row]));
  return clauses.map((clause) => {
    const now = nowOf(clause);
    const more = told.get(now.id);
    if (!more) throw new Error(`The clause ${now.id} was not read.`);
    const written = clauseInputOf(now) as Omit<ClauseResponse, keyof Told | 'excluded'>;
    return { ...written, ...more, excluded: exclusionsOf(now) };
  });
}

function readAdvances(tx: Tx, contractId: number): Promise<AdvanceResponse[]> {
  return tx.query(
    `SELECT id, label, due_on AS "dueOn", paid_on AS "paidOn", amount::text,
       contract_stated_since(contract_id, created_at) AS "isUsed"
     FROM contract_advance WHERE contract_id = $1 ORDER BY coalesce(due_on, paid_on), id`,
    [contractId],
  );
}

function readPayees(tx: Tx, contractId: number): Promise<PayeeResponse[]> {
  return tx.query(
    `SELECT y.id, y.contributor_id AS "contributorId", p.display_name AS "displayName", y.kind, y.share::text, y.valid_from AS "from"
     FROM contract_payee y JOIN contributor p ON p.id = y.contributor_id WHERE y.contract_id = $1 ORDER BY y.position`,
    [contractId],
  );
}

function readAmendments(tx: Tx, contractId: number): Promise<AmendmentResponse[]> {
  return tx.query(
    `SELECT id, number, signed_on AS "signedOn", effective_from AS "effectiveFrom", note
     FROM contract_amendment WHERE contract_id = $1 ORDER BY number`,
    [contractId],
  );
}

function readSetOffs(tx: Tx, contractId: number): Promise<ContractSetOff[]> {
  return tx.query(
    `SELECT a.id, a.signed_on AS "signedOn", a.valid_from AS "from", a.note,
       (SELECT jsonb_agg(jsonb_build_object('id', c.id, 'reference', c.reference, 'work', w.title) ORDER BY c.reference)
        FROM set_off_contract o JOIN contract c ON c.id = o.contract_id JOIN work w ON w.id = c.work_id WHERE o.agreement_id = a.id) AS contracts
     FROM set_off_agreement a WHERE EXISTS (SELECT FROM set_off_contract o WHERE o.agreement_id = a.id AND o.contract_id = $1)
     ORDER BY a.valid_from, a.id`,
    [contractId],
  );
}
