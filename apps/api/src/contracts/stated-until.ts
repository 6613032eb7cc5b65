import type { Tx } from '../platform/database/database';

/** The last day of which a closed statement of the contract tells; null before its first. */
export async function statedUntil(tx: Tx, contractId: number): Promise<string | null> {
  const [{ day }]: [{ day: string | null }] = await tx.query(
    `SELECT nullif(contract_stated_until($1), '-infinity')::text AS day`,
    [contractId],
  );
  return day;
}
