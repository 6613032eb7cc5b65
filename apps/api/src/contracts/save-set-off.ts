import { Injectable } from '@nestjs/common';

import { Database, type Tx } from '../platform/database/database';
import type { Actor } from '../platform/sign-in/actor';
import type { SetOffInput } from './amendment-dto';
import { contractProblems } from './problems';
import { SetOffAgreementRecord, SetOffContractRecord } from './records';

/**
 * Records an agreement by which an author lets the royalties of one contract recoup the advance of another. Without one
 * they never do (CPI L132-17-1-1), so it carries the date on which it was signed, apart from the contracts.
 */
@Injectable()
export class SaveSetOff {
  constructor(private readonly database: Database) {}

  /** @throws set-off-one, set-off-other-author, set-off-stated. @returns its id */
  create(actor: Actor, input: SetOffInput): Promise<number> {
    return this.database.transaction(actor, (tx) => this.createIn(tx, input));
  }

  async createIn(tx: Tx, input: SetOffInput): Promise<number> {
    const contractIds = [...new Set(input.contractIds)];
    if (contractIds.length < 2) throw contractProblems.at('/contractIds', 'set-off-one');
    const [{ count }] = await tx.query(
      `SELECT count(*)::int AS count FROM contract WHERE id = ANY($1) AND contributor_id = $2`,
      [contractIds, input.contributorId],
    );
    if (count !== contractIds.length) throw contractProblems.at('/contractIds', 'set-off-other-author');
    const { contributorId, signedOn, from, note } = input;
    const fields = { contributorId, signedOn, validFrom: from, note: note?.trim() || null, fileId: null, version: 1 };
    const { id } = await tx.save(tx.create(SetOffAgreementRecord, fields));
    await tx.save(contractIds.map((contractId) => tx.create(SetOffContractRecord, { agreementId: id, contractId })));
    return id;
  }

  /** Takes an agreement out as long as no closed statement may have used it. @throws set-off-stated */
  async remove(actor: Actor, id: number): Promise<void> {
    await this.database.transaction(actor, async (tx) => {
      await tx.query(`DELETE FROM set_off_contract WHERE agreement_id = $1`, [id]);
      await tx.query(`DELETE FROM set_off_agreement WHERE id = $1`, [id]);
    });
  }
}
