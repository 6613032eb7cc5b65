/** The built API as a process of its own, which a test may kill as a machine would: without a word. */
import { fork, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { Client } from 'pg';

import { TEST_NOW } from './api';

const PROGRAM = resolve(__dirname, '../../apps/api/dist/main.js');

export interface OwnProcess {
  readonly url: string;
  /** Signed in; every call goes over the wire. */
  call(method: 'GET' | 'POST', path: string, body?: object): Promise<{ status: number; body: Record<string, never> }>;
  /** kill -9. Resolves once it is dead. */
  kill(): Promise<void>;
}

export interface OwnProcessOptions {
  readonly databaseUrl: string;
  readonly dataDir: string;
  readonly account: { readonly email: string; readonly password: string };
}

/** Starts it with its background tasks, ready and signed in. */
export async function startOwnProcess({ databaseUrl, dataDir, account }: OwnProcessOptions): Promise<OwnProcess> {
  if (!existsSync(PROGRAM))
    throw new Error('The API is not built: run `node scripts/build.cjs` first (npm test does).');
  const port = await freePort();
  const child = await start({
    ...{ DATABASE_URL: databaseUrl, COLOPHON_DATA_DIR: dataDir, COLOPHON_NOW: TEST_NOW, COLOPHON_EMPTY: '1' },
    ...{ COLOPHON_TASKS: '1', COLOPHON_RENDER_THREADS: '1', HOST: '127.0.0.1', PORT: String(port) },
  });
  const url = `http://127.0.0.1:${port}`;
  const session = await signIn(url, account);
  return {
    url,
    call: async (method, path, body) => {
      const headers = { ...session, 'Content-Type': 'application/json' };
      const answer = await fetch(url + path, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) });
      const text = await answer.text();
      return { status: answer.status, body: text ? JSON.parse(text) : {} };
    },
    kill: () => {
      const died = new Promise<void>((done) => child.once('exit', () => done()));
      child.kill('SIGKILL');
      return child.exitCode === null && child.signalCode === null ? died : Promise.resolve();
    },
  };
}

function start(env: NodeJS.ProcessEnv): Promise<ChildProcess> {
  const child = fork(PROGRAM, { env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  return new Promise((done, fail) => {
    child.once('message', () => done(child));
    child.once('exit', (code) => fail(new Error(`The server stopped with ${code} before it was ready.`)));
  });
}

async function signIn(url: string, account: OwnProcessOptions['account']): Promise<Record<string, string>> {
  const answer = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(account),
  });
  if (!answer.ok) throw new Error(`Signing in: ${answer.status} ${await answer.text()}`);
  const { csrfToken } = (await answer.json()) as { csrfToken: string };
  return { Cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? '', 'X-CSRF-Token': csrfToken };
}

export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer().once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => done(port));
    });
  });
}

/** Holds something in the database, so that a statement of the server stands before it; `release` lets go. */
export async function hold(
  databaseUrl: string,
  sql: string,
): Promise<{ reached(): Promise<void>; release(): Promise<void> }> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query('BEGIN');
  await client.query(sql);
  return {
    reached: async () => {
      for (let round = 0; round < 400; round += 1) {
        const { rows } = await client.query<{ count: number }>(
          `SELECT count(*)::int AS count FROM pg_stat_activity WHERE pg_backend_pid() = ANY(pg_blocking_pids(pid))`,
        );
        if ((rows[0]?.count ?? 0) > 0) return;
        await new Promise((done) => setTimeout(done, 25));
      }
      throw new Error('Nothing came to stand before what is held.');
    },
    release: async () => {
      await client.query('ROLLBACK');
      await client.end();
    },
  };
}
