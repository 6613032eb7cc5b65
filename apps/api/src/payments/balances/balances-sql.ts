/**
 * What is owed, carried, unrecouped and paid, by contract. The last closed statement of a contract says what it carries
 * and what of its advances is left; instalments paid since then are added.
 *
 * A balance is held since the first of the statements in a row that carried one: the law's six months count from there.
 */
import { PAYABLES } from '../payables/payables-sql';

const STATED = `
  SELECT s.id, s.contract_id, s.carried_out, s.set_off, k.period_to, k.entry,
    CASE WHEN k.kind = 'termination' THEN 0::numeric ELSE s.unrecouped END AS unrecouped,
    row_number() OVER (PARTITION BY s.contract_id ORDER BY k.entry DESC) AS age,
    max(k.entry) FILTER (WHERE s.carried_out <= 0) OVER (PARTITION BY s.contract_id) AS settled_entry
  FROM royalty_statement s JOIN closing k ON k.id = s.closing_id WHERE k.status = 'closed'`;

const HELD = `
  SELECT contract_id, min(period_to) AS since FROM stated
  WHERE carried_out > 0 AND entry > coalesce(settled_entry, -1) GROUP BY 1`;

const OWED = `SELECT contract_id, sum(left_gross) AS due, sum(planned) AS planned FROM ${PAYABLES} WHERE marked_on IS NULL GROUP BY 1`;

/** What other contracts have recouped of each contract's advances under agreements, and its own statements do not tell yet. */
const SET_OFF = `
  SELECT contract_id, sum(amount) AS amount FROM (
    SELECT (o ->> 'contract')::int AS contract_id, (o ->> 'amount')::numeric AS amount
      FROM stated t JOIN royalty_statement s ON s.id = t.id, jsonb_array_elements(s.result -> 'setOff') o WHERE t.set_off <> 0
    UNION ALL
    SELECT t.contract_id, -(o ->> 'amount')::numeric
      FROM stated t JOIN royalty_statement s ON s.id = t.id, jsonb_array_elements(s.result -> 'recoupedBy') o
      WHERE t.contract_id IN (SELECT contract_id FROM set_off_contract)
  ) taken GROUP BY 1`;

const paid = (year: number): string => `
  SELECT i.contract_id, sum(i.gross) AS gross FROM royalty_payment_item i JOIN royalty_payment y ON y.id = i.payment_id
  WHERE y.status = 'executed' AND i.payee_kind <> 'agent' AND extract(year FROM y.executed_on) = ${year} GROUP BY 1`;

/** One row a contract, as a table called `balance`. */
export function contractBalances(year: number): string {
  return `(
    WITH stated AS (${STATED}), held AS (${HELD}), set_off AS (${SET_OFF}), owed AS (${OWED}), paid AS (${paid(year)})
    SELECT c.id, c.reference, c.status, c.contributor_id, r.display_name AS author_name, r.sort_name, r.search_text, w.title AS work_title,
      coalesce(o.due, 0)::numeric(14,2) AS due, coalesce(o.planned, 0)::numeric(14,2) AS planned,
      coalesce(l.carried_out, 0) AS carried, h.since AS held_since, b.released_at IS NOT NULL AS released, l.id AS last_statement_id,
      (coalesce(l.unrecouped, 0) + coalesce((SELECT sum(a.amount) FROM contract_advance a
        WHERE a.contract_id = c.id AND a.paid_entry > coalesce(l.entry, -1)), 0)
        - coalesce(f.amount, 0))::numeric(14,2) AS unrecouped,
      coalesce(p.gross, 0)::numeric(14,2) AS paid_this_year
    FROM contract c JOIN contributor r ON r.id = c.contributor_id JOIN work w ON w.id = c.work_id
    LEFT JOIN stated l ON l.contract_id = c.id AND l.age = 1
    LEFT JOIN held h ON h.contract_id = c.id AND l.carried_out > 0
    LEFT JOIN balance_release b ON b.statement_id = l.id
    LEFT JOIN set_off f ON f.contract_id = c.id
    LEFT JOIN owed o ON o.contract_id = c.id
    LEFT JOIN paid p ON p.contract_id = c.id
    WHERE c.status <> 'draft'
  ) balance`;
}

/** One row for each person to whom something is owed, carried, advanced or was paid this year. */
export function authorBalances(year: number): string {
  return `(
    SELECT r.id, r.display_name, r.sort_name, r.search_text, sum(x.due)::numeric(14,2) AS due, sum(x.planned)::numeric(14,2) AS planned,
      sum(x.carried)::numeric(14,2) AS carried, min(x.held_since) AS held_since, sum(x.unrecouped)::numeric(14,2) AS unrecouped,
      sum(x.paid)::numeric(14,2) AS paid_this_year
    FROM contributor r JOIN (
      SELECT contributor_id, left_gross AS due, planned, 0 AS carried, NULL::date AS held_since, 0 AS unrecouped, 0 AS paid FROM ${PAYABLES} WHERE marked_on IS NULL
      UNION ALL
      SELECT contributor_id, 0, 0, carried, CASE WHEN NOT released THEN held_since END, unrecouped, 0 FROM ${contractBalances(year)}
      UNION ALL
      SELECT i.contributor_id, 0, 0, 0, NULL, 0, i.gross FROM royalty_payment_item i JOIN royalty_payment y ON y.id = i.payment_id
        WHERE y.status = 'executed' AND extract(year FROM y.executed_on) = ${year}
    ) x ON x.contributor_id = r.id
    GROUP BY r.id HAVING bool_or(x.due <> 0 OR x.planned <> 0 OR x.carried <> 0 OR x.unrecouped <> 0 OR x.paid <> 0)
  ) balance`;
}
