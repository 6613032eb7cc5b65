import { startTestApi, type TestApi, type TestApiOptions } from '../../../../../tests/support/api';
import { hashPassword } from './passwords';
import { SESSION_COOKIE } from './sessions';

const PASSWORD = 'a long password';
const credentials = { email: 'jo@example.org', password: PASSWORD };

async function houseWithUser(options: TestApiOptions = {}, isDemo = false): Promise<TestApi> {
  const api = await startTestApi(options);
  await api.sql(
    `INSERT INTO app_user (email, display_name, role, password_hash, is_demo) VALUES ('jo@example.org', 'Jo', 'owner', $1, $2)`,
    [await hashPassword(PASSWORD), isDemo],
  );
  return api;
}

describe('signing in', () => {
  let api: TestApi;
  beforeAll(async () => void (api = await houseWithUser()));
  afterAll(() => api.close());

  it('takes the right password, and tells nobody whether an account exists', async () => {
    const opened = await api.anonymous.post('/api/session', credentials).expect(200);
    expect(opened.body).toMatchObject({ user: { email: 'jo@example.org', role: 'owner' }, isDemo: false });
    const wrong = await api.anonymous.post('/api/session', { ...credentials, password: 'wrong' }).expect(401);
    const unknown = await api.anonymous.post('/api/session', { ...credentials, email: 'no@example.org' }).expect(401);
    expect(wrong.body).toEqual(unknown.body);
    expect(wrong.body.code).toBe('wrong-credentials');
    expect(wrong.headers['set-cookie']).toBeUndefined();
  });

  it('sets a cookie that scripts cannot read and other sites cannot send, kept as a hash only', async () => {
    const opened = await api.anonymous.post('/api/session', credentials).expect(200);
    const cookie = opened.headers['set-cookie']![0]!;
    expect(cookie).toMatch(/^colophon_session=[\w-]{43};/);
    expect(cookie).toContain('HttpOnly');
    expect(cookie).toContain('SameSite=Strict');
    expect(cookie).toContain('Path=/');
    expect(cookie).not.toContain('Secure');
    const token = cookie.split(/[=;]/)[1]!;
    const [stored] = await api.sql<{ text: string }>(`SELECT string_agg(s::text, ' ') AS text FROM user_session s`);
    expect(stored!.text).not.toContain(Buffer.from(token).toString('hex'));
  });

  it('refuses a change without the token of the page, and one that carries another session’s', async () => {
    const opened = await api.anonymous.post('/api/session', credentials).expect(200);
    const other = await api.anonymous.post('/api/session', credentials).expect(200);
    const change = (headers: Record<string, string>) =>
      api.anonymous.put('/api/me', { locale: 'en' }).set({ Cookie: opened.headers['set-cookie']![0]!, ...headers });
    expect((await change({}).expect(403)).body.code).toBe('csrf');
    expect((await change({ 'X-CSRF-Token': other.body.csrfToken }).expect(403)).body.code).toBe('csrf');
    await change({ 'X-CSRF-Token': opened.body.csrfToken }).expect(200);
  });

  it('ends with signing out, with time, and never begins with an invented cookie', async () => {
    const opened = await api.anonymous.post('/api/session', credentials).expect(200);
    const headers = { Cookie: opened.headers['set-cookie']![0]!, 'X-CSRF-Token': opened.body.csrfToken };
    await api.anonymous.delete('/api/session').set(headers).expect(204);
    await api.anonymous.get('/api/session').set(headers).expect(401);
    const again = await api.anonymous.post('/api/session', credentials).expect(200);
    await api.sql(`UPDATE user_session SET expires_at = now() - interval '1 second'`);
    await api.anonymous.get('/api/session').set('Cookie', again.headers['set-cookie']![0]!).expect(401);
    await api.anonymous
      .get('/api/session')
      .set('Cookie', `${SESSION_COOKIE}=${'a'.repeat(43)}`)
      .expect(401);
  });
});

describe('behind a proxy', () => {
  it('marks the cookie Secure where the trusted proxy says https, and believes nobody else', async () => {
    const trusting = await houseWithUser({ env: { COLOPHON_TRUSTED_PROXIES: '1' } });
    const https = { 'X-Forwarded-Proto': 'https', 'X-Forwarded-For': '203.0.113.9' };
    try {
      const secure = await trusting.anonymous.post('/api/session', credentials, https).expect(200);
      expect(secure.headers['set-cookie']![0]).toContain('Secure');
      const plain = await trusting.anonymous.post('/api/session', credentials).expect(200);
      expect(plain.headers['set-cookie']![0]).not.toContain('Secure');
    } finally {
      await trusting.close();
    }
    const direct = await houseWithUser();
    try {
      const claimed = await direct.anonymous.post('/api/session', credentials, https).expect(200);
      expect(claimed.headers['set-cookie']![0]).not.toContain('Secure');
    } finally {
      await direct.close();
    }
  });

  it('slows down whoever guesses, by their own address, and nobody else', async () => {
    const api = await houseWithUser({ env: { COLOPHON_TRUSTED_PROXIES: '1' } });
    const from = (address: string, password: string) =>
      api.anonymous.post('/api/session', { ...credentials, password }, { 'X-Forwarded-For': address });
    try {
      for (let attempt = 0; attempt < 10; attempt += 1) await from('203.0.113.1', 'guess').expect(401);
      const refused = await from('203.0.113.1', PASSWORD).expect(429);
      expect(refused.body.code).toBe('too-many-attempts');
      await from('203.0.113.2', PASSWORD).expect(200);
    } finally {
      await api.close();
    }
  });
});

describe('a demo account', () => {
  const attempt = (api: TestApi, headers = {}) => api.anonymous.post('/api/session', credentials, headers);

  it('opens the demo from the machine itself, not through a proxy', async () => {
    const api = await houseWithUser({}, true);
    try {
      await api.sql(`UPDATE installation SET is_demo = true`);
      await attempt(api).expect(200);
      const forwarded = await attempt(api, { 'X-Forwarded-For': '203.0.113.9' }).expect(403);
      expect(forwarded.body.code).toBe('demo-account-refused');
    } finally {
      await api.close();
    }
  });

  it('opens no other database', async () => {
    const api = await houseWithUser({}, true);
    try {
      expect((await attempt(api).expect(403)).body.code).toBe('demo-account-refused');
    } finally {
      await api.close();
    }
  });

  it('opens nothing on a server that listens beyond the machine', async () => {
    const api = await houseWithUser({ env: { HOST: '0.0.0.0' } }, true);
    try {
      await api.sql(`UPDATE installation SET is_demo = true`);
      expect((await attempt(api).expect(403)).body.code).toBe('demo-account-refused');
    } finally {
      await api.close();
    }
  });
});
