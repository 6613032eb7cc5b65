import type { Tx } from '../platform/database/database';
import { nextVersion } from './record-advance-paid';
import { ContractAdvanceRecord } from './records';

export interface AdvanceToEnter {
  readonly contractId: number;
  readonly label: string;
  readonly dueOn: string;
  /** In euros, above zero. */
  readonly amount: string;
}

/** Adds an instalment to a contract, as owed. @returns its id */
export async function enterAdvance(tx: Tx, advance: AdvanceToEnter): Promise<number> {
  const { id } = await tx.save(tx.create(ContractAdvanceRecord, { ...advance, paidOn: null }));
  await nextVersion(tx, advance.contractId);
  return id;
}
