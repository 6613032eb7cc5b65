/** How files are named and how long they are; what may not be left in them. */
import { basename } from 'node:path';
import { isSpec, sourceFiles, type SourceFile } from './source-files';

const LIMIT = 400;
const SAYS_NOTHING = /(^|[/.-])(utils?|helpers?|common|misc|shared|stuff)([/.-]|$)/;
const KEBAB_CASE = /^(\d{13}-)?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*\.(ts|cjs|mjs|js|html|css|scss)$/;
// Written in pieces, so that this file does not find itself.
const LEFT_OVER = new RegExp(['TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX:'].map((word) => `\\b${word}`).join('|'));
const NOT_RUN = /\b(?:it|test|describe)\.(?:only|skip|todo)\b|\b(?:xit|xtest|xdescribe|fit|fdescribe)\s*\(/;

type Rule = (file: SourceFile) => string | undefined;

const lineOf = (text: string, pattern: RegExp): number => text.slice(0, text.search(pattern)).split('\n').length;

const lengthRule: Rule = ({ path, text }) => {
  const lines = text.split('\n').length - 1;
  return lines > LIMIT ? `${path} has ${lines} lines: cut it where a reader would pause (limit ${LIMIT}).` : undefined;
};

const nameRule: Rule = ({ path }) => {
  if (SAYS_NOTHING.test(path)) return `${path}: name the one thing inside, a file of odds and ends has no name.`;
  return KEBAB_CASE.test(basename(path)) ? undefined : `${path}: file names are in kebab-case.`;
};

const leftOverRule: Rule = ({ path, text }) =>
  LEFT_OVER.test(text) ? `${path}:${lineOf(text, LEFT_OVER)}: do it, or write an issue.` : undefined;

const notRunRule: Rule = (file) =>
  isSpec(file) && NOT_RUN.test(file.text)
    ? `${file.path}:${lineOf(file.text, NOT_RUN)}: a test runs, or it is removed.`
    : undefined;

const broken = (rule: Rule, files: SourceFile[]): string[] => files.map(rule).filter((found) => found !== undefined);

describe.each([
  ['is short enough to be read in one go', lengthRule, { path: 'a.ts', text: 'x\n'.repeat(401) }],
  ['is named for the one thing inside', nameRule, { path: 'apps/api/src/sales/invoice-utils.ts', text: '' }],
  ['is named in kebab-case', nameRule, { path: 'apps/api/src/sales/postInvoice.ts', text: '' }],
  ['leaves nothing for later', leftOverRule, { path: 'a.ts', text: `// ${'TO' + 'DO'} later` }],
  ['runs all its tests', notRunRule, { path: 'a.spec.ts', text: `it.${'only'}('x', () => {});` }],
])('every file %s', (_name, rule, planted) => {
  it('in this repository', () => {
    expect(broken(rule, sourceFiles())).toEqual([]);
  });

  it('and the rule sees one that does not', () => {
    expect(broken(rule, [planted])).toHaveLength(1);
  });
});
