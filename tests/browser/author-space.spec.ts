/** An author's evening: asks for a link, opens it from the mail on a phone, reads what was paid, asks about a line. */
import type { AddressInfo } from 'node:net';

import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';

import { Clock } from '../../apps/api/src/platform/clock/clock';
import { DeliverMails } from '../../apps/api/src/platform/mail/deliver-mails';
import { startTestApi, type TestApi } from '../support/api';
import { launchChromium } from '../support/chromium';
import { closeFirstHalf, openHouseAccount, runTo } from '../support/payments';
import { startSmtp, textOf, type SmtpCatcher } from '../support/smtp';

jest.setTimeout(240_000);

let api: TestApi;
let smtp: SmtpCatcher;
let browser: Browser;
let base: string;

beforeAll(async () => {
  api = await startTestApi();
  smtp = await startSmtp();
  await api.app.listen(0, '127.0.0.1');
  base = `http://127.0.0.1:${(api.app.getHttpServer().address() as AddressInfo).port}`;
  await openHouseAccount(api);
  await api.sql(`UPDATE house SET email = 'maison@phare.example'`);
  await closeFirstHalf(api, [{ author: 'Sarr', title: 'La Nuit des marées', payee: { email: 'anne@example.org' } }]);
  api.get(Clock).moveTo(new Date('2026-07-31T10:00:00Z'));
  await runTo(await api.as('accountant'), 'executed');
  const settings = { host: '127.0.0.1', port: smtp.port, security: 'none', fromAddress: 'droits@phare.example' };
  const owner = await api.as('owner');
  await owner.put('/api/mail/settings', { ...settings, publicAddress: base, version: 1 }).expect(200);
  await api.get(DeliverMails).deliverDue();
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await api?.close();
  await smtp?.close();
});

const lastMail = async (): Promise<string> => {
  await api.get(DeliverMails).deliverDue();
  return textOf(smtp.mails.at(-1)!.raw);
};

/** Nothing for axe to say, nothing that scrolls sideways under a thumb. */
async function isSound(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  const { violations } = await new AxeBuilder({ page }).analyze();
  const isWide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  expect({ at: page.url(), faults: violations.map(({ id }) => id), isWide }).toEqual({
    at: page.url(),
    faults: [],
    isWide: false,
  });
}

it('from the link in the mail to a question on a line, on a phone', async () => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'fr-FR' });
  const page = await context.newPage();
  await page.goto(`${base}/auteur`);
  await isSound(page);
  await page.getByLabel('Votre adresse électronique').fill('anne@example.org');
  await page.getByRole('button', { name: 'Recevoir un lien' }).click();
  await page.getByText('Regardez vos courriels').waitFor();

  const link = /http:\/\/127\.0\.0\.1\S+#[\w-]+/.exec(await lastMail())![0];
  await page.goto(link);
  await isSound(page);
  expect(page.url()).not.toContain('#');
  await page.getByRole('button', { name: 'Entrer dans mon espace' }).click();
  await page.getByRole('heading', { name: 'Où en sont vos droits' }).waitFor();
  await page
    .getByRole('link', { name: /1\s799,83/ })
    .first()
    .waitFor();
  await isSound(page);

  for (const [name, heading] of [
    ['Paiements', 'Vos paiements'],
    ['Contrats', 'Vos contrats'],
    ['Redditions', 'Vos redditions'],
  ] as const) {
    await page.getByRole('link', { name, exact: true }).click();
    await page.getByRole('heading', { name: heading }).waitFor();
    await isSound(page);
  }
  await page.getByRole('link', { name: /La Nuit des marées/ }).click();
  await page.getByText('Le calcul, ligne à ligne').waitFor();
  await isSound(page);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Reddition (PDF)' }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^RED-2026-00001.*\.pdf$/);
  await page.getByRole('button', { name: /^Poser une question sur.*Tirage 1/ }).click();
  await page.getByLabel('Votre question').fill('Pourquoi 8 % ?');
  await page.getByRole('button', { name: 'Envoyer la question' }).click();
  await page.getByText('Votre question est partie').waitFor();
  expect(await lastMail()).toContain('> Pourquoi 8 % ?');

  await page.getByRole('button', { name: 'Se déconnecter' }).click();
  await page.getByRole('button', { name: 'Recevoir un lien' }).waitFor();
  await page.goto(link);
  await page.getByRole('button', { name: 'Entrer dans mon espace' }).click();
  await page.getByText('a déjà servi').waitFor();
  await context.close();
});
