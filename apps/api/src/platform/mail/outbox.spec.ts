/** What leaves the outbox, against a real SMTP server that accepts, refuses, hangs up, or is not there. */
import { header, startSmtp, textOf, type SmtpCatcher } from '../../../../../tests/support/smtp';
import { startTestApi, type ApiClient, type TestApi } from '../../../../../tests/support/api';
import { Database } from '../database/database';
import { StoredFiles } from '../files/stored-files';
import { systemActor } from '../sign-in/actor';
import { DeliverMails } from './deliver-mails';
import { Outbox, type MailDraft } from './outbox';

let api: TestApi;
let owner: ApiClient;
let smtp: SmtpCatcher;

beforeEach(async () => {
  api = await startTestApi();
  await api.sql(`UPDATE house SET legal_name = 'Éditions du Phare'`);
  owner = await api.as('owner');
  smtp = await startSmtp();
});
afterEach(async () => {
  await api.close();
  await smtp.close();
});

const draft = (more: Partial<MailDraft> = {}): MailDraft => ({
  kind: 'statement',
  key: 'statement:1',
  to: { name: 'Anaïs Le Bihan', address: 'anais@example.org' },
  subject: 'Votre reddition de comptes',
  text: 'Bonjour,\n\nVoici votre reddition : https://example.org/auteur?a=1&b=2.',
  ...more,
});

const queue = (more?: Partial<MailDraft>): Promise<number> =>
  api.get(Database).transaction(systemActor, (tx) => api.get(Outbox).enqueue(tx, draft(more)));

async function setUp(more: object = {}): Promise<void> {
  const { version } = (await owner.get('/api/mail/settings').expect(200)).body;
  const settings = { host: '127.0.0.1', port: smtp.port, security: 'none', fromAddress: 'droits@phare.example' };
  await owner.put('/api/mail/settings', { ...settings, ...more, version }).expect(200);
}

const deliver = () => api.get(DeliverMails).deliverDue();
const read = async (id: number) => (await owner.get(`/api/mail/messages/${id}`).expect(200)).body;
const comeDue = () => api.sql(`UPDATE mail_message SET next_attempt_at = now() WHERE status = 'queued'`);

it('keeps mails, to be read, as long as no server is set; then sends each once', async () => {
  const id = await queue();
  await deliver();
  expect(await read(id)).toMatchObject({ status: 'queued', attempts: 0, text: draft().text });
  await setUp({ replyTo: 'auteurs@phare.example' });
  await deliver();
  await deliver();
  expect(smtp.mails).toHaveLength(1);
  const [{ raw, from, to }] = smtp.mails as [SmtpCatcher['mails'][0]];
  expect([from, to]).toEqual(['droits@phare.example', ['anais@example.org']]);
  expect(header(raw, 'Reply-To')).toBe('auteurs@phare.example');
  expect(header(raw, 'Message-ID')).toMatch(/^<[\w-]+@phare\.example>$/);
  expect(header(raw, 'Auto-Submitted')).toBe('auto-generated');
  expect(textOf(raw)).toContain('Voici votre reddition');
  expect(raw).toContain('text/html');
  expect(await read(id)).toMatchObject({ status: 'sent', attempts: 1, lastError: null, sentAt: expect.any(String) });
});

