/** A migration is history: it has one name in three places, runs in one order, and names every constraint it makes. */
import { basename } from 'node:path';
import { sourceFiles, type SourceFile } from './source-files';

const migrationFiles = (): SourceFile[] =>
  sourceFiles('migrations').filter(({ path }) => /^\d/.test(basename(path)) && !path.endsWith('.spec.ts'));

/** `1700000004000-print-runs.ts` holds the class `PrintRuns1700000004000`. */
function className(path: string): string {
  const [, time = '', words = ''] = /^(\d{13})-(.+)\.ts$/.exec(basename(path)) ?? [];
  const pascal = words.replace(/(?:^|-)([a-z0-9])/g, (_all, letter: string) => letter.toUpperCase());
  return `${pascal}${time}`;
}

/** Constraints whose name PostgreSQL would choose; the API tells people what went wrong by these names. */
function unnamed({ path, text }: SourceFile): string[] {
  const sql = text.replace(/--.*|\/\/.*/g, (comment) => ' '.repeat(comment.length));
  const pattern =
    /(?<!CONSTRAINT\s+\w+\s+)(?<!FOREIGN KEY \([^)]*\)\s+)\b(PRIMARY KEY|REFERENCES|(?<!INDEX\s)UNIQUE\s*\(|CHECK\s*\(|EXCLUDE\s+USING|FOREIGN KEY)/g;
  return [...sql.matchAll(pattern)].map((found) => {
    const line = sql.slice(0, found.index).split('\n').length;
    return `${path}:${line}: ${found[0]} without a name: write CONSTRAINT table_column_kind before it.`;
  });
}

it('names each class for its file, and its file for the moment it was made', () => {
  const files = migrationFiles();
  expect(files.length).toBeGreaterThan(0);
  for (const { path, text } of files) {
    expect(`${path}: ${text}`).toMatch(new RegExp(`export class ${className(path)} implements MigrationInterface`));
  }
});

it('lists every migration in its index, oldest first', () => {
  const index = sourceFiles('migrations').find(({ path }) => path === 'migrations/src/index.ts');
  const list = /export const migrations = \[([^\]]*)\]/.exec(index?.text ?? '')?.[1] ?? '';
  const listed = list
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  const names = migrationFiles()
    .map(({ path }) => basename(path))
    .sort()
    .map(className);
  expect(listed).toEqual(names);
});

it('names every constraint', () => {
  expect(migrationFiles().flatMap(unnamed)).toEqual([]);
});

it('sees a constraint without a name', () => {
  expect(unnamed({ path: 'm.ts', text: 'work_id integer REFERENCES work (id),' })).toHaveLength(1);
  expect(unnamed({ path: 'm.ts', text: 'CONSTRAINT a_fkey FOREIGN KEY (b)\n REFERENCES work (id),' })).toEqual([]);
});
