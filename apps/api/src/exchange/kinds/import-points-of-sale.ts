import { foldText, readPaymentTerms } from '@colophon/domain/exchange';
import { parseGln, parseSiren, parseSiret, parseVatNumber } from '@colophon/domain/identifiers';
import { Injectable } from '@nestjs/common';

import { PointOfSaleInput, PointOfSaleRecord, SavePointOfSale } from '../../parties';
import { checked, given, saysTheSame, tryRow, type Change, type ImportRun, type KindImporter } from '../run/import-run';
import type { ImportRow, Pointers } from '../run/import-row';
import { SeenRecords } from '../run/seen-records';
import { mainAddress, readAddress } from './postal-address';

const pointers: Pointers = {
  '/externalId': 'reference',
  '/name': 'name',
  '/kind': 'kind',
  '/gln': 'gln',
  '/siren': 'siren',
  '/siret': 'siret',
  '/vatNumber': 'vatNumber',
  '/email': 'email',
  '/phone': 'phone',
  '/billingAddress/line1': 'line1',
  '/billingAddress/postalCode': 'postalCode',
  '/billingAddress/city': 'city',
  '/billingAddress/country': 'country',
  '/deliveryAddress': 'deliveryLine1',
  '/tradeDiscountRate': 'tradeDiscountRate',
  '/paymentTermDays': 'paymentTerms',
  '/contacts': 'contactName',
  '/contacts/0/email': 'contactEmail',
  '/notes': 'notes',
};

const deliveryAddress = {
  line1: 'deliveryLine1',
  postalCode: 'deliveryPostalCode',
  city: 'deliveryCity',
  country: 'deliveryCountry',
};

/** Points of sale: known by reference, GLN or SIRET, else by name and town. */
@Injectable()
export class ImportPointsOfSale implements KindImporter {
  constructor(private readonly save: SavePointOfSale) {}

  async importRows(run: ImportRun, rows: readonly ImportRow[]): Promise<void> {
    const known = new KnownPointsOfSale(await run.tx.find(PointOfSaleRecord));
    const seen = new SeenRecords();
    for (const row of rows) await tryRow(run, row, pointers, () => this.importRow(run, row, { known, seen }));
  }

  private async importRow(
    run: ImportRun,
    row: ImportRow,
    { known, seen }: { known: KnownPointsOfSale; seen: SeenRecords },
  ): Promise<Change | undefined> {
    const keys = readKeys(row);
    const current = known.find(keys);
    const before = current ? inputOf(current) : undefined;
    const input = await checked(PointOfSaleInput, { ...defaults, ...before, ...readMembers(row, keys, before) });
    if (row.isFaulty) return undefined;
    if (!current) {
      const { id } = await this.save.createIn(run.tx, input);
      seen.note(id, row);
      known.add({ ...(input as unknown as PointOfSaleRecord), id });
      return 'created';
    }
    if (saysTheSame(before, input)) return 'unchanged';
    if (seen.refuseRepeated(current.id, row)) return undefined;
    await this.save.updateIn(run.tx, current.id, input);
    seen.note(current.id, row);
    known.add({ ...(input as unknown as PointOfSaleRecord), id: current.id });
    return 'changed';
  }
}

const defaults = { kind: 'independent-bookshop', billingAddress: {}, tradeDiscountRate: '0' };

interface Keys {
  readonly externalId: string | undefined;
  readonly name: string | undefined;
  readonly gln: string | undefined;
  readonly siret: string | undefined;
  readonly city: string | undefined;
}

function readKeys(row: ImportRow): Keys {
  return {
    externalId: row.text('reference'),
    name: row.required('name'),
    gln: row.identifier('gln', parseGln),
    siret: row.identifier('siret', parseSiret),
    city: row.text('city'),
  };
}

function readMembers(row: ImportRow, keys: Keys, before: PointOfSaleInput | undefined): Partial<PointOfSaleInput> {
  const { externalId, name, gln, siret } = keys;
  const terms = row.read('paymentTerms', readPaymentTerms);
  const hasDelivery = row.has('deliveryLine1') || row.has('deliveryCity');
  return given({
    ...{ externalId, name, gln, siret },
    kind: row.choice('kind', 'pointOfSaleKind'),
    siren: row.identifier('siren', parseSiren),
    vatNumber: row.read('vatNumber', parseVatNumber),
    email: row.text('email'),
    phone: row.text('phone'),
    billingAddress: readAddress(row, mainAddress, before?.billingAddress),
    deliveryAddress: hasDelivery ? readAddress(row, deliveryAddress, before?.deliveryAddress) : undefined,
    tradeDiscountRate: row.rate('tradeDiscountRate'),
    paymentTermDays: terms?.days,
    paymentTermKind: terms?.kind,
    contacts: readContacts(row, before),
    notes: row.text('notes'),
  }) as Partial<PointOfSaleInput>;
}

/** The contact of the row over the one of that name; the others stay. */
function readContacts(row: ImportRow, before: PointOfSaleInput | undefined): PointOfSaleInput['contacts'] {
  const name = row.text('contactName');
  if (!name) return undefined;
  const others = (before?.contacts ?? []).filter((contact) => foldText(contact.name) !== foldText(name));
  const same = before?.contacts?.find((contact) => foldText(contact.name) === foldText(name));
  return [{ ...same, name, ...given({ email: row.text('contactEmail') }) }, ...others];
}

/** A record as the request that would write it. */
function inputOf(record: PointOfSaleRecord): PointOfSaleInput {
  const { externalId, name, gln, siren, siret, vatNumber, email, phone, billingAddress, deliveryAddress } = record;
  const { tradeDiscountRate, paymentTermDays, contacts, notes, archived } = record;
  return {
    ...{ externalId, name, gln, siren, siret, vatNumber, email, phone, billingAddress, deliveryAddress },
    ...{ tradeDiscountRate, paymentTermDays, contacts, notes, archived },
    kind: record.kind as PointOfSaleInput['kind'],
    paymentTermKind: (record.paymentTermKind as PointOfSaleInput['paymentTermKind']) ?? null,
  };
}

/** The points of sale of the house and of the rows so far. */
class KnownPointsOfSale {
  private readonly byKey = new Map<string, PointOfSaleRecord>();

  constructor(records: readonly PointOfSaleRecord[]) {
    for (const record of records) this.add(record);
  }

  add(record: PointOfSaleRecord): void {
    for (const key of keysOf(record, record.billingAddress?.city)) this.byKey.set(key, record);
  }

  /** A reference that is known decides; name and town only find what has no other reference. */
  find(keys: Keys): PointOfSaleRecord | undefined {
    for (const key of keysOf(keys, keys.city)) {
      const found = this.byKey.get(key);
      const hasOtherReference = !!keys.externalId && !!found?.externalId && found.externalId !== keys.externalId;
      if (found && !(key.startsWith('name:') && hasOtherReference)) return found;
    }
    return undefined;
  }
}

function keysOf(
  {
    externalId,
    gln,
    siret,
    name,
  }: Pick<PointOfSaleInput, 'externalId' | 'gln' | 'siret'> & { name?: string | undefined },
  city: string | undefined,
): string[] {
  return [
    ...(externalId ? [`reference:${externalId}`] : []),
    ...(gln ? [`gln:${gln}`] : []),
    ...(siret ? [`siret:${siret}`] : []),
    ...(name ? [`name:${foldText(name)}/${foldText(city ?? '')}`] : []),
  ];
}
