/** The built program is killed while it sends a mail: what may be sent again is, what may have left is not. */
import { fork, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { Outbox } from '../../apps/api/src/platform/mail';
import { Database } from '../../apps/api/src/platform/database/database';
import { systemActor } from '../../apps/api/src/platform/sign-in/actor';
import { startTestApi, type TestApi } from '../support/api';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { startSmtp, type SmtpCatcher } from '../support/smtp';

jest.setTimeout(120_000);

const PROGRAM = resolve(__dirname, '../../apps/api/dist/main.js');

let database: TestDatabase;
let dataDir: string;
let hands: TestApi;
let smtp: SmtpCatcher;
let server: ChildProcess | undefined;

beforeEach(async () => {
  database = await createTestDatabase();
  dataDir = mkdtempSync(join(tmpdir(), 'colophon-mail-killed-'));
  hands = await startTestApi({ url: database.url, dataDir });
  smtp = await startSmtp();
  const owner = await hands.as('owner');
  const settings = { host: '127.0.0.1', port: smtp.port, security: 'none', fromAddress: 'a@example.org', version: 1 };
  await owner.put('/api/mail/settings', settings).expect(200);
  await hands.get(Database).transaction(systemActor, (tx) =>
    hands.get(Outbox).enqueue(tx, {
      ...{ kind: 'test', key: 'test', subject: 'Essai', text: 'Bonjour' },
      to: { name: 'Anaïs', address: 'anais@example.org' },
    }),
  );
});
afterEach(async () => {
  server?.kill('SIGKILL');
  await hands.close();
  await smtp.close();
  await database.drop();
  rmSync(dataDir, { recursive: true, force: true });
});

it('sends it after the restart where the text had not been handed over', async () => {
  smtp.onRecipient = killed;
  await start();
  await gone();
  expect(await status()).toBe('sending');
  smtp.onRecipient = undefined;
  await start();
  await until(async () => (await status()) === 'sent');
  expect(smtp.mails).toHaveLength(1);
});

it('leaves it to a person where the server had its text, and sends nothing twice', async () => {
  smtp.onText = killed;
  await start();
  await gone();
  smtp.onText = undefined;
  await start();
  await until(async () => (await status()) === 'uncertain');
  await pause(2_000);
  expect(smtp.mails).toHaveLength(1);
  expect(await status()).toBe('uncertain');
});

/** The process dies while the SMTP server waits to answer it. */
async function killed(): Promise<void> {
  server!.kill('SIGKILL');
  await gone();
}

const gone = () => until(async () => server!.signalCode === 'SIGKILL');

async function status(): Promise<string> {
  return (await hands.sql<{ status: string }>('SELECT status FROM mail_message'))[0]!.status;
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let round = 0; round < 300; round += 1) {
    if (await isSo()) return;
    await pause(100);
  }
  throw new Error('It did not come about.');
}

async function start(): Promise<void> {
  const child = fork(PROGRAM, {
    env: {
      ...process.env,
      DATABASE_URL: database.url,
      COLOPHON_DATA_DIR: dataDir,
      COLOPHON_EMPTY: '1',
      COLOPHON_TASKS: '1',
      COLOPHON_RENDER_THREADS: '0',
      HOST: '127.0.0.1',
      PORT: '0',
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  server = child;
  await new Promise<void>((done) => {
    child.once('message', () => done());
    child.once('exit', () => done());
  });
}
