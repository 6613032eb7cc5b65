import type { Tx } from '../platform/database/database';
import { refuseFuture } from './dates';
import { printRunProblems } from './problems';
import { PrintRunCorrectionRecord, type PrintRunRecord } from './records';

export interface RunCorrection {
  readonly quantityAccepted: number;
  readonly correctedOn: string;
  readonly reason: string;
}

/**
 * Corrects the quantity of an accepted run held by the caller, by a row that keeps what it was and why.
 * @returns how many copies more (below 0: fewer) the run has now
 * @throws print-run-not-accepted, print-run-correction-empty, correction-before-acceptance
 */
export async function correctRun(
  tx: Tx,
  run: PrintRunRecord,
  correction: RunCorrection,
  today: string,
): Promise<number> {
  const before = run.quantityAccepted;
  if (run.status !== 'accepted' || before === null) throw printRunProblems.create('print-run-not-accepted');
  const { quantityAccepted: acceptedAfter, correctedOn, reason } = correction;
  refuseFuture(correctedOn, today, '/correctedOn');
  if (run.acceptedOn !== null && correctedOn < run.acceptedOn) {
    throw printRunProblems.at('/correctedOn', 'correction-before-acceptance', { accepted: run.acceptedOn });
  }
  if (acceptedAfter === before) {
    throw printRunProblems.at('/quantityAccepted', 'print-run-correction-empty', { accepted: before });
  }
  await tx.insert(PrintRunCorrectionRecord, {
    ...{ printRunId: run.id, acceptedBefore: before, acceptedAfter, correctedOn, reason: reason.trim() },
  });
  await tx.query(`SELECT set_config('colophon.correcting_run', $1, true)`, [String(run.id)]);
  await tx.save(Object.assign(run, { quantityAccepted: acceptedAfter, version: run.version + 1 }));
  await tx.query(`SELECT set_config('colophon.correcting_run', '', true)`);
  return acceptedAfter - before;
}