it('queues one mail for a key, however often and at once it is asked, and none for what was undone', async () => {
  const ids = await Promise.all([1, 2, 3].map(() => queue()));
  expect(new Set(ids).size).toBe(1);
  const undone = api.get(Database).transaction(systemActor, async (tx) => {
    await api.get(Outbox).enqueue(tx, draft({ key: 'undone' }));
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  await setUp();
  await Promise.all([deliver(), deliver(), deliver()]);
  expect(smtp.mails).toHaveLength(1);
});

it('is tried again after a refusal for the moment, under the same Message-ID', async () => {
  await setUp();
  const id = await queue();
  smtp.mood = 450;
  await deliver();
  const waiting = await read(id);
  expect(waiting).toMatchObject({ status: 'queued', attempts: 1, lastError: expect.stringContaining('450') });
  expect(Date.parse(waiting.nextAttemptAt)).toBeGreaterThan(Date.now() + 30_000);
  const [{ message_id: first }] = (await api.sql('SELECT message_id FROM mail_message')) as [{ message_id: string }];
  smtp.mood = 'accepts';
  await comeDue();
  await deliver();
  expect(header(smtp.mails[0]!.raw, 'Message-ID')).toBe(first);
  expect(await read(id)).toMatchObject({ status: 'sent', attempts: 2 });
});

it('fails for good where the server refuses it, says why, and does not hold up the others', async () => {
  await setUp();
  smtp.unknown.add('gone@example.org');
  const refused = await queue({ key: 'a', to: { name: '', address: 'gone@example.org' } });
  const other = await queue({ key: 'b' });
  await deliver();
  expect(await read(refused)).toMatchObject({
    status: 'failed',
    lastError: expect.stringContaining('no such mailbox'),
  });
  expect(await read(other)).toMatchObject({ status: 'sent' });
  const again = await owner.post(`/api/mail/messages/${refused}/retry`).expect(200);
  expect(again.body).toMatchObject({ status: 'queued', attempts: 0, lastError: null });
  await owner.post(`/api/mail/messages/${other}/retry`).expect(409);
  const history = await api.sql(`SELECT actor FROM audit_entry WHERE entity_type = 'mail_message'`);
  expect(history).toEqual([{ actor: 'Test owner' }]);
});

it('gives up after its last attempt', async () => {
  await setUp();
  smtp.mood = 450;
  const id = await queue({ maxAttempts: 2 });
  await deliver();
  await comeDue();
  await deliver();
  expect(await read(id)).toMatchObject({ status: 'failed', attempts: 2 });
});

it('waits while the server is down, however long, with the reason on each mail', async () => {
  await setUp();
  const ids = [await queue({ key: 'a', maxAttempts: 2 }), await queue({ key: 'b', maxAttempts: 2 })];
  await smtp.close();
  for (let round = 0; round < 4; round += 1) {
    await deliver();
    await comeDue();
  }
  for (const id of ids) {
    expect(await read(id)).toMatchObject({ status: 'queued', lastError: expect.stringContaining('127.0.0.1') });
  }
  smtp = await startSmtp();
  await setUp();
  await deliver();
  expect(smtp.mails).toHaveLength(2);
});

it.each([
  ['after it took the text and before it answered', 'hangs-up-before-answering', 'uncertain', 1],
  ['in the middle of the text', 'hangs-up-during-the-text', 'uncertain', 0],
] as const)('leaves to a person a mail whose server hangs up %s', async (_when, mood, status, arrived) => {
  await setUp();
  const id = await queue({ text: 'x'.repeat(2_000_000) });
  smtp.mood = mood;
  await deliver();
  smtp.mood = 'accepts';
  await comeDue();
  await deliver();
  expect(smtp.mails).toHaveLength(arrived);
  expect(await read(id)).toMatchObject({ status, lastError: expect.stringContaining('peut-être') });
});

it('lets a person file an uncertain mail as sent, or send it again', async () => {
  await setUp();
  smtp.mood = 'hangs-up-before-answering';
  const [first, second] = [await queue({ key: 'a' }), await queue({ key: 'b' })];
  await deliver();
  await deliver();
  expect((await owner.post(`/api/mail/messages/${first}/file-as-sent`).expect(200)).body.status).toBe('sent');
  await owner.post(`/api/mail/messages/${second}/cancel`).expect(409);
  await owner.post(`/api/mail/messages/${second}/retry`).expect(200);
  smtp.mood = 'accepts';
  await deliver();
  expect((await read(second!)).status).toBe('sent');
  await owner.post(`/api/mail/messages/${second}/file-as-sent`).expect(409);
  const ids = smtp.mails.map(({ raw }) => header(raw, 'Message-ID'));
  expect(ids).toEqual([expect.any(String), expect.any(String), ids[1]]);
});

it('is held back by whoever may, until it leaves', async () => {
  const id = await queue();
  await (await api.as('editorial')).post(`/api/mail/messages/${id}/cancel`).expect(403);
  expect((await owner.post(`/api/mail/messages/${id}/cancel`).expect(200)).body.status).toBe('cancelled');
  await setUp();
  await deliver();
  expect(smtp.mails).toEqual([]);
});

it('sends stored files along, and shows them before', async () => {
  const bytes = Buffer.from('%PDF-1.7 reddition');
  const file = await api
    .get(StoredFiles)
    .keep(api.get(Database).reader, { fileName: 'interne.pdf', mediaType: 'application/pdf', bytes });
  const id = await queue({ attachments: [{ fileId: file.id, name: 'Reddition 2026-S1.pdf' }] });
  expect((await read(id)).attachments).toEqual([
    { name: 'Reddition 2026-S1.pdf', mediaType: 'application/pdf', byteLength: bytes.length },
  ]);
  const shown = await owner.get(`/api/mail/messages/${id}/attachments/0`).buffer(true).expect(200);
  expect(Buffer.from(shown.body)).toEqual(bytes);
  await owner.get(`/api/mail/messages/${id}/attachments/1`).expect(404);
  await setUp();
  await deliver();
  expect(smtp.mails[0]!.raw).toContain('filename="Reddition 2026-S1.pdf"');
  expect(smtp.mails[0]!.raw).toContain(bytes.toString('base64'));
});

it.each([
  ['name', { to: { name: 'Anaïs\r\nBcc: spy@example.org', address: 'anais@example.org' } }],
  ['subject', { subject: 'Reddition\r\nBcc: spy@example.org\r\n\r\nOther text' }],
  ['attachment', { attachments: [{ fileId: 1, name: 'a.pdf"\r\nBcc: spy@example.org' }] }],
])('lets no %s begin a header of its own', async (_what, more) => {
  await api
    .get(StoredFiles)
    .keep(api.get(Database).reader, { fileName: 'a', mediaType: 'text/plain', bytes: Buffer.of(1) });
  await queue(more);
  await setUp();
  await deliver();
  const [mail] = smtp.mails;
  expect(mail!.to).toEqual(['anais@example.org']);
  expect(mail!.raw).not.toMatch(/^Bcc:/im);
});

it.each(['a@b.c\r\nRCPT TO:<spy@example.org>', 'two@example.org, three@example.org', '<a@example.org>', ''])(
  'refuses the address %j',
  async (address) => {
    await expect(queue({ to: { name: '', address } })).rejects.toMatchObject({ code: 'mail-address-invalid' });
  },
);

describe('what only the addressee may read', () => {
  const personal = { text: 'Ouvrez {{link}}', secrets: { link: 'https://example.org/auteur/entrer#jeton-secret' } };

  it('is in the mail, never in the outbox, and forgotten once sent', async () => {
    const id = await queue({ ...personal, html: undefined });
    const stored = JSON.stringify(await api.sql('SELECT * FROM mail_message'));
    expect(stored).not.toContain('jeton-secret');
    expect((await read(id)).text).toBe('Ouvrez [lien personnel, masqué]');
    await setUp();
    await deliver();
    expect(textOf(smtp.mails[0]!.raw)).toContain('auteur/entrer#jeton-secret');
    expect(await api.sql('SELECT secrets_encrypted FROM mail_message')).toEqual([{ secrets_encrypted: null }]);
  });

  it('does not leave once it has expired', async () => {
    const id = await queue({ ...personal, expiresAt: new Date(Date.now() - 1000) });
    await setUp();
    await deliver();
    expect(smtp.mails).toEqual([]);
    expect(await read(id)).toMatchObject({ status: 'failed', lastError: expect.stringContaining('expiré') });
    await owner.post(`/api/mail/messages/${id}/retry`).expect(409);
  });

  it('leaves before what can wait', async () => {
    await queue({ key: 'a' });
    await queue({ key: 'b', ...personal, expiresAt: new Date(Date.now() + 60_000) });
    await setUp();
    await deliver();
    expect(textOf(smtp.mails[0]!.raw)).toContain('jeton-secret');
  });
});

it('lists the outbox, by state and by words', async () => {
  await queue({ key: 'a', about: { type: 'closing', id: 7 } });
  await queue({ key: 'b', subject: 'Avis de virement', kind: 'payment-advice' });
  const list = async (query: string) => (await owner.get(`/api/mail/messages?${query}`).expect(200)).body;
  expect(await list('status=queued,failed')).toMatchObject({ total: 2 });
  expect(await list('status=sent')).toMatchObject({ total: 0 });
  expect((await list('about=closing:7')).items).toMatchObject([{ subject: 'Votre reddition de comptes' }]);
  expect((await list('q=virement')).items).toMatchObject([{ kind: 'payment-advice', attachments: 0 }]);
  await owner.get('/api/mail/messages?status=lost').expect(400);
});
