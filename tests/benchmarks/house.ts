import { fork, type ChildProcess } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { Client } from 'pg';
import type { Bench } from './figure';

const ROOT = resolve(__dirname, '../..');

/** The product as it runs: its compiled program on a database of its own, and somebody signed in. */
export interface House {
  readonly address: string;
  readonly databaseUrl: string;
  /** Of the program as it runs now. */
  readonly pid: number;
  /** Of the owner's session. */
  readonly headers: Readonly<Record<string, string>>;
  readonly client: Client;
  /** Calls the API; throws where it answers with a fault. */
  call<Answer>(method: 'GET' | 'POST', path: string, body?: object): Promise<Answer>;
  /** Ends the program as a power cut would, and starts it again on the same database. */
  crash(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts an empty house; `stop` ends it and removes its database. */
export async function startHouse(bench: Bench, name: string, env: Record<string, string> = {}): Promise<House> {
  const database = await createDatabase(bench, name);
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const folder = mkdtempSync(join(bench.folder, `${name}-`));
  const start = () =>
    startProgram({
      DATABASE_URL: database.url,
      COLOPHON_DATA_DIR: folder,
      COLOPHON_EMPTY: '1',
      PORT: String(port),
      ...env,
    });
  let child = await start();
  const client = new Client({ connectionString: database.url });
  await client.connect();
  const headers = await signIn(client);
  return {
    ...{ address, databaseUrl: database.url, headers, client },
    get pid() {
      return child.pid as number;
    },
    crash: async () => {
      // This end is meant.
      child.removeAllListeners('exit');
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await gone;
      child = await start();
    },
    call: (method, path, body) => call({ address, headers }, { method, path, body }),
    stop: async () => {
      await client.end();
      await ended(child);
      await database.drop();
    },
  };
}

/** A database of this benchmark's own on the embedded server. */
export async function createDatabase(bench: Bench, name: string): Promise<{ url: string; drop(): Promise<void> }> {
  const database = `bench_${name}_${randomBytes(3).toString('hex')}`;
  const onServer = async (sql: string) => {
    const client = new Client({ connectionString: bench.serverUrl });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  await onServer(`CREATE DATABASE ${database}`);
  const url = new URL(bench.serverUrl);
  url.pathname = `/${database}`;
  return { url: url.href, drop: () => onServer(`DROP DATABASE ${database} WITH (FORCE)`) };
}

/** Runs the compiled API until it says that it is ready. */
async function startProgram(env: Record<string, string>): Promise<ChildProcess> {
  const child = fork(join(ROOT, 'apps/api/dist/main.js'), {
    cwd: ROOT,
    env: { ...process.env, ...env },
    execArgv: [],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let said = '';
  child.stderr?.on('data', (piece) => (said += piece));
  return new Promise((resolve, reject) => {
    const early = (code: number | null, signal: string | null) =>
      reject(new Error(`The API ended (${code ?? signal}) before it was ready: ${said}`));
    child.once('exit', early);
    child.on('message', (message: { ready?: boolean }) => {
      if (!message.ready) return;
      child.off('exit', early);
      child.once('exit', (code, signal) => {
        if (code !== 0) process.stderr.write(`The API ended (${code ?? signal}) in the midst: ${said}\n`);
      });
      resolve(child);
    });
  });
}

export async function ended(child: ChildProcess): Promise<void> {
  const exit = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await exit;
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function signIn(client: Client): Promise<Record<string, string>> {
  const token = randomBytes(32).toString('base64url');
  const { rows } = await client.query<{ id: number }>(
    `INSERT INTO app_user (email, display_name, role) VALUES ('bench@example.org', 'Bench', 'owner') RETURNING id`,
  );
  await client.query(
    `INSERT INTO user_session (token_hash, user_id, csrf_token, expires_at) VALUES ($1, $2, 'bench', now() + interval '1 day')`,
    [createHash('sha256').update(token).digest(), rows[0]?.id],
  );
  return { cookie: `colophon_session=${token}`, 'x-csrf-token': 'bench' };
}

async function call<Answer>(
  { address, headers }: Pick<House, 'address' | 'headers'>,
  request: { method: string; path: string; body: object | undefined },
): Promise<Answer> {
  const response = await fetch(address + request.path, {
    method: request.method,
    headers: { ...headers, 'content-type': 'application/json' },
    ...(request.body ? { body: JSON.stringify(request.body) } : {}),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${request.method} ${request.path}: ${response.status} ${text}`);
  return (text ? JSON.parse(text) : undefined) as Answer;
}
