/**
 * A real PostgreSQL database for each test file. The schema is made once a run, in a template that each database is
 * copied from; a copy takes some 50 ms.
 */
import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { migrate } from '../../apps/api/src/platform/database/migrate';

const TEMPLATE = 'template_head';
/** Any number will do: it is the name of the lock under which the template is made. */
const TEMPLATE_LOCK = 20_250_101;

export interface TestDatabase {
  readonly name: string;
  readonly url: string;
  /** Removes the database, and ends the sessions that are still on it. */
  drop(): Promise<void>;
}

/** A fresh database of this test file's own: at head, unless `migrated: false` asks for one without tables. */
export async function createTestDatabase({ migrated = true } = {}): Promise<TestDatabase> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  await onServer(async (client) => {
    if (migrated) await ensureTemplate(client);
    await client.query(`CREATE DATABASE ${name}${migrated ? ` TEMPLATE ${TEMPLATE}` : ''}`);
  });
  const drop = () => onServer((client) => dropDatabase(client, name));
  return { name, url: urlOf(name), drop };
}

const INSUFFICIENT_PRIVILEGE = '42501';
const DROP_ATTEMPTS = 50;

/** The server's own autovacuum may be at work in the database, and an ordinary role cannot end it: it is waited for. */
async function dropDatabase(client: Client, name: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await client.query(`DROP DATABASE ${name} WITH (FORCE)`);
      return;
    } catch (error) {
      if ((error as { code?: string }).code !== INSUFFICIENT_PRIVILEGE || attempt === DROP_ATTEMPTS) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

/** The first to come makes it, under a lock; it gets its name when it is complete. */
async function ensureTemplate(client: Client): Promise<void> {
  await client.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK]);
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [TEMPLATE]);
    if (rowCount) return;
    const unfinished = `${TEMPLATE}_unfinished`;
    await client.query(`DROP DATABASE IF EXISTS ${unfinished} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${unfinished}`);
    await migrate(urlOf(unfinished));
    await client.query(`ALTER DATABASE ${unfinished} RENAME TO ${TEMPLATE}`);
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [TEMPLATE_LOCK]);
  }
}

async function onServer<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: serverUrl() });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function urlOf(database: string): string {
  const url = new URL(serverUrl());
  url.pathname = `/${database}`;
  return url.href;
}

function serverUrl(): string {
  const url = process.env['COLOPHON_TEST_SERVER_URL'];
  if (!url)
    throw new Error('No test server: give this Jest project the globalSetup of tests/support/start-postgres.cjs');
  return url;
}
