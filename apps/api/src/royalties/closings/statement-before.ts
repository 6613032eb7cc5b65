/**
 * The contract's statement before `s` (of the closing `k`), to be joined as a lateral: a run compares with the run
 * before, a period and a final statement with the period before.
 */
export const STATEMENT_BEFORE = `SELECT q.id, q.earned, q.gross, q.net, q.result FROM royalty_statement q JOIN closing h ON h.id = q.closing_id
  WHERE q.contract_id = s.contract_id AND h.status = 'closed' AND (h.kind = 'print-run') = (k.kind = 'print-run')
    AND (k.entry IS NULL OR h.entry < k.entry) ORDER BY h.entry DESC LIMIT 1`;

/** Against the statement before, `b`: more than three tenths up or down, or from nothing, or to nothing. */
export const LARGE = `(b.id IS NOT NULL AND (abs(s.earned - b.earned) > 0.3 * abs(b.earned) OR abs(s.net - b.net) > 0.3 * abs(b.net)))`;

export const CHANGED = `(b.id IS NULL OR s.earned <> b.earned OR s.net <> b.net)`;
