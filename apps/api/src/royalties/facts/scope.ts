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
  readonly endsOn: string | null;
  readonly guaranteedMinimum: string | null;
}

const COLUMNS = `c.id, c.reference, c.status, c.contributor_id AS "contributorId", c.work_id AS "workId", c.signed_on AS "signedOn",
  c.payment_threshold::text AS "paymentThreshold", c.unit_price_rounding AS "unitPriceRounding",
  c.starts_on::text AS "startsOn", c.terminated_on::text AS "terminatedOn",
  c.ends_on::text AS "endsOn", c.guaranteed_minimum::text AS "guaranteedMinimum"`;

/**
 * All contracts that count, in the order of their references. Drafts never do; terminated ones always: their author was
 * paid by them, and something may be left to pay.
 */
export function allContracts(tx: Tx): Promise<ContractRow[]> {
  return tx.query(`SELECT ${COLUMNS} FROM contract c WHERE c.status <> 'draft' ORDER BY c.reference, c.id`);
}

/** These contracts, drafts too: for what is only supposed. */
export function contractsById(tx: Tx, ids: readonly number[]): Promise<ContractRow[]> {
  return tx.query(`SELECT ${COLUMNS} FROM contract c WHERE c.id = ANY($1) ORDER BY c.reference, c.id`, [ids]);
}

/**
 * The contracts with a clause on an edition, and every other contract of whoever they pay: the yearly ceiling of the
 * withholding is a person's, not a contract's, and an agreement may join the contracts of one person.
 */
export function contractsAround(tx: Tx, editionId: number): Promise<ContractRow[]> {
  return tx.query(
    `WITH RECURSIVE paid (contract_id, person) AS (
       SELECT id, contributor_id FROM contract WHERE status <> 'draft'
       UNION SELECT y.contract_id, y.contributor_id FROM contract_payee y JOIN contract c ON c.id = y.contract_id WHERE c.status <> 'draft'),
     around (person) AS (
       SELECT p.person FROM paid p JOIN contract_clause l ON l.contract_id = p.contract_id WHERE l.edition_id = $1
       UNION SELECT other.person FROM around a JOIN paid own ON own.person = a.person JOIN paid other ON other.contract_id = own.contract_id)
     SELECT ${COLUMNS} FROM contract c WHERE c.id IN (SELECT contract_id FROM paid JOIN around USING (person))
     ORDER BY c.reference, c.id`,
    [editionId],
  );
}
