import { Money } from '@colophon/domain/money';
import { In } from 'typeorm';

import type { Tx } from '../platform/database/database';
import type { AdvanceInput } from './clause-dto';
import { contractProblems } from './problems';
import { ContractAdvanceRecord } from './records';

/** Makes a contract's advances the ones given; what a closed statement has counted is refused (advance-used). */
export async function saveAdvances(tx: Tx, contractId: number, advances: readonly AdvanceInput[]): Promise<void> {
  const stored = await tx.findBy(ContractAdvanceRecord, { contractId });
  await refuseChangingPaid(tx, stored, advances);
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

/** What a transfer has paid, or is to pay by a file that the bank has, is not said otherwise by hand. @throws advance-paid */
async function refuseChangingPaid(
  tx: Tx,
  stored: readonly ContractAdvanceRecord[],
  advances: readonly AdvanceInput[],
): Promise<void> {
  const paid: { id: number }[] = await tx.query(
    `SELECT DISTINCT i.advance_id AS id FROM royalty_payment_item i JOIN royalty_payment y ON y.id = i.payment_id
     WHERE y.status IN ('exported', 'executed') AND i.advance_id = ANY($1)`,
    [stored.map(({ id }) => id)],
  );
  for (const { id } of paid) {
    const before = stored.find((advance) => advance.id === id);
    const index = advances.findIndex((advance) => advance.id === id);
    const now = advances[index];
    const isSame =
      now && before && (now.paidOn ?? null) === before.paidOn && Money.parse(now.amount).toString() === before.amount;
    if (!isSame) throw contractProblems.at(now ? `/advances/${index}` : '/advances', 'advance-paid');
  }
}
