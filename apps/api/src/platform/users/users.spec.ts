import { startTestApi, type ApiClient, type TestApi } from '../../../../../tests/support/api';
import { hashPassword } from '../sign-in/passwords';
import { OneTimeLinks } from './one-time-links';

let api: TestApi;
let owner: ApiClient;
let ownerId: number;

beforeAll(async () => {
  api = await startTestApi();
  owner = await api.as('owner');
  await api.sql(`UPDATE app_user SET password_hash = $1`, [await hashPassword('owner password')]);
  const [user] = await api.sql<{ id: number }>(`SELECT id FROM app_user`);
  ownerId = user!.id;
});
afterAll(() => api.close());

const tokenOf = (path: string) => new URLSearchParams(path.split('?')[1]).get('token');
const input = (email: string, role = 'sales') => ({ email, displayName: email.split('@')[0], role });

async function account(email: string, role = 'sales') {
  const { body } = await owner.post('/api/users', input(email, role)).expect(201);
  const link = await owner.post(`/api/users/${body.id}/password-link`).expect(201);
  const token = tokenOf(link.body.path);
  const opened = await api.anonymous.post('/api/session/password', { token, password: 'long enough one' }).expect(200);
  const headers = { Cookie: opened.headers['set-cookie']![0]!, 'X-CSRF-Token': opened.body.csrfToken };
  return { ...body, token, version: body.version + 1, headers };
}

describe('an account', () => {
  it('is made by the owner, chooses its password with a link that works once, and signs in', async () => {
    const { token, headers } = await account('lea@example.org');
    const again = await api.anonymous.post('/api/session/password', { token, password: 'another long one' });
    expect([again.status, again.body.code]).toEqual([409, 'link-expired']);
    await api.anonymous.post('/api/session', { email: 'LEA@example.org', password: 'long enough one' }).expect(200);
    const session = await api.anonymous.get('/api/session').set(headers).expect(200);
    expect(session.body.user).toMatchObject({ email: 'lea@example.org', role: 'sales' });
    const listed = await owner.get('/api/users').expect(200);
    expect(listed.body.items).toContainEqual(expect.objectContaining({ email: 'lea@example.org', hasPassword: true }));
    const twice = await owner.post('/api/users', input('Lea@Example.org')).expect(409);
    expect(twice.body.errors).toMatchObject([{ pointer: '/email' }]);
  });

  it('has one valid link at a time, which expires and is not kept for a repeated request', async () => {
    const { body: user } = await owner.post('/api/users', input('max@example.org')).expect(201);
    const key = { 'Idempotency-Key': 'password-link-max' };
    const first = await owner.post(`/api/users/${user.id}/password-link`, {}, key).expect(201);
    const second = await owner.post(`/api/users/${user.id}/password-link`, {}, key).expect(201);
    expect(second.body.path).not.toBe(first.body.path);
    const [kept] = await api.sql<{ text: string }>(`SELECT string_agg(k::text, ' ') AS text FROM idempotency_key k`);
    expect(kept!.text ?? '').not.toContain(tokenOf(second.body.path));
    const choose = (path: string) =>
      api.anonymous.post('/api/session/password', { token: tokenOf(path), password: 'long enough one' });
    expect((await choose(first.body.path)).status).toBe(409);
    await api.sql(`UPDATE one_time_link SET expires_at = now() - interval '1 minute' WHERE user_id = $1`, [user.id]);
    expect((await choose(second.body.path)).status).toBe(409);
  });

  it('is signed out everywhere when its role changes or it is disabled, and then signs in no more', async () => {
    const user = await account('noe@example.org');
    const change = { displayName: 'Noé', locale: 'fr', version: user.version };
    await owner.put(`/api/users/${user.id}`, { ...change, role: 'accountant', disabled: false }).expect(200);
    await api.anonymous.get('/api/session').set(user.headers).expect(401);
    const credentials = { email: 'noe@example.org', password: 'long enough one' };
    const opened = await api.anonymous.post('/api/session', credentials).expect(200);
    expect(opened.body.permissions).toContain('parties.bank');
    const off = { ...change, role: 'accountant', disabled: true, version: user.version + 1 };
    await owner.put(`/api/users/${user.id}`, off).expect(200);
    await api.anonymous.get('/api/session').set('Cookie', opened.headers['set-cookie']![0]!).expect(401);
    await api.anonymous.post('/api/session', credentials).expect(401);
    await owner.post(`/api/users/${user.id}/password-link`).expect(404);
  });

  it('changes its own language and password, which closes its other sessions', async () => {
    const user = await account('ines@example.org');
    const credentials = { email: 'ines@example.org', password: 'long enough one' };
    const elsewhere = await api.anonymous.post('/api/session', credentials).expect(200);
    const change = (body: object) => api.anonymous.put('/api/me', body).set(user.headers);
    expect((await change({ locale: 'en' }).expect(200)).body.locale).toBe('en');
    const wrong = await change({ newPassword: 'a new long one', currentPassword: 'wrong' }).expect(422);
    expect(wrong.body.errors).toMatchObject([{ pointer: '/currentPassword', code: 'wrong-current-password' }]);
    await change({ newPassword: 'a new long one' }).expect(422);
    await change({ newPassword: 'short', currentPassword: credentials.password }).expect(422);
    await change({ role: 'owner' }).expect(422);
    await change({ newPassword: 'a new long one', currentPassword: credentials.password }).expect(200);
    await api.anonymous.get('/api/session').set(user.headers).expect(200);
    await api.anonymous.get('/api/session').set('Cookie', elsewhere.headers['set-cookie']![0]!).expect(401);
    await api.anonymous.post('/api/session', { ...credentials, password: 'a new long one' }).expect(200);
  });

  it('never shows a password or its hash', async () => {
    const [audit] = await api.sql<{ text: string }>(`SELECT string_agg(a::text, ' ') AS text FROM audit_entry a`);
    expect(audit!.text).toContain('ines@example.org');
    expect(audit!.text).not.toContain('argon2');
    expect((await owner.get('/api/users')).text).not.toContain('argon2');
  });
});

