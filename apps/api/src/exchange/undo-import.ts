import { Injectable } from '@nestjs/common';

import { Clock } from '../platform/clock/clock';
import { Database, type Tx } from '../platform/database/database';
import type { Actor } from '../platform/sign-in/actor';
import { refuseWhileClosing } from '../royalties';
import { Batches } from './batches';
import { exchangeProblems } from './problems';
import { ImportBatchRecord } from './records';
import { dependentsOf } from './undo/dependents';
import { restore } from './undo/restore';

/** Takes back all that a batch wrote, as long as nothing depends on it. */
@Injectable()
export class UndoImport {
  constructor(
    private readonly database: Database,
    private readonly batches: Batches,
    private readonly clock: Clock,
  ) {}

  /** @throws import-not-applied; import-in-use, naming what depends on it */
  undo(actor: Actor, importId: number): Promise<void> {
    return this.database.transaction(actor, async (tx) => {
      const batch = await this.batches.lock(tx, importId);
      if (batch.status !== 'applied') throw exchangeProblems.create('import-not-applied');
      await refuseWhileClosing(tx);
      await this.refuseUsed(tx, batch, actor.locale);
      await tx.query(`SELECT set_config('colophon.undo_import', 'on', true)`);
      await restore(tx, importId);
      await tx.query(`SELECT set_config('colophon.undo_import', '', true)`);
      await tx.save(Object.assign(batch, { status: 'undone', undoneAt: this.clock.now() }));
    });
  }

  private async refuseUsed(tx: Tx, { id, report }: ImportBatchRecord, locale: 'fr' | 'en'): Promise<void> {
    const reached = { lastAuditId: report.lastAuditId ?? 0, lastEntry: report.lastEntry ?? 0 };
    const reasons = await dependentsOf(tx, { batchId: id, ...reached }, locale);
    if (reasons.length > 0) throw exchangeProblems.create('import-in-use', { reasons: reasons.join(' ; ') });
  }
}
