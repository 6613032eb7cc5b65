import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import type { Page } from 'playwright-core';

import { readPdf } from '../../libs/documents/src/pdf/read-pdf.fixture';
import { amountsIn } from '../scenarios/amounts';
import { enterRatesOf } from '../scenarios/steps';
import { today, type House } from '../scenarios/house';
import { addDays, yearOf } from '@colophon/domain/calendar';
import { account, openDesk, PASSWORD, picture, settled, type Desk } from './desk';
import { chooseIn, fieldOf, savedFile } from './hands';

jest.setTimeout(120_000);

const SAMPLE = resolve(__dirname, '../../samples/premiers-pas');
const FILES = ['auteurs.csv', 'contrats.csv', 'points-de-vente.csv', 'titres.csv'];
/** What the read-me of the sample says to write instead. */
const LOST = '9,79E+12';
const FOUND = '979-10-999995-3-5';
const PAID_ON = addDays(today, 30);

let desk: Desk;
let page: Page;

beforeAll(async () => {
  desk = await openDesk();
  await enterRatesOf({ accountant: await desk.api.as('accountant') } as House, yearOf(PAID_ON));
});
afterAll(async () => {
  desk?.noFaults();
  await desk?.close();
});

describe('a newcomer’s first hour, in an empty house', () => {
  it('signs in, and is told where to begin', async () => {
    page = await desk.open('/');
    await page.getByLabel('Adresse électronique').fill(await account(desk.api, 'owner'));
    await page.getByLabel('Mot de passe').fill(PASSWORD);
    await page.getByRole('button', { name: 'Se connecter' }).click();
    await page.getByRole('heading', { name: 'Les premiers pas' }).waitFor();
    await page.getByRole('link', { name: 'Remplir la fiche de la maison' }).click();
  });

  it('says who the house is', async () => {
    await page.getByRole('heading', { level: 1, name: 'Maison' }).waitFor();
    const house = {
      'Raison sociale': 'Éditions de la Berge',
      'Forme juridique': 'SARL',
      SIREN: '732829320',
      SIRET: '73282932000074',
      'Numéro de TVA': 'FR44732829320',
      'Ville du RCS': 'Rennes',
      Adresse: '3, quai de la Prévalaye',
      'Code postal': '35000',
      'Ville(?! du)': 'Rennes',
      IBAN: 'FR7630006000011234567890189',
      BIC: 'AGRIFRPP',
    };
    for (const [label, value] of Object.entries(house)) await field(label).fill(value);
    await page.keyboard.press('Control+s');
    await page.getByText('Maison enregistrée.').waitFor();
  });

  it('brings the sample’s files, and is shown the one error with its file, row, column, value and reason', async () => {
    await page.goto(`${desk.url}/echanges/imports/nouveau`);
    await page.locator('input[type=file]').setInputFiles(sample());
    await page.getByText('Une erreur à corriger : rien n’a été enregistré.').waitFor();
    const report = await page.getByRole('region', { name: 'À corriger (1)' }).innerText();
    for (const words of ['titres.csv', 'Ligne 5', 'ISBN', LOST]) expect(report).toContain(words);
    await picture(page, 'newcomer-import-refused');
    expect(await desk.api.sql('SELECT 1 FROM work')).toEqual([]);
  });

  it('mends that file as the read-me says, drops it again and applies the import', async () => {
    await page.locator('input[type=file]').setInputFiles(sample((text) => text.replace(LOST, FOUND)).slice(-1));
    await page.getByText('Aucune erreur : vous pouvez appliquer cet import.').waitFor();
    await page.getByRole('button', { name: 'Appliquer l’import' }).click();
    await page.getByText('Tout a été enregistré.').waitFor();
    await picture(page, 'newcomer-import-applied');
    const [counts] = await desk.api.sql(
      `SELECT (SELECT count(*)::int FROM edition) AS editions, (SELECT count(*)::int FROM contract) AS contracts,
         (SELECT count(*)::int FROM contributor) AS contributors, (SELECT count(*)::int FROM point_of_sale) AS shops`,
    );
    expect(counts).toEqual({ editions: 6, contracts: 6, contributors: 5, shops: 4 });
  });

  it('plans a print run and accepts it, its royalties shown beforehand and explained to the cent', async () => {
    await page.goto(`${desk.url}/fabrication/tirages/nouveau`);
    await choose('Édition', 'mer à boire', /La mer à boire.*979-10-999995-0-4/);
    await field('Quantité prévue').fill('1500');
    await field('Imprimeur').fill('Imprimerie du Trégor');
    await page.keyboard.press('Control+s');
    await page.getByRole('link', { name: 'Accepter' }).click();
    const acceptance = page.getByRole('main');
    await acceptance.getByLabel('Exemplaires acceptés').fill('1500');
    // 1,500 less 20 of the author's, 2 of legal deposit and 3 %: 1,433 × 17.06 × 8 % = 1,955.76.
    await acceptance
      .getByText(/1\s955,76/)
      .first()
      .waitFor();
    const sum = (await acceptance.innerText()).replace(/\s/g, ' ');
    for (const words of ['Marchandeau', '1 433', '17,06', '8 %']) expect(sum).toContain(words);
    await picture(page, 'newcomer-acceptance');
    await acceptance.getByRole('button', { name: 'Accepter le tirage' }).click();
    await page.getByText('Ce tirage est accepté').waitFor();
  });

  it('closes the run, after a look at the draft and a word on what cannot be undone', async () => {
    await page.goto(`${desk.url}/droits/clotures/nouvelle`);
    await page.getByLabel('Un tirage accepté et ses contrats').check();
    await choose('Tirage accepté', 'mer', /La mer à boire/);
    await field('Paiement prévu le').fill(PAID_ON);
    await page.getByRole('button', { name: 'Calculer le projet' }).click();
    await page
      .getByText(/455,76/)
      .first()
      .waitFor();
    await picture(page, 'newcomer-closing-draft');
    await page.getByRole('button', { name: 'Clôturer définitivement' }).click();
    const question = page.getByRole('alertdialog');
    expect(await question.innerText()).toMatch(/Leurs montants ne changent plus jamais/);
    await question.getByRole('button', { name: 'Clôturer définitivement' }).click();
    await page.getByRole('link', { name: /Télécharger tous les documents/ }).waitFor();
    await picture(page, 'newcomer-closing');
  });

  it('opens the statement: each amount on its sum, the PDF in the page, the workbook', async () => {
    const statements = page.locator('co-closing-statements');
    await statements
      .getByRole('link', { name: /Marchandeau|RED-/ })
      .first()
      .click();
    await page.getByRole('heading', { level: 1, name: /Marchandeau/ }).waitFor();
    await page
      .getByRole('button', { name: /455,76/ })
      .first()
      .click();
    const sum = page.getByRole('dialog');
    await sum.waitFor();
    const explained = (await sum.innerText()).replace(/\s/g, ' ');
    for (const words of ['1 955,76', '1 500,00', '455,76']) expect(explained).toContain(words);
    await picture(page, 'newcomer-sum');
    await page.keyboard.press('Escape');
    await drawn();
    await picture(page, 'newcomer-statement');
    const { text } = readPdf(
      await saved(
        page
          .getByRole('link', { name: /PDF|Télécharger/ })
          .last()
          .click(),
      ),
    );
    for (const words of ['Iris Marchandeau', '1 955,76 €', '455,76 €']) expect(text).toContain(words);
    const workbook = await saved(page.getByRole('link', { name: 'Excel' }).click());
    expect(await amountsIn(workbook)).toEqual(expect.arrayContaining([1955.76, 455.76]));
  });

  it('invoices a bookshop without a mouse, and opens the invoice', async () => {
    await page.goto(`${desk.url}/ventes/factures`);
    await settled(page);
    await page.keyboard.press('n');
    await page.getByRole('heading', { level: 1, name: 'Nouvelle facture' }).waitFor();
    await field('Point de vente').focus();
    await page.keyboard.type('ponton');
    await page.keyboard.press('Enter');
    await valueOf('Point de vente', /Librairie du Ponton/);
    await page.getByRole('combobox', { name: 'ISBN, code-barres ou titre' }).focus();
    await page.keyboard.type('9791099999504');
    await page.keyboard.press('Enter');
    await page.keyboard.type('10', { delay: 60 });
    await page.keyboard.press('Enter');
    // 10 × 18.00 × (1 − 35 %) ÷ 1.055 = 110.90; VAT 6.10.
    await page
      .getByText(/110,90/)
      .first()
      .waitFor();
    await picture(page, 'newcomer-invoice-editor');
    await page.keyboard.press('Control+s');
    await page.getByRole('button', { name: 'Émettre la facture' }).press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: 'Émettre la facture' }).press('Enter');
    const number = `FA${yearOf(today)}-00001`;
    await page.getByRole('heading', { level: 1, name: number }).waitFor();
    await drawn();
    await picture(page, 'newcomer-invoice');
    const { text } = readPdf(await saved(page.getByRole('link', { name: 'PDF' }).first().click()));
    for (const words of [number, 'Librairie du Ponton', 'Éditions de la Berge', '117,00 €'])
      expect(text).toContain(words);
    const [stock] = await desk.api.sql(`SELECT copies FROM stock_movement WHERE kind = 'sold'`);
    expect(stock).toEqual({ copies: 10 });
  });
});

