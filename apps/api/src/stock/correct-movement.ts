import { Injectable } from '@nestjs/common';

import { Clock } from '../platform/clock/clock';
import { Database, type Tx } from '../platform/database/database';
import { platformProblems } from '../platform/problems/platform-problems';
import type { Actor } from '../platform/sign-in/actor';
import { movementsWithPlaces, moveStock, ownCopies, type FreeKind, type MovementKind } from './move-stock';
import { stockProblems } from './problems';
import type { MovementCorrection } from './stock-dto';
import type { WrittenMovements } from './stock-response-dto';

interface Original {
  readonly editionId: number;
  readonly kind: MovementKind;
  readonly freeKind: FreeKind | null;
  readonly copies: number;
  readonly channel: string | null;
  readonly territory: string | null;
  readonly hasDocument: boolean;
  readonly isCorrection: boolean;
}

/** Undoes a movement entered by mistake, by the opposite one that refers to it. */
@Injectable()
export class CorrectMovement {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws movement-already-corrected, movement-has-document, stock-insufficient unless overridden */
  correct(actor: Actor, input: MovementCorrection): Promise<WrittenMovements> {
    const { movementId, override = false } = input;
    return this.database.transaction(actor, async (tx) => {
      const { editionId, kind, freeKind, copies, channel, territory } = await readOriginal(tx, movementId);
      const where = { channel: channel ?? undefined, territory: territory ?? undefined };
      const move = {
        editionId,
        kind,
        freeKind: freeKind ?? undefined,
        copies: -copies,
        correctsId: movementId,
        ...where,
      };
      const movedOn = this.clock.today();
      const written = { ...move, movedOn, reason: input.reason.trim(), pointer: '/movementId' };
      return { movementIds: await moveStock(tx, [written], { allowNegative: override }) };
    });
  }
}

/** Copies come back as its kind counts them: a count that found 3 fewer has −3, however it was written. */
async function readOriginal(tx: Tx, movementId: number): Promise<Original> {
  const [original]: Original[] = await tx.query(
    `SELECT m.edition_id AS "editionId", m.kind, m.free_kind AS "freeKind",
       CASE WHEN m.kind IN ('sold', 'free', 'destroyed') THEN -(${ownCopies}) ELSE ${ownCopies} END AS copies, m.channel, m.territory,
       (m.print_run_id IS NOT NULL OR m.invoice_line_id IS NOT NULL) AS "hasDocument", m.corrects_id IS NOT NULL AS "isCorrection"
     FROM ${movementsWithPlaces} WHERE m.id = $1`,
    [movementId],
  );
  if (!original) throw platformProblems.create('not-found');
  if (original.hasDocument) throw stockProblems.create('movement-has-document');
  if (original.isCorrection) throw stockProblems.create('movement-already-corrected');
  return original;
}
