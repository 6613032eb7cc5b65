import { parseGln, parseSiren, parseSiret, parseVatNumber } from '@colophon/domain/identifiers';
import { Injectable } from '@nestjs/common';

import { Database, type Tx } from '../../platform/database/database';
import { lockVersion } from '../../platform/database/lock-version';
import type { Actor } from '../../platform/sign-in/actor';
import { partiesProblems } from '../problems';
import { PointOfSaleRecord } from '../records';
import type { PointOfSaleInput, PointOfSaleResponse, PointOfSaleUpdate } from './point-of-sale-dto';

/** Creates a point of sale, or replaces what is known of one. */
@Injectable()
export class SavePointOfSale {
  constructor(private readonly database: Database) {}

  create(actor: Actor, input: PointOfSaleInput): Promise<PointOfSaleResponse> {
    return this.database.transaction(actor, (tx) => this.createIn(tx, input));
  }

  /** Within the caller's transaction: the importer writes many at once. */
  async createIn(tx: Tx, input: PointOfSaleInput): Promise<PointOfSaleResponse> {
    const created = tx.create(PointOfSaleRecord, { ...fields(input), version: 1 });
    return toPointOfSale(await tx.save(created));
  }

  /** @throws stale-version where somebody saved it since it was read. */
  update(actor: Actor, id: number, input: PointOfSaleUpdate): Promise<PointOfSaleResponse> {
    return this.database.transaction(actor, async (tx) => {
      const current = await lockVersion(tx, PointOfSaleRecord, id, input.version);
      return toPointOfSale(await this.writeIn(tx, current, input));
    });
  }

  /** Within the caller's transaction, whatever the version. */
  async updateIn(tx: Tx, id: number, input: PointOfSaleInput): Promise<void> {
    const current = await tx.findOneOrFail(PointOfSaleRecord, { where: { id }, lock: { mode: 'pessimistic_write' } });
    await this.writeIn(tx, current, input);
  }

  private writeIn(tx: Tx, current: PointOfSaleRecord, input: PointOfSaleInput): Promise<PointOfSaleRecord> {
    return tx.save(Object.assign(current, fields(input), { version: current.version + 1 }));
  }
}

function fields(input: PointOfSaleInput): Omit<PointOfSaleRecord, 'id' | 'version'> {
  const siren = input.siren ? parseSiren(input.siren) : null;
  const siret = input.siret ? parseSiret(input.siret) : null;
  if (siren && siret && !siret.startsWith(siren)) throw partiesProblems.at('/siret', 'siret-not-of-siren', { siren });
  return {
    externalId: input.externalId ?? null,
    name: input.name.trim(),
    kind: input.kind,
    gln: input.gln ? parseGln(input.gln) : null,
    siren: siren ?? siret?.slice(0, 9) ?? null,
    siret,
    vatNumber: input.vatNumber ? parseVatNumber(input.vatNumber) : null,
    email: input.email ?? null,
    phone: input.phone ?? null,
    billingAddress: { ...input.billingAddress },
    deliveryAddress: input.deliveryAddress ? { ...input.deliveryAddress } : null,
    tradeDiscountRate: input.tradeDiscountRate,
    paymentTermDays: input.paymentTermDays ?? null,
    paymentTermKind: input.paymentTermKind ?? null,
    contacts: (input.contacts ?? []).map((contact) => ({ ...contact })),
    notes: input.notes ?? null,
    archived: input.archived ?? false,
  };
}

export function toPointOfSale(record: PointOfSaleRecord): PointOfSaleResponse {
  const { id, version, externalId, name, gln, siren, siret, vatNumber, email, phone } = record;
  const { billingAddress, deliveryAddress, tradeDiscountRate, paymentTermDays, contacts, notes, archived } = record;
  return {
    ...{ id, version, externalId, name, gln, siren, siret, vatNumber, email, phone },
    ...{ billingAddress, deliveryAddress, tradeDiscountRate, paymentTermDays, contacts, notes, archived },
    kind: record.kind as PointOfSaleResponse['kind'],
    paymentTermKind: record.paymentTermKind as PointOfSaleResponse['paymentTermKind'],
  };
}