const field = (label: string) => fieldOf(page, label);
const choose = (label: string, words: string, name: RegExp) => chooseIn(page, label, words, name);
const saved = async (click: Promise<void>) => (await savedFile(page, () => click)).bytes;

/** Waits until a field holds what was chosen in it. */
async function valueOf(label: string, value: RegExp): Promise<void> {
  for (let round = 0; round < 100 && !value.test(await field(label).inputValue()); round += 1)
    await page.waitForTimeout(50);
  expect(await field(label).inputValue()).toMatch(value);
}

interface BroughtFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** The sample's files as they are, or with the titles as a person would have mended them. */
function sample(mend: (text: string) => string = (text) => text): BroughtFile[] {
  return FILES.map((name) => {
    const bytes = readFileSync(join(SAMPLE, name));
    const buffer = name === 'titres.csv' ? Buffer.from(mend(bytes.toString('utf8'))) : bytes;
    return { name, mimeType: 'text/csv', buffer };
  });
}

/** Waits until the preview of the document has ink on it. */
function drawn(): Promise<unknown> {
  return page.waitForFunction(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('ui-pdf-preview canvas');
    if (!canvas || canvas.width < 200) return false;
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
    const seen = new Set<number>();
    for (let at = 0; at < data.length && seen.size < 8; at += 4) seen.add(data[at]!);
    return seen.size >= 8;
  });
}
