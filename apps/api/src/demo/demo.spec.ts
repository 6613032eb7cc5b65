import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { createTestDatabase, type TestDatabase } from '../../../../tests/support/database';
import { startTestApi, type TestApi } from '../../../../tests/support/api';
import { AppModule } from '../app.module';
import { CheckImport } from '../exchange';
import { Clock } from '../platform/clock/clock';
import { ConfigError, readConfig, type Config } from '../platform/config/config';
import { systemActor } from '../platform/sign-in/actor';
import { demoAccounts } from './demo-house';
import { prepareHouse, welcome } from './prepare-house';

const SAMPLES = resolve(__dirname, '../../../../samples');

const demoFiles = () =>
  readdirSync(join(SAMPLES, 'demo'))
    .filter((name) => /\.(csv|txt|xlsx)$/.test(name))
    .map((fileName) => ({ fileName, bytes: readFileSync(join(SAMPLES, 'demo', fileName)) }));

let database: TestDatabase;
let dataDir: string;
let config: Config;
const said: string[] = [];
const say = (text: string): void => void said.push(text);

const configOf = (env: NodeJS.ProcessEnv = {}): Config =>
  readConfig({
    DATABASE_URL: database.url,
    COLOPHON_DATA_DIR: dataDir,
    COLOPHON_TASKS: '0',
    COLOPHON_RENDER_THREADS: '0',
    ...env,
  });

