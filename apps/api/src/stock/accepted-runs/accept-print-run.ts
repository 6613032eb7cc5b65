import { Injectable } from '@nestjs/common';

import { Clock } from '../../platform/clock/clock';
import { Database, type Tx } from '../../platform/database/database';
import { lockVersion } from '../../platform/database/lock-version';
import type { Actor } from '../../platform/sign-in/actor';
import {
  acceptRun,
  createAcceptedRuns,
  PrintRunRecord,
  readPrintRun,
  type AcceptedRun,
  type PrintRunAcceptance,
  type PrintRunResponse,
} from '../../print-runs';
import { holdStock, moveStock } from '../move-stock';

/** Accepts a print run: it bears royalties from now on, and its copies enter the stock. */
@Injectable()
export class AcceptPrintRun {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws stale-version, print-run-transition-refused, print-run-date-in-future, no-price-on-date */
  accept(actor: Actor, id: number, input: PrintRunAcceptance): Promise<PrintRunResponse> {
    return this.database.transaction(actor, async (tx) => {
      const run = await lockVersion(tx, PrintRunRecord, id, input.version);
      await acceptRun(tx, run, input, this.clock.today());
      await enter(tx, [run]);
      return readPrintRun(tx, id);
    });
  }

  /** Runs of the past with their movements, in the caller's transaction: what the importer brings. */
  async createAcceptedIn(tx: Tx, runs: readonly AcceptedRun[]): Promise<PrintRunRecord[]> {
    await holdStock(
      tx,
      runs.map((run) => run.editionId),
    );
    const records = await createAcceptedRuns(tx, runs);
    await enter(tx, records);
    return records;
  }
}

/** A run of which nothing was accepted moves nothing. */
async function enter(tx: Tx, runs: readonly PrintRunRecord[]): Promise<void> {
  const moves = runs.flatMap(({ id, editionId, quantityAccepted, acceptedOn }) =>
    quantityAccepted && acceptedOn
      ? [{ kind: 'printed' as const, editionId, copies: quantityAccepted, movedOn: acceptedOn, printRunId: id }]
      : [],
  );
  await moveStock(tx, moves);
}
