import type { Actor } from '../sign-in/actor';

/** What a running task may tell: how far it is. */
export interface TaskContext {
  readonly taskId: number;
  readonly actor: Actor;
  /** @param total known late or never; shown as a count, not a spinner. */
  progress(done: number, total?: number): Promise<void>;
}

/**
 * The work of a kind of task. It may be started again after a crash with the same parameters, so it must look at
 * what is already done; its answer is kept as the task's result.
 */
export type TaskHandler = (params: never, context: TaskContext) => Promise<Record<string, unknown>>;

/** The kinds of task, each registered by its feature when the application starts. */
export class TaskHandlers {
  private readonly handlers = new Map<string, TaskHandler>();

  register(kind: string, handler: TaskHandler): void {
    if (this.handlers.has(kind)) throw new Error(`The task “${kind}” has two handlers.`);
    this.handlers.set(kind, handler);
  }

  get(kind: string): TaskHandler {
    const handler = this.handlers.get(kind);
    if (!handler) throw new Error(`The task “${kind}” has no handler.`);
    return handler;
  }
}
