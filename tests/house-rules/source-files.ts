/** The files of this repository that people write, as the house rules read them. */
import { readFileSync, readdirSync } from 'node:fs';
import { extname, join, relative, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');
const SOURCE_FOLDERS = ['apps', 'libs', 'migrations', 'scripts', 'tests'];
const NOT_OURS = new Set(['node_modules', 'dist', '.angular', 'coverage']);
const GENERATED = /\.generated\.ts$/;
const SOURCE_TYPES = new Set(['.ts', '.cjs', '.mjs', '.js', '.html', '.css', '.scss']);

export interface SourceFile {
  /** From the root of the repository, with slashes. */
  readonly path: string;
  readonly text: string;
}

/** Every source file below the folders given (all by default), specs included. */
export function sourceFiles(...folders: string[]): SourceFile[] {
  return (folders.length ? folders : SOURCE_FOLDERS).flatMap((folder) => filesBelow(join(ROOT, folder)));
}

export const isSpec = ({ path }: SourceFile): boolean => path.endsWith('.spec.ts');

function filesBelow(folder: string): SourceFile[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = join(folder, entry.name);
    if (entry.isDirectory()) return NOT_OURS.has(entry.name) ? [] : filesBelow(file);
    if (!entry.isFile() || !SOURCE_TYPES.has(extname(entry.name)) || GENERATED.test(entry.name)) return [];
    return [{ path: relative(ROOT, file), text: readFileSync(file, 'utf8') }];
  });
}

/** What a file imports, as written: `from '…'`, `import('…')`, `require('…')`, `import '…'`. */
export function importsOf({ text }: SourceFile): string[] {
  const pattern = /(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\s*\(\s*)(['"])([^'"\n]+)\1/g;
  return [...text.matchAll(pattern)].map(([, , specifier]) => specifier ?? '');
}
