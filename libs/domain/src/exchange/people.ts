/**
 * Several people in one cell: "Dupont, Marie ; Martin, Luc", "Marie Dupont & Luc Martin", "DUPONT Marie / MARTIN Luc".
 *
 * What people get wrong: the comma stands between two people in one file and between last and first name in the next.
 * A name is therefore known by its words, in any order (`nameKey`); which of them is the last name is decided cell by
 * cell, and only matters when the person is new.
 */
import type { ContributorRole } from '../catalogue';
import { CellFault } from './cell-fault';
import { foldText } from './fold';
import { isGivenName } from './given-names';

export interface NamedPerson {
  readonly lastName: string;
  readonly firstName?: string;
  /** Said in parentheses: "Luc Martin (ill.)". */
  readonly role?: ContributorRole;
  /** Which word is the last name could not be told. */
  readonly isOrderGuessed: boolean;
}

const particles = new Set(
  'de du des d le la les van von der den ter ten el al ben bin da das do dos di del della mac mc saint st'.split(' '),
);

const roleWords: readonly (readonly [RegExp, ContributorRole])[] = [
  [/^(ill|illustr|dessin)/, 'illustrator'],
  [/^(trad|transl)/, 'translator'],
  [/^(pref|avant)/, 'preface-author'],
  [/^(postf|afterw)/, 'afterword-author'],
  [/^(photo)/, 'photographer'],
  [/^(dir|ed|coord)/, 'editor-of-volume'],
  [/^(coul|colou?r)/, 'colourist'],
  [/^(adapt)/, 'adapter'],
  [/^(scen)/, 'screenplay-author'],
  [/^(aut|text|writ)/, 'author'],
];

/** The same for "Marie Dupont", "Dupont, Marie" and "DUPONT Marie": the words of a name in alphabetical order. */
export function nameKey(...parts: readonly (string | null | undefined)[]): string {
  return foldText(parts.filter(Boolean).join(' ')).split(' ').sort().join(' ');
}

/** @throws CellFault `people-unreadable` */
export function readPeople(text: string): NamedPerson[] {
  const chunks = text
    .split(/\s*(?:[;/|&\n•+]|\s(?:et|and|avec|with)\s)\s*/i)
    .map((chunk) => chunk.trim())
    .filter(Boolean);
  const names = chunks.flatMap(cutAtCommas);
  const lastNameFirst = isLastNameFirst(
    names.filter((name) => !name.includes(',')).map((name) => splitRole(name).name),
  );
  return names.map((name) => readName(name, lastNameFirst));
}

/** One person, in a cell of its own. */
export function readPerson(text: string): NamedPerson {
  const { name } = splitRole(text.trim());
  return readName(text.trim(), isLastNameFirst([name]));
}

/** Commas inside one chunk: between people, or after the last name. */
function cutAtCommas(chunk: string): string[] {
  const parts = chunk
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  if (parts.length < 2) return parts;
  const wordCounts = parts.map((part) => splitRole(part).name.split(/\s+/).length);
  const areFullNames = wordCounts.every((count) => count >= 2);
  if (areFullNames && !startsWithParticle(parts[0] ?? '')) return parts;
  if (parts.length % 2 === 0)
    return parts.flatMap((part, index) => (index % 2 ? [] : [`${part}, ${parts[index + 1]}`]));
  if (wordCounts.every((count) => count === 1)) throw new CellFault('people-unreadable');
  return parts;
}

function readName(text: string, lastNameFirst: boolean | undefined): NamedPerson {
  const { name, role } = splitRole(text);
  if (!/\p{L}/u.test(name)) throw new CellFault('people-unreadable');
  const [last, first] = name.split(',').map((part) => part.trim());
  if (first)
    return { lastName: tidy(last ?? ''), firstName: tidy(first), isOrderGuessed: false, ...(role ? { role } : {}) };
  const words = name.replace(',', '').trim().split(/\s+/);
  const cut = words.length < 2 ? { lastName: words } : cutName(words, lastNameFirst);
  return {
    lastName: tidy(cut.lastName.join(' ')),
    ...(cut.firstName ? { firstName: tidy(cut.firstName.join(' ')) } : {}),
    isOrderGuessed: words.length > 1 && lastNameFirst === undefined && !cut.isSure,
    ...(role ? { role } : {}),
  };
}

interface CutName {
  readonly lastName: string[];
  readonly firstName?: string[];
  readonly isSure?: boolean;
}

/** Capitals mark a last name; then particles; then the order found for the whole cell; then French order. */
function cutName(words: string[], lastNameFirst: boolean | undefined): CutName {
  const capitals = words.filter(isShouted);
  if (capitals.length > 0 && capitals.length < words.length) {
    return { lastName: capitals, firstName: words.filter((word) => !isShouted(word)), isSure: true };
  }
  if (lastNameFirst) {
    const length = Math.min(1 + words.findIndex((word) => !particles.has(foldText(word))), words.length - 1);
    return { lastName: words.slice(0, length), firstName: words.slice(length) };
  }
  const particle = words.findIndex((word, index) => index > 0 && particles.has(foldText(word)));
  const start = particle > 0 ? particle : words.length - 1;
  return { lastName: words.slice(start), firstName: words.slice(0, start), isSure: particle > 0 };
}

/** True or false where the given names of a cell tell the order; undefined where they don't. */
function isLastNameFirst(names: readonly string[]): boolean | undefined {
  let votes = 0;
  for (const name of names) {
    const words = name.split(/\s+/);
    const [first, last] = [isGivenName(words[0] ?? ''), isGivenName(words.at(-1) ?? '')];
    if (words.length > 1 && first !== last) votes += first ? -1 : 1;
  }
  return votes === 0 ? undefined : votes > 0;
}

function splitRole(text: string): { readonly name: string; readonly role?: ContributorRole } {
  const found = /^(.*?)\s*[([]([^)\]]+)[)\]]\s*$/.exec(text);
  const word = foldText(found?.[2] ?? '');
  const role = roleWords.find(([pattern]) => pattern.test(word))?.[1];
  return { name: (found?.[1] ?? text).trim(), ...(role ? { role } : {}) };
}

function startsWithParticle(name: string): boolean {
  return particles.has(foldText(name.split(/[\s'’]/)[0] ?? ''));
}

function isShouted(word: string): boolean {
  return word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase();
}

/** "DUPONT-MARTIN" is written "Dupont-Martin"; a name that has small letters stays as it is. */
function tidy(name: string): string {
  if (!isShouted(name.replace(/\s/g, ''))) return name;
  return name
    .toLowerCase()
    .replace(/(^|[\s'’-])(\p{L})/gu, (_all, before: string, letter: string) => before + letter.toUpperCase());
}
