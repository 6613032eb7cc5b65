/**
 * The features stand in one order, and each may use only those before it: so there can be no cycle, and whoever reads
 * one knows what it can not depend on. A feature is entered by its index, which says what it offers; only a spec may
 * look behind it, for a fixture.
 */
import { posix } from 'node:path';
import { importsOf, isSpec, sourceFiles, type SourceFile } from './source-files';

const FEATURES = [
  'parties',
  'catalogue',
  'contracts',
  'accounting',
  'print-runs',
  'stock',
  'sales',
  'consignment',
  'royalties',
  'statements',
  'payments',
  'author-space',
  'planning',
  'exchange',
  'overview',
];

const BASES = ['apps/api/src', 'apps/admin/src/app', 'libs/domain/src', 'libs/documents/src'];

/** Below all features: what each of them may use, and what may use none of them. */
const FOUNDATIONS = ['platform', 'money', 'identifiers', 'calendar', 'rules', 'locale'];

interface Place {
  /** The folder below the base, or of the library: `sales`; empty for a file of the base itself. */
  readonly folder: string;
  /** What follows it: `index`, `post-invoice`; empty for the folder's own entry. */
  readonly rest: string;
}

function placeOf(path: string): Place | undefined {
  const base = BASES.find((candidate) => path.startsWith(`${candidate}/`));
  if (!base) return undefined;
  const [folder = '', ...rest] = path.slice(base.length + 1).split('/');
  return rest.length || FEATURES.includes(folder) ? { folder, rest: rest.join('/') } : { folder: '', rest: folder };
}

function targetOf(file: SourceFile, specifier: string): Place | undefined {
  const library = /^@colophon\/(?:domain|documents)\/([^/]+)(?:\/(.*))?$/.exec(specifier);
  if (library) return { folder: library[1] ?? '', rest: library[2] ?? '' };
  if (!specifier.startsWith('.')) return undefined;
  return placeOf(posix.join(posix.dirname(file.path), specifier).replace(/\.(js|ts)$/, ''));
}

function complaints(file: SourceFile): string[] {
  const from = placeOf(file.path);
  if (!from) return [];
  return importsOf(file).flatMap((specifier) => {
    const to = targetOf(file, specifier);
    if (!to || to.folder === from.folder || !FEATURES.includes(to.folder)) return [];
    const complaint = orderComplaint(from.folder, to.folder) ?? (isSpec(file) ? undefined : entryComplaint(from, to));
    return complaint ? [`${file.path} imports ${specifier}: ${complaint}`] : [];
  });
}

function orderComplaint(from: string, to: string): string | undefined {
  if (FOUNDATIONS.includes(from)) return `${from} is below all features; let ${to} hand it what it needs.`;
  if (!FEATURES.includes(from) || FEATURES.indexOf(to) < FEATURES.indexOf(from)) return undefined;
  return `${to} comes after ${from}; move what composes the two into ${to}, or let ${to} register itself with ${from}.`;
}

function entryComplaint(from: Place, { folder, rest }: Place): string | undefined {
  if (rest === '' || rest === 'index') return undefined;
  // The table of contents of the admin opens each part of a feature when it is visited: an index would load them all.
  if (from.folder === '' && rest.endsWith('.routes')) return undefined;
  return `${folder} is entered by its index only; export it there, or ask whether it is needed.`;
}

const file = (path: string, text: string): SourceFile => ({ path, text });

it('lets each feature use only those before it, by their index', () => {
  expect(sourceFiles(...BASES.map((base) => base.split('/').slice(0, 2).join('/'))).flatMap(complaints)).toEqual([]);
});

it.each([
  ['a later feature', 'apps/api/src/catalogue/create-work.ts', `import { postInvoice } from '../sales';`],
  ['a file behind the index', 'apps/api/src/sales/post-invoice.ts', `import { Edition } from '../catalogue/edition';`],
  ['a feature from below', 'apps/api/src/platform/tasks/tasks.ts', `import { x } from '../../parties';`],
  ['a later feature of the domain', 'apps/api/src/stock/count.ts', `import { x } from '@colophon/domain/royalties';`],
  ['a later feature when it is opened', 'apps/admin/src/app/stock/x.ts', `const page = import('../sales/index');`],
  ['a file behind the index, from the root', 'apps/api/src/app.module.ts', `import { X } from './parties/x';`],
])('sees %s', (_what, path, text) => {
  expect(complaints(file(path, text))).toHaveLength(1);
});

it.each([
  ['an earlier feature', 'apps/api/src/sales/post-invoice.ts', `import { edition } from '../catalogue';`],
  ['its own files', 'apps/api/src/sales/lines/line.ts', `import { total } from '../total';`],
  ['the foundation', 'apps/api/src/sales/post-invoice.ts', `import { Clock } from '../platform/clock/clock';`],
  ['a feature from the table of contents', 'apps/api/src/app.module.ts', `import { PartiesModule } from './parties';`],
])('allows %s', (_what, path, text) => {
  expect(complaints(file(path, text))).toEqual([]);
});
