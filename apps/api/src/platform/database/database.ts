import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import type { Actor } from '../sign-in/actor';
import { claimIdempotencyKey } from './idempotency';
import type { Tx } from './tx';

export type { Tx } from './tx';

/** Opens transactions. A use case opens exactly one and passes it on. */
@Injectable()
export class Database {
  constructor(private readonly dataSource: DataSource) {}

  /** For reads that need no snapshot over several statements. */
  get reader(): Tx {
    return this.dataSource.manager;
  }

  /** Reads that must agree with each other: one snapshot, nothing written. */
  snapshot<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.dataSource.transaction('REPEATABLE READ', async (tx) => {
      await tx.query('SET TRANSACTION READ ONLY');
      return work(tx);
    });
  }

  /**
   * One use case, one transaction. The actor's name goes to the audit trail; a request's idempotency key is claimed
   * in the same transaction, so that what it created and the key are kept or lost together.
   */
  transaction<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.dataSource.transaction(async (tx) => {
      await tx.query(`SELECT set_config('colophon.actor', $1, true)`, [actor.name]);
      if (actor.idempotency) await claimIdempotencyKey(tx, actor.id, actor.idempotency);
      return work(tx);
    });
  }
}
