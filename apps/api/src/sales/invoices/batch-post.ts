import { Injectable, type OnModuleInit } from '@nestjs/common';

import { Database } from '../../platform/database/database';
import { asProblem, problemDocument } from '../../platform/problems/problem-filter';
import type { Actor } from '../../platform/sign-in/actor';
import { TaskHandlers, type TaskContext } from '../../platform/tasks/task-handlers';
import { Tasks } from '../../platform/tasks/tasks';
import { InvoiceRecord } from '../records';
import type { BatchPostInput } from './invoice-dto';
import type { TaskStarted } from './invoice-response-dto';
import { PostInvoice } from './post-invoice';

const KIND = 'invoices.batch-post';

/** What became of a batch; the draft that could not be posted is still a draft, with the reason why. */
interface BatchResult extends Record<string, unknown> {
  readonly posted: number;
  readonly alreadyPosted: number;
  readonly refused: { readonly id: number; readonly code: string; readonly detail: string }[];
}

/** Posts many drafts, each in a transaction of its own, so that one that is refused holds up no other. */
@Injectable()
export class BatchPost implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly posting: PostInvoice,
    private readonly tasks: Tasks,
    private readonly handlers: TaskHandlers,
  ) {}

  onModuleInit(): void {
    this.handlers.register(KIND, (params: never, context) => this.run(params, context));
  }

  start(actor: Actor, { ids, issueDate }: BatchPostInput): Promise<TaskStarted> {
    // Oldest first: the numbers follow the order in which the drafts were made.
    const drafts = [...new Set(ids)].sort((a, b) => a - b);
    const label =
      actor.locale === 'fr' ? `Émission de ${drafts.length} factures` : `Posting of ${drafts.length} invoices`;
    return this.database.transaction(actor, async (tx) => ({
      taskId: await this.tasks.enqueue(tx, actor, { kind: KIND, label, params: { ids: drafts, issueDate } }),
    }));
  }

  private async run(params: BatchPostInput, { actor, progress }: TaskContext): Promise<BatchResult> {
    const result = { posted: 0, alreadyPosted: 0, refused: [] as BatchResult['refused'] };
    for (const [index, id] of params.ids.entries()) {
      const outcome = await this.postOne(actor, id, params.issueDate ?? null);
      if (typeof outcome === 'string') result[outcome] += 1;
      else result.refused.push(outcome);
      await progress(index + 1, params.ids.length);
    }
    return result;
  }

  private async postOne(actor: Actor, id: number, issueDate: string | null) {
    const invoice = await this.database.reader.findOneBy(InvoiceRecord, { id });
    if (invoice?.status === 'posted') return 'alreadyPosted' as const;
    try {
      await this.database.transaction(actor, (tx) => this.posting.postInvoiceIn(tx, actor, id, { issueDate }));
      return 'posted' as const;
    } catch (error) {
      const problem = asProblem(error);
      if (!problem) throw error;
      const { code, detail } = problemDocument(problem, actor.locale);
      return { id, code, detail };
    }
  }
}
