import type { Tx } from '../platform/database/database';
import { platformProblems } from '../platform/problems/platform-problems';
import { contractProblems } from './problems';
import { ContractAdvanceRecord } from './records';

export interface AdvancePaid {
  readonly advanceId: number;
  /** The day on which the bank paid it. */
  readonly paidOn: string;
}

/**
 * An instalment was paid whole: from its day on, the royalties of its contract recoup it.
 * @throws advance-paid where it was paid before
 */
export async function recordAdvancePaid(tx: Tx, { advanceId, paidOn }: AdvancePaid): Promise<void> {
  const advance = await locked(tx, advanceId);
  if (advance.paidOn !== null) throw contractProblems.create('advance-paid');
  await tx.save(Object.assign(advance, { paidOn }));
}

/** The bank sent an instalment back. @throws advance-used where a closed statement has counted it already */
export async function recordAdvanceUnpaid(tx: Tx, advanceId: number): Promise<void> {
  await tx.save(Object.assign(await locked(tx, advanceId), { paidOn: null }));
}

async function locked(tx: Tx, id: number): Promise<ContractAdvanceRecord> {
  const advance = await tx.findOne(ContractAdvanceRecord, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!advance) throw platformProblems.create('not-found');
  return advance;
}
