import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { PgBoss, type Job } from 'pg-boss';

import { CONFIG, type Config } from '../config/config';
import { Database, type Tx } from '../database/database';
import { asProblem, problemDocument } from '../problems/problem-filter';
import { platformProblems } from '../problems/platform-problems';
import { systemActor, type Actor } from '../sign-in/actor';
import { TaskHandlers } from './task-handlers';

const QUEUE = 'colophon';

/** Long work: queued in the same transaction as what asked for it, run in the background, taken up again after a crash. */
@Injectable()
export class Tasks implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('Tasks');
  private readonly queues = new Map<string, () => Promise<void>>();
  private boss: PgBoss | undefined;

  constructor(
    private readonly database: Database,
    private readonly handlers: TaskHandlers,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!this.config.runTasks) return;
    this.boss = new PgBoss({ connectionString: this.config.databaseUrl, max: 2, application_name: 'colophon-tasks' });
    this.boss.on('error', (error) => this.log.error(error));
    await this.boss.start();
    await this.boss.createQueue(QUEUE);
    await this.takeUpInterrupted();
    await this.boss.work<{ taskId: number }>(QUEUE, { pollingIntervalSeconds: 0.5, batchSize: 1 }, (jobs) =>
      this.runAll(jobs),
    );
    for (const [queue, work] of this.queues) await this.serve(this.boss, queue, work);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.boss?.stop({ graceful: true, timeout: 10_000 });
  }

  /** Records a task within the caller's transaction; it starts once that is committed. @returns the task's id. */
  async enqueue(
    tx: Tx,
    actor: Actor,
    task: { kind: string; label: string; params: Record<string, unknown> },
  ): Promise<number> {
    this.handlers.get(task.kind);
    const [row] = await tx.query(
      `INSERT INTO background_task (kind, label, params, user_id) VALUES ($1, $2, $3, $4) RETURNING id`,
      [task.kind, task.label, JSON.stringify(task.params), actor.id],
    );
    await this.send(tx, row.id);
    return row.id as number;
  }

  /**
   * Short work with a queue of its own, that does not wait behind long tasks: it looks for what is to be done whenever it
   * is woken, and once at the start. Called before the application has started.
   */
  workOn(queue: string, work: () => Promise<void>): void {
    if (this.queues.has(queue)) throw new Error(`The queue “${queue}” has two workers.`);
    this.queues.set(queue, work);
  }

  /** Wakes a queue's work once the caller's transaction is committed, or at a later instant. */
  async wake(tx: Tx, queue: string, at?: Date): Promise<void> {
    await this.boss?.send(queue, {}, { db: within(tx), retryLimit: 0, ...(at ? { startAfter: at } : {}) });
  }

  /** Runs a task here and now, for the command line and the demo's loader. */
  async run(taskId: number, onProgress?: (done: number, total: number | undefined) => void): Promise<void> {
    const [task] = await this.database.reader.query(
      `WITH started AS (UPDATE background_task SET status = 'running' WHERE id = $1 AND status IN ('queued', 'running') RETURNING *)
       SELECT s.id, s.kind, s.params, s.user_id, u.display_name, u.role, u.locale FROM started s LEFT JOIN app_user u ON u.id = s.user_id`,
      [taskId],
    );
    if (!task) return;
    const actor: Actor = task.user_id
      ? { id: task.user_id, name: task.display_name, role: task.role, locale: task.locale }
      : systemActor;
    const progress = async (done: number, total?: number) => {
      onProgress?.(done, total);
      await this.database.reader.query(
        `UPDATE background_task SET done = $2, total = coalesce($3, total) WHERE id = $1`,
        [taskId, done, total ?? null],
      );
    };
    try {
      const result = await this.handlers.get(task.kind)(task.params as never, { taskId, actor, progress });
      await this.finish(taskId, 'done', result, null);
    } catch (error) {
      const problem = asProblem(error) ?? platformProblems.create('unexpected', { id: `T${taskId}` });
      if (problem.code === 'unexpected') this.log.error(error instanceof Error ? error.stack : error);
      await this.finish(taskId, 'failed', null, problemDocument(problem, actor.locale));
    }
  }

  private async runAll(jobs: Job<{ taskId: number }>[]): Promise<void> {
    for (const job of jobs) await this.run(job.data.taskId);
  }

  private async finish(taskId: number, status: 'done' | 'failed', result: unknown, problem: unknown): Promise<void> {
    await this.database.reader.query(
      `UPDATE background_task SET status = $2, result = $3, problem = $4, finished_at = now() WHERE id = $1`,
      [
        taskId,
        status,
        result === null ? null : JSON.stringify(result),
        problem === null ? null : JSON.stringify(problem),
      ],
    );
  }

  /** One process serves one house: what runs in the table when we start was cut off by a crash. */
  private async takeUpInterrupted(): Promise<void> {
    const interrupted = await this.database.reader.query(
      `SELECT id FROM background_task WHERE status IN ('running', 'queued') ORDER BY id`,
    );
    for (const { id } of interrupted) await this.send(this.database.reader, id);
  }

  private async send(tx: Tx, taskId: number): Promise<void> {
    await this.boss?.send(QUEUE, { taskId }, { db: within(tx), retryLimit: 0, singletonKey: String(taskId) });
  }

  private async serve(boss: PgBoss, queue: string, work: () => Promise<void>): Promise<void> {
    await boss.createQueue(queue);
    await boss.work(queue, { pollingIntervalSeconds: 0.5, batchSize: 100 }, () => work());
    await this.wake(this.database.reader, queue);
  }
}

/** What makes pg-boss write through the caller's transaction. */
function within(tx: Tx) {
  return {
    executeSql: async (text: string, values?: unknown[]) => ({ rows: await tx.query(text, values as never) }),
  };
}
