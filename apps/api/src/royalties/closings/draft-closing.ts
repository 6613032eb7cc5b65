import { Injectable } from '@nestjs/common';

import { Clock } from '../../platform/clock/clock';
import { Database, type Tx } from '../../platform/database/database';
import { lockVersion } from '../../platform/database/lock-version';
import type { Actor } from '../../platform/sign-in/actor';
import { royaltiesProblems } from '../problems';
import { ClosingRecord } from '../records';
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
    return this.database.transaction(actor, (tx) => this.createIn(tx, input));
  }

  async createIn(tx: Tx, input: ClosingInput): Promise<number> {
    const fields = input.kind === 'period' ? await this.period(tx, input) : await this.printRun(tx, input);
    const closing = await tx.save(
      tx.create(ClosingRecord, { ...fields, kind: input.kind, status: 'draft', version: 1 }),
    );
    await recomputeDraft(tx, closing);
    return closing.id;
  }

  /** Computes the draft from the facts as they are now; reasons given are kept. */
  async recompute(actor: Actor, id: number): Promise<void> {
    await this.database.transaction(actor, async (tx) => recomputeDraft(tx, await this.locked(tx, id)));
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
      await this.locked(tx, id);
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

  private async period(tx: Tx, { periodFrom, periodTo, paymentDate }: ClosingInput): Promise<Partial<ClosingRecord>> {
    const fields = { periodFrom: periodFrom ?? null, periodTo: periodTo ?? '', paymentDate };
    await refusePeriod(tx, { kind: 'period', ...fields }, this.clock.today());
    return fields;
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

/** @returns how many statements differ from the draft that was there. */
export async function recomputeDraft(tx: Tx, closing: ClosingRecord): Promise<number> {
  return keepStatements(tx, closing.id, await computeClosing(tx, closing));
}
