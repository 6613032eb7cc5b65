/**
 * What becomes of a print run when it is accepted. The copies that thereby arrive in the stock are the stock's to write:
 * it calls these functions in its transaction.
 */
import type { PrintRunStatus } from '@colophon/domain/print-runs';

import type { Tx } from '../platform/database/database';
import { refuseFuture, refuseInverted } from './dates';
import { readTerms, type Acceptance } from './frozen-terms';
import { PrintRunRecord } from './records';
import { walk } from './steps';

/**
 * Accepts a run held by the caller: from now on it bears royalties. The price in force and each clause's exclusions are
 * frozen, and the run takes its place in the order in which facts became known.
 * @throws no-price-on-date where royalties follow from it and no price is in force; print-run-transition-refused
 */
export async function acceptRun(tx: Tx, run: PrintRunRecord, acceptance: Acceptance, today: string): Promise<void> {
  const { acceptedOn, quantityAccepted } = acceptance;
  refuseFuture(acceptedOn, today, '/acceptedOn');
  refuseInverted(run.deliveredOn ?? run.orderedOn, acceptedOn, '/acceptedOn');
  const status = walk(run.status as PrintRunStatus, 'accepted');
  const terms = (await readTerms(tx, [run.editionId]))(run.editionId, acceptance);
  const [acceptedEntry] = await takeEntries(tx, 1);
  const royaltiesAlreadyPaid = acceptance.royaltiesAlreadyPaid ?? run.royaltiesAlreadyPaid;
  Object.assign(run, terms, { status, acceptedOn, quantityAccepted, acceptedEntry, royaltiesAlreadyPaid });
  await tx.save(Object.assign(run, { version: run.version + 1 }));
}

/**
 * The next places in the order in which facts became known. A closing shuts the table before it takes its own place, so
 * it is held open first: else a run would have a place before a closing that has not seen it.
 */
export async function takeEntries(tx: Tx, count: number): Promise<number[]> {
  await tx.query(`LOCK TABLE print_run IN ROW EXCLUSIVE MODE`);
  const rows: { entry: number }[] = await tx.query(
    `SELECT nextval('fact_entry') AS entry FROM generate_series(1, $1)`,
    [count],
  );
  return rows.map(({ entry }) => entry);
}
