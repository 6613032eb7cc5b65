import type { Page } from 'playwright-core';

import { aCustomer, aTitle, completeHouse } from '../support/sales';
import { account, openDesk, PASSWORD, settled, type Desk } from './desk';

jest.setTimeout(120_000);

const SHOPS = '/ventes/points-de-vente';

let desk: Desk;
let page: Page;

beforeAll(async () => {
  desk = await openDesk();
  await completeHouse(desk.api);
  await aTitle(desk.api, { title: 'Les Vents contraires' });
  for (const name of ['Librairie Durance', 'Librairie de l’Îlot', 'Ombres blanches'])
    await aCustomer(desk.api, { name, siren: null, vatNumber: null });
});
afterEach(async () => {
  await page.context().close();
  desk.noFaults();
});
afterAll(() => desk.close());

const rowNames = () => page.locator('tbody tr').allInnerTexts();

describe('signing in', () => {
  it('says that address or password are wrong, without saying which, and keeps the address', async () => {
    const email = await account(desk.api, 'owner');
    page = await desk.open('/');
    await page.getByLabel('Adresse électronique').fill(email);
    await page.getByLabel('Mot de passe').fill('un mauvais');
    await page.getByRole('button', { name: 'Se connecter' }).click();
    const refusal = page.getByRole('alert');
    await refusal.waitFor();
    expect(await refusal.innerText()).toMatch(/adresse.*mot de passe/i);
    expect(await page.getByLabel('Adresse électronique').inputValue()).toBe(email);
    await page.getByLabel('Mot de passe').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /Hélène Marchand/ }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/accueil');
  });

  it('comes back to the page that was asked for, and out again', async () => {
    page = await desk.open(SHOPS);
    await page.getByLabel('Adresse électronique').fill(await account(desk.api, 'owner'));
    await page.getByLabel('Mot de passe').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Points de vente' }).waitFor();
    await page.getByRole('button', { name: 'Hélène Marchand' }).click();
    await page.getByRole('menuitem', { name: 'Se déconnecter' }).click();
    await page.getByRole('heading', { name: 'Se connecter' }).waitFor();
    await page.goto(desk.url + SHOPS);
    await page.getByRole('heading', { name: 'Se connecter' }).waitFor();
  });
});

