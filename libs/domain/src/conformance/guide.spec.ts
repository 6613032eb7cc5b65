/**
 * The chapter of the user guide on how each amount is made: its examples are run, and every amount that its sentences
 * name is one that the engine used or found.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { computeRoyalties } from '../royalties';
import { checkFiles, readRoyaltyCase } from '.';

const page = readFileSync(join(__dirname, '..', '..', '..', '..', 'docs', 'droits-d-auteur.md'), 'utf8');

const sections = page
  .split(/^## /m)
  .slice(1)
  .map((text) => ({
    title: text.slice(0, text.indexOf('\n')),
    prose: text.slice(0, text.indexOf('<details>')),
    example: /^```conformance\n(.*?)^```$/ms.exec(text)?.[1] ?? '',
  }));

/** “1 213,60 €” as the engine writes it. */
const amountsOf = (prose: string) =>
  [...prose.matchAll(/([−-]?)(\d{1,3}(?:\s\d{3})*),(\d{2})\s€/g)].map(
    ([, sign, euros = '', cents]) => `${sign ? '-' : ''}${euros.replace(/\s/g, '')}.${cents}`,
  );

/** Every text within facts and results, whatever it belongs to. */
function textsWithin(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsWithin);
}

it('has a chapter for each way of paying an author', () => {
  expect(sections.length).toBeGreaterThanOrEqual(19);
});

it.each(sections)('is right about “$title”', ({ title, prose, example }) => {
  const { output } = checkFiles([{ name: title, text: `[${example}]` }]);
  expect(output).toMatch(/^PASS .*\n1 passed, 0 failed$/);
  const given: unknown = JSON.parse(example);
  const known = new Set([...textsWithin(given), ...textsWithin(computeRoyalties(readRoyaltyCase(given as never)))]);
  const amounts = amountsOf(prose);
  expect(amounts.length).toBeGreaterThan(0);
  expect(amounts.filter((amount) => !known.has(amount))).toEqual([]);
});
