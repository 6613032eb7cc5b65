import type { EntityTarget } from 'typeorm';

import { platformProblems } from '../problems/platform-problems';
import type { Tx } from './database';

interface Versioned {
  id: number;
  version: number;
}

/**
 * Reads a record to change it and holds it until the transaction ends.
 * @throws not-found, or stale-version where it was saved since the caller read it.
 */
export async function lockVersion<T extends Versioned>(
  tx: Tx,
  record: EntityTarget<T>,
  id: number,
  version: number,
): Promise<T> {
  const found = await tx.findOne(record, { where: { id } as never, lock: { mode: 'pessimistic_write' } });
  if (!found) throw platformProblems.create('not-found');
  if (found.version !== version) throw platformProblems.create('stale-version');
  return found;
}