describe('a reader’s own desk', () => {
  it('speaks the language that was chosen, and does so the next time', async () => {
    page = await desk.open(SHOPS, { as: 'sales' });
    await choose('English');
    await page.getByRole('heading', { level: 1, name: 'Points of sale' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Points of sale' }).waitFor();
    await choose('Français');
    await page.getByRole('heading', { level: 1, name: 'Points de vente' }).waitFor();
  });

  it('stays dark when it was made dark', async () => {
    page = await desk.open(SHOPS, { as: 'sales' });
    const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const light = await paper();
    await choose('Thème sombre');
    await page.waitForFunction((was) => getComputedStyle(document.documentElement).backgroundColor !== was, light);
    const dark = await paper();
    await page.reload();
    await settled(page);
    expect(await paper()).toBe(dark);
    await choose('Thème clair');
    await page.waitForFunction((was) => getComputedStyle(document.documentElement).backgroundColor === was, light);
  });

  it('finds a title, a shop or a page with Ctrl K and three letters', async () => {
    page = await desk.open('/accueil', { as: 'sales' });
    await settled(page);
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('dur');
    await page.getByRole('option', { name: /Librairie Durance/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Librairie Durance' }).waitFor();
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('vents');
    await page.getByRole('option', { name: /Les Vents contraires/ }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('combobox').waitFor({ state: 'detached' });
  });
});

describe('a list', () => {
  it('is gone through, searched and opened without a mouse', async () => {
    page = await desk.open(SHOPS, { as: 'sales' });
    await page.getByRole('link', { name: 'Ombres blanches' }).waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('ilot');
    await page.waitForFunction(() => document.querySelectorAll('tbody tr').length === 1);
    expect((await rowNames())[0]).toContain('Librairie de l’Îlot');
    expect(page.url()).toContain('q=ilot');
    await page.keyboard.press('Escape');
    await page.locator('body').click({ position: { x: 700, y: 880 } });
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Librairie de l’Îlot' }).waitFor();
    await page.goBack();
    await page.getByRole('link', { name: 'Librairie de l’Îlot' }).waitFor();
    expect(await page.getByRole('searchbox').inputValue()).toBe('ilot');
    await page.locator('body').click({ position: { x: 700, y: 880 } });
    await page.keyboard.press('n');
    await page.getByRole('heading', { level: 1, name: 'Nouveau point de vente' }).waitFor();
  });
});

describe('a form', () => {
  it('is saved by keyboard, and asks before it is left unsaved', async () => {
    page = await desk.open(`${SHOPS}/nouveau`, { as: 'sales' });
    await page.getByRole('textbox', { name: /^Nom/ }).first().fill('Librairie du Phare');
    await page.getByRole('link', { name: 'Accueil' }).first().click();
    const question = page.getByRole('alertdialog');
    await question.waitFor();
    await question.getByRole('button', { name: 'Annuler' }).click();
    expect(await page.getByRole('textbox', { name: /^Nom/ }).first().inputValue()).toBe('Librairie du Phare');
    await fillShop(page);
    await page.keyboard.press('Control+s');
    await page.getByRole('heading', { level: 1, name: 'Librairie du Phare' }).waitFor();
    const saved = await desk.api.sql(`SELECT trade_discount_rate::text AS rate FROM point_of_sale WHERE name = $1`, [
      'Librairie du Phare',
    ]);
    expect(saved).toEqual([{ rate: '36.5' }]);
  });

  it('says what is wrong beside the field, and sends nothing', async () => {
    page = await desk.open(`${SHOPS}/nouveau`, { as: 'sales' });
    await page.getByRole('textbox', { name: /^Nom/ }).first().fill('Librairie sans clé');
    await fillShop(page);
    await page.getByLabel('GLN').fill('3020180056780');
    await page.keyboard.press('Control+s');
    await page.getByText('Un GLN (Gencod) a 13 chiffres, dont une clé.').waitFor();
    expect(await desk.api.sql(`SELECT 1 FROM point_of_sale WHERE name = 'Librairie sans clé'`)).toEqual([]);
  });
});

describe('a role', () => {
  it('sees what it may, and is told where it may not go', async () => {
    page = await desk.open(SHOPS, { as: 'read-only' });
    await page.getByRole('link', { name: 'Librairie Durance' }).click();
    await page.getByRole('heading', { level: 1, name: 'Librairie Durance' }).waitFor();
    expect(await page.getByRole('link', { name: 'Modifier' }).count()).toBe(0);
    expect(await page.getByRole('link', { name: 'Utilisateurs' }).count()).toBe(0);
    await page.goto(`${desk.url}/reglages/utilisateurs`);
    await page.getByText('Votre rôle ne donne pas accès à cette page.').waitFor();
    await page.goto(`${desk.url}${SHOPS}/nouveau`);
    await page.getByText('Votre rôle ne donne pas accès à cette page.').waitFor();
  });
});

async function choose(name: string): Promise<void> {
  await page.getByRole('button', { name: 'Inès Baudry' }).click();
  await page.getByRole('menuitemradio', { name }).click();
}

async function fillShop(form: Page): Promise<void> {
  await form.getByRole('combobox', { name: /^Type/ }).selectOption({ label: 'Librairie indépendante' });
  await form.getByRole('textbox', { name: /^Remise/ }).fill('36,5');
  await form
    .getByRole('textbox', { name: /^Adresse/ })
    .first()
    .fill('1, quai du Port');
  await form
    .getByRole('textbox', { name: /^Code postal/ })
    .first()
    .fill('29200');
  await form
    .getByRole('textbox', { name: /^Ville/ })
    .first()
    .fill('Brest');
}
