import { readPerson } from '@colophon/domain/exchange';
import { parseBic, parseIban, parseIsni, parseNir, parseSiret, parseVatNumber } from '@colophon/domain/identifiers';
import { Injectable } from '@nestjs/common';

import {
  BankDetails,
  ContributorInput,
  ContributorRecord,
  ContributorTaxProfileRecord,
  SaveContributor,
} from '../../parties';
import { checked, given, saysTheSame, tryRow, type Change, type ImportRun, type KindImporter } from '../run/import-run';
import type { ImportRow, Pointers } from '../run/import-row';
import { SeenRecords } from '../run/seen-records';
import { KnownPeople, type KnownPerson } from './known-people';
import { mainAddress, readAddress } from './postal-address';
import { readTaxProfiles } from './tax-profile-row';

const pointers: Pointers = {
  '/externalId': 'reference',
  '/kind': 'kind',
  '/lastName': 'lastName',
  '/firstName': 'firstName',
  '/pseudonym': 'pseudonym',
  '/isni': 'isni',
  '/email': 'email',
  '/phone': 'phone',
  '/address/line1': 'line1',
  '/address/postalCode': 'postalCode',
  '/address/city': 'city',
  '/address/country': 'country',
  '/siret': 'siret',
  '/vatNumber': 'vatNumber',
  '/iban': 'iban',
  '/bic': 'bic',
  '/socialSecurityNumber': 'socialSecurityNumber',
  '/taxProfiles': 'social',
  '/notes': 'notes',
};

interface Known {
  readonly people: KnownPeople;
  readonly inputs: Map<number, ContributorInput>;
  readonly seen: SeenRecords;
}

/** Contributors: known by reference or ISNI, else by name where nobody else has it. */
@Injectable()
export class ImportContributors implements KindImporter {
  constructor(
    private readonly save: SaveContributor,
    private readonly bank: BankDetails,
  ) {}

  async importRows(run: ImportRun, rows: readonly ImportRow[]): Promise<void> {
    const known = { people: await KnownPeople.read(run.tx), inputs: await this.inputs(run), seen: new SeenRecords() };
    for (const row of rows) await tryRow(run, row, pointers, () => this.importRow(run, row, known));
  }

  private async importRow(run: ImportRun, row: ImportRow, known: Known): Promise<Change | undefined> {
    const keys = readKeys(row);
    const current = findPerson(row, known.people, keys);
    const before = current && known.inputs.get(current.id);
    const input = await checked(ContributorInput, { ...before, ...readMembers(row, keys, before) });
    if (row.isFaulty) return undefined;
    if (!current) {
      const { id } = await this.save.createIn(run.tx, run.actor, input);
      this.remember(known, id, input, row);
      return 'created';
    }
    if (saysTheSame(before, input)) return 'unchanged';
    if (known.seen.refuseRepeated(current.id, row)) return undefined;
    await this.save.updateIn(run.tx, run.actor, current.id, input);
    this.remember(known, current.id, input, row);
    return 'changed';
  }

  private remember(known: Known, id: number, input: ContributorInput, row: ImportRow): void {
    known.people.add({ ...input, id });
    known.inputs.set(id, input);
    known.seen.note(id, row);
  }

  /** Every contributor as the request that would write them, with what the caller may see of their bank details. */
  private async inputs({ tx, actor }: ImportRun): Promise<Map<number, ContributorInput>> {
    const profiles = Map.groupBy(
      await tx.find(ContributorTaxProfileRecord, { order: { validFrom: 'ASC' } }),
      (profile) => profile.contributorId,
    );
    const inputs = new Map<number, ContributorInput>();
    for (const record of await tx.find(ContributorRecord)) {
      const { iban, bic, socialSecurityNumber } = this.bank.toShow(actor, record);
      const secrets = given({
        iban: iban ?? undefined,
        bic: bic ?? undefined,
        socialSecurityNumber: socialSecurityNumber ?? undefined,
      });
      inputs.set(record.id, {
        ...inputOf(record),
        ...secrets,
        taxProfiles: (profiles.get(record.id) ?? []).map(profileOf),
      });
    }
    return inputs;
  }
}

interface Keys {
  readonly externalId: string | undefined;
  readonly isni: string | undefined;
  readonly lastName: string | undefined;
  readonly firstName: string | undefined;
}

function readKeys(row: ImportRow): Keys {
  const person = row.has('lastName') ? undefined : row.read('fullName', readPerson);
  if (person?.isOrderGuessed) row.warn('fullName', 'name-order-guessed', { lastName: person.lastName });
  const isNamed = person || row.has('lastName') || row.isFaulty;
  if (!isNamed) row.error(row.table.columns.has('fullName') ? 'fullName' : 'lastName', 'cell-required');
  return {
    externalId: row.text('reference'),
    isni: row.identifier('isni', parseIsni),
    lastName: row.text('lastName') ?? person?.lastName,
    firstName: row.text('firstName') ?? person?.firstName,
  };
}

/** Two people of one name are told apart by their references only. */
function findPerson(row: ImportRow, people: KnownPeople, keys: Keys): KnownPerson | undefined {
  const sure = (keys.externalId && people.byReference(keys.externalId)) || (keys.isni && people.byIsni(keys.isni));
  if (sure || !keys.lastName) return sure || undefined;
  const named = people
    .byName({ lastName: keys.lastName, ...given({ firstName: keys.firstName }) })
    .filter((person) => !keys.externalId || !person.externalId);
  if (named.length > 1) row.error('lastName', 'reference-ambiguous', { value: keys.lastName });
  return named[0];
}

function readMembers(row: ImportRow, keys: Keys, before: ContributorInput | undefined): Partial<ContributorInput> {
  return given({
    ...keys,
    kind: row.choice('kind', 'contributorKind'),
    pseudonym: row.text('pseudonym'),
    email: row.text('email'),
    phone: row.text('phone'),
    address: readAddress(row, mainAddress, before?.address),
    siret: row.identifier('siret', parseSiret),
    vatNumber: row.read('vatNumber', parseVatNumber),
    iban: row.read('iban', parseIban),
    bic: row.read('bic', parseBic),
    socialSecurityNumber: row.identifier('socialSecurityNumber', parseNir),
    taxProfiles: readTaxProfiles(row, before?.taxProfiles ?? []),
    notes: row.text('notes'),
  }) as Partial<ContributorInput>;
}

function inputOf(record: ContributorRecord): ContributorInput {
  const { externalId, lastName, firstName, pseudonym, isni, email, phone, address, siret, vatNumber, notes, archived } =
    record;
  return {
    ...{ externalId, lastName, firstName, pseudonym, isni, email, phone, address, siret, vatNumber, notes, archived },
    kind: record.kind as 'person' | 'organisation',
    language: record.language as 'fr' | 'en',
  };
}

function profileOf(record: ContributorTaxProfileRecord): NonNullable<ContributorInput['taxProfiles']>[number] {
  const { validFrom, withholdingTaxRate, exemptUntil } = record;
  return {
    ...{ validFrom, withholdingTaxRate, exemptUntil },
    social: record.social as 'withheld' | 'exempt',
    vat: record.vat as 'withheld' | 'liable' | 'none',
  };
}
