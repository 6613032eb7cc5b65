/**
 * Reading JSON that people wrote by hand: what is missing, misspelt or of another type is refused with its place.
 *
 * What people get wrong: a reader that ignores unknown members lets "discout" give no discount, and the test passes.
 */
import { parseCalendarDate, type CalendarDate } from '../calendar';
import { Money, parseQuantity, Rate } from '../money';
import { quoted, RuleViolation, within } from '../rules';

export type JsonObject = Readonly<Record<string, unknown>>;

export function refuseCase(message: string, pointer = ''): never {
  throw new RuleViolation('case-malformed', { message, pointer });
}

/** The members an object must have and may have. */
export interface Members {
  readonly required?: readonly string[];
  readonly optional?: readonly string[];
}

/** @throws RuleViolation `case-malformed` unless it is an object with exactly such members */
export function readObject(value: unknown, members: Members): JsonObject {
  const { required = [], optional = [] } = members;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return refuseCase(`${quoted(value)} is not an object`);
  }
  const object = value as JsonObject;
  const missing = required.find((name) => object[name] === undefined);
  if (missing !== undefined) return refuseCase(`The member ${quoted(missing)} is missing`, `/${missing}`);
  const foreign = Object.keys(object).find((name) => !required.includes(name) && !optional.includes(name));
  if (foreign !== undefined) return refuseCase(`The member ${quoted(foreign)} is unknown`, `/${foreign}`);
  return object;
}

/** A list, each item read at its place. */
export function readList<T>(object: JsonObject, name: string, readItem: (item: unknown) => T): T[] {
  return within(`/${name}`, () => {
    const list = object[name];
    if (!Array.isArray(list)) return refuseCase(`${quoted(list)} is not a list`);
    return list.map((item: unknown, index) => within(`/${index}`, () => readItem(item)));
  });
}

export function readText(object: JsonObject, name: string): string {
  const text = object[name];
  if (typeof text === 'string' && text !== '') return text;
  return refuseCase(`${quoted(text)} is not a text`, `/${name}`);
}

export function readDate(object: JsonObject, name: string): CalendarDate {
  return within(`/${name}`, () => parseCalendarDate(object[name]));
}

export function readMoney(object: JsonObject, name: string): Money {
  return within(`/${name}`, () => Money.parse(object[name] as string));
}

export function readRate(object: JsonObject, name: string): Rate {
  return within(`/${name}`, () => Rate.parse(object[name] as string));
}

export function readCopies(object: JsonObject, name: string): number {
  return within(`/${name}`, () => parseQuantity(object[name]));
}

/** One of some texts. */
export function readChoice<T extends string>(object: JsonObject, name: string, choices: readonly T[]): T {
  const found = choices.find((choice) => choice === object[name]);
  if (found !== undefined) return found;
  return refuseCase(`${quoted(object[name])} is none of ${choices.join(', ')}`, `/${name}`);
}

/** The object with some members put in where it has none. */
export function withDefaults(object: JsonObject, defaults: JsonObject): JsonObject {
  return { ...defaults, ...object };
}

/** Members that explain a case and are not computed with. */
export const documentation = ['title', 'why', 'note', 'source', 'description', 'expected'] as const;
