/**
 * A process killed while it makes the file for the bank or records what the bank has paid leaves nothing half done:
 * either nothing happened, or all of it, and a file that nobody received is still there, the same to the byte. It is
 * stopped from the database's side; the product knows nothing of it.
 */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startTestApi, type TestApi } from '../support/api';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { hold, startOwnProcess, type OwnProcess } from '../support/own-process';
import { closeFirstHalf, openHouseAccount, runTo } from '../support/payments';
import { account, PASSWORD } from './desk';

jest.setTimeout(300_000);

let database: TestDatabase;
let dataDir: string;
let hands: TestApi;
let server: OwnProcess | undefined;
let email: string;

beforeEach(async () => {
  database = await createTestDatabase();
  dataDir = mkdtempSync(join(tmpdir(), 'colophon-killed-payments-'));
  hands = await startTestApi({ url: database.url, dataDir });
  await openHouseAccount(hands);
  await closeFirstHalf(
    hands,
    [
      { payee: { email: 'a@example.org' } },
      { payee: { email: 'b@example.org' } },
      { payee: { email: 'c@example.org' } },
    ],
    '2026-07-10',
  );
  email = await account(hands, 'accountant');
});
afterEach(async () => {
  await server?.kill();
  server = undefined;
  await hands.close();
  await database.drop();
  rmSync(dataDir, { recursive: true, force: true });
});

const TODAY = { dueBy: '2026-07-15', executionDate: '2026-07-15' };

const begin = async (): Promise<OwnProcess> => {
  server = await startOwnProcess({ databaseUrl: database.url, dataDir, account: { email, password: PASSWORD } });
  return server;
};

/** Kills the process while `call` stands before what is held. */
async function killedDuring(sql: string, call: (process: OwnProcess) => Promise<unknown>): Promise<void> {
  const process = await begin();
  const held = await hold(database.url, sql);
  const answer = call(process).then(
    () => 'answered',
    () => 'cut off',
  );
  await held.reached();
  await process.kill();
  await held.release();
  expect(await answer).toBe('cut off');
  await noneLeft();
}

/** Until the database has noticed that the process is gone. */
async function noneLeft(): Promise<void> {
  for (let round = 0; round < 200; round += 1) {
    const open = await hands.sql(
      `SELECT FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in transaction%'`,
    );
    if (open.length === 0) return;
    await new Promise((done) => setTimeout(done, 25));
  }
}

const facts = async () => {
  const [row] = await hands.sql(
    `SELECT (SELECT count(*)::int FROM paid_gross) AS paid, (SELECT count(*)::int FROM mail_message WHERE kind = 'payment-advice') AS mails,
       (SELECT count(*)::int FROM journal_entry WHERE document_type = 'royalty_payment') AS entries,
       (SELECT count(*)::int FROM withholding_certificate) AS certificates,
       (SELECT count(*)::int FROM royalty_payment WHERE status = 'executed') AS executed`,
  );
  return row;
};
const NOTHING = { paid: 0, mails: 0, entries: 0, certificates: 0, executed: 0 };
const ALL = { paid: 6, mails: 3, entries: 3, certificates: 3, executed: 3 };

describe('the file for the bank', () => {
  it('is not there at all where the process dies before it is kept, and is made afterwards', async () => {
    const run = await runTo(await hands.as('accountant'), 'approved', TODAY);
    const body = { version: run.version };
    await killedDuring('LOCK TABLE stored_file IN EXCLUSIVE MODE', (process) =>
      process.call('POST', `/api/payment-runs/${run.id}/export`, body),
    );
    expect(await hands.sql(`SELECT status, file_id FROM payment_run`)).toEqual([{ status: 'approved', file_id: null }]);
    const again = await (await begin()).call('POST', `/api/payment-runs/${run.id}/export`, body);
    expect(again).toMatchObject({ status: 200, body: { status: 'exported' } });
    expect(await hands.sql(`SELECT FROM stored_file f JOIN payment_run r ON r.file_id = f.id`)).toHaveLength(1);
  });

  it('is kept where the process dies before its answer: never made twice, and handed out as it was made', async () => {
    const run = await runTo(await hands.as('accountant'), 'approved', TODAY);
    const body = { version: run.version };
    // What the answer reads after the file is kept.
    await killedDuring('LOCK TABLE payment_file_download IN ACCESS EXCLUSIVE MODE', (process) =>
      process.call('POST', `/api/payment-runs/${run.id}/export`, body),
    );
    const after = await begin();
    const second = await after.call('POST', `/api/payment-runs/${run.id}/export`, { version: run.version + 1 });
    expect(second).toMatchObject({ status: 409, body: { code: 'payment-file-exported' } });
    const accountant = await hands.as('accountant');
    const file = await accountant.post(`/api/payment-runs/${run.id}/download`).buffer(true).expect(200);
    const hash = createHash('sha256')
      .update(String(file.text ?? file.body))
      .digest('hex');
    expect(await hands.sql(`SELECT status, file_sha256 AS hash FROM payment_run`)).toEqual([
      { status: 'exported', hash },
    ]);
  });
});

describe('what the bank has paid', () => {
  it.each([
    ['facts of the ceilings', 'LOCK TABLE paid_gross IN EXCLUSIVE MODE'],
    ['entries of the books', 'LOCK TABLE journal_entry IN EXCLUSIVE MODE'],
    ['mails to the payees', 'LOCK TABLE mail_message IN EXCLUSIVE MODE'],
  ])('is not recorded at all where the process dies at the %s, and is recorded once afterwards', async (_, sql) => {
    const run = await runTo(await hands.as('accountant'), 'exported', TODAY);
    const body = { version: run.version, executedOn: '2026-07-15' };
    const url = `/api/payment-runs/${run.id}/execute`;
    await killedDuring(sql, (process) => process.call('POST', url, body));
    expect(await facts()).toEqual(NOTHING);
    expect(await hands.sql(`SELECT status FROM payment_run`)).toEqual([{ status: 'exported' }]);
    const after = await begin();
    expect((await after.call('POST', url, body)).status).toBe(200);
    expect(await facts()).toEqual(ALL);
    expect(await after.call('POST', url, body)).toMatchObject({ status: 409, body: { code: 'payment-run-status' } });
    expect(await facts()).toEqual(ALL);
  });
});
