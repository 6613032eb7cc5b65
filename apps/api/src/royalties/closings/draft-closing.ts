import { addDays, startOfYear } from '@colophon/domain/calendar';
import { Injectable } from '@nestjs/common';

import { Clock } from '../../platform/clock/clock';
import { Database, type Tx } from '../../platform/database/database';
import { lockVersion } from '../../platform/database/lock-version';
import type { Actor } from '../../platform/sign-in/actor';
import { royaltiesProblems } from '../problems';
import { ClosingRecord } from '../records';
import { withdrawApproval } from './approve-closing';
import { statedUntil } from './choose-contracts';
import type { ClosingInput, GapReasonsInput } from './closing-dto';
import { computeClosing } from './compute-closing';
import { refusePeriod } from './refuse-period';
import { keepStatements } from './statement-rows';

/** A closing as a draft: computed, looked at, computed anew, dropped; it leaves no trace until it is closed. */
@Injectable()
export class DraftClosing {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @returns the draft's id. @throws closing-period-overlaps, closing-run-not-accepted and what the engine refuses. */
  create(actor: Actor, input: ClosingInput): Promise<number> {
    return this.database.transaction(actor, (tx) => this.createIn(tx, actor, input));
  }

  async createIn(tx: Tx, actor: Actor, input: ClosingInput): Promise<number> {
    const closing = await tx.save(Object.assign(await this.prepare(tx, input), { createdBy: actor.id }));
    await recomputeDraft(tx, closing, actor);
    return closing.id;
  }

  /** The closing as it would be, with nothing written. @throws what keeps it from beginning */
  async prepare(tx: Tx, input: ClosingInput): Promise<ClosingRecord> {
    const fields = await this.fields(tx, input);
    return tx.create(ClosingRecord, { contracts: 'all', ...fields, kind: input.kind, status: 'draft', version: 1 });
  }

  /** Computes the draft from the facts as they are now; reasons given are kept, an approval is not. */
  async recompute(actor: Actor, id: number): Promise<void> {
    await this.database.transaction(actor, async (tx) => recomputeDraft(tx, await this.locked(tx, id), actor));
  }

  async drop(actor: Actor, id: number): Promise<void> {
    await this.database.transaction(actor, async (tx) => {
      await this.locked(tx, id);
      await tx.query(`DELETE FROM royalty_statement WHERE closing_id = $1`, [id]);
      await tx.query(`DELETE FROM closing WHERE id = $1`, [id]);
    });
  }

  async explainGaps(actor: Actor, id: number, { reasons }: GapReasonsInput): Promise<void> {
    await this.database.transaction(actor, async (tx) => {
      await withdrawApproval(tx, await this.locked(tx, id));
      for (const { statementId, reason } of reasons) {
        await tx.query(`UPDATE royalty_statement SET gap_reason = $3 WHERE id = $1 AND closing_id = $2 AND has_gap`, [
          statementId,
          id,
          reason,
        ]);
      }
    });
  }

  private async locked(tx: Tx, id: number): Promise<ClosingRecord> {
    const { version } = await tx.findOneByOrFail(ClosingRecord, { id });
    const closing = await lockVersion(tx, ClosingRecord, id, version);
    if (closing.status !== 'draft') throw royaltiesProblems.create('closing-closed');
    return closing;
  }

  private fields(tx: Tx, input: ClosingInput): Promise<Partial<ClosingRecord>> {
    if (input.kind === 'period') return this.period(tx, input);
    return input.kind === 'print-run' ? this.printRun(tx, input) : termination(tx, input);
  }

  private async period(tx: Tx, input: ClosingInput): Promise<Partial<ClosingRecord>> {
    const { periodFrom, periodTo, paymentDate, contracts } = input;
    const fields = { periodFrom: periodFrom ?? null, periodTo: periodTo ?? '', contracts: contracts ?? 'all' };
    await refusePeriod(tx, { kind: 'period', ...fields }, this.clock.today());
    return { ...fields, paymentDate };
  }

  private async printRun(tx: Tx, { printRunId, paymentDate }: ClosingInput): Promise<Partial<ClosingRecord>> {
    const [run] = await tx.query(
      `SELECT status, accepted_on, royalties_already_paid AS paid FROM print_run WHERE id = $1`,
      [printRunId],
    );
    if (run?.status !== 'accepted') throw royaltiesProblems.at('/printRunId', 'closing-run-not-accepted');
    if (run.paid) throw royaltiesProblems.at('/printRunId', 'closing-run-already-paid');
    return { printRunId: printRunId ?? null, periodTo: run.accepted_on, paymentDate };
  }
}

/** From the day after the last period stated to the day of the end; one stated beyond it has that day alone. */
async function termination(tx: Tx, { contractId, paymentDate }: ClosingInput): Promise<Partial<ClosingRecord>> {
  const [contract]: {
    status: string;
    terminatedOn: string | null;
    startsOn: string | null;
    signedOn: string | null;
  }[] = await tx.query(
    `SELECT status, terminated_on AS "terminatedOn", starts_on AS "startsOn", signed_on AS "signedOn" FROM contract WHERE id = $1`,
    [contractId],
  );
  const periodTo = contract?.status === 'terminated' ? contract.terminatedOn : null;
  if (!contract || periodTo === null) throw royaltiesProblems.at('/contractId', 'closing-contract-not-terminated');
  const [stated] = await statedUntil(tx, [{ id: contractId ?? 0 }]);
  const begun = contract.startsOn ?? contract.signedOn ?? startOfYear(periodTo);
  const from = stated?.statedUntil ? addDays(stated.statedUntil, 1) : begun;
  return { contractId: contractId ?? null, periodFrom: from < periodTo ? from : periodTo, periodTo, paymentDate };
}

/** Computes a draft: whatever was approved was another one. */
async function recomputeDraft(tx: Tx, closing: ClosingRecord, actor: Actor): Promise<void> {
  await keepStatements(tx, closing.id, await computeClosing(tx, closing));
  await computedAnew(tx, closing, actor);
}

/**
 * Computes a draft that is about to be closed.
 * @returns how many statements differ from what was there; above none, it is to be read and approved again
 */
export async function recomputeStale(tx: Tx, closing: ClosingRecord, actor: Actor): Promise<number> {
  const changed = await keepStatements(tx, closing.id, await computeClosing(tx, closing));
  if (changed > 0) await computedAnew(tx, closing, actor);
  return changed;
}

async function computedAnew(tx: Tx, closing: ClosingRecord, actor: Actor): Promise<void> {
  await withdrawApproval(tx, closing);
  await tx.query(`UPDATE closing SET computed_by = $2 WHERE id = $1`, [closing.id, actor.id]);
}
