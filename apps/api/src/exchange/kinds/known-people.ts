import { nameKey, type NamedPerson } from '@colophon/domain/exchange';

import { ContributorRecord } from '../../parties';
import type { Tx } from '../../platform/database/database';

export interface KnownPerson {
  readonly id: number;
  readonly externalId?: string | null | undefined;
  readonly isni?: string | null | undefined;
  readonly lastName: string;
  readonly firstName?: string | null | undefined;
  readonly pseudonym?: string | null | undefined;
}

/** The contributors of the house and of the rows so far, by reference, ISNI and name in any order. */
export class KnownPeople {
  private readonly byKey = new Map<string, Set<number>>();
  private readonly byId = new Map<number, KnownPerson>();

  static async read(tx: Tx): Promise<KnownPeople> {
    const people = new KnownPeople();
    const select = {
      id: true,
      externalId: true,
      isni: true,
      lastName: true,
      firstName: true,
      pseudonym: true,
    } as const;
    for (const record of await tx.find(ContributorRecord, { select })) people.add(record);
    return people;
  }

  add(person: KnownPerson): void {
    this.byId.set(person.id, person);
    for (const key of keysOf(person)) {
      const same = this.byKey.get(key) ?? new Set<number>();
      this.byKey.set(key, same.add(person.id));
    }
  }

  byReference(reference: string): KnownPerson | undefined {
    return this.withKey(`reference:${reference}`)[0];
  }

  byIsni(isni: string): KnownPerson | undefined {
    return this.withKey(`isni:${isni}`)[0];
  }

  /** Everybody of that name, whatever its order, and whoever has it for a pseudonym. */
  byName({ lastName, firstName }: Pick<NamedPerson, 'lastName' | 'firstName'>): KnownPerson[] {
    return this.withKey(`name:${nameKey(firstName, lastName)}`);
  }

  private withKey(key: string): KnownPerson[] {
    return [...(this.byKey.get(key) ?? [])].map((id) => this.byId.get(id)!);
  }
}

function keysOf({ externalId, isni, lastName, firstName, pseudonym }: KnownPerson): string[] {
  return [
    ...(externalId ? [`reference:${externalId}`] : []),
    ...(isni ? [`isni:${isni}`] : []),
    `name:${nameKey(firstName, lastName)}`,
    ...(pseudonym ? [`name:${nameKey(pseudonym)}`] : []),
  ];
}
