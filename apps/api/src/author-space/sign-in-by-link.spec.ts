/** Authors sign in by a link sent by e-mail: single use, short-lived, and telling nobody which addresses are known. */
import { asAuthor } from '../../../../tests/support/authors';
import { clientOf, startTestApi, type ApiClient, type TestApi } from '../../../../tests/support/api';
import { makeBook } from '../../../../tests/support/book';
import { startSmtp, textOf, type SmtpCatcher } from '../../../../tests/support/smtp';
import { DeliverMails } from '../platform/mail/deliver-mails';

const EMAIL = 'anne@example.org';

let api: TestApi;
let owner: ApiClient;
let smtp: SmtpCatcher;
let contributorId: number;

beforeEach(async () => {
  api = await startTestApi({ env: { COLOPHON_TRUSTED_PROXIES: '1' } });
  owner = await api.as('owner');
  smtp = await startSmtp();
  contributorId = (await makeBook(api, { author: 'Kermadec' })).contributorId;
  await api.sql(`UPDATE contributor SET email = $2 WHERE id = $1`, [contributorId, EMAIL]);
  const settings = {
    host: '127.0.0.1',
    port: smtp.port,
    security: 'none',
    fromAddress: 'droits@phare.example',
    version: 1,
  };
  await owner.put('/api/mail/settings', { ...settings, publicAddress: 'https://colophon.phare.example' }).expect(200);
});
afterEach(async () => {
  await api.close();
  await smtp.close();
});

let visitor = 0;
/** From an address of its own, unless told. */
const ask = (email: string, from = `203.0.113.${(visitor += 1)}`) =>
  api.anonymous.post('/api/author/link', { email }, { 'X-Forwarded-For': from });
const enter = (token: string) => api.anonymous.post('/api/author/session', { token });

async function linkOf(index = 0): Promise<string> {
  await api.get(DeliverMails).deliverDue();
  const [, token] = /https:\/\/colophon\.phare\.example\/auteur\/entrer#([\w-]+)/.exec(textOf(smtp.mails[index]!.raw))!;
  return token!;
}

it('says at its door whose space it is, and nothing else', async () => {
  await api.sql(`UPDATE house SET trade_name = 'Le Phare', email = 'interne@phare.example'`);
  expect((await api.anonymous.get('/api/author/house').expect(200)).body).toEqual({ houseName: 'Le Phare' });
});

it('sends a link that signs in once, with a cookie of its own', async () => {
  await ask(EMAIL).expect(204);
  const token = await linkOf();
  const opened = await enter(token).expect(200);
  expect(opened.body).toMatchObject({ name: 'Anne Kermadec', csrfToken: expect.any(String) });
  const cookie = String(opened.headers['set-cookie']);
  expect(cookie).toMatch(/^colophon_author=[\w-]+; .*Path=\/api\/author.*HttpOnly; SameSite=Strict/);
  const headers = { Cookie: cookie.split(';')[0]! };
  const author = clientOf(api.app, headers);
  expect((await author.get('/api/author/session').expect(200)).body.name).toBe('Anne Kermadec');
  expect((await author.post('/api/author/questions', {}).expect(403)).body.code).toBe('csrf');
  await author.get('/api/session').expect(401);
  expect((await enter(token).expect(409)).body.code).toBe('author-link-expired');
  await clientOf(api.app, { ...headers, 'X-CSRF-Token': opened.body.csrfToken })
    .delete('/api/author/session')
    .expect(204);
  await author.get('/api/author/session').expect(401);
});

it('opens nothing by being looked at, as mail scanners do', async () => {
  await ask(EMAIL).expect(204);
  const token = await linkOf();
  await api.anonymous.get(`/auteur/entrer`);
  await api.anonymous.get(`/api/author/session?token=${token}`).expect(401);
  await enter(token).expect(200);
});

