/** Statements by mail: one a person, once, in their language, to a real SMTP server. */
import { startTestApi, type ApiClient, type TestApi } from '../../../../../tests/support/api';
import { acceptRun, makeBook, type Book } from '../../../../../tests/support/book';
import { startSmtp, textOf, type SmtpCatcher } from '../../../../../tests/support/smtp';
import { DeliverMails } from '../../platform/mail/deliver-mails';
import { Tasks } from '../../platform/tasks/tasks';

let api: TestApi;
let accountant: ApiClient;
let smtp: SmtpCatcher;

beforeEach(async () => {
  api = await startTestApi();
  await api.sql(`UPDATE house SET legal_name = 'Éditions du Phare'`);
  accountant = await api.as('accountant');
  smtp = await startSmtp();
  const owner = await api.as('owner');
  const { version } = (await owner.get('/api/mail/settings').expect(200)).body;
  const settings = { host: '127.0.0.1', port: smtp.port, security: 'none', fromAddress: 'droits@phare.example' };
  await owner.put('/api/mail/settings', { ...settings, version }).expect(200);
});
afterEach(async () => {
  await api.close();
  await smtp.close();
});

const half = { kind: 'period', periodFrom: '2026-01-01', periodTo: '2026-06-30', paymentDate: '2026-07-31' };

async function aBook(author: string, email: string | null, language = 'fr'): Promise<Book> {
  const book = await makeBook(api, { author });
  await api.sql(`UPDATE contributor SET email = $2, language = $3 WHERE id = $1`, [
    book.contributorId,
    email,
    language,
  ]);
  await acceptRun(api, book, { copies: 1000, on: '2026-02-10' });
  return book;
}

async function closing(): Promise<number> {
  const { body } = await accountant.post('/api/closings', half).expect(201);
  await accountant.post(`/api/closings/${body.id}/close`).expect(200);
  return body.id;
}

async function send(path: string): Promise<Record<string, unknown>> {
  const { body } = await accountant.post(path).expect(202);
  await api.get(Tasks).run(body.taskId);
  await api.get(DeliverMails).deliverDue();
  const [task] = await api.sql<{ result: Record<string, unknown> }>(
    `SELECT result FROM background_task WHERE id = $1`,
    [body.taskId],
  );
  return task!.result;
}

const mailsOf = async (id: number) => (await accountant.get(`/api/closings/${id}/mails`).expect(200)).body.items;
const attached = (raw: string): string[] => [...raw.matchAll(/filename="?([^"\r\n;]+\.pdf)/g)].map(([, name]) => name!);

it('leave once for everybody with an address, with all of one person’s statements, in their language', async () => {
  const anne = await aBook('Anne', 'anne@example.org');
  const second = await aBook('Autre', null);
  await api.sql(`UPDATE contract SET contributor_id = $1 WHERE id = $2`, [anne.contributorId, second.contractId]);
  await aBook('Byatt', 'byatt@example.org', 'en');
  const without = await aBook('Carco', null);
  const id = await closing();
  expect((await mailsOf(id)).map(({ status }: { status: string }) => status)).toEqual([
    'not-sent',
    'not-sent',
    'no-address',
  ]);
  expect(await send(`/api/closings/${id}/mails`)).toMatchObject({ queued: 2, withoutAddress: 1 });
  expect(await send(`/api/closings/${id}/mails`)).toMatchObject({ queued: 0, withoutAddress: 1 });
  const byAddress = new Map(smtp.mails.map((mail) => [mail.to[0], mail.raw]));
  expect([...byAddress.keys()].sort()).toEqual(['anne@example.org', 'byatt@example.org']);
  expect(smtp.mails).toHaveLength(2);
  const [french, english] = [byAddress.get('anne@example.org')!, byAddress.get('byatt@example.org')!];
  // The page that covers both, and each of them.
  expect(new Set(attached(french)).size).toBe(3);
  expect(textOf(french)).toContain('vos redditions de comptes, arrêtées au 30 juin 2026');
  expect(textOf(english)).toContain('Your royalty statement up to 30 June 2026 is attached');
  expect(await mailsOf(id)).toMatchObject([
    { name: 'Anne Anne', status: 'sent', statements: 2, attempts: 1 },
    { name: 'Anne Byatt', status: 'sent' },
    { contributorId: without.contributorId, status: 'no-address', attempts: 0, mailId: null },
  ]);
});

it('of a contract with several payees bring each the page in their own name, and nobody else’s', async () => {
  const anne = await aBook('Anne', 'anne@example.org');
  const [heir] = await api.sql<{ id: number }>(
    `INSERT INTO contributor (first_name, last_name, email, language) VALUES ('Yann', 'Byatt', 'byatt@example.org', 'fr') RETURNING id`,
  );
  await api.sql(
    `INSERT INTO contract_payee (contract_id, position, contributor_id, kind, share) VALUES ($1, 1, $2, 'author', 60), ($1, 2, $3, 'rightsHolder', 40)`,
    [anne.contractId, anne.contributorId, heir!.id],
  );
  const id = await closing();
  expect(await send(`/api/closings/${id}/mails`)).toMatchObject({ queued: 2 });
  const papers = new Map(smtp.mails.map((mail) => [mail.to[0], [...new Set(attached(mail.raw))]]));
  expect(papers.get('anne@example.org')).toEqual([
    'Redditions-2026-06-30_Anne-Anne.pdf',
    'RED-2026-00001_Anne-Anne.pdf',
  ]);
  expect(papers.get('byatt@example.org')).toEqual([
    'Redditions-2026-06-30_Yann-Byatt.pdf',
    'RED-2026-00001_Anne-Anne.pdf',
  ]);
});

it('leave again only by an act of its own, and then once, however often its task is started', async () => {
  const { contributorId } = await aBook('Anne', 'anne@example.org');
  const id = await closing();
  await send(`/api/closings/${id}/mails`);
  await send(`/api/closings/${id}/mails/${contributorId}`);
  await api.sql(`UPDATE background_task SET status = 'running' WHERE kind = 'statement-mails'`);
  for (const { id: task } of await api.sql<{ id: number }>(
    `SELECT id FROM background_task WHERE kind = 'statement-mails'`,
  )) {
    await api.get(Tasks).run(task);
  }
  await api.get(DeliverMails).deliverDue();
  expect(smtp.mails).toHaveLength(2);
  expect(await mailsOf(id)).toMatchObject([{ attempts: 2, status: 'sent' }]);
  const keys = await api.sql(`SELECT mail_key FROM statement_sending ORDER BY attempt`);
  const key = `statement:${id}:${contributorId}`;
  expect(keys).toEqual([{ mail_key: key }, { mail_key: `${key}:2` }]);
});

it('wait for the closing to be done, and say who cannot be reached', async () => {
  const { contributorId } = await aBook('Anne', 'not an address');
  const { body } = await accountant.post('/api/closings', half).expect(201);
  expect((await accountant.post(`/api/closings/${body.id}/mails`).expect(409)).body.code).toBe('sending-not-closed');
  await accountant.post(`/api/closings/${body.id}/close`).expect(200);
  expect(await mailsOf(body.id)).toMatchObject([{ status: 'no-address', address: 'not an address' }]);
  const refused = await accountant.post(`/api/closings/${body.id}/mails/${contributorId}`).expect(422);
  expect(refused.body).toMatchObject({ code: 'sending-no-address' });
  await (await api.as('editorial')).post(`/api/closings/${body.id}/mails`).expect(403);
});
