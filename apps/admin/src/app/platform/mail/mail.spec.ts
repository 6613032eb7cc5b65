import type { MailListItem, MailResponse, MailSettingsResponse } from '@colophon/api-client';
import { aSession, openAt, settle } from '../testing';
import { mailBodyOf, mailDraftOf } from './mail-settings-draft';
import { outboxRoutes, settingsRoutes } from './mail.routes';

beforeEach(() => localStorage.clear());
afterEach(() => document.querySelector('.cdk-overlay-container')?.remove());

const routes = [
  { path: 'reglages/courriels', children: settingsRoutes },
  { path: 'reglages/boite-d-envoi', children: outboxRoutes },
];
const session = aSession({ permissions: ['mail.read', 'mail.write'] });

function settings(with_: Partial<MailSettingsResponse> = {}): MailSettingsResponse {
  return {
    ...{ version: 3, host: 'smtp.phare.example', port: 465, security: 'tls', userName: 'phare', hasPassword: true },
    ...{ fromName: null, fromAddress: 'droits@phare.example', replyTo: null, publicAddress: null },
    ...{ defaultPublicAddress: 'http://localhost:3000', waiting: 2 },
    ...with_,
  };
}

function aMail(with_: Partial<MailResponse> = {}): MailResponse {
  return {
    ...{ id: 7, kind: 'statement', toName: 'Anaïs Le Bihan', toAddress: 'anais@example.org', subject: 'Reddition' },
    ...{ text: 'Bonjour,\n\nVoici votre reddition.', html: '<p>x</p>', status: 'uncertain', attempts: 1 },
    ...{
      nextAttemptAt: null,
      lastError: 'La connexion a été coupée.',
      createdAt: '2026-07-15T09:00:00Z',
      sentAt: null,
    },
    ...{
      aboutType: null,
      aboutId: null,
      attachments: [{ name: 'RED-1.pdf', mediaType: 'application/pdf', byteLength: 9 }],
    },
    ...with_,
  };
}

const text = (page: Element | null | undefined) => page?.textContent?.replaceAll(/[\u202f\u00a0]/g, ' ') ?? '';
const button = (page: Element, label: string): HTMLButtonElement | undefined =>
  [...page.querySelectorAll('button')].find((one) => one.textContent?.includes(label));

describe('the settings', () => {
  it('keep the password that is set unless one is typed, and forget it with the user', () => {
    const draft = mailDraftOf(settings());
    expect(draft.password).toBe('');
    expect(mailBodyOf(draft, 3)).not.toHaveProperty('password');
    expect(mailBodyOf({ ...draft, password: 'autre' }, 3)).toMatchObject({ password: 'autre', version: 3 });
    expect(mailBodyOf({ ...draft, userName: '' }, 3)).toMatchObject({ userName: null, password: null });
  });

  it('are shown without the password, and saved with the port of the encryption', async () => {
    const { harness, http } = await openAt(routes, '/', session);
    const opened = harness.navigateByUrl('/reglages/courriels');
    await settle(harness);
    http.expectOne('/api/mail/settings').flush(settings());
    await opened;
    await settle(harness);
    const page = harness.routeNativeElement!;
    expect(text(page)).toContain('Un mot de passe est enregistré');
    expect(text(page)).toContain('Courriels en attente : 2');
    const select = page.querySelector('select')!;
    select.value = 'starttls';
    select.dispatchEvent(new Event('input', { bubbles: true }));
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await settle(harness);
    button(page, 'Enregistrer')!.click();
    await settle(harness);
    const sent = http.expectOne((request) => request.method === 'PUT');
    expect(sent.request.body).toMatchObject({ security: 'starttls', port: 587, version: 3 });
    sent.flush(settings({ version: 4 }));
    await settle(harness);
    button(page, 'Envoyer un essai')!.click();
    await settle(harness);
    http.expectOne('/api/mail/settings/test').flush(aMail({ status: 'failed', lastError: 'Le serveur refuse.' }));
    await settle(harness);
    expect(text(page)).toContain('Le serveur refuse.');
  });
});

describe('the outbox', () => {
  it('says what waits and why', async () => {
    const { harness, http } = await openAt(routes, '/reglages/boite-d-envoi', session);
    await settle(harness);
    http.match('/api/mail/settings').forEach((request) => request.flush(settings({ host: null })));
    const row: MailListItem = { ...aMail(), attachments: 1, status: 'queued', lastError: 'Le serveur ne répond pas.' };
    http
      .match((request) => request.url === '/api/mail/messages')
      .forEach((request) => request.flush({ items: [row], nextCursor: null, total: 1, totalIsCapped: false }));
    await settle(harness);
    expect(text(harness.routeNativeElement)).toContain('Aucun serveur d’envoi');
    expect(text(harness.routeNativeElement)).toContain('Le serveur ne répond pas.');
    expect(text(harness.routeNativeElement)).toContain('en attente');
  });

  it('asks before a mail that may have arrived is sent again', async () => {
    const { harness, http } = await openAt(routes, '/reglages/boite-d-envoi/7', session);
    await settle(harness);
    http.expectOne('/api/mail/messages/7').flush(aMail());
    await settle(harness);
    const page = harness.routeNativeElement!;
    expect(page.querySelector('a[download]')?.getAttribute('href')).toBe('/api/mail/messages/7/attachments/0');
    expect(button(page, 'Retenir')).toBeUndefined();
    button(page, 'Envoyer de nouveau')!.click();
    await settle(harness);
    http.expectNone((request) => request.method === 'POST');
    const dialog = document.querySelector('.cdk-overlay-container')!;
    expect(text(dialog)).toContain('deux fois');
    button(dialog, 'Envoyer de nouveau')!.click();
    await settle(harness);
    http.expectOne('/api/mail/messages/7/retry').flush(aMail({ status: 'queued', lastError: null }));
    await settle(harness);
    expect(text(page)).toContain('en attente');
  });
});
