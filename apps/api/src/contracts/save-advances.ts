import { In } from 'typeorm';

import type { Tx } from '../platform/database/database';
import type { AdvanceInput } from './clause-dto';
import { contractProblems } from './problems';
import { ContractAdvanceRecord } from './records';

/** Makes a contract's advances the ones given; what a closed statement has counted is refused (advance-used). */
export async function saveAdvances(tx: Tx, contractId: number, advances: readonly AdvanceInput[]): Promise<void> {
  const stored = await tx.findBy(ContractAdvanceRecord, { contractId });
  const kept = new Set(advances.map((advance) => advance.id));
  const removed = stored.filter(({ id }) => !kept.has(id));
  if (removed.length > 0) await tx.delete(ContractAdvanceRecord, { id: In(removed.map(({ id }) => id)) });
  const rows = advances.map((advance, index) => {
    const current = stored.find(({ id }) => id === advance.id);
    if (advance.id !== undefined && !current) throw contractProblems.at(`/advances/${index}/id`, 'advance-unknown');
    const fields = {
      contractId,
      label: advance.label.trim(),
      dueOn: advance.dueOn ?? null,
      paidOn: advance.paidOn ?? null,
      amount: advance.amount,
    };
    return current ? Object.assign(current, fields) : tx.create(ContractAdvanceRecord, fields);
  });
  await tx.save(rows);
}
