import { Injectable } from '@nestjs/common';

import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { lockVersion } from '../../platform/database/lock-version';
import type { Actor } from '../../platform/sign-in/actor';
import {
  correctRun,
  PrintRunRecord,
  readPrintRun,
  type PrintRunCorrectionInput,
  type PrintRunResponse,
} from '../../print-runs';
import { moveStock } from '../move-stock';

/** Corrects the quantity of an accepted run: the difference moves in the stock, and adjusts the next statements. */
@Injectable()
export class CorrectPrintRun {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws stock-insufficient where fewer copies are left than the correction takes, unless overridden */
  correct(actor: Actor, id: number, input: PrintRunCorrectionInput): Promise<PrintRunResponse> {
    return this.database.transaction(actor, async (tx) => {
      const run = await lockVersion(tx, PrintRunRecord, id, input.version);
      const today = this.clock.today();
      const { quantityAccepted, reason } = input;
      const correctedOn = input.correctedOn ?? today;
      const copies = await correctRun(tx, run, { quantityAccepted, reason, correctedOn }, today);
      const { editionId } = run;
      const move = { editionId, kind: 'printed', copies, movedOn: correctedOn, printRunId: id, reason } as const;
      await moveStock(tx, [{ ...move, pointer: '/quantityAccepted' }], { allowNegative: input.override ?? false });
      return readPrintRun(tx, id);
    });
  }
}
