import request from 'supertest';

import { startTestApi, type ApiClient, type TestApi } from '../../../../../tests/support/api';
import { addContributor, addEdition, contractOf } from '../../../../../tests/support/trade';

let api: TestApi;
let owner: ApiClient;
beforeAll(async () => {
  api = await startTestApi();
  owner = await api.as('owner');
});
afterAll(() => api.close());

const lists = [
  ...['works', 'editions', 'contributors', 'points-of-sale', 'contracts', 'print-runs', 'invoices', 'closings'],
  ...['statements', 'imports', 'collections'],
];

describe.each(lists)('requests for /api/%s that no page makes', (list) => {
  it.each(['1e9999999', '-1', '99999999999', '9999999999999999999999', 'NaN', '%00'])(
    'find no record %s',
    async (id) => {
      const { status } = await owner.get(`/api/${list}/${id}`);
      expect([400, 404, 422]).toContain(status);
    },
  );

  it.each([
    ...['sort=__proto__', 'sort=constructor', 'q=%00', 'cursor=x', 'limit=1e9', 'unknown=1', 'contributorId=1e99'],
    `cursor=${Buffer.from(JSON.stringify(['title', 'x\u0000', 1])).toString('base64url')}`,
    `cursor=${Buffer.from(JSON.stringify(['-id', {}, []])).toString('base64url')}`,
  ])('are told what is wrong with ?%s', async (query) => {
    const { status } = await owner.get(`/api/${list}?${query}`);
    expect([400, 422]).toContain(status);
  });
});

describe('a text', () => {
  it('with an invisible character that PostgreSQL cannot keep is refused with a sentence', async () => {
    const { body } = await owner.post('/api/works', { title: 'La\u0000mer' }).expect(422);
    expect(body.code).toBe('text-not-storable');
    await owner.get('/api/history/work/%00').expect(422);
  });

  it('of nothing but spaces is a field that was left empty', async () => {
    const { body } = await owner.post('/api/works', { title: '   ' }).expect(422);
    expect(body).toMatchObject({ code: 'isNotEmpty', errors: [{ pointer: '/title' }] });
    await owner.post('/api/collections', { name: ' ' }).expect(422);
  });

  it('with half a pair of surrogates neither signs in nor breaks', async () => {
    const half = { email: 'anne\ud800@example.org', password: 'motdepasse\ud800' };
    const { status } = await api.anonymous.post('/api/session', half);
    expect([401, 422]).toContain(status);
    await owner.post('/api/works', { title: 'La mer\ud800' }).expect(201);
  });
});

describe('a body', () => {
  const send = (type: string, body: string, headers: Record<string, string> = {}) =>
    request(api.app.getHttpServer())
      .post('/api/session')
      .set({ 'Content-Type': type, ...headers })
      .send(body);

  it.each([
    ['cut short', 400, 'application/json', '{"email":'],
    ['too large', 413, 'application/json', JSON.stringify({ email: 'x'.repeat(6_000_000) })],
    ['in an unknown alphabet', 400, 'application/json; charset=klingon', '{}'],
    ['that is no object', 400, 'application/json', 'null'],
  ])('%s is refused as such', async (_what, status, type, body) => {
    expect((await send(type, body)).status).toBe(status);
  });

  it('packed in a way nobody knows is refused as such', async () => {
    expect((await send('application/json', '{}', { 'Content-Encoding': 'zip' })).status).toBe(400);
  });

  it('with a number that is no id is refused as such', async () => {
    await owner.post('/api/print-runs', { editionId: 1e30, quantityPlanned: 5 }).expect(422);
    const edition = await addEdition(api);
    const contract = contractOf(await addContributor(api), edition, { contributorId: 1e30 });
    await owner.post('/api/contracts', contract).expect(422);
  });
});

it('refuses a key that is too short or too long to be told apart', async () => {
  for (const key of ['abc', 'a'.repeat(201)])
    await owner.post('/api/collections', { name: 'Marées' }, { 'Idempotency-Key': key }).expect(400);
});

it('tells the history of a record to whoever may read the record, and of nothing else', async () => {
  const reader = await api.as('read-only');
  await reader.get('/api/history/contributor/1').expect(200);
  await reader.get('/api/history/import_batch/1').expect(403);
  await owner.get('/api/history/import_batch/1').expect(200);
  for (const kept of ['app_user', 'user_session', '__proto__', 'pg_authid'])
    await owner.get(`/api/history/${kept}/1`).expect(404);
});

it('keeps its answers out of every cache', async () => {
  const { headers } = await owner.get('/api/contributors').expect(200);
  expect(headers['cache-control']).toBe('private, no-store');
});

it('slows down whoever tries the passwords of one account, from however many addresses', async () => {
  await api.sql(`UPDATE app_user SET email = 'visee@example.org' WHERE email = 'owner@example.org'`);
  const statuses: number[] = [];
  api.app.set('trust proxy', true);
  for (let attempt = 0; attempt < 21; attempt += 1) {
    const { status } = await request(api.app.getHttpServer())
      .post('/api/session')
      .set('X-Forwarded-For', `203.0.113.${attempt}`)
      .send({ email: attempt % 2 ? 'visee@example.org' : 'VISEE@example.org', password: `essai numéro ${attempt}` });
    statuses.push(status);
  }
  expect(statuses.slice(0, 20)).toEqual(Array(20).fill(401));
  expect(statuses[20]).toBe(429);
});
