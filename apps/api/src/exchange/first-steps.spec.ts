import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { startTestApi, type TestApi } from '../../../../tests/support/api';
import { systemActor } from '../platform/sign-in/actor';
import { ImportDirectory } from './import-directory';

const SAMPLE = resolve(__dirname, '../../../../samples/premiers-pas');

let api: TestApi;
let folder: string;

beforeAll(async () => {
  api = await startTestApi();
  folder = mkdtempSync(join(tmpdir(), 'colophon-first-steps-'));
  for (const name of readdirSync(SAMPLE)) writeFileSync(join(folder, name), readFileSync(join(SAMPLE, name)));
});
afterAll(async () => {
  await api.close();
  rmSync(folder, { recursive: true });
});

const bring = () => api.get(ImportDirectory).importDirectory(systemActor, folder);

it('holds one error, which its read-me explains and mends', async () => {
  const refused = await bring();
  expect(refused.import.status).toBe('refused');
  expect(refused.issues.filter(({ severity }) => severity === 'error')).toEqual([
    expect.objectContaining({ fileName: 'titres.csv', row: 5, column: 'ISBN', value: '9,79E+12', code: 'digits-lost' }),
  ]);
  expect(refused.issues.filter(({ severity }) => severity === 'warning').map(({ code }) => code)).toEqual(
    expect.arrayContaining(['postal-code-completed', 'postal-code-completed']),
  );

  const readMe = readFileSync(join(SAMPLE, 'LISEZ-MOI.md'), 'utf8');
  const isbn = /979-10-[\d-]+/.exec(readMe)![0];
  const titles = join(folder, 'titres.csv');
  writeFileSync(titles, readFileSync(titles, 'utf8').replace('9,79E+12', isbn));
  const applied = await bring();
  expect(applied.issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(applied.import.status).toBe('applied');
  const counts = Object.fromEntries(applied.import.tables.map(({ kind, counts }) => [kind, counts.created]));
  expect(counts).toEqual({ contributors: 5, titles: 6, contracts: 6, 'points-of-sale': 4 });

  const again = await bring();
  for (const { counts } of again.import.tables) expect(counts).toMatchObject({ created: 0, changed: 0, refused: 0 });
});
