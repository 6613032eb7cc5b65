import type { FileKind } from '@colophon/domain/exchange';
import { Injectable } from '@nestjs/common';

import { Clock } from '../platform/clock/clock';
import { Database, type Tx } from '../platform/database/database';
import { asProblem } from '../platform/problems/problem-filter';
import type { Actor } from '../platform/sign-in/actor';
import { Tasks } from '../platform/tasks/tasks';
import { TaskHandlers, type TaskContext } from '../platform/tasks/task-handlers';
import { Batches } from './batches';
import { exchangeProblems } from './problems';
import { ImportBatchRecord, ImportFileRecord } from './records';
import { RunImport, type ImportOutcome } from './run/run-import';

export interface BroughtFile {
  readonly fileName: string;
  readonly bytes: Buffer;
  readonly kind?: FileKind | undefined;
}

export interface StartedImport {
  readonly importId: number;
  readonly taskId: number;
}

type Progress = (done: number, total: number) => Promise<void>;

/** What a dry run ends with: nothing of it stays. */
class DryRunEnds extends Error {
  constructor(readonly outcome: ImportOutcome) {
    super('The dry run has ended.');
  }
}

/** Takes files in and says what importing them would do. Nothing of the house is changed. */
@Injectable()
export class CheckImport {
  constructor(
    private readonly database: Database,
    private readonly batches: Batches,
    private readonly runImport: RunImport,
    private readonly tasks: Tasks,
    private readonly clock: Clock,
    handlers: TaskHandlers,
  ) {
    handlers.register('import.check', (params: { importId: number }, context) => this.check(params.importId, context));
  }

  /**
   * @param corrects an import that was refused: its other files come along, so that only what was mended is brought again
   * @throws import-without-file, secret-key-missing
   */
  async start(actor: Actor, files: readonly BroughtFile[], corrects?: number): Promise<StartedImport> {
    if (files.length === 0) throw exchangeProblems.create('import-without-file');
    return this.database.transaction(actor, async (tx) => {
      const names = files.map(({ fileName }) => fileName);
      const others = corrects === undefined ? [] : await this.batches.otherFiles(tx, corrects, names);
      const label = [...others.map(({ settings }) => settings.fileName), ...names].join(', ').slice(0, 200);
      const made = { createdAt: this.clock.now(), createdBy: actor.name };
      const fields = { status: 'checking', label, report: emptyReport, ...made };
      const { id } = await tx.save(tx.create(ImportBatchRecord, fields));
      for (const { kind, fileId, settings } of others) {
        await tx.insert(ImportFileRecord, { kind, fileId, settings, batchId: id });
      }
      for (const file of files) await this.batches.keepFile(tx, id, { ...file, kind: file.kind });
      return { importId: id, taskId: await this.enqueue(tx, actor, { id, label }) };
    });
  }

  /** Checks files again: with another kind for some, or because the house has changed. @throws import-not-ready */
  async startAgain(
    actor: Actor,
    importId: number,
    kinds: readonly { readonly fileId: number; readonly kind?: FileKind | null }[],
  ): Promise<StartedImport> {
    return this.database.transaction(actor, async (tx) => {
      const batch = await this.batches.lock(tx, importId);
      if (batch.status !== 'refused' && batch.status !== 'ready') throw exchangeProblems.create('import-not-ready');
      for (const { fileId, kind } of kinds) {
        await tx.update(ImportFileRecord, { id: fileId, batchId: importId }, { kind: kind ?? 'auto' });
      }
      await tx.save(Object.assign(batch, { status: 'checking' }));
      return { importId, taskId: await this.enqueue(tx, actor, batch) };
    });
  }

  private enqueue(tx: Tx, actor: Actor, { id, label }: { id: number; label: string }): Promise<number> {
    return this.tasks.enqueue(tx, actor, { kind: 'import.check', label, params: { importId: id } });
  }

  private async check(importId: number, { actor, progress }: TaskContext): Promise<Record<string, unknown>> {
    const outcome = await this.dryRun(actor, importId, progress).catch(async (error: unknown) => {
      await this.keep(actor, importId, failedCheck(error));
      throw error;
    });
    await this.keep(actor, importId, outcome);
    const { errors, warnings } = outcome.report;
    return { importId, errors, warnings };
  }

  private async keep(actor: Actor, importId: number, outcome: ImportOutcome): Promise<void> {
    await this.database.transaction(withoutIdempotency(actor), async (tx) => {
      const batch = await this.batches.lock(tx, importId);
      if (batch.status !== 'checking') return;
      batch.status = outcome.report.errors > 0 ? 'refused' : 'ready';
      await this.batches.keepOutcome(tx, batch, outcome);
    });
  }

  private async dryRun(actor: Actor, importId: number, progress: Progress): Promise<ImportOutcome> {
    const files = await this.batches.readFiles(this.database.reader, importId);
    try {
      await this.database.transaction(withoutIdempotency(actor), async (tx) => {
        throw new DryRunEnds(await this.runImport.runIn(tx, actor, files, progress));
      });
    } catch (error) {
      if (error instanceof DryRunEnds) return error.outcome;
      throw error;
    }
    throw new Error('The dry run did not end.');
  }
}

/** A check that could not be done leaves the import open: its files can be brought again. */
function failedCheck(error: unknown): ImportOutcome {
  const { code, details } = asProblem(error) ?? exchangeProblems.create('import-check-failed');
  return { report: { ...emptyReport, errors: 1 }, issues: [{ severity: 'error', code, details }] };
}

export const emptyReport = { tables: [], errors: 0, warnings: 0 };

/** A key is claimed once, by the request; what the task does later is not a repetition of it. */
export function withoutIdempotency({ id, name, role, locale }: Actor): Actor {
  return { id, name, role, locale };
}
