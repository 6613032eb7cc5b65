import type { Tx } from '../platform/database/database';
import type { ContractAlert } from './alert-dto';

/** How long before its day an expiry, an option or an instalment is told of. */
const AHEAD = { expires: '6 months', option: '3 months', instalment: '1 month' } as const;

/**
 * What falls due, lapses or asks for a decision, the most urgent first.
 *
 * Two yearly statements without royalty, more than four years after publication, let either party end the contract
 * (CPI L132-17-4). On the printed basis a book may sell on and still show none, so the copies sold are told with it.
 * @param contractId only this contract's; every contract's when absent
 */
export function contractAlerts(tx: Tx, today: string, contractId?: number): Promise<ContractAlert[]> {
  return tx.query(
    `WITH told AS (
       SELECT c.id, c.reference, w.title AS work, p.display_name AS contributor, c.ends_on, c.option_until, c.minimum_first_run,
         c.guaranteed_minimum FROM contract c JOIN work w ON w.id = c.work_id JOIN contributor p ON p.id = c.contributor_id
       WHERE c.status = 'active' AND ($2::int IS NULL OR c.id = $2)),
     alert AS (${[expiring, optionLapsing, instalmentDue, noRoyalty, noMinimum].join(' UNION ALL ')})
     SELECT a.kind, t.id AS "contractId", t.reference, t.work, t.contributor, a.date::text AS date,
       coalesce(a.date < $1::date AND a.kind <> 'no-royalty', false) AS "isLate", a.label, a.amount::text AS amount,
       a.copies_sold::int AS "copiesSold"
     FROM alert a JOIN told t ON t.id = a.id ORDER BY a.date NULLS LAST, t.reference, a.kind`,
    [today, contractId ?? null],
  );
}

const nothing = `NULL::text AS label, NULL::numeric AS amount, NULL::bigint AS copies_sold`;

const expiring = `SELECT id, 'expires' AS kind, ends_on AS date, ${nothing} FROM told WHERE ends_on <= $1::date + interval '${AHEAD.expires}'`;

const optionLapsing = `SELECT id, 'option-lapses', option_until, ${nothing} FROM told
  WHERE option_until >= $1::date AND option_until <= $1::date + interval '${AHEAD.option}'`;

const instalmentDue = `SELECT t.id, 'instalment-due', a.due_on, a.label, a.amount, NULL FROM told t JOIN contract_advance a ON a.contract_id = t.id
  WHERE a.paid_on IS NULL AND a.due_on <= $1::date + interval '${AHEAD.instalment}'`;

const noMinimum = `SELECT t.id, 'no-minimum-first-run', NULL::date, ${nothing} FROM told t
  WHERE t.minimum_first_run IS NULL AND t.guaranteed_minimum IS NULL
    AND EXISTS (SELECT FROM contract_clause l WHERE l.contract_id = t.id AND l.basis IN ('printed', 'sold'))`;

/** The statements of the two years up to the last one: one in each year at least, and nothing earned in any. */
const noRoyalty = `SELECT t.id, 'no-royalty', s.last, NULL, NULL, (SELECT coalesce(sum(CASE WHEN m.kind = 'sold' THEN m.copies ELSE -m.copies END), 0)
    FROM stock_movement m WHERE m.kind IN ('sold', 'returned') AND m.moved_on > s.last - interval '2 years' AND m.moved_on <= s.last
      AND m.edition_id IN (SELECT edition_id FROM contract_clause WHERE contract_id = t.id))
  FROM told t
  CROSS JOIN LATERAL (SELECT min(e.publication_date) AS published FROM contract_clause l JOIN edition e ON e.id = l.edition_id WHERE l.contract_id = t.id) b
  CROSS JOIN LATERAL (SELECT max(k.period_to) AS last FROM royalty_statement r JOIN closing k ON k.id = r.closing_id
    WHERE r.contract_id = t.id AND k.status = 'closed' AND k.kind = 'period') s
  WHERE s.last - interval '2 years' >= b.published + interval '4 years'
    AND (SELECT bool_and(r.earned = 0 AND r.adjustments <= 0) AND bool_or(k.period_to <= s.last - interval '1 year')
      FROM royalty_statement r JOIN closing k ON k.id = r.closing_id
      WHERE r.contract_id = t.id AND k.status = 'closed' AND k.period_to > s.last - interval '2 years')`;
