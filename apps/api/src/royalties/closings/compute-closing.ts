import { addDays } from '@colophon/domain/calendar';
import type { IssuedStatement } from '@colophon/domain/royalties';

import type { Tx } from '../../platform/database/database';
import { refuseChangedHistory, statementsOf } from '../facts/compute';
import { closingEvents, type ClosingTerms } from '../facts/load-closings';
import { loadClauseDrafts, loadFacts } from '../facts/load-facts';
import { allContracts, contractsAround, type ContractRow } from '../facts/scope';
import { royaltiesProblems } from '../problems';
import { refuseUnknownRates } from '../rates/refuse-unknown-rates';
import { loadSnapshots } from '../statement-content/load-snapshots';
import type { ClosingRecord } from '../records';
import { chooseContracts, type ChosenContract } from './choose-contracts';
import type { ComputedStatement } from './statement-rows';

/**
 * The statements of a closing, computed from all facts of its contracts since the beginning: what was closed before
 * must come out again to the cent, or nothing is computed.
 */
export async function computeClosing(tx: Tx, closing: ClosingRecord): Promise<ComputedStatement[]> {
  const scope = await contractsOf(tx, closing);
  await refuseUnknownRates(tx, closing.paymentDate);
  const loaded = await loadFacts(tx, scope);
  const before = await statementsOf(tx, loaded);
  await refuseChangedHistory(tx, loaded, before);
  const close = async (chosen: readonly ChosenContract[]) =>
    (await statementsOf(tx, loaded, closingEvents(terms(closing, chosen)))).slice(before.length);
  const chosen = await stillOwed(closing, { chosen: await chooseContracts(tx, closing, scope), close });
  if (chosen.length === 0) throw royaltiesProblems.create('closing-nothing-to-state');
  const issued = new Map((await close(chosen)).map((statement) => [statement.contract, statement]));
  return withContent(tx, { closing, chosen, issued });
}

const DUE = ['earned', 'adjustments', 'carriedIn'] as const;

/** Contracts in force, and terminated ones on which something is left to state: a run not yet closed, a balance carried. */
async function stillOwed(
  closing: ClosingRecord,
  {
    chosen,
    close,
  }: {
    readonly chosen: readonly ChosenContract[];
    readonly close: (chosen: readonly ChosenContract[]) => Promise<readonly IssuedStatement[]>;
  },
): Promise<readonly ChosenContract[]> {
  if (closing.kind === 'termination' || chosen.every(({ contract }) => contract.status === 'active')) return chosen;
  const stated = new Map((await close(chosen)).map((statement) => [statement.contract, statement]));
  return chosen.filter(({ contract: { id, status } }) => {
    const statement = stated.get(String(id));
    return status === 'active' || (statement && DUE.some((amount) => statement[amount] !== '0.00'));
  });
}

function terms(closing: ClosingRecord, chosen: readonly ChosenContract[]): ClosingTerms {
  const { periodFrom, periodTo, printRunId, paymentDate } = closing;
  const stated = chosen.map(({ contract, from }) => ({ contract: String(contract.id), from }));
  return { kind: closing.kind as ClosingTerms['kind'], periodFrom, periodTo, printRunId, paymentDate, stated };
}

async function contractsOf(tx: Tx, closing: ClosingRecord): Promise<ContractRow[]> {
  if (closing.kind !== 'print-run') return allContracts(tx);
  const [run] = await tx.query(`SELECT edition_id FROM print_run WHERE id = $1`, [closing.printRunId]);
  return contractsAround(tx, run.edition_id);
}

/** In the order of the contracts chosen; a run concerns only those with a clause on it. */
async function withContent(
  tx: Tx,
  given: {
    readonly closing: ClosingRecord;
    readonly chosen: readonly ChosenContract[];
    readonly issued: ReadonlyMap<string, IssuedStatement>;
  },
): Promise<ComputedStatement[]> {
  const { closing, issued } = given;
  const stated = given.chosen.flatMap((one) => {
    const statement = issued.get(String(one.contract.id));
    return statement ? [{ ...one, statement }] : [];
  });
  if (stated.length === 0) throw royaltiesProblems.create('closing-nothing-to-state');
  const ids = stated.map(({ contract }) => contract.id);
  const clauses = await loadClauseDrafts(tx, ids);
  const starts = closing.kind === 'print-run' ? await periodStarts(tx, ids) : new Map<number, string>();
  const questions = stated.map(({ contract: { id }, from }) => ({
    contractId: id,
    clauses: clauses.get(id) ?? [],
    periodFrom: from ?? closing.periodFrom ?? earlier(starts.get(id), closing.periodTo),
    periodTo: closing.periodTo,
    paymentDate: closing.paymentDate,
  }));
  const snapshots = await loadSnapshots(tx, questions);
  return stated.map(({ contract, from, statement }, index) => {
    const snapshot = snapshots[index];
    if (!snapshot) throw new Error(`The content of the statement of contract ${contract.id} is missing`);
    return { contractId: contract.id, contributorId: contract.contributorId, from, issued: statement, snapshot };
  });
}

/** A run entered late may be dated before the contract's last statement: its statement then covers its own day. */
function earlier(start: string | undefined, periodTo: string): string {
  return start !== undefined && start < periodTo ? start : periodTo;
}

/** The statement of a run reports the stock since the contract's statement before it, or since its first movement. */
async function periodStarts(tx: Tx, contractIds: readonly number[]): Promise<Map<number, string>> {
  const rows: { id: number; last: string | null; first: string | null }[] = await tx.query(
    `SELECT c.id,
       (SELECT max(k.period_to)::text FROM royalty_statement s JOIN closing k ON k.id = s.closing_id
         WHERE s.contract_id = c.id AND k.status = 'closed') AS last,
       (SELECT min(m.moved_on)::text FROM stock_movement m JOIN contract_clause l ON l.edition_id = m.edition_id WHERE l.contract_id = c.id) AS first
     FROM contract c WHERE c.id = ANY($1)`,
    [contractIds],
  );
  const starts = rows.map(({ id, last, first }) => [id, last ? addDays(last, 1) : first] as const);
  return new Map(starts.filter((entry): entry is readonly [number, string] => entry[1] !== null));
}
