import type { Tx } from '../platform/database/database';
import { platformProblems } from '../platform/problems/platform-problems';
import { contractProblems } from './problems';
import { ContractAdvanceRecord, ContractRecord } from './records';

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
  await nextVersion(tx, advance.contractId);
}

/** The bank sent an instalment back. @throws advance-used where a closed statement has counted it already */
export async function recordAdvanceUnpaid(tx: Tx, advanceId: number): Promise<void> {
  const advance = await locked(tx, advanceId);
  await tx.save(Object.assign(advance, { paidOn: null }));
  await nextVersion(tx, advance.contractId);
}

/** Whoever had the contract's page open must not save over what a payment recorded since. */
export async function nextVersion(tx: Tx, contractId: number): Promise<void> {
  await tx.increment(ContractRecord, { id: contractId }, 'version', 1);
}

async function locked(tx: Tx, id: number): Promise<ContractAdvanceRecord> {
  const advance = await tx.findOne(ContractAdvanceRecord, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!advance) throw platformProblems.create('not-found');
  return advance;
}
