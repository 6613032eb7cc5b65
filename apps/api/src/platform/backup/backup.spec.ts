import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startTestApi, type TestApi } from '../../../../../tests/support/api';
import { acceptRun, makeBook } from '../../../../../tests/support/book';
import { createTestDatabase } from '../../../../../tests/support/database';
import { Clock } from '../clock/clock';
import { BackupError } from './manifest';
import { NightlyBackup } from './nightly-backup';
import { restoreBackup } from './restore-backup';
import { writeBackup } from './write-backup';

let api: TestApi;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'colophon-backup-'));
  api = await startTestApi();
  const accountant = await api.as('accountant');
  const book = await makeBook(api, { title: 'Les “Vents” — é\t\\ contraires\nsur deux lignes' });
  await acceptRun(api, book, { copies: 2000, on: '2026-02-10' });
  const closing = { kind: 'period', periodFrom: '2026-01-01', periodTo: '2026-06-30', paymentDate: '2026-07-31' };
  const { id } = (await accountant.post('/api/closings', closing).expect(201)).body;
  await accountant.post(`/api/closings/${id}/close`).expect(200);
  const [statement] = (await accountant.get(`/api/statements?closingId=${id}`)).body.items;
  await accountant.get(`/api/statements/${statement.id}/pdf`).expect(200);
});
afterAll(async () => {
  await api.close();
  rmSync(folder, { recursive: true, force: true });
});

const backup = (name: string) =>
  writeBackup({
    databaseUrl: api.url,
    file: join(folder, name),
    createdAt: new Date('2026-07-15T03:30:00Z'),
    keyFingerprint: null,
  });

const totals = `SELECT (SELECT sum(gross)::text FROM royalty_statement) AS gross, (SELECT string_agg(content_hash, ',' ORDER BY id) FROM royalty_statement) AS hashes,
  (SELECT string_agg(sha256, ',' ORDER BY id) FROM stored_file) AS files, (SELECT count(*)::int FROM audit_entry) AS audited`;

describe('a backup', () => {
  it('restored elsewhere gives the same totals, documents and hashes, and goes on from there', async () => {
    const manifest = await backup('whole.tar.gz');
    expect(manifest.tables.find((table) => table.name === 'royalty_statement')?.rows).toBe(1);
    const target = await createTestDatabase({ migrated: false });
    await restoreBackup({ databaseUrl: target.url, file: join(folder, 'whole.tar.gz'), verify: true });
    const restored = await startTestApi({ url: target.url });
    expect(await restored.sql(totals)).toEqual(await api.sql(totals));
    const book = await makeBook(restored);
    expect(book.workId).toBe(2);
    await expect(restored.sql(`DELETE FROM closing`)).rejects.toThrow('never changes');
    await restored.close();
    await target.drop();
  });

  it('restored sends none of the mails again that waited when it was made', async () => {
    const [id] = await api.sql<{ id: number }>(
      `INSERT INTO mail_message (kind, key, to_name, to_address, subject, body_text, body_html)
       VALUES ('statement', 'waiting', '', 'a@example.org', 's', 't', 't') RETURNING id`,
    );
    await backup('with-mail.tar.gz');
    await api.sql(`DELETE FROM mail_message WHERE id = $1`, [id!.id]);
    const target = await createTestDatabase({ migrated: false });
    await restoreBackup({ databaseUrl: target.url, file: join(folder, 'with-mail.tar.gz'), verify: true });
    const restored = await startTestApi({ url: target.url });
    const { items } = (await (await restored.as('owner')).get('/api/mail/messages')).body;
    expect(items).toMatchObject([{ status: 'uncertain', lastError: expect.stringContaining('sauvegarde') }]);
    await restored.close();
    await target.drop();
  });

  it('is the same bytes for the same rows', async () => {
    const first = await backup('one.tar.gz');
    const second = await backup('two.tar.gz');
    expect(second.tables).toEqual(first.tables);
  });

  it('is refused over a house that is there, when cut short, changed, or not a backup, with a sentence each', async () => {
    await backup('good.tar.gz');
    const cut = join(folder, 'cut.tar.gz');
    writeFileSync(cut, readFileSync(join(folder, 'good.tar.gz')));
    truncateSync(cut, 4000);
    const text = join(folder, 'text.tar.gz');
    writeFileSync(text, 'not a backup');
    const target = await createTestDatabase();
    const restore = (file: string, databaseUrl = target.url) => restoreBackup({ databaseUrl, file, verify: true });
    await expect(restore(join(folder, 'good.tar.gz'), api.url)).rejects.toThrow('already holds a house');
    await expect(restore(cut)).rejects.toThrow(BackupError);
    await expect(restore(text)).rejects.toThrow(BackupError);
    await expect(restore(join(folder, 'missing.tar.gz'))).rejects.toThrow('does not exist');
    await restore(join(folder, 'good.tar.gz'));
    await target.drop();
  });

  it('does not leave half a file where it cannot be written', async () => {
    await expect(backup('nowhere/at-all.tar.gz')).rejects.toThrow('cannot be written');
  });

  it('is taken once a day, and fourteen are kept', async () => {
    const nightly = api.get(NightlyBackup);
    const file = await nightly.backUpIfDue();
    expect(file).toContain(`colophon-${api.get(Clock).today()}.tar.gz`);
    expect(await nightly.backUpIfDue()).toBeUndefined();
    expect((await nightly.latest())?.name).toBe(`colophon-${api.get(Clock).today()}.tar.gz`);
  });
});
