import { Injectable } from '@nestjs/common';

import type { Tx } from '../../platform/database/database';
import type { Actor } from '../../platform/sign-in/actor';
import type { ExecutedPayment } from './load-executed';

/** What else is written with a payment, in its transaction: entries in the books, certificates of what was withheld. */
export type PaymentFollower = {
  readonly executed: (tx: Tx, actor: Actor, payments: readonly ExecutedPayment[]) => Promise<void>;
  readonly rejected: (tx: Tx, actor: Actor, payment: ExecutedPayment) => Promise<void>;
};

/** The one place where payments that were made, or sent back, are handed on within their transaction. */
@Injectable()
export class AfterPayments {
  private readonly followers: PaymentFollower[] = [];

  /** Called by a follower when the program starts; followers act in the order in which they came. */
  follow(follower: PaymentFollower): void {
    this.followers.push(follower);
  }

  async executed(tx: Tx, actor: Actor, payments: readonly ExecutedPayment[]): Promise<void> {
    for (const follower of this.followers) await follower.executed(tx, actor, payments);
  }

  async rejected(tx: Tx, actor: Actor, payment: ExecutedPayment): Promise<void> {
    for (const follower of this.followers) await follower.rejected(tx, actor, payment);
  }
}
