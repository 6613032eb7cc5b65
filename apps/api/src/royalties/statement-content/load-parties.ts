import { addressLines, type Address } from '../../parties';
import type { Tx } from '../../platform/database/database';
import type { SnapshotLicence, SnapshotPayeePart, SnapshotSetOff, StatementSnapshot } from './snapshot';

type Parties = Pick<StatementSnapshot, 'payees' | 'setOffs'>;

/** Who contracts are paid to besides their author, and the agreements that join them to others; asked by contract. */
export async function loadParties(tx: Tx, contractIds: readonly number[]): Promise<(contractId: number) => Parties> {
  const payees = Map.groupBy(await loadPayees(tx, contractIds), ({ contractId }) => contractId);
  const setOffs = Map.groupBy(await loadSetOffs(tx, contractIds), ({ contractId }) => contractId);
  return (contractId) => {
    const paid = payees.get(contractId);
    const joined = setOffs.get(contractId);
    return {
      ...(paid ? { payees: paid.map(({ payee }) => payee) } : {}),
      ...(joined ? { setOffs: joined.map(({ setOff }) => setOff) } : {}),
    };
  };
}

interface PayeeRow extends Omit<SnapshotPayeePart, 'address'> {
  readonly contractId: number;
  readonly address: Address;
}

async function loadPayees(
  tx: Tx,
  contractIds: readonly number[],
): Promise<{ contractId: number; payee: SnapshotPayeePart }[]> {
  const rows: PayeeRow[] = await tx.query(
    `SELECT DISTINCT ON (y.contract_id, p.id) y.contract_id AS "contractId", p.id AS "contributorId",
       coalesce(nullif(concat_ws(' ', p.first_name, p.last_name), ''), p.display_name) AS name, p.address, p.siret, p.iban_last4 AS "ibanLast4"
     FROM contract_payee y JOIN contributor p ON p.id = y.contributor_id WHERE y.contract_id = ANY($1) ORDER BY y.contract_id, p.id`,
    [contractIds],
  );
  return rows.map(({ contractId, address, ...payee }) => ({
    contractId,
    payee: { ...payee, address: addressLines(address) },
  }));
}

function loadSetOffs(
  tx: Tx,
  contractIds: readonly number[],
): Promise<{ contractId: number; setOff: SnapshotSetOff }[]> {
  return tx.query(
    `SELECT o.contract_id AS "contractId", jsonb_build_object('agreementId', a.id::text, 'signedOn', a.signed_on,
       'contracts', (SELECT jsonb_agg(jsonb_build_object('id', c.id::text, 'reference', c.reference) ORDER BY c.id)
         FROM set_off_contract x JOIN contract c ON c.id = x.contract_id WHERE x.agreement_id = a.id)) AS "setOff"
     FROM set_off_contract o JOIN set_off_agreement a ON a.id = o.agreement_id WHERE o.contract_id = ANY($1) ORDER BY a.id`,
    [contractIds],
  );
}

export interface ContractLicence {
  readonly contractId: number;
  readonly licence: SnapshotLicence;
}

/** Rights sold of the works of these contracts, those that are signed. */
export function loadLicences(tx: Tx, contractIds: readonly number[]): Promise<ContractLicence[]> {
  return tx.query(
    `SELECT c.id AS "contractId", jsonb_build_object('licensee', l.licensee, 'right', l."right", 'territories', to_jsonb(l.territories),
       'signedOn', l.signed_on) AS licence
     FROM rights_licence l JOIN contract c ON c.work_id = l.work_id WHERE c.id = ANY($1) AND l.signed_on IS NOT NULL
     ORDER BY l.signed_on, l.id`,
    [contractIds],
  );
}
