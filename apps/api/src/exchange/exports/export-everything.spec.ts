import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { parse } from 'csv-parse/sync';

import { startTestApi, type TestApi } from '../../../../../tests/support/api';
import { systemActor, type Actor } from '../../platform/sign-in/actor';
import { ExportEverything } from './export-everything';
import { houseTables, programTables } from './house-tables';

const IBAN = 'FR7630006000011234567890189';

let api: TestApi;
let folder: string;

beforeAll(async () => {
  api = await startTestApi();
  folder = mkdtempSync(join(tmpdir(), 'colophon-export-'));
  const accountant = await api.as('accountant');
  await accountant.post('/api/contributors', { lastName: '=1+1', firstName: 'Zoé', iban: IBAN }).expect(201);
});
afterAll(async () => {
  await api.close();
  rmSync(folder, { recursive: true });
});

const exportAs = async (role: Actor['role']) => {
  const exported = await api.get(ExportEverything).intoFolder({ ...systemActor, role }, folder);
  const text = readFileSync(join(folder, 'contributor.csv'), 'utf8');
  const rows = parse(text, { delimiter: ';', bom: true, columns: true }) as Record<string, string>[];
  return { exported, text, rows };
};

it('holds every table of the house, and none of the program', async () => {
  const tables = await api.sql<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
  );
  expect(tables.map(({ name }) => name)).toEqual([...houseTables, ...programTables].sort());
  const { exported } = await exportAs('owner');
  expect(exported.map(({ table }) => table)).toEqual(houseTables);
  expect(exported.find(({ table }) => table === 'contributor')).toMatchObject({ fileName: 'contributor.csv', rows: 1 });
});

it('opens in a French spreadsheet, and commands nothing there', async () => {
  const { text, rows } = await exportAs('owner');
  expect(text.startsWith('\ufeff')).toBe(true);
  expect(rows).toEqual([expect.objectContaining({ first_name: 'Zoé', last_name: `'=1+1`, iban: IBAN })]);
  expect(statSync(join(folder, 'contributor.csv')).mode & 0o077).toBe(0);
});

it.each(['sales', 'editorial'] as const)('masks bank details for %s, and never holds a password', async (role) => {
  const { text, rows } = await exportAs(role);
  expect(text).not.toContain(IBAN);
  expect(rows[0]?.['iban']).toBe('••••');
  expect(readFileSync(join(folder, 'app-user.csv'), 'utf8')).not.toContain('password');
});

it('is sent as one archive to those who may export', async () => {
  const sales = await api.as('sales');
  const sent = await sales
    .get('/api/exports/everything')
    .buffer()
    .parse((response, done) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => done(null, Buffer.concat(chunks)));
    });
  expect(sent.status).toBe(200);
  expect((sent.body as Buffer).subarray(0, 2).toString()).toBe('PK');
  expect((sent.body as Buffer).includes('contributor.csv')).toBe(true);
  await (await api.as('read-only')).get('/api/exports/everything').expect(403);
});
