import type { Tx } from '../../platform/database/database';
import { royaltiesProblems } from '../problems';

/** Whoever closes holds this: two people closing at once would number and recoup the same things twice. */
const CLOSING_LOCK = 7_301_010;

/**
 * Holds closings off until the transaction ends: for a closing itself, and for what would change facts behind its back.
 * @throws closing-other-running where somebody else holds them
 */
export async function refuseWhileClosing(tx: Tx): Promise<void> {
  const [{ held }] = await tx.query(`SELECT pg_try_advisory_xact_lock($1) AS held`, [CLOSING_LOCK]);
  if (!held) throw royaltiesProblems.create('closing-other-running');
}