it('answers the same, no sooner, and with nothing to tell apart, where nobody has the address', async () => {
  const took = async (email: string) => {
    const start = performance.now();
    const { status, body, headers } = await ask(email);
    return { ms: performance.now() - start, told: [status, body, headers['set-cookie']] };
  };
  const [known, unknown] = [await took(EMAIL), await took('nobody@example.org')];
  expect(known.told).toEqual(unknown.told);
  expect(Math.min(known.ms, unknown.ms)).toBeGreaterThan(390);
  await api.get(DeliverMails).deliverDue();
  expect(smtp.mails).toHaveLength(1);
});

it('is slowed down by address: three links an hour, whoever asks', async () => {
  for (let time = 0; time < 5; time += 1) await ask(EMAIL.toUpperCase()).expect(204);
  await api.get(DeliverMails).deliverDue();
  expect(smtp.mails).toHaveLength(3);
});

it('is slowed down by visitor: five links a minute', async () => {
  const answers = [];
  for (let time = 0; time < 6; time += 1) answers.push((await ask(`n${time}@example.org`, '198.51.100.7')).status);
  expect(answers).toEqual([204, 204, 204, 204, 204, 429]);
});

it.each([
  ['is too old', `UPDATE author_link SET expires_at = now() - interval '1 second'`],
  ['went to an address that is no longer theirs', `UPDATE contributor SET email = 'other@example.org'`],
  ['is of a record that was archived', `UPDATE contributor SET archived = true`],
])('opens nothing where it %s', async (_why, sql) => {
  await ask(EMAIL).expect(204);
  const token = await linkOf();
  await api.sql(sql);
  await enter(token).expect(409);
});

it('lasts fifteen minutes when it is asked for, and a week when the house invites', async () => {
  await ask(EMAIL).expect(204);
  const invited = await owner
    .post(`/api/contributors/${contributorId}/author-invitation`, { locale: 'en' })
    .expect(200);
  expect(invited.body.email).toBe(EMAIL);
  const rows = await api.sql(
    `SELECT purpose, round(extract(epoch FROM expires_at - created_at) / 60)::int AS minutes FROM author_link ORDER BY minutes`,
  );
  expect(rows).toEqual([
    { purpose: 'asked', minutes: 15 },
    { purpose: 'invited', minutes: 7 * 24 * 60 },
  ]);
  await (await api.as('sales')).post(`/api/contributors/${contributorId}/author-invitation`).expect(403);
  await api.sql(`UPDATE contributor SET email = NULL`);
  const refused = await owner.post(`/api/contributors/${contributorId}/author-invitation`).expect(409);
  expect(refused.body.code).toBe('author-without-address');
});

it('keeps neither the link nor the session where anybody could read them', async () => {
  await ask(EMAIL).expect(204);
  const [{ mail }] = (await api.sql<{ mail: string }>(`SELECT row_to_json(m)::text AS mail FROM mail_message m`)) as [
    { mail: string },
  ];
  expect(mail).toContain('{{link}}');
  const token = await linkOf();
  const opened = await enter(token).expect(200);
  const session = /colophon_author=([\w-]+)/.exec(String(opened.headers['set-cookie']))![1]!;
  const [{ all }] = (await api.sql<{ all: string }>(
    `SELECT concat((SELECT string_agg(l::text, ' ') FROM author_link l), (SELECT string_agg(s::text, ' ') FROM author_session s),
       (SELECT string_agg(m::text, ' ') FROM mail_message m), (SELECT string_agg(a::text, ' ') FROM audit_entry a)) AS all`,
  )) as [{ all: string }];
  expect([mail.includes(token), all.includes(token), all.includes(session)]).toEqual([false, false, false]);
});

it.each([
  ['eight idle hours', `UPDATE author_session SET last_seen_at = now() - interval '8 hours 1 minute'`],
  ['a week', `UPDATE author_session SET created_at = now() - interval '7 days 1 minute'`],
  ['a change of address', `UPDATE contributor SET email = 'other@example.org'`],
])('ends after %s', async (_when, sql) => {
  const author = await asAuthor(api, contributorId);
  await author.get('/api/author/session').expect(200);
  await api.sql(sql);
  expect((await author.get('/api/author/session').expect(401)).body.code).toBe('author-not-signed-in');
});
