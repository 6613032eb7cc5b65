import { readPayees, type PayeeDraft } from '@colophon/domain/contracts';
import type { DatedPayee, SetOffFacts } from '@colophon/domain/royalties';

import type { Tx } from '../../platform/database/database';

interface PayeeRow extends PayeeDraft {
  readonly contractId: number;
  readonly from: string | null;
}

/** Who is paid in place of the author, by contract; nothing for contracts that pay their author alone. */
export async function loadPayees(tx: Tx, contractIds: readonly number[]): Promise<Map<number, readonly DatedPayee[]>> {
  const rows: PayeeRow[] = await tx.query(
    `SELECT contract_id AS "contractId", contributor_id::text AS author, kind, share::text, valid_from AS "from"
     FROM contract_payee WHERE contract_id = ANY($1) ORDER BY contract_id, position`,
    [contractIds],
  );
  const byContract = Map.groupBy(rows, ({ contractId }) => contractId);
  return new Map([...byContract].map(([id, of]) => [id, setsOf(of)]));
}

/** Each set shares a hundred percent, so each is read by itself. */
function setsOf(rows: readonly PayeeRow[]): DatedPayee[] {
  const sets = [...Map.groupBy(rows, ({ from }) => from)];
  return sets.flatMap(([from, set]) => readPayees(set).map((payee) => (from === null ? payee : { ...payee, from })));
}

/** Agreements that join at least two of these contracts. */
export async function loadSetOffs(tx: Tx, contractIds: readonly number[]): Promise<SetOffFacts[]> {
  return tx.query(
    `SELECT a.id::text, a.valid_from AS "from", array_agg(o.contract_id::text ORDER BY o.contract_id) AS contracts
     FROM set_off_agreement a JOIN set_off_contract o ON o.agreement_id = a.id
     WHERE o.contract_id = ANY($1) GROUP BY a.id HAVING count(*) > 1 ORDER BY a.valid_from, a.id`,
    [contractIds],
  );
}
