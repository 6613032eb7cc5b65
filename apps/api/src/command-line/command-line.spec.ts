import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startTestApi, type TestApi } from '../../../../tests/support/api';
import { acceptRun, makeBook } from '../../../../tests/support/book';
import { createTestDatabase, type TestDatabase } from '../../../../tests/support/database';
import { runCommandLine } from './run-command-line';

let database: TestDatabase;
let api: TestApi;
let folder: string;
const environment = { ...process.env };

beforeAll(async () => {
  database = await createTestDatabase();
  folder = mkdtempSync(join(tmpdir(), 'colophon-cli-'));
  api = await startTestApi({ url: database.url, dataDir: folder });
  process.env = {
    ...environment,
    DATABASE_URL: database.url,
    COLOPHON_DATA_DIR: folder,
    COLOPHON_CALL_DIR: folder,
    COLOPHON_RENDER_THREADS: '0',
    LANG: 'fr_FR.UTF-8',
    LC_ALL: '',
  };
});
afterAll(async () => {
  process.env = environment;
  await api.close();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

/** What a command prints, and its exit code. */
async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const written = { out: '', err: '' };
  const out = jest.spyOn(process.stdout, 'write').mockImplementation((text) => ((written.out += String(text)), true));
  const err = jest.spyOn(process.stderr, 'write').mockImplementation((text) => ((written.err += String(text)), true));
  const code = await runCommandLine(args);
  out.mockRestore();
  err.mockRestore();
  return { code, ...written };
}

describe('the command line', () => {
  it('closes a period and writes its documents with a manifest, as the person named', async () => {
    const book = await makeBook(api);
    await acceptRun(api, book, { copies: 2000, on: '2026-02-10' });
    await run('user', 'add', '--email', 'compta@example.org', '--name', 'Comptable', '--role', 'accountant');
    const close = [
      'close',
      '--from',
      '2026-01-01',
      '--to',
      '2026-06-30',
      '--payment-date',
      '2026-07-31',
      '--as',
      'compta@example.org',
    ];
    const tried = await run(...close, '--dry-run');
    expect(tried).toMatchObject({ code: 0, out: expect.stringContaining('gross 2123.20 €, net 1799.83 €') });
    expect(await api.sql(`SELECT 1 FROM closing`)).toEqual([]);
    const closed = await run(...close, '--json');
    expect(closed.code).toBe(0);
    expect(JSON.parse(closed.out)).toMatchObject({
      status: 'closed',
      closedBy: 'Comptable',
      totals: { statements: 1 },
    });

    expect((await run('documents', '--out', 'papers')).code).toBe(0);
    const manifest = JSON.parse(readFileSync(join(folder, 'papers/manifest.json'), 'utf8'));
    expect(manifest).toEqual([
      {
        file: expect.stringMatching(/^statements\/RED-2026-00001_.*\.pdf$/),
        kind: 'statement',
        number: 'RED-2026-00001',
        total: '1799.83',
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
      expect.objectContaining({ file: expect.stringMatching(/\.xlsx$/) }),
    ]);
    expect(existsSync(join(folder, 'papers', manifest[0].file))).toBe(true);
  });

  it('says what is refused in one sentence and exits 1', async () => {
    const again = await run('close', '--from', '2026-01-01', '--to', '2026-06-30', '--payment-date', '2026-07-31');
    expect(again).toMatchObject({ code: 1, out: '', err: expect.stringContaining('déjà clôturée') });
    const stranger = await run('backup', 'x.tar.gz', '--as', 'personne@example.org');
    expect(stranger).toMatchObject({ code: 1, err: expect.stringContaining('personne@example.org') });
    const asJson = await run('user', 'add', '--email', 'pas-une-adresse', '--name', 'X', '--role', 'owner', '--json');
    expect(asJson.code).toBe(1);
    expect(JSON.parse(asJson.out).error.errors).toEqual([expect.objectContaining({ pointer: '/email' })]);
  });

  it('says which folder does not exist', async () => {
    const missing = await run('import', 'nowhere');
    expect(missing).toMatchObject({ code: 1, err: `${join(folder, 'nowhere')} does not exist.\n` });
  });

  it('exits 2 where its words are off', async () => {
    expect((await run('close', '--from', '2026-01-01')).code).toBe(2);
    expect((await run('nonsense')).code).toBe(2);
    expect((await run('--help')).code).toBe(0);
  });

  it('refuses what the person named may not do', async () => {
    await run('user', 'add', '--email', 'lecture@example.org', '--name', 'Lecture', '--role', 'read-only');
    const refused = await run('backup', 'x.tar.gz', '--as', 'lecture@example.org');
    expect(refused.code).toBe(1);
    expect(existsSync(join(folder, 'x.tar.gz'))).toBe(false);
  });

  it('exports every table, and backs the house up', async () => {
    expect((await run('export', '--out', 'everything')).code).toBe(0);
    expect(readFileSync(join(folder, 'everything/royalty-statement.csv'), 'utf8')).toContain('RED-2026-00001');
    rmSync(join(folder, 'secret.key'));
    expect((await run('export', '--out', 'without-key')).code).toBe(0);
    expect((await run('backup', 'house.tar.gz')).code).toBe(0);
    expect(existsSync(join(folder, 'house.tar.gz'))).toBe(true);
  });
});
