/**
 * What is owed to whom, as SQL: one row for each payee of a closed statement that pays, and for each payee of an
 * instalment of an advance. `left` is what neither was paid nor stands in a payment under way.
 *
 * An instalment is shared between the payees in force on its day by largest remainder, as the engine shares it; agents
 * have their percentage on top, out of the others' net.
 */
const LIVE = `('planned', 'exported', 'executed')`;

const STATEMENTS = `
  SELECT 'statement' AS kind, p.id AS statement_payee_id, NULL::integer AS advance_id, s.id AS statement_id, k.id AS closing_id,
    s.contract_id, p.contributor_id, p.kind AS payee_kind, s.number AS label, k.payment_date AS due_on, p.gross AS whole_gross,
    p.net AS stated_net, p.withholding AS stated_withholding,
    CASE WHEN p.kind = 'agent' THEN 0::numeric ELSE coalesce((p.withholding ->> 'net')::numeric, p.net) - p.net END AS agent_fee,
    NULL::date AS marked_on
  FROM royalty_statement_payee p
  JOIN royalty_statement s ON s.id = p.statement_id
  JOIN closing k ON k.id = s.closing_id
  WHERE k.status = 'closed' AND p.gross > 0`;

/**
 * Of an instalment `a` that its contract counts as paid: a payment says so, be it one that the bank sent back after a
 * statement had counted it. What somebody marked as paid by other means after a reject is none.
 */
export const PAID_BY_TRANSFER = `EXISTS (SELECT FROM royalty_payment_item i JOIN royalty_payment y ON y.id = i.payment_id
  WHERE i.advance_id = a.id AND i.payee_kind <> 'agent' AND (y.status = 'executed' OR y.status = 'rejected' AND y.executed_on = a.paid_on))`;

/**
 * Instalments of contracts; a release lapses once its balance was stated again. `marked_on`: the contract says that it was
 * paid on that day, and no payment does: nobody owes it, and no certificate or return knows of it.
 */
const INSTALMENTS = `
  SELECT a.id, a.contract_id, a.label, a.due_on, (a.amount * 100)::numeric(20, 0) AS cents, c.contributor_id AS author_id,
    CASE WHEN NOT ${PAID_BY_TRANSFER} THEN a.paid_on END AS marked_on
  FROM contract_advance a JOIN contract c ON c.id = a.contract_id
  WHERE c.status <> 'draft'
    AND NOT EXISTS (SELECT FROM balance_release b JOIN royalty_statement s ON s.id = b.statement_id JOIN closing k ON k.id = s.closing_id
      WHERE b.advance_id = a.id AND a.paid_on IS NULL AND EXISTS (SELECT FROM royalty_statement l JOIN closing lk ON lk.id = l.closing_id
        WHERE l.contract_id = s.contract_id AND lk.status = 'closed' AND lk.entry > k.entry))`;

const OWNERS = `
  SELECT a.id AS advance_id, y.contributor_id, y.kind, y.share, y.position
  FROM instalment a JOIN contract_payee y ON y.contract_id = a.contract_id
  WHERE coalesce(y.valid_from, '-infinity') = (SELECT max(coalesce(v.valid_from, '-infinity')) FROM contract_payee v
    WHERE v.contract_id = a.contract_id AND coalesce(v.valid_from, '-infinity') <= coalesce(a.due_on, 'infinity'))`;

const FEES = `
  SELECT p.advance_id, sum(round(i.cents * p.share / 100)) AS fees
  FROM payee p JOIN instalment i ON i.id = p.advance_id WHERE p.kind = 'agent' GROUP BY 1`;

/** Whole cents of the amount and of the agents' fees, and what each division loses. */
const SHARES = `
  SELECT w.*, div(i.cents * w.share, w.total) AS whole, mod(i.cents * w.share, w.total) AS lost,
    div(coalesce(f.fees, 0) * w.share, w.total) AS fee_whole, mod(coalesce(f.fees, 0) * w.share, w.total) AS fee_lost
  FROM (SELECT p.*, sum(p.share) OVER (PARTITION BY p.advance_id) AS total FROM payee p WHERE p.kind <> 'agent') w
  JOIN instalment i ON i.id = w.advance_id LEFT JOIN fee f ON f.advance_id = w.advance_id`;

