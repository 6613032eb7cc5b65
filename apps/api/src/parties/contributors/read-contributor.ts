import { Injectable } from '@nestjs/common';

import type { Tx } from '../../platform/database/database';
import type { Actor } from '../../platform/sign-in/actor';
import { ContributorRecord } from '../records';
import { BankDetails } from './bank-details';
import type { ContributorResponse } from './contributor-dto';
import { readTaxProfiles } from './tax-profiles';

/** A contributor as the caller may see it. */
@Injectable()
export class ReadContributor {
  constructor(private readonly bank: BankDetails) {}

  /** @throws not-found, secret-key-missing */
  async readIn(tx: Tx, actor: Actor, id: number): Promise<ContributorResponse> {
    const record = await tx.findOneByOrFail(ContributorRecord, { id });
    const { version, externalId, lastName, firstName, pseudonym, isni, email, phone, address } = record;
    const { siret, vatNumber, notes, archived } = record;
    return {
      ...{ id, version, externalId, lastName, firstName, pseudonym, isni, email, phone, address },
      ...{ siret, vatNumber, notes, archived },
      kind: record.kind as ContributorResponse['kind'],
      language: record.language as ContributorResponse['language'],
      displayName: pseudonym ?? [firstName, lastName].filter(Boolean).join(' '),
      ...this.bank.toShow(actor, record),
      taxProfiles: await readTaxProfiles(tx, id),
    };
  }
}
