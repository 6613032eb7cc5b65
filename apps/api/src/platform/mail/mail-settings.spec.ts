/** How mails are set up: what is refused, what stays secret, and how the line to the server is protected. */
import { getCACertificates, setDefaultCACertificates } from 'node:tls';

import type { SMTPServerOptions } from 'smtp-server';

import { startTestApi, type ApiClient, type TestApi } from '../../../../../tests/support/api';
import { startSmtp, type SmtpCatcher } from '../../../../../tests/support/smtp';
import { TEST_CERTIFICATE, TEST_KEY } from '../../../../../tests/support/test-certificate';
import { Database } from '../database/database';
import { MailSettings } from './mail-settings';

const PASSWORD = 'un mot de passe de serveur';

let api: TestApi;
let owner: ApiClient;

beforeEach(async () => {
  api = await startTestApi();
  owner = await api.as('owner');
});
afterEach(() => api.close());

const base = { host: 'smtp.phare.example', port: 465, security: 'tls', fromAddress: 'droits@phare.example' };

async function save(more: object = {}, client = owner) {
  const { version } = (await owner.get('/api/mail/settings').expect(200)).body;
  return client.put('/api/mail/settings', { ...base, ...more, version });
}

describe('the settings', () => {
  it('keep the password sealed, and show only that there is one', async () => {
    const saved = await save({ userName: 'phare', password: PASSWORD });
    expect(saved.body).toMatchObject({ ...base, hasPassword: true, userName: 'phare' });
    expect(JSON.stringify(saved.body)).not.toContain(PASSWORD);
    const stored = JSON.stringify([
      await api.sql(`SELECT *, encode(password_encrypted, 'escape') AS read FROM mail_setting`),
      await api.sql('SELECT * FROM audit_entry'),
    ]);
    expect(stored).not.toContain(PASSWORD);
    expect((await save({ userName: 'phare' })).body.hasPassword).toBe(true);
    const access = await api.get(MailSettings).access(api.get(Database).reader);
    expect(access?.credentials).toEqual({ user: 'phare', pass: PASSWORD });
  });

  it('hand no password that was kept to another server', async () => {
    await save({ userName: 'phare', password: PASSWORD });
    const refused = await save({ userName: 'phare', host: 'smtp.elsewhere.example' });
    expect(refused.body).toMatchObject({ code: 'mail-password-again', errors: [{ pointer: '/password' }] });
  });

  it.each([
    ['a server without a sender', { fromAddress: null }, '/fromAddress'],
    ['a user without a password', { userName: 'phare' }, '/password'],
    ['a password without a user', { password: PASSWORD }, '/userName'],
    ['a password in clear', { userName: 'phare', password: PASSWORD, security: 'none' }, '/security'],
    ['an address of links that is none', { publicAddress: 'javascript:alert(1)' }, '/publicAddress'],
    ['a host with a protocol', { host: 'https://smtp.phare.example' }, '/host'],
    ['a sender that begins a header', { fromName: 'Phare\r\nBcc: x@example.org' }, '/fromName'],
    ['two senders', { fromAddress: 'a@example.org, b@example.org' }, '/fromAddress'],
  ])('refuse %s', async (_what, more, pointer) => {
    const refused = await save(more);
    expect([refused.status, refused.body.errors?.[0]?.pointer]).toEqual([422, pointer]);
  });

  it('are saved by whoever read them last, and only by those who may', async () => {
    await save({}, await api.as('editorial')).then(({ status }) => expect(status).toBe(403));
    expect((await save({}, await api.as('accountant'))).status).toBe(200);
    await owner.put('/api/mail/settings', { ...base, version: 1 }).expect(409);
  });

  it('say where links lead: this machine, until a public address is given', async () => {
    const { reader } = api.get(Database);
    expect(await api.get(MailSettings).publicAddress(reader)).toBe('http://localhost:3000');
    expect((await save({ publicAddress: ' https://colophon.phare.example/ ' })).body.publicAddress).toBe(
      'https://colophon.phare.example',
    );
    expect(await api.get(MailSettings).publicAddress(reader)).toBe('https://colophon.phare.example');
  });
});

describe('a test mail', () => {
  let smtp: SmtpCatcher | undefined;
  afterEach(async () => {
    setDefaultCACertificates(getCACertificates('bundled'));
    await smtp?.close();
    smtp = undefined;
  });

  const send = () => owner.post('/api/mail/settings/test', { to: 'moi@phare.example' });
  const trusted = () => setDefaultCACertificates([...getCACertificates('bundled'), TEST_CERTIFICATE]);
  const withLogin: SMTPServerOptions = {
    onAuth: (auth, _session, done) =>
      auth.username === 'phare' && auth.password === PASSWORD
        ? done(null, { user: 'phare' })
        : done(Object.assign(new Error('Bad credentials'), { responseCode: 535 })),
  };
  const local = (security: string) => ({ host: '127.0.0.1', port: smtp!.port, security });

  it('cannot be sent before a server is set', async () => {
    expect((await send().expect(409)).body.code).toBe('mail-not-set-up');
  });

  it.each([
    ['tls', { secure: true }],
    ['starttls', {}],
  ])('goes out over %s, signed in', async (security, options) => {
    trusted();
    smtp = await startSmtp({ key: TEST_KEY, cert: TEST_CERTIFICATE, ...options, ...withLogin });
    await save({ ...local(security), userName: 'phare', password: PASSWORD });
    expect((await send().expect(200)).body).toMatchObject({ status: 'sent', lastError: null });
    expect(smtp.mails).toMatchObject([{ secure: true, user: 'phare', to: ['moi@phare.example'] }]);
  });

  it.each([
    ['a certificate that nobody vouches for', 'tls', { secure: true, key: TEST_KEY, cert: TEST_CERTIFICATE }],
    ['a server that cannot encrypt, though it must', 'starttls', {}],
    ['a server that does not speak TLS at this port', 'tls', {}],
  ])('does not go out over %s', async (_what, security, options) => {
    smtp = await startSmtp(options);
    await save(local(security));
    const sent = await send().expect(200);
    expect(sent.body).toMatchObject({ status: 'failed', attempts: 1, lastError: expect.stringContaining('chiffrée') });
    expect(smtp.mails).toEqual([]);
  });

  it('says when the server refuses the password, without telling it', async () => {
    trusted();
    smtp = await startSmtp({ key: TEST_KEY, cert: TEST_CERTIFICATE, secure: true, ...withLogin });
    await save({ ...local('tls'), userName: 'phare', password: 'le mauvais mot' });
    const { lastError } = (await send().expect(200)).body;
    expect(lastError).toContain('535');
    expect(lastError).not.toContain('le mauvais mot');
  });
});