const RANKED = `
  SELECT s.*, sum(s.whole) OVER a AS given, sum(s.fee_whole) OVER a AS fee_given,
    row_number() OVER (PARTITION BY s.advance_id ORDER BY s.lost DESC, s.position) AS rank,
    row_number() OVER (PARTITION BY s.advance_id ORDER BY s.fee_lost DESC, s.position) AS fee_rank
  FROM share s WINDOW a AS (PARTITION BY s.advance_id)`;

const ADVANCES = `
  SELECT 'advance', NULL::integer, i.id, NULL::integer, NULL::integer, i.contract_id, o.contributor_id, o.kind, i.label, i.due_on,
    o.cents / 100, NULL::numeric, NULL::jsonb, o.fee_cents / 100, i.marked_on
  FROM instalment i JOIN (
    SELECT r.advance_id, r.contributor_id, r.kind, r.whole + CASE WHEN r.rank <= i.cents - r.given THEN 1 ELSE 0 END AS cents,
      r.fee_whole + CASE WHEN r.fee_rank <= coalesce(f.fees, 0) - r.fee_given THEN 1 ELSE 0 END AS fee_cents
    FROM ranked r JOIN instalment i ON i.id = r.advance_id LEFT JOIN fee f ON f.advance_id = r.advance_id
    UNION ALL
    SELECT p.advance_id, p.contributor_id, p.kind, round(i.cents * p.share / 100), 0
    FROM payee p JOIN instalment i ON i.id = p.advance_id WHERE p.kind = 'agent'
  ) o ON o.advance_id = i.id WHERE o.cents > 0`;

/** Whoever is entitled where no payees are agreed, or only agents: the author, to all of it. */
const PAYEES = `
  SELECT advance_id, contributor_id, kind, share, position FROM agreed
  UNION ALL
  SELECT i.id, i.author_id, 'author', 100, 0 FROM instalment i
  WHERE NOT EXISTS (SELECT FROM agreed g WHERE g.advance_id = i.id AND g.kind <> 'agent')`;

const PAID = `
  SELECT i.statement_payee_id, i.advance_id, i.contributor_id,
    sum(i.gross) FILTER (WHERE y.status = 'executed') AS paid,
    sum(i.gross) FILTER (WHERE y.status IN ('planned', 'exported')) AS planned
  FROM royalty_payment_item i JOIN royalty_payment y ON y.id = i.payment_id
  WHERE y.status IN ${LIVE} GROUP BY 1, 2, 3`;

export const PAYABLES = `(
  WITH instalment AS (${INSTALMENTS}), agreed AS (${OWNERS}), payee AS (${PAYEES}),
    fee AS (${FEES}), share AS (${SHARES}), ranked AS (${RANKED}),
    owed AS (${STATEMENTS} UNION ALL ${ADVANCES}), settled AS (${PAID})
  SELECT o.*, c.reference AS contract_reference, w.title AS work_title, r.display_name AS payee_name,
    coalesce(d.paid, 0) AS paid, coalesce(d.planned, 0) AS planned,
    o.whole_gross - coalesce(d.paid, 0) - coalesce(d.planned, 0) AS left_gross,
    CASE WHEN o.kind = 'statement' THEN o.statement_payee_id * 2::bigint ELSE o.advance_id * 10000000::bigint + o.contributor_id * 2 + 1 END AS id,
    (SELECT max(y.id) FROM royalty_payment_item i JOIN royalty_payment y ON y.id = i.payment_id
      WHERE y.status = 'rejected' AND i.contributor_id = o.contributor_id
        AND (i.statement_payee_id = o.statement_payee_id OR i.advance_id = o.advance_id)) AS rejected_payment_id
  FROM owed o
  JOIN contract c ON c.id = o.contract_id
  JOIN work w ON w.id = c.work_id
  JOIN contributor r ON r.id = o.contributor_id
  LEFT JOIN settled d ON d.contributor_id = o.contributor_id
    AND (d.statement_payee_id = o.statement_payee_id OR d.advance_id = o.advance_id)
) payable`;
