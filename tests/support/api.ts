import 'reflect-metadata';

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';

import { AppModule } from '../../apps/api/src/app.module';
import { readConfig } from '../../apps/api/src/platform/config/config';
import { Database } from '../../apps/api/src/platform/database/database';
import { createApp } from '../../apps/api/src/platform/http/create-app';
import type { Role } from '../../apps/api/src/platform/sign-in/actor';
import { SESSION_COOKIE, Sessions } from '../../apps/api/src/platform/sign-in/sessions';
import { createTestDatabase } from './database';

/** The day of all tests unless they say otherwise. */
export const TEST_NOW = process.env['COLOPHON_NOW'] ?? '2026-07-15T09:00:00Z';

/** A person's hands on the API: signed in with a role, CSRF token sent along. */
export interface ApiClient {
  get(path: string): request.Test;
  post(path: string, body?: object, headers?: Record<string, string>): request.Test;
  put(path: string, body: object): request.Test;
  delete(path: string): request.Test;
  /** Sends a file as the part `file`, as a page's file field does. */
  upload(method: 'put' | 'post', path: string, bytes: Uint8Array, fileName: string): request.Test;
  /** Several files at once, as the part `files`. */
  uploadAll(path: string, files: Readonly<Record<string, Uint8Array>>): request.Test;
}

/** The whole API on a database of its own, as a spec uses it. */
export interface TestApi {
  readonly app: NestExpressApplication;
  readonly url: string;
  as(role: Role): Promise<ApiClient>;
  anonymous: ApiClient;
  /** Straight to the database, to look or to break. */
  sql<Row = Record<string, unknown>>(text: string, parameters?: unknown[]): Promise<Row[]>;
  get<T>(token: abstract new (...args: never[]) => T): T;
  close(): Promise<void>;
}

export interface TestApiOptions {
  readonly now?: string;
  /** Runs background tasks too (pg-boss); off by default, it costs half a second. */
  readonly tasks?: boolean;
  /** A database that exists already; dropped by whoever made it. */
  readonly url?: string;
  readonly dataDir?: string;
  /** More settings, as the environment gives them. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts the API in this process on a fresh database; `close` drops it. */
export async function startTestApi(options: TestApiOptions = {}): Promise<TestApi> {
  const database = options.url === undefined ? await createTestDatabase() : undefined;
  const url = options.url ?? database!.url;
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'colophon-test-'));
  const config = readConfig({
    DATABASE_URL: url,
    COLOPHON_DATA_DIR: dataDir,
    COLOPHON_NOW: options.now ?? TEST_NOW,
    COLOPHON_TASKS: options.tasks ? '1' : '0',
    COLOPHON_RENDER_THREADS: '0',
    ...options.env,
  });
  const app = await createApp(AppModule.with(config), config);
  await app.init();
  const sql = async (text: string, parameters?: unknown[]) => app.get(Database).reader.query(text, parameters as never);
  return {
    app,
    url,
    sql: sql as TestApi['sql'],
    anonymous: clientOf(app, {}),
    as: (role) => signIn(app, sql, role),
    get: (token) => app.get(token as never),
    close: async () => {
      await app.close();
      await database?.drop();
      if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function signIn(
  app: NestExpressApplication,
  sql: (text: string, parameters?: unknown[]) => Promise<{ id: number }[]>,
  role: Role,
) {
  const email = `${role}@example.org`;
  const [user] = await sql(
    `INSERT INTO app_user (email, display_name, role) VALUES ($1, $2, $3)
     ON CONFLICT (lower(email)) DO UPDATE SET role = excluded.role RETURNING id`,
    [email, `Test ${role}`, role],
  );
  const { token, csrfToken } = await app.get(Sessions).open(user!.id);
  return clientOf(app, { Cookie: `${SESSION_COOKIE}=${token}`, 'X-CSRF-Token': csrfToken });
}

/** Hands on the API with these headers. */
export function clientOf(app: NestExpressApplication, headers: Record<string, string>): ApiClient {
  const server = app.getHttpServer();
  return {
    get: (path) => request(server).get(path).set(headers),
    post: (path, body = {}, more = {}) =>
      request(server)
        .post(path)
        .set({ ...headers, ...more })
        .send(body),
    put: (path, body) => request(server).put(path).set(headers).send(body),
    delete: (path) => request(server).delete(path).set(headers),
    uploadAll: (path, files) =>
      Object.entries(files).reduce(
        (sent, [name, bytes]) => sent.attach('files', Buffer.from(bytes), name),
        request(server).post(path).set(headers),
      ),
    upload: (method, path, bytes, fileName) =>
      request(server)[method](path).set(headers).attach('file', Buffer.from(bytes), fileName),
  };
}
