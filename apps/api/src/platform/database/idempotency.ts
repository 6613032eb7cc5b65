import { platformProblems } from '../problems/platform-problems';
import type { Idempotency } from '../sign-in/actor';
import type { Tx } from './tx';

/** The same key was used before: `response` is what it answered, where that was kept. */
export class RepeatedRequest extends Error {
  constructor(readonly stored: { status: number; response: unknown } | undefined) {
    super('repeated request');
  }
}

/**
 * Takes the key for this transaction. A second request with it waits for the first to end, then gets its answer.
 * @throws RepeatedRequest, or the problem `idempotency-key-reused` where the key came with another request.
 */
export async function claimIdempotencyKey(tx: Tx, userId: number | null, idempotency: Idempotency): Promise<void> {
  const claimed = await tx.query(
    `INSERT INTO idempotency_key (user_id, key, request_hash) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING key`,
    [userId, idempotency.key, idempotency.requestHash],
  );
  if (claimed.length > 0) return;
  const [first] = await tx.query(
    `SELECT request_hash = $3 AS same, status, response FROM idempotency_key WHERE user_id = $1 AND key = $2`,
    [userId, idempotency.key, idempotency.requestHash],
  );
  if (first && !first.same) throw platformProblems.create('idempotency-key-reused');
  throw new RepeatedRequest(first?.status ? { status: first.status, response: first.response } : undefined);
}
