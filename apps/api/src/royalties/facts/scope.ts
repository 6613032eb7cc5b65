import type { Tx } from '../../platform/database/database';

/** A contract as a closing sees it. */
export interface ContractRow {
  readonly id: number;
  readonly reference: string;
  readonly status: string;
  readonly contributorId: number;
  readonly workId: number;
  readonly signedOn: string | null;
  readonly paymentThreshold: string;
  readonly unitPriceRounding: '2' | '4' | 'none' | null;
  readonly startsOn: string | null;
  readonly terminatedOn: string | null;
}

const COLUMNS = `c.id, c.reference, c.status, c.contributor_id AS "contributorId", c.work_id AS "workId", c.signed_on AS "signedOn",
  c.payment_threshold::text AS "paymentThreshold", c.unit_price_rounding AS "unitPriceRounding",
  c.starts_on::text AS "startsOn", c.terminated_on::text AS "terminatedOn"`;

/**
 * All contracts that count, in the order of their references. Drafts never do; terminated ones always: their author was
 * paid by them, and something may be left to pay.
 */
export function allContracts(tx: Tx): Promise<ContractRow[]> {
  return tx.query(`SELECT ${COLUMNS} FROM contract c WHERE c.status <> 'draft' ORDER BY c.reference, c.id`);
}

/**
 * The contracts with a clause on an edition, and every other contract of their authors: the yearly ceiling of the
 * withholding is an author's, not a contract's.
 */
export function contractsAround(tx: Tx, editionId: number): Promise<ContractRow[]> {
  return tx.query(
    `SELECT ${COLUMNS} FROM contract c WHERE c.status <> 'draft' AND c.contributor_id IN (
       SELECT o.contributor_id FROM contract o JOIN contract_clause l ON l.contract_id = o.id
       WHERE l.edition_id = $1 AND o.status <> 'draft')
     ORDER BY c.reference, c.id`,
    [editionId],
  );
}
