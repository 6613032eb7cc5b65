import { onixCodeOfRole, type ContributorRole } from '@colophon/domain/catalogue';
import { readPeople, type NamedPerson } from '@colophon/domain/exchange';

import type { SaveContributor } from '../../parties';
import type { ImportRun } from '../run/import-run';
import type { ImportRow } from '../run/import-row';
import type { KnownPeople } from './known-people';

export interface Credit {
  readonly contributorId: number;
  /** ONIX code of list 17. */
  readonly role: string;
}

const creditColumns: readonly (readonly [field: string, role: ContributorRole])[] = [
  ['authors', 'author'],
  ['illustrators', 'illustrator'],
  ['translators', 'translator'],
  ['prefaceAuthors', 'preface-author'],
];

/** Who made the title of a row, in the order of its columns; whoever is new gets a record with the name alone. */
export async function readCredits(
  run: ImportRun,
  row: ImportRow,
  known: { readonly people: KnownPeople; readonly save: SaveContributor },
): Promise<Credit[] | undefined> {
  const named = creditColumns.flatMap(([field, role]) =>
    (row.read(field, (text) => peopleOf(text, known.people)) ?? []).map((person) => ({ field, role, person })),
  );
  if (named.length === 0) return undefined;
  const credits = new Map<string, Credit>();
  for (const { field, role, person } of named) {
    const contributorId = typeof person === 'number' ? person : await idOf(run, row, field, { person, ...known });
    if (contributorId === undefined) continue;
    const said = typeof person === 'number' ? role : (person.role ?? role);
    const credit = { contributorId, role: onixCodeOfRole[said] };
    credits.set(`${contributorId} ${credit.role}`, credit);
  }
  return [...credits.values()];
}

/** References of contributors, or names. */
function peopleOf(text: string, people: KnownPeople): (number | NamedPerson)[] {
  const parts = text.split(/\s*[;,/|&]\s*/).filter(Boolean);
  const ids = parts.map((part) => people.byReference(part)?.id);
  return ids.every((id) => id !== undefined) ? ids : readPeople(text);
}

async function idOf(
  run: ImportRun,
  row: ImportRow,
  field: string,
  { person, people, save }: { person: NamedPerson; people: KnownPeople; save: SaveContributor },
): Promise<number | undefined> {
  const found = people.byName(person);
  const value = [person.firstName, person.lastName].filter(Boolean).join(' ');
  if (found.length > 1) row.error(field, 'reference-ambiguous', { value });
  if (found.length > 0) return found.length === 1 ? found[0]!.id : undefined;
  row.warn(field, 'contributor-created', { value });
  if (person.isOrderGuessed) row.warn(field, 'name-order-guessed', { lastName: person.lastName });
  const { lastName, firstName } = person;
  const { id } = await save.createIn(run.tx, run.actor, { lastName, firstName: firstName ?? null });
  people.add({ id, lastName, firstName });
  return id;
}