beforeAll(async () => {
  database = await createTestDatabase();
  dataDir = mkdtempSync(join(tmpdir(), 'colophon-demo-'));
  config = configOf();
});
afterAll(async () => {
  await database.drop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function withApi<T>(work: (api: TestApi) => Promise<T>): Promise<T> {
  const api = await startTestApi({ url: database.url, dataDir });
  try {
    return await work(api);
  } finally {
    await api.close();
  }
}

const counts = (api: TestApi) =>
  api.sql(`SELECT (SELECT count(*)::int FROM work) AS works, (SELECT count(*)::int FROM contributor) AS people,
    (SELECT count(*)::int FROM point_of_sale) AS shops, (SELECT count(*)::int FROM contract WHERE status = 'active') AS contracts,
    (SELECT count(*)::int FROM print_run) AS runs, (SELECT count(*)::int FROM invoice WHERE status = 'posted') AS invoices,
    (SELECT count(*)::int FROM invoice WHERE status = 'draft') AS drafts,
    (SELECT count(*)::int FROM closing WHERE status = 'closed') AS closings, (SELECT count(*)::int FROM import_batch) AS imports,
    (SELECT count(*)::int FROM royalty_payment WHERE status = 'executed') AS payments`);

const expected = {
  works: 120,
  people: 63,
  shops: 100,
  contracts: 160,
  runs: 187,
  invoices: 378,
  drafts: 0,
  closings: 1,
  imports: 1,
  payments: 47,
};

it('goes on where a start was cut off, and loads once', async () => {
  // Cut off before the import, then once it was begun: its files are there, and not even checked.
  const beforeImport = (text: string): void => {
    if (text.startsWith('Les fichiers')) throw new Error('cut off');
  };
  await expect(prepareHouse(AppModule.with, config, beforeImport)).rejects.toThrow('cut off');
  await withApi(async (api) => void (await api.get(CheckImport).start(systemActor, demoFiles())));
  // Cut off in the middle of the invoices: the demonstration is there, and not whole.
  let invoices = 0;
  const cutOff = (text: string): void => {
    if (text.startsWith('Les factures') && ++invoices === 2) throw new Error('cut off');
  };
  await expect(prepareHouse(AppModule.with, config, cutOff)).rejects.toThrow('cut off');
  await withApi(async (api) => {
    expect(await api.sql('SELECT is_demo, demo_loaded_at FROM installation')).toEqual([
      { is_demo: true, demo_loaded_at: null },
    ]);
  });
  await prepareHouse(AppModule.with, config, say);
  await withApi(async (api) => expect(await counts(api)).toEqual([expected]));
  said.length = 0;
  await prepareHouse(AppModule.with, config, say);
  expect(said).toEqual([]);
}, 180_000);

it('is a house whose books balance and whose stock is nowhere below zero', async () => {
  await withApi(async (api) => {
    const [stock] =
      await api.sql(`SELECT min(copies)::int AS least FROM (SELECT m.edition_id, sum(m.copies * ((t.kind = 'own')::int - (f.kind = 'own')::int)) AS copies
      FROM stock_movement m JOIN stock_location f ON f.id = m.from_location_id JOIN stock_location t ON t.id = m.to_location_id
      JOIN edition e ON e.id = m.edition_id WHERE e.product_form <> 'e-book' GROUP BY 1) s`);
    expect(stock!['least']).toBeGreaterThanOrEqual(0);
    const [statements] = await api.sql(
      `SELECT count(*)::int AS count, sum(gross) AS gross, count(*) FILTER (WHERE has_gap)::int AS gaps FROM royalty_statement`,
    );
    expect(statements).toMatchObject({ gaps: 0 });
    expect(statements!['count']).toBeGreaterThan(50);
    const numbers = await api.sql<{ number: string; date: string }>(
      `SELECT number, issue_date::text AS date FROM invoice WHERE kind = 'invoice' ORDER BY issue_date, id`,
    );
    expect(numbers.map(({ number }) => number)).toEqual(numbers.map(({ number }) => number).sort());
  });
});

it('states every basis, shares between heirs, and takes the agent’s part of what the author is left with', async () => {
  await withApi(async (api) => {
    const bases = await api.sql<{ kind: string }>(
      `SELECT DISTINCT l->>'kind' AS kind FROM royalty_statement s, jsonb_array_elements(s.result->'lines') l ORDER BY 1`,
    );
    expect(bases.map(({ kind }) => kind)).toEqual(['flatFee', 'netReceipts', 'printed', 'sold', 'thirdParty']);
    const modes = await api.sql<{ mode: string }>(
      `SELECT DISTINCT l->>'mode' AS mode FROM royalty_statement s, jsonb_array_elements(s.result->'lines') l WHERE l->>'kind' = 'netReceipts' ORDER BY 1`,
    );
    expect(modes.map(({ mode }) => mode)).toEqual(['library', 'subscription', 'unit']);
    const payees = await api.sql(
      `SELECT k.reference, p.kind, p.gross FROM royalty_statement_payee p JOIN royalty_statement s ON s.id = p.statement_id
       JOIN contract k ON k.id = s.contract_id WHERE p.kind <> 'author' AND p.gross > 0 ORDER BY k.reference, p.position`,
    );
    expect(payees).toEqual([
      { reference: 'GL-2024-019', kind: 'agent', gross: '201.21' },
      { reference: 'GL-2024-051', kind: 'rightsHolder', gross: '1054.09' },
      { reference: 'GL-2024-051', kind: 'rightsHolder', gross: '1054.08' },
    ]);
  });
});

it('has an instalment that falls due, certificates that lapse and an amended contract', async () => {
  await withApi(async (api) => {
    const accountant = await api.as('accountant');
    const due = await accountant.get('/api/contracts/alerts').expect(200);
    expect(due.body.items).toContainEqual(
      expect.objectContaining({ kind: 'instalment-due', reference: 'GL-2025-103', amount: '600.00' }),
    );
    const papers = await accountant.get('/api/contributors/tax-alerts').expect(200);
    const lapsing = (papers.body.items as { kind: string; name: string }[]).filter(({ kind }) => /lapse/.test(kind));
    expect(lapsing.map(({ kind, name }) => [kind, name])).toEqual([
      ['paper-lapses-soon', 'Maïlys Cazenave'],
      ['paper-lapses', 'Violette Sauvanet'],
    ]);
    const clauses = await api.sql(
      `SELECT basis, valid_until::text AS until, copies_left > 0 AS "hasCopiesLeft" FROM contract_clause l JOIN contract k ON k.id = l.contract_id
       WHERE k.reference = 'GL-2024-011' ORDER BY l.position`,
    );
    expect(clauses).toEqual([
      { basis: 'sold', until: '2025-12-31', hasCopiesLeft: true },
      { basis: 'printed', until: null, hasCopiesLeft: null },
    ]);
  });
});

it('opens to its printed accounts, on its day', async () => {
  await withApi(async (api) => {
    await welcome(api.app, config, say);
    expect(said.join('\n')).toContain(demoAccounts[0]!.password);
    expect(api.get(Clock).today()).toBe('2026-07-15');
    for (const { email, password, role } of demoAccounts) {
      const opened = await api.anonymous.post('/api/session', { email, password }).expect(200);
      expect(opened.body).toMatchObject({ isDemo: true, user: { role } });
    }
  });
});

it('is not loaded into an empty house, whose owner gets a link, nor is the day of a real house fixed', async () => {
  const empty = await createTestDatabase();
  const own = { ...configOf({ COLOPHON_EMPTY: '1' }), databaseUrl: empty.url };
  const told: string[] = [];
  await prepareHouse(AppModule.with, own, (text) => void told.push(text));
  expect(told).toEqual([]);
  const api = await startTestApi({ url: empty.url, dataDir });
  await welcome(api.app, own, (text) => void told.push(text));
  expect(told.join('\n')).toMatch(/http:\/\/127\.0\.0\.1:3000\/premier-compte\?token=\S+/);
  await api.close();

  const environment = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  try {
    const fixed = { ...own, fixedNow: new Date('2020-01-01') };
    await expect(prepareHouse(AppModule.with, fixed, say)).rejects.toThrow(ConfigError);
  } finally {
    process.env['NODE_ENV'] = environment;
    await empty.drop();
  }
});

it('comes from files that the committed script makes, byte for byte', () => {
  const folder = mkdtempSync(join(tmpdir(), 'colophon-samples-'));
  execFileSync(process.execPath, [join(SAMPLES, 'generate-demo.mjs'), folder]);
  const filesOf = (root: string): string[] =>
    (readdirSync(root, { recursive: true }) as string[]).filter((name) => statSync(join(root, name)).isFile()).sort();
  expect(filesOf(folder)).toEqual(filesOf(join(SAMPLES, 'demo')));
  for (const name of filesOf(folder)) {
    expect([name, readFileSync(join(folder, name)).equals(readFileSync(join(SAMPLES, 'demo', name)))]).toEqual([
      name,
      true,
    ]);
  }
  rmSync(folder, { recursive: true });
});
