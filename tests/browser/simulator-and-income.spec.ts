import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

import { enterRatesOf } from '../scenarios/steps';
import { today, type House } from '../scenarios/house';
import { addDays, yearOf } from '@colophon/domain/calendar';
import { makeBook } from '../support/book';
import { NARROW, openDesk, picture, settled, WIDE, type Desk } from './desk';

jest.setTimeout(180_000);

let desk: Desk;
let page: Page;

beforeAll(async () => {
  desk = await openDesk();
  await enterRatesOf({ accountant: await desk.api.as('accountant') } as House, yearOf(addDays(today, 1)));
  const tiers = [{ upTo: 3000, rate: '8' }, { rate: '10' }];
  await makeBook(desk.api, { title: 'La mer à boire', author: 'Marchandeau', price: '18.00', tiers });
  page = await desk.open('/droits/simulateur', { as: 'owner' });
});
afterAll(async () => {
  desk?.noFaults();
  await desk?.close();
});

/** By its label, whatever help follows it. */
const field = (label: string) =>
  page
    .locator('input, select, textarea')
    .and(page.getByLabel(new RegExp(`^\\s*${label}`)))
    .first();

async function choose(label: string, typed: string, found: RegExp): Promise<void> {
  await field(label).click();
  await field(label).pressSequentially(typed);
  await page.getByRole('option', { name: found }).first().click();
}

/** No fault for axe, wide and narrow, and nothing that scrolls sideways. */
async function readsWell(name: string): Promise<void> {
  for (const size of [WIDE, NARROW]) {
    await page.setViewportSize(size);
    await picture(page, `${name}-${size.width}`);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120)}`)).toEqual([]);
    const isWide = await page.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
    );
    expect([name, size.width, isWide]).toEqual([name, size.width, false]);
  }
  await page.setViewportSize(WIDE);
}

describe('the simulator', () => {
  it('answers as one types, beside the present, and opens each amount on its trace', async () => {
    await settled(page);
    await choose('Édition', 'mer à boire', /La mer à boire/);
    // 1,000 × 17.06 × 8 % = 1,364.80.
    await page
      .getByRole('button', { name: /1\s364,80/ })
      .first()
      .waitFor();
    await field('Contrat').selectOption({ index: 1 });
    await page.getByRole('group', { name: 'Clause 1' }).waitFor();
    await field('Prix public TTC').fill('20');
    await page.getByRole('group', { name: 'Clause 1' }).getByLabel('Taux').first().fill('9');
    // 1,000 × 18.96 × 9 % = 1,706.40.
    const amount = page.getByRole('button', { name: /1\s706,40/ }).first();
    await amount.waitFor();
    await page
      .getByRole('button', { name: /1\s364,80/ })
      .first()
      .waitFor();
    await page.getByRole('heading', { name: 'Droits selon le tirage' }).waitFor();
    await readsWell('simulator');
    await amount.click();
    const sum = (await page.getByRole('dialog').innerText()).replace(/\s/g, ' ');
    for (const words of ['18,96', '9 %', '1 706,40', 'Clause']) expect(sum).toContain(words);
    await page.keyboard.press('Escape');
  });

  it('begins with a blank contract', async () => {
    await field('Partir').selectOption('blank');
    await field('Prix public TTC').fill('14');
    await field('Tirage').fill('2000');
    // 2,000 × 13.27 × 8 % = 2,123.20: the first worked example of the guide.
    await page
      .getByRole('button', { name: /2\s123,20/ })
      .first()
      .waitFor();
    await page
      .getByRole('button', { name: /1\s799,83/ })
      .first()
      .waitFor();
  });

  it('has written nothing', async () => {
    const [counts] = await desk.api.sql(
      `SELECT (SELECT count(*)::int FROM print_run) AS runs, (SELECT count(*)::int FROM closing) AS closings,
         (SELECT max(retail_price_incl_vat) FROM edition_price) AS price`,
    );
    expect(counts).toEqual({ runs: 0, closings: 0, price: '18.00' });
  });
});

describe('receipts and licences', () => {
  it('are entered from the keyboard and taken back with a reason', async () => {
    await page.goto(`${desk.url}/droits/recettes`);
    await settled(page);
    await page.keyboard.press('n');
    await page.getByRole('heading', { level: 1, name: 'Saisir une recette' }).waitFor();
    await choose('Édition', 'mer à boire', /La mer à boire/);
    await field('Recette nette HT').fill('563,46');
    await field('Canal ou plateforme').fill('Kobo');
    await field('Pays').fill('Belgique');
    await readsWell('receipt-form');
    await page.keyboard.press('Control+s');
    await page.getByRole('heading', { level: 1, name: 'La mer à boire' }).waitFor();
    await page.getByText('À compter dans la prochaine reddition').waitFor();
    await readsWell('receipt');
    await page.getByRole('button', { name: 'Annuler' }).click();
    await page.getByRole('dialog').getByLabel('Motif').fill('Saisie deux fois');
    await page.getByRole('button', { name: 'Écrire l’annulation' }).click();
    await page.getByText('Saisie deux fois').first().waitFor();
    await page.goto(`${desk.url}/droits/recettes`);
    await settled(page);
    await page.getByText('Annulation').first().waitFor();
    await readsWell('receipts');
  });

  it('keep a licence with what it paid and whether the authors know', async () => {
    await page.goto(`${desk.url}/droits/cessions/nouvelle`);
    await choose('Œuvre', 'mer', /La mer à boire/);
    await field('Référence').fill('CES-2026-001');
    await field('Cessionnaire').fill('Kampa Verlag');
    await field('Pays').fill('Allemagne, Autriche');
    await readsWell('licence-form');
    await page.keyboard.press('Control+s');
    await page.getByText('Allemagne, Autriche').or(page.getByText('Autriche, Allemagne')).first().waitFor();
    await page.getByRole('button', { name: 'Encaisser' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/^\s*Brut/).fill('1000');
    await dialog.getByLabel(/^\s*Retenue étrangère/).fill('50');
    await dialog.getByRole('button', { name: 'Enregistrer l’encaissement' }).click();
    await page
      .getByText(/950,00/)
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Les auteurs sont informés' }).click();
    await page.getByText('En cours').first().waitFor();
    await readsWell('licence');
  });
});
