/** Colophon as its people meet it: the built pages, served by the real API on a database of its own, in a real browser. */
import { existsSync, mkdirSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';

import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';

import type { Role } from '../../apps/api/src/platform/sign-in/actor';
import { hashPassword } from '../../apps/api/src/platform/sign-in/passwords';
import { startTestApi, type TestApi, type TestApiOptions } from '../support/api';
import { launchChromium } from '../support/chromium';

export const PASSWORD = 'un bon mot de passe';
export const WIDE = { width: 1440, height: 900 };
export const NARROW = { width: 390, height: 844 };

/** Slow machines are not broken programs; a page that never comes is. */
const PATIENCE = 20_000;

export interface Desk {
  readonly api: TestApi;
  readonly url: string;
  /** A page of its own session, with the role's cookie where one is named; faults that it logs fail {@link noFaults}. */
  open(path: string, options?: { as?: Role; context?: BrowserContextOptions }): Promise<Page>;
  /** One more page of the same session. */
  another(page: Page): Promise<Page>;
  /** Fails where a page logged an error since the last look: an exception, a refused script, an answer of 500. */
  noFaults(): void;
  close(): Promise<void>;
}

/** @param options those of the API: a database that exists already, a data folder, a day. */
export async function openDesk(options: TestApiOptions = {}): Promise<Desk> {
  if (!existsSync(resolve(__dirname, '../../apps/admin/dist/browser/index.html')))
    throw new Error('The pages are not built: run `node scripts/build.cjs` first (npm test does).');
  const api = await startTestApi({ tasks: true, ...options });
  await api.app.listen(0, '127.0.0.1');
  const url = `http://127.0.0.1:${(api.app.getHttpServer().address() as AddressInfo).port}`;
  const browser = await launchChromium();
  const faults: string[] = [];
  return {
    api,
    url,
    open: async (path, { as, context } = {}) => {
      const page = await openPage(await newContext(browser, context), faults);
      if (as) await signInAs(page.context(), { api, url }, as);
      await page.goto(url + path);
      return page;
    },
    another: (page) => openPage(page.context(), faults),
    noFaults: () => expect(faults.splice(0)).toEqual([]),
    close: async () => {
      await browser.close();
      await api.close();
    },
  };
}

export function newContext(browser: Browser, options: BrowserContextOptions = {}): Promise<BrowserContext> {
  return browser.newContext({ locale: 'fr-FR', viewport: WIDE, reducedMotion: 'reduce', ...options });
}

export async function openPage(context: BrowserContext, faults: string[] = []): Promise<Page> {
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`));
  page.on('console', (message) => {
    // The browser logs each refused request; those are the tests' own doing unless the server broke.
    const expected = /the server responded with a status of 4\d\d/.test(message.text());
    if (message.type() === 'error' && !expected) faults.push(`${page.url()}: ${message.text()}`);
  });
  return page;
}

/** An account with a password, as the owner would have made it. @returns its address */
export async function account(api: TestApi, role: Role): Promise<string> {
  const email = `${role}@berge.example`;
  await api.sql(
    `INSERT INTO app_user (email, display_name, role, password_hash) VALUES ($1, $2, $3, $4)
     ON CONFLICT (lower(email)) DO NOTHING`,
    [email, names[role], role, await hashPassword(PASSWORD)],
  );
  return email;
}

const names: Readonly<Record<Role, string>> = {
  owner: 'Hélène Marchand',
  editorial: 'Yves Tanguy',
  sales: 'Inès Baudry',
  accountant: 'Paul Leclerc',
  'read-only': 'Zoé Martin',
};

async function signInAs(context: BrowserContext, { api, url }: Pick<Desk, 'api' | 'url'>, role: Role): Promise<void> {
  const answer = await context.request.post(`${url}/api/session`, {
    data: { email: await account(api, role), password: PASSWORD },
  });
  if (!answer.ok()) throw new Error(`Signing in as ${role}: ${answer.status()} ${await answer.text()}`);
}

/** Keeps a picture of a page where `COLOPHON_SCREENSHOTS` names a folder. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['COLOPHON_SCREENSHOTS'];
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name.replace(/[^\w-]+/g, '-')}.png`), fullPage: true });
}

/** Waits until a page shows its heading and what it fetched. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await page.waitForFunction(() => !document.querySelector('main :is(.skeleton, [aria-busy=true])'));
  await page.waitForTimeout(150);
}
