import { Injectable } from '@nestjs/common';

import { Clock } from '../platform/clock/clock';
import { Database, type Tx } from '../platform/database/database';
import { Problem } from '../platform/problems/problem';
import type { Actor } from '../platform/sign-in/actor';
import { bookStock, holdStock, moveStock } from './move-stock';
import { refuseFutureMove } from './movement-date';
import './problems';
import type { CountLine, CountSheet } from './stock-dto';
import type { CountedLine, CountResult } from './stock-response-dto';

/** Enters what was found on the shelves: each difference with the books becomes a movement. */
@Injectable()
export class CountStock {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * The difference is with the books of this moment, whatever the day of the count: a sheet is entered before anything
   * else moves, and the editions are held meanwhile.
   */
  count(actor: Actor, sheet: CountSheet): Promise<CountResult> {
    const movedOn = sheet.countedOn ?? this.clock.today();
    refuseFutureMove(movedOn, this.clock.today(), '/countedOn');
    refuseTwice(sheet.lines);
    const reason = sheet.reason?.trim() || undefined;
    return this.database.transaction(actor, async (tx) => {
      const lines = await compare(tx, sheet.lines);
      const moves = lines.flatMap(({ editionId, difference }, index) =>
        difference === 0
          ? []
          : [{ kind: 'counted' as const, editionId, copies: difference, movedOn, reason, pointer: pointerTo(index) }],
      );
      await moveStock(tx, moves);
      return { lines };
    });
  }
}

function pointerTo(index: number): string {
  return `/lines/${index}/counted`;
}

function refuseTwice(lines: readonly CountLine[]): void {
  const code = 'edition-counted-twice';
  const faults = lines.flatMap(({ editionId }, index) =>
    lines.findIndex((other) => other.editionId === editionId) === index
      ? []
      : [{ pointer: `/lines/${index}/editionId`, code }],
  );
  if (faults.length > 0) throw new Problem(code, {}, faults);
}

async function compare(tx: Tx, lines: readonly CountLine[]): Promise<CountedLine[]> {
  const editionIds = lines.map((line) => line.editionId);
  const editions = await holdStock(tx, editionIds);
  const stock = await bookStock(tx, editionIds);
  return lines.map(({ editionId, counted }, index) => {
    const edition = editions.get(editionId);
    if (!edition) {
      const code = 'stock-edition-unknown';
      throw new Problem(code, {}, [{ pointer: `/lines/${index}/editionId`, code }]);
    }
    const booked = stock.get(editionId) ?? 0;
    return { editionId, title: edition.title, booked, counted, difference: counted - booked };
  });
}
