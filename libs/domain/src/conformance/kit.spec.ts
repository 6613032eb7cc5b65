/** The repository's own conformance cases, run by the engine that the application uses. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkFiles } from '.';

const folder = join(__dirname, '..', '..', 'conformance', 'cases');
const files = readdirSync(folder).map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
const cases = files.flatMap(({ text }) => JSON.parse(text) as { id: string; title?: string; why?: string }[]);

it.each(files)('every case of $name passes', (file) => {
  const { output, exitCode } = checkFiles([file]);
  expect(output.split('\n').filter((line) => line.startsWith('FAIL'))).toEqual([]);
  expect(exitCode).toBe(0);
});

it('has cases enough, each named once, each with the reason why', () => {
  expect(cases.length).toBeGreaterThanOrEqual(220);
  expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
  expect(cases.filter(({ title, why }) => !title || !why)).toEqual([]);
});

/** Every member of a case, but those whose names are free. */
function membersOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(membersOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => [name, ...membersOf(member)]);
}

it('is described member by member', () => {
  const page = readFileSync(join(__dirname, '..', '..', '..', '..', 'docs', 'conformance.md'), 'utf8');
  const described = new Set([...page.matchAll(/\w+/g)].map(([word]) => word));
  const wrongOnPurpose = ['exclude'];
  const members = [...new Set(cases.flatMap(membersOf))].filter((name) => !wrongOnPurpose.includes(name));
  expect(members.filter((name) => !described.has(name))).toEqual([]);
});
