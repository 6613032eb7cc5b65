import { addDays } from '@colophon/domain/calendar';

import type { Tx } from '../platform/database/database';
import type { CopiesLeft } from './amendment-response-dto';

/**
 * Copies printed before a day and not sold by then, for each clause on the sold basis in force on its eve: what the house
 * holds. When such a contract pays at the print run from that day on, these are still paid as they are sold.
 */
export function proposeCopiesLeft(tx: Tx, contractId: number, day: string): Promise<CopiesLeft[]> {
  return tx.query(
    `SELECT l.id AS "clauseId", greatest(coalesce((SELECT sum(CASE WHEN t.kind = 'own' THEN m.copies ELSE 0 END - CASE WHEN f.kind = 'own' THEN m.copies ELSE 0 END)
       FROM stock_movement m JOIN stock_location t ON t.id = m.to_location_id JOIN stock_location f ON f.id = m.from_location_id
       WHERE m.edition_id = l.edition_id AND m.moved_on <= $2), 0), 0)::int AS copies
     FROM contract_clause l WHERE l.contract_id = $1 AND l.basis = 'sold'
       AND coalesce(l.valid_from, '-infinity') <= $2 AND coalesce(l.valid_until, 'infinity') >= $2 ORDER BY l.position`,
    [contractId, addDays(day, -1)],
  );
}
