import { Injectable } from '@nestjs/common';

import { Clock } from '../platform/clock/clock';
import { Database } from '../platform/database/database';
import type { Actor } from '../platform/sign-in/actor';
import { Tasks } from '../platform/tasks/tasks';
import { TaskHandlers, type TaskContext } from '../platform/tasks/task-handlers';
import { Batches } from './batches';
import { withoutIdempotency, type StartedImport } from './check-import';
import { exchangeProblems } from './problems';
import { RunImport, type ImportOutcome } from './run/run-import';

/** What an apply that found errors ends with: everything is undone, and the errors are kept. */
class ApplyRefused extends Error {
  constructor(readonly outcome: ImportOutcome) {
    super('The import was refused.');
  }
}

/** Writes a batch that was checked: all of it, or nothing, in one transaction. */
@Injectable()
export class ApplyImport {
  constructor(
    private readonly database: Database,
    private readonly batches: Batches,
    private readonly runImport: RunImport,
    private readonly clock: Clock,
    private readonly tasks: Tasks,
    handlers: TaskHandlers,
  ) {
    handlers.register('import.apply', (params: { importId: number }, context) => this.apply(params.importId, context));
  }

  /** @throws import-not-ready unless the batch was checked and had no error */
  async start(actor: Actor, importId: number): Promise<StartedImport> {
    return this.database.transaction(actor, async (tx) => {
      const batch = await this.batches.lock(tx, importId);
      if (batch.status !== 'ready') throw exchangeProblems.create('import-not-ready');
      await tx.save(Object.assign(batch, { status: 'applying' }));
      const task = { kind: 'import.apply', label: batch.label, params: { importId } };
      return { importId, taskId: await this.tasks.enqueue(tx, actor, task) };
    });
  }

  /** Started again after a crash it either finds the batch applied, or nothing of it written. */
  private async apply(importId: number, { actor, progress }: TaskContext): Promise<Record<string, unknown>> {
    const files = await this.batches.readFiles(this.database.reader, importId);
    try {
      return await this.database.transaction(withoutIdempotency(actor), async (tx) => {
        const batch = await this.batches.lock(tx, importId);
        if (batch.status === 'applied') return { importId, errors: 0, warnings: batch.report.warnings };
        await tx.query(`SELECT set_config('colophon.import_batch', $1, true)`, [String(importId)]);
        const outcome = await this.runImport.runIn(tx, actor, files, progress);
        if (outcome.report.errors > 0) throw new ApplyRefused(outcome);
        const [reached] = await tx.query(
          `SELECT coalesce((SELECT max(id) FROM audit_entry), 0) AS "lastAuditId", (SELECT last_value FROM fact_entry) AS "lastEntry"`,
        );
        Object.assign(batch, { status: 'applied', appliedAt: this.clock.now() });
        await this.batches.keepOutcome(tx, batch, { ...outcome, report: { ...outcome.report, ...reached } });
        return { importId, errors: 0, warnings: outcome.report.warnings };
      });
    } catch (error) {
      await this.giveUp(actor, importId, error instanceof ApplyRefused ? error.outcome : undefined);
      throw error instanceof ApplyRefused ? exchangeProblems.create('import-now-faulty') : error;
    }
  }

  private async giveUp(actor: Actor, importId: number, outcome: ImportOutcome | undefined): Promise<void> {
    await this.database.transaction(withoutIdempotency(actor), async (tx) => {
      const batch = await this.batches.lock(tx, importId);
      batch.status = outcome ? 'refused' : 'ready';
      if (outcome) await this.batches.keepOutcome(tx, batch, outcome);
      else await tx.save(batch);
    });
  }
}
