import { yearOf } from '@colophon/domain/calendar';
import { Injectable } from '@nestjs/common';

import { enterAdvance } from '../../contracts';
import { Clock } from '../../platform/clock/clock';
import { Database, type Tx } from '../../platform/database/database';
import type { Actor } from '../../platform/sign-in/actor';
import { refuseWhileClosing } from '../../royalties';
import { holdPayments } from '../hold-payments';
import { paymentsProblems } from '../problems';
import { BalanceReleaseRecord } from '../records';
import type { ReleaseInput, ReleaseResponse } from './balance-dto';
import { contractBalances } from './balances-sql';

const LABEL = 'Solde reporté, versé malgré le seuil';

/**
 * Pays what a threshold holds back, before the law's six months are over. The closed statement carried the balance and
 * stays as it is: so the same amount becomes an instalment that is due today, and the statement that carries the balance
 * in recoups it. Once another statement is closed before the instalment is paid, the release lapses: the new statement
 * pays or carries the balance itself.
 */
@Injectable()
export class ReleaseBalance {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws balance-not-held, closing-other-running */
  release(actor: Actor, input: ReleaseInput): Promise<ReleaseResponse> {
    return this.database.transaction(actor, (tx) => this.releaseIn(tx, actor, input));
  }

  async releaseIn(tx: Tx, actor: Actor, { contractId, reason }: ReleaseInput): Promise<ReleaseResponse> {
    await holdPayments(tx);
    await refuseWhileClosing(tx);
    const today = this.clock.today();
    const [balance] = await tx.query(
      `SELECT carried::text AS amount, last_statement_id AS "statementId" FROM ${contractBalances(yearOf(today))}
       WHERE id = $1 AND carried > 0 AND NOT released`,
      [contractId],
    );
    if (!balance) throw paymentsProblems.create('balance-not-held');
    const { amount, statementId } = balance as { amount: string; statementId: number };
    const advanceId = await enterAdvance(tx, { contractId, label: LABEL, dueOn: today, amount });
    const release = { contractId, statementId, advanceId, amount, reason: reason.trim(), releasedBy: actor.name };
    await tx.save(tx.create(BalanceReleaseRecord, release));
    return { contractId, amount, reason: release.reason };
  }
}
