/**
 * A process killed while it closes a period, makes the documents or writes the mails leaves nothing half done: started
 * again it goes on with the same numbers and the same papers. It is stopped from the database's side, at named points
 * and at moments drawn from a seed; the product knows nothing of it.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Tasks } from '../../apps/api/src/platform/tasks/tasks';
import { startTestApi, type TestApi } from '../support/api';
import { acceptRun, makeBook } from '../support/book';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { hold, startOwnProcess, type OwnProcess } from '../support/own-process';
import { account, PASSWORD } from './desk';

jest.setTimeout(300_000);

const BOOKS = 12;
const ROUNDS = 5;
const SEED = Number(process.env['COLOPHON_SEED'] ?? Date.now() % 100_000);
const half = { kind: 'period', periodFrom: '2026-01-01', periodTo: '2026-06-30', paymentDate: '2026-07-31' };

interface Paper {
  readonly number: string;
  readonly net: string;
  readonly content: string;
  readonly format: string;
  readonly sha256: string;
}

let database: TestDatabase;
let hands: TestApi;
let dataDir: string;
let server: OwnProcess | undefined;
let email: string;
let untouched: Paper[];

beforeAll(async () => {
  const quiet = await startTestApi();
  await aHouse(quiet);
  const { id } = (await (await quiet.as('accountant')).post('/api/closings', half).expect(201)).body;
  await (await quiet.as('accountant')).post(`/api/closings/${id}/close`).expect(200);
  await runTasks(quiet);
  untouched = await papers(quiet);
  await quiet.close();
  expect(untouched).toHaveLength(2 * BOOKS);
});

beforeEach(async () => {
  database = await createTestDatabase();
  dataDir = mkdtempSync(join(tmpdir(), 'colophon-killed-'));
  hands = await startTestApi({ url: database.url, dataDir });
  await aHouse(hands);
  email = await account(hands, 'accountant');
});
afterEach(async () => {
  await server?.kill();
  server = undefined;
  await hands.close();
  await database.drop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** Books by titles that sort, so that two houses have the same. */
async function aHouse(api: TestApi): Promise<void> {
  await api.sql(`UPDATE house SET legal_name = 'Éditions du Phare', siren = '732829320'`);
  for (let index = 1; index <= BOOKS; index += 1) {
    const name = String(index).padStart(2, '0');
    const book = await makeBook(api, { title: `Livre ${name}`, author: `Auteur ${name}`, isbn13: isbnOf(index) });
    await api.sql(`UPDATE contract SET reference = $2 WHERE id = $1`, [book.contractId, `C-${name}`]);
    await api.sql(`UPDATE contributor SET email = $2 WHERE id = $1`, [book.contributorId, `auteur${name}@example.org`]);
    await acceptRun(api, book, { copies: 500 + index, on: '2026-02-10' });
  }
}

function isbnOf(index: number): string {
  const body = `9791090${String(index).padStart(5, '0')}`;
  const sum = [...body].reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 1 : 3), 0);
  return `${body}${(10 - (sum % 10)) % 10}`;
}

async function runTasks(api: TestApi): Promise<void> {
  for (const { id } of await api.sql<{ id: number }>(
    `SELECT id FROM background_task WHERE status <> 'done' ORDER BY id`,
  )) {
    await api.get(Tasks).run(id);
  }
}

const papers = (api: TestApi) =>
  api.sql<Paper>(
    `SELECT s.number, s.net::text, s.content_hash AS content, d.format, f.sha256 FROM royalty_statement s
     JOIN statement_document d ON d.statement_id = s.id AND d.locale = 'fr' JOIN stored_file f ON f.id = d.file_id ORDER BY s.number, d.format`,
  );

const begin = async () => {
  server = await startOwnProcess({ databaseUrl: database.url, dataDir, account: { email, password: PASSWORD } });
  return server;
};

async function draft(): Promise<number> {
  const { status, body } = await server!.call('POST', '/api/closings', half);
  expect(status).toBe(201);
  return Number(body['id']);
}

const stateOf = async (id: number) => {
  const [row] = await hands.sql<{ status: string; numbered: number; last: number | null; entries: number }>(
    `SELECT k.status, (SELECT count(number)::int FROM royalty_statement WHERE closing_id = k.id) AS numbered,
       (SELECT last_number FROM number_series WHERE code = 'RED') AS last,
       (SELECT count(*)::int FROM journal_entry WHERE document_type = 'royalty_statement') AS entries FROM closing k WHERE k.id = $1`,
    [id],
  );
  return row!;
};

