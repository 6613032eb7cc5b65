import { addDays } from '@colophon/domain/calendar';
import { periodEnding, type StatementFrequency } from '@colophon/domain/contracts';

import type { Tx } from '../../platform/database/database';
import type { ContractRow } from '../facts/scope';
import type { ClosingRecord } from '../records';

/** A contract that a closing is to state, and the first day of its statement where that is not the closing's. */
export interface ChosenContract {
  readonly contract: ContractRow;
  readonly from: string | null;
}

/** What decides whether a contract is due: how often it is stated, and the last day that a closing of a period covered. */
export interface StatedUntil {
  readonly id: number;
  readonly frequency: StatementFrequency;
  readonly statedUntil: string | null;
  readonly yearEndMonth: number;
}

/**
 * Of these contracts, those that the closing states. A closing of all takes each; a closing of those due takes the
 * contracts in force whose period ends on its last day and was not stated yet. A contract that was finally stated is
 * never stated again.
 */
export async function chooseContracts(
  tx: Tx,
  closing: ClosingRecord,
  scope: readonly ContractRow[],
): Promise<ChosenContract[]> {
  const open = await withoutFinallyStated(tx, scope);
  const all = open.map((contract) => ({ contract, from: null }));
  if (closing.kind === 'termination') return all.filter(({ contract }) => contract.id === closing.contractId);
  if (closing.kind === 'print-run' || closing.contracts === 'all') return all;
  const terms = new Map((await statedUntil(tx, open)).map((row) => [row.id, row]));
  return open.flatMap((contract) => {
    const from =
      contract.status === 'active'
        ? dueFrom(contract, { terms: terms.get(contract.id), to: closing.periodTo })
        : undefined;
    return from === undefined ? [] : [{ contract, from: from === closing.periodFrom ? null : from }];
  });
}

/** The first day of the statement that a contract is due at the end of a period; undefined where it is due none. */
export function dueFrom(
  { startsOn, signedOn }: Pick<ContractRow, 'startsOn' | 'signedOn'>,
  { terms, to }: { readonly terms: StatedUntil | undefined; readonly to: string },
): string | undefined {
  const period = terms && periodEnding(terms, to);
  const begun = startsOn ?? signedOn;
  if (!period || (begun !== null && begun > to)) return undefined;
  const { statedUntil: until } = terms;
  if (until !== null && until >= to) return undefined;
  return until !== null && until >= period.from ? addDays(until, 1) : period.from;
}

export function statedUntil(tx: Tx, contracts: readonly { readonly id: number }[]): Promise<StatedUntil[]> {
  return tx.query(
    `SELECT c.id, c.statement_frequency AS frequency, h.year_end_month AS "yearEndMonth",
       (SELECT max(k.period_to)::text FROM royalty_statement s JOIN closing k ON k.id = s.closing_id
         WHERE s.contract_id = c.id AND k.status = 'closed' AND k.kind <> 'print-run') AS "statedUntil"
     FROM contract c, house h WHERE c.id = ANY($1)`,
    [contracts.map(({ id }) => id)],
  );
}

async function withoutFinallyStated(tx: Tx, scope: readonly ContractRow[]): Promise<readonly ContractRow[]> {
  if (scope.every(({ status }) => status === 'active')) return scope;
  const rows: { id: number }[] = await tx.query(
    `SELECT contract_id AS id FROM closing WHERE kind = 'termination' AND status = 'closed' AND contract_id = ANY($1)`,
    [scope.map(({ id }) => id)],
  );
  const done = new Set(rows.map(({ id }) => id));
  return scope.filter(({ id }) => !done.has(id));
}
