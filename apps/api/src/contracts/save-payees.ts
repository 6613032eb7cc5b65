import { In } from 'typeorm';

import type { Tx } from '../platform/database/database';
import type { PayeeInput } from './clause-dto';
import { contractProblems } from './problems';
import { ContractPayeeRecord } from './records';

/** Makes a contract's payees the ones given; those that closed statements were shared between are refused (payees-stated). */
export async function savePayees(tx: Tx, contractId: number, payees: readonly PayeeInput[]): Promise<void> {
  await refuseStrangers(tx, payees);
  const stored = await tx.findBy(ContractPayeeRecord, { contractId });
  const kept = new Set(payees.map((payee) => payee.id));
  const removed = stored.filter(({ id }) => !kept.has(id));
  if (removed.length > 0) await tx.delete(ContractPayeeRecord, { id: In(removed.map(({ id }) => id)) });
  const rows = payees.map((payee, index) => {
    const current = stored.find(({ id }) => id === payee.id);
    if (payee.id !== undefined && !current) throw contractProblems.at(`/payees/${index}/id`, 'payee-unknown');
    const { contributorId, kind, from } = payee;
    const fields = {
      contractId,
      position: index + 1,
      contributorId,
      kind,
      share: payee.share.trim(),
      validFrom: from ?? null,
    };
    return current ? Object.assign(current, fields) : tx.create(ContractPayeeRecord, fields);
  });
  await tx.save(rows);
}

async function refuseStrangers(tx: Tx, payees: readonly PayeeInput[]): Promise<void> {
  if (payees.length === 0) return;
  const [{ known }]: [{ known: number[] }] = await tx.query(
    `SELECT ARRAY(SELECT id FROM contributor WHERE id = ANY($1)) AS known`,
    [payees.map(({ contributorId }) => contributorId)],
  );
  const stranger = payees.findIndex(({ contributorId }) => !known.includes(contributorId));
  if (stranger >= 0) throw contractProblems.at(`/payees/${stranger}/contributorId`, 'contract-contributor-unknown');
}
