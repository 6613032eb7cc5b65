import { fork, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import type { Page } from 'playwright-core';

import { startTestApi, TEST_NOW, type TestApi } from '../support/api';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { launchChromium } from '../support/chromium';
import { aCustomer } from '../support/sales';
import { account, newContext, openPage, PASSWORD } from './desk';

jest.setTimeout(120_000);

const PROGRAM = resolve(__dirname, '../../apps/api/dist/main.js');

let database: TestDatabase;
let hands: TestApi;
let dataDir: string;
let port: number;
let server: ChildProcess | undefined;

beforeAll(async () => {
  if (!existsSync(PROGRAM))
    throw new Error('The API is not built: run `node scripts/build.cjs` first (npm test does).');
  database = await createTestDatabase();
  dataDir = mkdtempSync(join(tmpdir(), 'colophon-killed-'));
  hands = await startTestApi({ url: database.url, dataDir });
  port = await freePort();
});
afterAll(async () => {
  server?.kill('SIGKILL');
  await hands?.close();
  await database?.drop();
  if (dataDir) rmSync(dataDir, { recursive: true, force: true });
});

describe('a server killed while somebody saves', () => {
  it('loses nothing: the form says so and keeps what was typed, and saves it once the server is back', async () => {
    const shop = await aCustomer(hands, { name: 'Librairie Durance', siren: null, vatNumber: null });
    const email = await account(hands, 'sales');
    server = await start();
    const browser = await launchChromium();
    try {
      const page = await openPage(await newContext(browser));
      await page.goto(`http://127.0.0.1:${port}/ventes/points-de-vente/${shop}/modifier`);
      await page.getByLabel('Adresse électronique').fill(email);
      await page.getByLabel('Mot de passe').fill(PASSWORD);
      await page.keyboard.press('Enter');
      await nameOf(page).fill('Librairie Durance et Cie');
      await dieWhileSaving(page);
      const refusal = page.locator('main form, main').getByRole('alert').filter({ hasText: 'Rien n’est perdu' });
      await refusal.first().waitFor();
      expect(await nameOf(page).inputValue()).toBe('Librairie Durance et Cie');
      expect(await names()).toEqual(['Librairie Durance']);

      server = await start();
      await page.keyboard.press('Control+s');
      await page.getByRole('heading', { level: 1, name: 'Librairie Durance et Cie' }).waitFor();
      expect(await names()).toEqual(['Librairie Durance et Cie']);
    } finally {
      await browser.close();
    }
  });
});

const nameOf = (page: Page) => page.getByRole('textbox', { name: /^Nom/ }).first();

const names = async () => (await hands.sql<{ name: string }>('SELECT name FROM point_of_sale')).map(({ name }) => name);

/** The record is held, so that the saving has begun and cannot end; then the process dies with the request in its hands. */
async function dieWhileSaving(page: Page): Promise<void> {
  const { Client } = await import('pg');
  const holder = new Client({ connectionString: database.url });
  await holder.connect();
  await holder.query('BEGIN');
  await holder.query('SELECT FROM point_of_sale FOR UPDATE');
  await page.keyboard.press('Control+s');
  await waiting();
  const died = new Promise((done) => server!.once('exit', done));
  server!.kill('SIGKILL');
  await died;
  await holder.query('ROLLBACK');
  await holder.end();
}

/** Until a statement of the server waits for the record. */
async function waiting(): Promise<void> {
  for (let round = 0; round < 100; round += 1) {
    const [{ count }] = (await hands.sql<{ count: number }>(
      `SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    )) as [{ count: number }];
    if (count > 0) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error('Nothing was being saved.');
}

function start(): Promise<ChildProcess> {
  const child = fork(PROGRAM, {
    env: {
      ...process.env,
      DATABASE_URL: database.url,
      COLOPHON_DATA_DIR: dataDir,
      COLOPHON_NOW: TEST_NOW,
      COLOPHON_EMPTY: '1',
      COLOPHON_TASKS: '0',
      COLOPHON_RENDER_THREADS: '0',
      HOST: '127.0.0.1',
      PORT: String(port),
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  return new Promise((done, fail) => {
    child.once('message', () => done(child));
    child.once('exit', (code) => fail(new Error(`The server stopped with ${code} before it was ready.`)));
  });
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer().once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const { port: found } = probe.address() as AddressInfo;
      probe.close(() => done(found));
    });
  });
}
