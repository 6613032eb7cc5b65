import { Injectable } from '@nestjs/common';

import { Clock } from '../platform/clock/clock';
import { Database, type Tx } from '../platform/database/database';
import { lockVersion } from '../platform/database/lock-version';
import type { Actor } from '../platform/sign-in/actor';
import type { TerminationInput } from './amendment-dto';
import type { ContractResponse } from './contract-response-dto';
import { contractProblems } from './problems';
import { readContract } from './read-contract';
import { ContractRecord } from './records';
import { statedUntil } from './stated-until';

/**
 * Ends a contract on a day, for a reason. Its final statement is then made by a closing of its own: it pays what a
 * threshold held back and tops up to a guaranteed minimum; what is left of an advance stays with the author.
 */
@Injectable()
export class TerminateContract {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  terminate(actor: Actor, id: number, input: TerminationInput): Promise<ContractResponse> {
    return this.database.transaction(actor, async (tx) => {
      await this.terminateIn(tx, id, input);
      return readContract(tx, id, { locale: actor.locale, today: this.clock.today() });
    });
  }

  /** @throws contract-not-active, termination-too-early; contract-dates-stated where a closed run comes after the day */
  async terminateIn(tx: Tx, id: number, { version, terminatedOn, reason, note }: TerminationInput): Promise<void> {
    const contract = await lockVersion(tx, ContractRecord, id, version);
    if (contract.status !== 'active') throw contractProblems.create('contract-not-active');
    const stated = await statedUntil(tx, id);
    if (stated !== null && terminatedOn < stated) {
      throw contractProblems.at('/terminatedOn', 'termination-too-early', { statedUntil: stated });
    }
    const fields = { terminatedOn, terminationReason: reason, terminationNote: note?.trim() || null };
    await tx.save(Object.assign(contract, fields, { status: 'terminated', version: version + 1 }));
  }
}