/** Until the background has made every document; fails after a while that no machine needs. */
async function documentsMade(): Promise<void> {
  for (let round = 0; round < 600; round += 1) {
    const [{ left }] = (await hands.sql<{ left: number }>(
      `SELECT count(*)::int AS left FROM background_task WHERE status <> 'done'`,
    )) as [{ left: number }];
    if (left === 0) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error('The documents were not made.');
}

/** All numbers once and in order, each document with the bytes that an undisturbed house has. */
async function expectAsUntouched(id: number): Promise<void> {
  await documentsMade();
  expect(await papers(hands)).toEqual(untouched);
  expect(await stateOf(id)).toMatchObject({ status: 'closed', numbered: BOOKS, last: BOOKS, entries: BOOKS });
}

/** What a closing comes to, one after another. */
const points: readonly (readonly [string, string])[] = [
  ['it waits for whoever enters facts', 'LOCK TABLE stock_movement IN ROW EXCLUSIVE MODE'],
  ['it computes the statements once more', 'LOCK TABLE royalty_statement IN EXCLUSIVE MODE'],
  ['it takes the numbers', `SELECT FROM number_series WHERE code = 'RED' FOR UPDATE`],
  ['it writes the books', 'LOCK TABLE journal_entry IN EXCLUSIVE MODE'],
  ['it asks for the documents', 'LOCK TABLE background_task IN EXCLUSIVE MODE'],
];

describe('a process killed while it closes', () => {
  it.each(points)('when %s: nothing is closed, and closing again gives the same', async (_when, held) => {
    await hands.sql(`INSERT INTO number_series (code, year, last_number) VALUES ('RED', 2026, 0)`);
    await begin();
    const id = await draft();
    const holder = await hold(database.url, held);
    const closing = server!.call('POST', `/api/closings/${id}/close`).catch(() => undefined);
    await holder.reached();
    await server!.kill();
    await holder.release();
    expect(await closing).toBeUndefined();
    expect(await stateOf(id)).toMatchObject({ status: 'draft', numbered: 0, last: 0, entries: 0 });
    await begin();
    expect((await server!.call('POST', `/api/closings/${id}/close`)).status).toBe(200);
    await expectAsUntouched(id);
  });
});

describe('a process killed while it makes the documents', () => {
  it('when one of them is kept: those made stay, the others are made, all as they would have been', async () => {
    await begin();
    const id = await draft();
    expect((await server!.call('POST', `/api/closings/${id}/close`)).status).toBe(200);
    await some(`SELECT FROM statement_document OFFSET 6`);
    await server!.kill();
    const before = await papers(hands);
    expect(before.length).toBeGreaterThan(6);
    await begin();
    await expectAsUntouched(id);
    for (const paper of before) expect(untouched).toContainEqual(paper);
  });

  it('when the mails are written: each person is written to once', async () => {
    await begin();
    const id = await draft();
    expect((await server!.call('POST', `/api/closings/${id}/close`)).status).toBe(200);
    await documentsMade();
    expect((await server!.call('POST', `/api/closings/${id}/mails`)).status).toBe(202);
    await some(`SELECT FROM statement_sending OFFSET 3`);
    await server!.kill();
    await begin();
    await documentsMade();
    const [sent] = await hands.sql(
      `SELECT count(*)::int AS mails, count(DISTINCT to_address)::int AS people, (SELECT count(*)::int FROM statement_sending) AS sendings FROM mail_message`,
    );
    expect(sent).toEqual({ mails: BOOKS, people: BOOKS, sendings: BOOKS });
  });
});

/** Until the query gives a row. */
async function some(sql: string): Promise<void> {
  for (let round = 0; round < 600; round += 1) {
    if ((await hands.sql(sql)).length > 0) return;
    await new Promise((done) => setTimeout(done, 20));
  }
  throw new Error(`Nothing came of ${sql}`);
}

/** Numbers from 0 to 1 that follow from a seed (mulberry32). */
function drawn(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

describe('a process killed at any moment', () => {
  it(`loses and doubles nothing, whichever it is (COLOPHON_SEED=${SEED})`, async () => {
    const next = drawn(SEED);
    await begin();
    const id = await draft();
    for (let round = 0; round < ROUNDS; round += 1) {
      const closing = server!.call('POST', `/api/closings/${id}/close`).catch(() => undefined);
      await new Promise((done) => setTimeout(done, next() * 600));
      await server!.kill();
      await closing;
      const { status, numbered, last, entries } = await stateOf(id);
      const all = status === 'closed' ? BOOKS : 0;
      expect({ numbered, last: last ?? 0, entries }).toEqual({ numbered: all, last: all, entries: all });
      await begin();
    }
    if ((await stateOf(id)).status === 'draft') {
      expect((await server!.call('POST', `/api/closings/${id}/close`)).status).toBe(200);
    }
    await expectAsUntouched(id);
  });
});
