import { Injectable } from '@nestjs/common';

import { Clock } from '../platform/clock/clock';
import { Database } from '../platform/database/database';
import type { Actor } from '../platform/sign-in/actor';
import { moveStock, type FreeKind } from './move-stock';
import { refuseFutureMove } from './movement-date';
import { stockProblems } from './problems';
import type { CopiesOut, FreeCopiesInput, PulpingInput } from './stock-dto';
import type { WrittenMovements } from './stock-response-dto';

/** Takes copies out of the stock that nobody pays for: given away, or destroyed. */
@Injectable()
export class TakeCopies {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws stock-insufficient unless overridden with a reason */
  give(actor: Actor, input: FreeCopiesInput): Promise<WrittenMovements> {
    return this.take(actor, input, input.kind);
  }

  /** @throws stock-insufficient unless overridden with a reason */
  pulp(actor: Actor, input: PulpingInput): Promise<WrittenMovements> {
    return this.take(actor, input);
  }

  private take(actor: Actor, input: CopiesOut, freeKind?: FreeKind): Promise<WrittenMovements> {
    const { editionId, copies, override = false } = input;
    const reason = input.reason?.trim() || undefined;
    const movedOn = input.movedOn ?? this.clock.today();
    refuseFutureMove(movedOn, this.clock.today(), '/movedOn');
    if (override && reason === undefined) throw stockProblems.at('/reason', 'override-without-reason');
    const kind = freeKind ? ('free' as const) : ('destroyed' as const);
    const move = { editionId, copies, movedOn, reason, kind, freeKind, pointer: '/copies' };
    return this.database.transaction(actor, async (tx) => ({
      movementIds: await moveStock(tx, [move], { allowNegative: override }),
    }));
  }
}
