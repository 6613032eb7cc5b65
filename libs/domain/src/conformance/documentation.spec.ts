/** The worked examples of the user's documentation, run by the engine that the application uses. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkFiles } from '.';

const folder = join(__dirname, '..', '..', '..', '..', 'docs');

function examplesOf(name: string): string[] {
  const text = readFileSync(join(folder, name), 'utf8');
  return [...text.matchAll(/^```conformance\n(.*?)^```$/gms)].map(([, example = '']) => example);
}

it.each([
  ['royalties.md', 13],
  ['conformance.md', 1],
  ['invoicing.md', 2],
])('every example of docs/%s is right to the cent', (name, count) => {
  const examples = examplesOf(name);
  const { output } = checkFiles([{ name, text: `[${examples.join(',')}]` }]);
  expect(output.split('\n').filter((line) => line.startsWith('FAIL'))).toEqual([]);
  expect(output).toMatch(new RegExp(`\n${count} passed, 0 failed$`));
});
