/**
 * Whether a result is what a case expects. Only the members that `expected` has are compared; a list has the same length;
 * amounts and rates are compared as numbers ("8.0" is "8").
 */
import { Rational } from '../money';

/** The first difference, said in a sentence, or undefined when there is none. */
export function firstDifference(expected: unknown, got: unknown, path = ''): string | undefined {
  if (Array.isArray(expected)) return differenceOfLists(expected, got, path);
  if (typeof expected === 'object' && expected !== null) {
    return differenceOfObjects(expected as Readonly<Record<string, unknown>>, got, path);
  }
  return isSame(expected, got) ? undefined : difference(path, expected, got);
}

function differenceOfLists(expected: readonly unknown[], got: unknown, path: string): string | undefined {
  if (!Array.isArray(got)) return difference(path, 'a list', got);
  if (got.length !== expected.length) return difference(`${path}.length`, expected.length, got.length);
  return firstOf(expected.map((item, index) => () => firstDifference(item, got[index], `${path}[${index}]`)));
}

function differenceOfObjects(
  expected: Readonly<Record<string, unknown>>,
  got: unknown,
  path: string,
): string | undefined {
  if (typeof got !== 'object' || got === null || Array.isArray(got)) return difference(path, 'an object', got);
  const members = got as Readonly<Record<string, unknown>>;
  return firstOf(
    Object.entries(expected).map(([name, value]) => () => {
      const member = Object.hasOwn(members, name) ? members[name] : undefined;
      return firstDifference(value, member, path === '' ? name : `${path}.${name}`);
    }),
  );
}

function firstOf(checks: readonly (() => string | undefined)[]): string | undefined {
  for (const check of checks) {
    const found = check();
    if (found !== undefined) return found;
  }
  return undefined;
}

const decimal = /^-?\d{1,18}(\.\d{1,18})?$/;

function isSame(expected: unknown, got: unknown): boolean {
  if (expected === got) return true;
  if (typeof expected !== typeof got || typeof expected !== 'string') return false;
  const isNumber = decimal.test(expected) && decimal.test(got as string);
  return isNumber && Rational.parse(expected).equals(Rational.parse(got as string));
}

function difference(path: string, expected: unknown, got: unknown): string {
  return `${path.replace(/^\./, '') || 'result'}: expected ${sayIt(expected)} got ${sayIt(got)}`;
}

function sayIt(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'string') return value;
  return JSON.stringify(value);
}
