import type { Tx } from '../platform/database/database';

/** Whoever composes or records payments holds this: two runs made at once would both take what is due. */
const PAYMENTS_LOCK = 7_301_011;

/** One hand at a time in the till; the next one waits until the transaction before has ended. */
export async function holdPayments(tx: Tx): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock($1)`, [PAYMENTS_LOCK]);
}
