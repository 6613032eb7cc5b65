import { parseBic, parseIban, parseSiren, parseSiret, parseVatNumber } from '@colophon/domain/identifiers';
import { Injectable } from '@nestjs/common';

import { Database, type Tx } from '../../platform/database/database';
import { platformProblems } from '../../platform/problems/platform-problems';
import type { Actor } from '../../platform/sign-in/actor';
import { partiesProblems } from '../problems';
import { HouseRecord } from '../records';
import type { HouseInput, HouseResponse, HouseUpdate } from './house-dto';
import { toHouse } from './read-house';

/** Replaces what is known of the house; documents already issued keep what they said. */
@Injectable()
export class SaveHouse {
  constructor(private readonly database: Database) {}

  /** @throws stale-version where somebody saved it since it was read. */
  update(actor: Actor, input: HouseUpdate): Promise<HouseResponse> {
    return this.database.transaction(actor, async (tx) => {
      const current = await lockHouse(tx);
      if (current.version !== input.version) throw platformProblems.create('stale-version');
      return this.write(tx, current, input);
    });
  }

  /** Within the caller's transaction, whatever the version: the demo's loader and the importer. */
  async updateIn(tx: Tx, input: HouseInput): Promise<HouseResponse> {
    return this.write(tx, await lockHouse(tx), input);
  }

  private async write(tx: Tx, current: HouseRecord, input: HouseInput): Promise<HouseResponse> {
    return toHouse(await tx.save(Object.assign(current, fields(input), { version: current.version + 1 })));
  }
}

/** Held until the transaction ends. */
export function lockHouse(tx: Tx): Promise<HouseRecord> {
  return tx.findOneOrFail(HouseRecord, { where: { onlyRow: true }, lock: { mode: 'pessimistic_write' } });
}

function fields(input: HouseInput) {
  const siren = input.siren ? parseSiren(input.siren) : null;
  const siret = input.siret ? parseSiret(input.siret) : null;
  if (siren && siret && !siret.startsWith(siren)) throw partiesProblems.at('/siret', 'siret-not-of-siren', { siren });
  return {
    legalName: input.legalName.trim(),
    tradeName: input.tradeName?.trim() || null,
    legalForm: input.legalForm ?? null,
    shareCapital: input.shareCapital ?? null,
    siren: siren ?? siret?.slice(0, 9) ?? null,
    siret,
    vatNumber: input.vatNumber ? parseVatNumber(input.vatNumber) : null,
    tradeRegisterCity: input.tradeRegisterCity ?? null,
    address: { ...input.address },
    ...{ email: input.email ?? null, phone: input.phone ?? null, website: input.website ?? null },
    iban: input.iban ? parseIban(input.iban) : null,
    bic: input.bic ? parseBic(input.bic) : null,
    bankName: input.bankName ?? null,
    accentColor: input.accentColor?.toLowerCase() ?? null,
    earlyPaymentTerms: input.earlyPaymentTerms ?? null,
    ...{ urssafAccount: input.urssafAccount?.trim() || null, signatory: input.signatory?.trim() || null },
    ...terms(input),
  };
}

function terms(input: HouseInput) {
  const { paymentTermDays, paymentTermKind, latePenaltyRate, vatLiable, vatOnDebits } = input;
  const { unitPriceRounding, defaultLegalDeposit, secondApproval, yearEndMonth } = input;
  return {
    ...{ paymentTermDays, paymentTermKind, latePenaltyRate, vatLiable, vatOnDebits },
    ...{ unitPriceRounding, defaultLegalDeposit, secondApproval, yearEndMonth },
  };
}