describe('the last owner', () => {
  const demoted = async (id: number) => {
    const { body } = await owner.get(`/api/users/${id}`).expect(200);
    return { displayName: body.displayName, role: 'read-only', locale: 'fr', disabled: false, version: body.version };
  };

  it('is neither demoted nor disabled, not even for somebody who never chose a password', async () => {
    await owner.post('/api/users', input('invited@example.org', 'owner')).expect(201);
    const change = await demoted(ownerId);
    expect((await owner.put(`/api/users/${ownerId}`, change).expect(409)).body.code).toBe('last-owner');
    const off = { ...change, role: 'owner', disabled: true };
    expect((await owner.put(`/api/users/${ownerId}`, off).expect(409)).body.code).toBe('last-owner');
  });

  it('stays when two owners remove each other at once', async () => {
    const other = await account('second@example.org', 'owner');
    const [one, two] = await Promise.all([demoted(ownerId), demoted(other.id)]);
    const answers = await Promise.all([
      owner.put(`/api/users/${other.id}`, two!),
      api.anonymous.put(`/api/users/${ownerId}`, one!).set(other.headers),
    ]);
    const owners = await api.sql(`SELECT id FROM app_user WHERE role = 'owner' AND password_hash IS NOT NULL`);
    expect(owners).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });
});

describe('the first owner', () => {
  it('makes their account with a link that an empty house gives until it has one', async () => {
    const empty = await startTestApi();
    try {
      const links = empty.get(OneTimeLinks);
      const replaced = await links.createFirstOwnerLink();
      const path = await links.createFirstOwnerLink();
      expect(path).toMatch(/^\/premier-compte\?token=.{40,}$/);
      const first = { email: 'me@example.org', displayName: 'Moi', password: 'long enough one', houseName: 'Phare' };
      const make = (link: string | undefined) =>
        empty.anonymous.post('/api/session/owner', { ...first, token: tokenOf(link ?? '') });
      await make(replaced).expect(409);
      const opened = await make(path).expect(200);
      expect(opened.body).toMatchObject({ houseName: 'Phare', user: { role: 'owner' } });
      await make(path).expect(409);
      expect(await links.createFirstOwnerLink()).toBeUndefined();
    } finally {
      await empty.close();
    }
  });
});
