import type { Tx } from '../platform/database/database';
import { Problem } from '../platform/problems/problem';
import { takeEntries } from './accept-run';
import { readTerms, type Acceptance } from './frozen-terms';
import './problems';
import { PrintRunRecord } from './records';

/** A run of the past, known only once it was accepted: what the importer brings. */
export interface AcceptedRun extends Acceptance {
  readonly editionId: number;
  readonly externalId?: string | undefined;
  readonly printerName?: string | undefined;
  /** Euros a copy, without VAT. */
  readonly unitCost?: string | undefined;
  readonly paper?: string | undefined;
  readonly label?: string | undefined;
}

const ROWS_AT_ONCE = 1000;

/**
 * Writes runs already accepted, numbered after those that their editions have, by rising date. Few statements for many
 * runs; the caller holds the editions and writes the movements.
 * @returns the records, in the order of `runs`
 * @throws print-run-edition-unknown, no-price-on-date where a run is yet to be paid
 */
export async function createAcceptedRuns(tx: Tx, runs: readonly AcceptedRun[]): Promise<PrintRunRecord[]> {
  const editionIds = runs.map((run) => run.editionId);
  const numbers = await nextNumbers(tx, editionIds);
  const freeze = await readTerms(tx, editionIds);
  const entries = await takeEntries(tx, runs.length);
  const inOrder = runs.map((_, index) => index).sort((a, b) => compare(runs[a]!, runs[b]!));
  const records: PrintRunRecord[] = [];
  for (const [place, index] of inOrder.entries()) {
    const run = runs[index]!;
    const number = numbers.get(run.editionId);
    if (number === undefined) throw new Problem('print-run-edition-unknown', {}, []);
    numbers.set(run.editionId, number + 1);
    const terms = freeze(run.editionId, run);
    records[index] = tx.create(PrintRunRecord, { ...fields(run), ...terms, number, acceptedEntry: entries[place]! });
  }
  return tx.save(records, { chunk: ROWS_AT_ONCE });
}

function compare(a: AcceptedRun, b: AcceptedRun): number {
  return a.acceptedOn < b.acceptedOn ? -1 : a.acceptedOn > b.acceptedOn ? 1 : 0;
}

async function nextNumbers(tx: Tx, editionIds: readonly number[]): Promise<Map<number, number>> {
  const rows: { id: number; next: number }[] = await tx.query(
    `SELECT e.id, coalesce((SELECT max(number) FROM print_run r WHERE r.edition_id = e.id), 0) + 1 AS next
     FROM edition e WHERE e.id = ANY($1)`,
    [[...new Set(editionIds)]],
  );
  return new Map(rows.map(({ id, next }) => [id, next]));
}

function fields(run: AcceptedRun) {
  const { editionId, acceptedOn, quantityAccepted } = run;
  return {
    ...{ editionId, acceptedOn, quantityAccepted, version: 1, status: 'accepted' },
    externalId: run.externalId ?? null,
    printerName: run.printerName ?? null,
    quantityDelivered: quantityAccepted,
    unitCost: run.unitCost ?? null,
    paper: run.paper ?? null,
    label: run.label ?? null,
    royaltiesAlreadyPaid: run.royaltiesAlreadyPaid ?? false,
  };
}
