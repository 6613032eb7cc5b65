import { parseIsni, parseSiret, parseVatNumber } from '@colophon/domain/identifiers';
import { Injectable } from '@nestjs/common';

import { Database, type Tx } from '../../platform/database/database';
import { lockVersion } from '../../platform/database/lock-version';
import type { Actor } from '../../platform/sign-in/actor';
import { ContributorRecord } from '../records';
import { BankDetails } from './bank-details';
import type { ContributorInput, ContributorResponse, ContributorUpdate } from './contributor-dto';
import { ReadContributor } from './read-contributor';
import { replaceTaxProfiles } from './tax-profiles';

/** Creates a contributor, or replaces what is known of one. */
@Injectable()
export class SaveContributor {
  constructor(
    private readonly database: Database,
    private readonly bank: BankDetails,
    private readonly reading: ReadContributor,
  ) {}

  /** Answers with bank details masked, whoever asks: the answer is kept in clear for a repeated request. */
  create(actor: Actor, input: ContributorInput): Promise<ContributorResponse> {
    return this.database.transaction(actor, async (tx) => {
      const { id } = await this.createIn(tx, actor, input);
      return this.reading.readIn(tx, { ...actor, role: 'read-only' }, id);
    });
  }

  /** Within the caller's transaction: the importer writes many at once. */
  async createIn(tx: Tx, actor: Actor, input: ContributorInput): Promise<{ id: number }> {
    const secrets = this.bank.toStore(actor, input);
    const record = tx.create(ContributorRecord, { ...fields(input), ...secrets, version: 1 });
    const { id } = await tx.save(record);
    if (input.taxProfiles) await replaceTaxProfiles(tx, id, input.taxProfiles);
    return { id };
  }

  /** Tax profiles that are absent are kept. @throws stale-version where somebody saved it since it was read. */
  update(actor: Actor, id: number, input: ContributorUpdate): Promise<ContributorResponse> {
    return this.database.transaction(actor, async (tx) => {
      const current = await lockVersion(tx, ContributorRecord, id, input.version);
      await this.writeIn(tx, actor, current, input);
      return this.reading.readIn(tx, actor, id);
    });
  }

  /** Within the caller's transaction, whatever the version. */
  async updateIn(tx: Tx, actor: Actor, id: number, input: ContributorInput): Promise<void> {
    const current = await tx.findOneOrFail(ContributorRecord, { where: { id }, lock: { mode: 'pessimistic_write' } });
    await this.writeIn(tx, actor, current, input);
  }

  private async writeIn(tx: Tx, actor: Actor, current: ContributorRecord, input: ContributorInput): Promise<void> {
    const secrets = this.bank.toStore(actor, input, current);
    await tx.save(Object.assign(current, fields(input), secrets, { version: current.version + 1 }));
    if (input.taxProfiles) await replaceTaxProfiles(tx, current.id, input.taxProfiles);
  }
}

function fields(input: ContributorInput) {
  return {
    externalId: input.externalId ?? null,
    kind: input.kind ?? 'person',
    lastName: input.lastName.trim(),
    firstName: input.firstName?.trim() || null,
    pseudonym: input.pseudonym?.trim() || null,
    isni: input.isni ? parseIsni(input.isni) : null,
    email: input.email ?? null,
    language: input.language ?? 'fr',
    phone: input.phone ?? null,
    address: { ...input.address },
    siret: input.siret ? parseSiret(input.siret) : null,
    vatNumber: input.vatNumber ? parseVatNumber(input.vatNumber) : null,
    notes: input.notes ?? null,
    archived: input.archived ?? false,
  };
}
