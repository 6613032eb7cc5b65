import type { Tx } from '../../platform/database/database';

/**
 * Makes the yearly ceilings follow what was paid. A closed statement counted its gross on the day it planned, and an
 * instalment on the day it was recorded as paid: each item of these payments takes its own part back from there, and
 * counts it on the day on which it was paid. Agents' parts are nobody's gross: the author's holds them already.
 *
 * Called before an instalment is recorded as paid by the payment itself, which then is its planned day.
 */
export async function countPaid(tx: Tx, paymentIds: readonly number[]): Promise<void> {
  await tx.query(
    `WITH item AS (
       SELECT y.id AS payment_id, i.contributor_id, y.executed_on, i.gross, coalesce(k.payment_date, a.paid_on, y.executed_on) AS planned_on
       FROM royalty_payment y JOIN royalty_payment_item i ON i.payment_id = y.id
       LEFT JOIN royalty_statement_payee p ON p.id = i.statement_payee_id
       LEFT JOIN royalty_statement s ON s.id = p.statement_id LEFT JOIN closing k ON k.id = s.closing_id
       LEFT JOIN contract_advance a ON a.id = i.advance_id
       WHERE y.id = ANY($1) AND i.payee_kind <> 'agent'
     ), moved AS (SELECT * FROM item WHERE planned_on <> executed_on)
     INSERT INTO paid_gross (contributor_id, paid_on, amount, payment_id)
     SELECT contributor_id, day, sum(amount), payment_id FROM (
       SELECT payment_id, contributor_id, planned_on AS day, -gross AS amount FROM moved
       UNION ALL SELECT payment_id, contributor_id, executed_on, gross FROM moved
     ) facts GROUP BY payment_id, contributor_id, day HAVING sum(amount) <> 0 ORDER BY payment_id, day`,
    [paymentIds],
  );
}

/** The opposite facts: what was owed counts again on the day it was planned for. */
export async function countRejected(tx: Tx, paymentId: number): Promise<void> {
  await tx.query(
    `INSERT INTO paid_gross (contributor_id, paid_on, amount, payment_id)
     SELECT contributor_id, paid_on, -amount, payment_id FROM paid_gross WHERE payment_id = $1 ORDER BY id`,
    [paymentId],
  );
}
