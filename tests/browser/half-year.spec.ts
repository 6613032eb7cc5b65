/**
 * A whole half-year of the demonstration house, as its accountant goes through it: what is missing, the draft, a contract
 * mended, the close, the mails, an author's own space, the file for the bank, and a correction in the next period.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Page } from 'playwright-core';

import { schemaErrors } from '../../libs/documents/src/sepa/validate-xml.fixture';
import { AppModule } from '../../apps/api/src/app.module';
import { DEMO_NOW, prepareHouse } from '../../apps/api/src/demo';
import { Clock } from '../../apps/api/src/platform/clock/clock';
import { readConfig } from '../../apps/api/src/platform/config/config';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { header, startSmtp, textOf, type SmtpCatcher } from '../support/smtp';
import { openDesk, picture, settled, type Desk } from './desk';
import { confirm, fieldOf, plain, savedFile } from './hands';

jest.setTimeout(240_000);

let database: TestDatabase;
let dataDir: string;
let smtp: SmtpCatcher;
let desk: Desk;
let page: Page;

beforeAll(async () => {
  database = await createTestDatabase();
  dataDir = mkdtempSync(join(tmpdir(), 'colophon-half-year-'));
  const env = { DATABASE_URL: database.url, COLOPHON_DATA_DIR: dataDir, COLOPHON_TASKS: '0' };
  await prepareHouse(AppModule.with, readConfig({ ...env, COLOPHON_RENDER_THREADS: '0' }), () => undefined);
  smtp = await startSmtp();
  desk = await openDesk({ url: database.url, dataDir, now: DEMO_NOW });
});
afterAll(async () => {
  desk?.noFaults();
  await desk?.close();
  await smtp?.close();
  await database?.drop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** A contract that somebody began and left as a draft: a foreword at 1 % of a book printed in this half-year. */
async function leaveADraft(): Promise<{ id: number; reference: string; workId: number }> {
  const editorial = await desk.api.as('editorial');
  const [run] = await desk.api.sql<{ editionId: number; workId: number; contributorId: number }>(
    `SELECT r.edition_id AS "editionId", e.work_id AS "workId", (SELECT id FROM contributor WHERE last_name = 'Sarr') AS "contributorId"
     FROM print_run r JOIN edition e ON e.id = r.edition_id
     WHERE r.status = 'accepted' AND r.accepted_on BETWEEN '2026-01-01' AND '2026-06-30' AND NOT EXISTS (
       SELECT FROM contract k JOIN contributor c ON c.id = k.contributor_id WHERE k.work_id = e.work_id AND c.last_name = 'Sarr')
     ORDER BY r.id LIMIT 1`,
  );
  const { editionId, workId, contributorId } = run!;
  const input = {
    reference: 'PREFACE-2026',
    status: 'draft',
    contributorId,
    workId,
    signedOn: '2026-01-05',
    statementFrequency: 'half-yearly',
    clauses: [{ editionId, basis: 'printed', tiers: [{ upTo: null, rate: '1' }] }],
    advances: [],
  };
  const { body } = await editorial.post('/api/contracts', input).expect(201);
  return { id: body.id, reference: body.reference, workId };
}

/** The draft or closed statement of the foreword in a closing. */
async function prefaceIn(closingId: number): Promise<{ id: number; adjustments: string; earned: string }> {
  const [statement] = await desk.api.sql<{ id: number; adjustments: string; earned: string }>(
    `SELECT s.id, s.adjustments::text, s.earned::text FROM royalty_statement s JOIN contract k ON k.id = s.contract_id
     WHERE k.reference = 'PREFACE-2026' AND s.closing_id = $1`,
    [closingId],
  );
  return statement!;
}

const closingIdOf = (url: string) => Number(/clotures\/(\d+)/.exec(url)![1]);

/** Waits for mails of a kind, by what their subject says. */
async function mailsAbout(subject: RegExp, count: number): Promise<string[]> {
  const found = () => smtp.mails.filter(({ raw }) => subject.test(subjectOf(raw))).map(({ raw }) => raw);
  for (let round = 0; round < 600 && found().length < count; round += 1) await page.waitForTimeout(100);
  return found();
}

/** A mail's subject, its encoded words undone. */
const subjectOf = (raw: string): string =>
  (header(raw, 'Subject') ?? '').replace(/=\?UTF-8\?([BQ])\?([^?]*)\?=\s*/gi, (_all, coding: string, text: string) =>
    coding.toUpperCase() === 'B'
      ? Buffer.from(text, 'base64').toString('utf8')
      : decodeURIComponent(
          text
            .replace(/_/g, ' ')
            .replace(/%/g, '%25')
            .replace(/=([0-9A-F]{2})/gi, '%$1'),
        ),
  );

async function close(name: string): Promise<void> {
  await page.getByRole('button', { name: 'Clôturer définitivement' }).click();
  await picture(page, name);
  await confirm(page, 'Clôturer définitivement');
  await page.getByRole('link', { name: /Télécharger tous les documents/ }).waitFor({ timeout: 120_000 });
}

describe('a half-year of the demonstration house', () => {
  let preface: Awaited<ReturnType<typeof leaveADraft>>;
  let closing: string;
  let authorPage: Page;

  it('is told by the check-list what is missing, and leads to the contract that somebody left as a draft', async () => {
    preface = await leaveADraft();
    page = await desk.open('/droits/clotures/nouvelle', { as: 'owner' });
    await page.getByRole('button', { name: 'Premier semestre 2026' }).click();
    await fieldOf(page, 'Paiement prévu le').fill('2026-07-31');
    await page.getByRole('heading', { name: 'Avant de calculer' }).waitFor();
    await picture(page, 'half-year-check-list');
    const item = page.locator('details', { hasText: 'PREFACE-2026' });
    await item.locator('summary').click();
    const [contract] = await Promise.all([
      page.waitForEvent('popup'),
      item.getByRole('link', { name: /PREFACE-2026/ }).click(),
    ]);
    await contract.getByRole('heading', { level: 1, name: /PREFACE-2026/ }).waitFor();
    await contract.getByRole('button', { name: 'Activer le contrat' }).click();
    await confirm(contract, 'Activer le contrat');
    await contract.getByText('Contrat PREFACE-2026 activé.').waitFor();
    await contract.close();
    await page.getByRole('button', { name: 'Vérifier à nouveau' }).click();
    await item.waitFor({ state: 'detached' });
  });

  it('computes a draft that tells what changes, and a contract that was mended is in it', async () => {
    await page.getByRole('button', { name: 'Calculer le projet' }).click();
    await page.getByRole('heading', { name: 'Ce qui change' }).waitFor();
    await settled(page);
    await picture(page, 'half-year-draft');
    closing = page.url();
    const { id, earned } = await prefaceIn(closingIdOf(closing));
    expect(earned).not.toBe('0.00');
    await page.goto(`${desk.url}/droits/redditions/${id}`);
    await page.getByRole('heading', { level: 1, name: /Sarr/ }).waitFor();
    await page.goto(closing);
  });

  it('closes, and keeps a document for each statement', async () => {
    await close('half-year-close');
    await picture(page, 'half-year-closed');
    const [count] = await desk.api.sql(
      `SELECT (SELECT count(*)::int FROM royalty_statement WHERE closing_id = $1) AS statements,
         (SELECT count(*)::int FROM statement_document d JOIN royalty_statement s ON s.id = d.statement_id WHERE s.closing_id = $1 AND d.format = 'pdf' AND d.locale = 'fr') AS papers`,
      [closingIdOf(closing)],
    );
    expect(count!['papers']).toBe(count!['statements']);
    await page.getByRole('button', { name: 'Vérifier' }).click();
    await page
      .getByRole('status')
      .getByText(/différence|identiques|mêmes/i)
      .waitFor();
  });

  it('keeps the mails until a server is set, then sends one to each person, and never a second', async () => {
    const send = page.getByRole('button', { name: /^Envoyer \(\d+\)/ });
    const people = Number(/\((\d+)\)/.exec(await send.innerText())![1]);
    await send.click();
    await confirm(page, 'Envoyer');
    await page.goto(`${desk.url}/reglages/courriels`);
    await fieldOf(page, 'Serveur').fill('127.0.0.1');
    await fieldOf(page, 'Chiffrement').selectOption('none');
    await fieldOf(page, 'Port').fill(String(smtp.port));
    await fieldOf(page, 'Adresse d’expédition').fill('bonjour@gue-aux-loutres.example');
    await fieldOf(page, 'Adresse publique').fill(desk.url);
    await picture(page, 'half-year-mail-settings');
    await page.keyboard.press('Control+s');
    await page.getByText(/Réglages enregistrés/).waitFor();
    const mails = await mailsAbout(/redditions?/i, people);
    expect(mails).toHaveLength(people);
    expect(mails[0]).toContain('application/pdf');
    expect(new Set(mails.map((raw) => header(raw, 'To'))).size).toBe(people);
    await page.goto(closing);
    await page.getByText('Envoyé').first().waitFor();
    await picture(page, 'half-year-sent');
    expect(await send.count()).toBe(0);
  });

  it('opens an author’s own space by a link that serves once', async () => {
    const [author] = await desk.api.sql<{ id: number }>(`SELECT id FROM contributor WHERE last_name = 'Sarr'`);
    await page.goto(`${desk.url}/catalogue/contributeurs/${author!.id}`);
    await page.getByRole('button', { name: 'Envoyer une invitation' }).click();
    await confirm(page, 'Envoyer une invitation');
    const [mail] = await mailsAbout(/espace/i, 1);
    const link = /https?:\/\/\S+auteur\S*/.exec(textOf(mail!))![0];
    authorPage = await desk.open(link.slice(desk.url.length), { context: { viewport: { width: 390, height: 844 } } });
    await authorPage.getByRole('button', { name: 'Entrer dans mon espace' }).click();
    await authorPage.getByRole('heading', { level: 1, name: 'Où en sont vos droits' }).waitFor();
    await settled(authorPage);
    await picture(authorPage, 'half-year-author');
    const again = await desk.open(link.slice(desk.url.length));
    await again.getByRole('button', { name: 'Entrer dans mon espace' }).click();
    await again
      .getByText(/ne sert qu’une fois|expiré|déjà servi/)
      .first()
      .waitFor();
    await again.context().close();
  });

  it('lets the author open an amount on its sum and ask about it, and the house answers', async () => {
    await authorPage.getByRole('link', { name: 'Redditions' }).first().click();
    await authorPage
      .getByRole('link', { name: /RED-2026/ })
      .first()
      .click();
    await authorPage.getByRole('heading', { name: 'Le calcul, ligne à ligne' }).waitFor();
    await settled(authorPage);
    await picture(authorPage, 'half-year-author-statement');
    await authorPage
      .getByRole('button', { name: /Poser une question/ })
      .first()
      .click();
    await authorPage.getByLabel('Votre question').fill('Pourquoi ce nombre d’exemplaires ?');
    await authorPage.getByRole('button', { name: 'Envoyer la question' }).click();
    await authorPage.getByText('Votre question est partie.').waitFor();
    await page.goto(`${desk.url}/droits/questions`);
    await page.getByRole('link', { name: 'Aminata Sarr' }).first().click();
    await page
      .getByRole('textbox', { name: 'Votre réponse' })
      .fill('Le tirage accepté, moins les exemplaires hors droits.');
    await page.getByRole('button', { name: 'Envoyer la réponse' }).click();
    await page.getByText('La réponse est partie.').waitFor();
    await picture(page, 'half-year-answer');
    expect((await mailsAbout(/réponse/i, 1)).length).toBeGreaterThan(0);
  });

  it('makes the file for the bank, valid by the official schema, its sum to the cent', async () => {
    await page.goto(`${desk.url}/droits/paiements/ordres/nouveau`);
    await fieldOf(page, 'Payer ce qui est dû jusqu’au').fill('2026-07-31');
    await fieldOf(page, 'Date d’exécution').fill('2026-07-31');
    await page.getByRole('button', { name: 'Préparer le brouillon' }).click();
    await page.getByRole('button', { name: 'Approuver' }).waitFor();
    await picture(page, 'half-year-payment-draft');
    await page.getByRole('button', { name: 'Approuver' }).click();
    await confirm(page, 'Approuver');
    await page.getByRole('button', { name: 'Produire le fichier' }).click();
    const { bytes } = await savedFile(page, () => confirm(page, 'Produire le fichier'));
    const xml = bytes.toString('utf8');
    expect(schemaErrors('pain.001.001.09', [xml])).toEqual([[]]);
    const [run] = await desk.api.sql<{ net: string; count: number }>(
      `SELECT sum(net)::text AS net, count(*)::int AS count FROM royalty_payment p JOIN payment_run r ON r.id = p.payment_run_id WHERE r.status = 'exported'`,
    );
    expect(xml).toContain(`<CtrlSum>${run!.net}</CtrlSum>`);
    expect(xml).toContain(`<NbOfTxs>${run!.count}</NbOfTxs>`);
    await picture(page, 'half-year-exported');
  });

  it('records that the bank has paid: the books, the certificates and the advice follow', async () => {
    desk.api.get(Clock).moveTo(new Date('2026-07-31T15:00:00Z'));
    await desk.api.sql(`UPDATE user_session SET expires_at = '2030-01-01'`);
    await page.reload();
    await page.getByRole('button', { name: 'Enregistrer l’exécution' }).click();
    await picture(page, 'half-year-execute');
    await page
      .getByRole('dialog')
      .or(page.getByRole('alertdialog'))
      .getByRole('button', { name: 'Enregistrer l’exécution' })
      .click();
    await page.getByText('L’exécution est enregistrée.').waitFor();
    await picture(page, 'half-year-executed');
    const [books] = await desk.api.sql(
      `SELECT sum(l.debit)::text AS debit, sum(l.credit)::text AS credit, sum(l.credit) FILTER (WHERE l.role = 'bank')::text AS paid
       FROM journal_entry_line l JOIN journal_entry e ON e.id = l.entry_id WHERE e.entered_on = '2026-07-31'`,
    );
    expect(books!['debit']).toBe(books!['credit']);
    const [run] = await desk.api.sql<{ net: string }>(
      `SELECT sum(net)::text AS net FROM royalty_payment WHERE executed_on = '2026-07-31'`,
    );
    expect(books!['paid']).toBe(run!.net);
  });

  it('states the correction of a closed run in the next half-year, by its origin', async () => {
    const [run] = await desk.api.sql<{ id: number; accepted: number }>(
      `SELECT r.id, r.quantity_accepted AS accepted FROM print_run r JOIN edition e ON e.id = r.edition_id
       WHERE e.work_id = $1 AND r.status = 'accepted' AND r.accepted_on BETWEEN '2026-01-01' AND '2026-06-30'`,
      [preface.workId],
    );
    await page.goto(`${desk.url}/fabrication/tirages/${run!.id}`);
    await page
      .getByRole('button', { name: /Corriger/ })
      .first()
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/[Qq]uantité/).fill(String(run!.accepted - 100));
    await dialog.getByLabel(/[Mm]otif/).fill('Une palette comptée deux fois');
    await picture(page, 'half-year-correction');
    await dialog.getByRole('button', { name: /Corriger|Enregistrer/ }).click();
    await dialog.waitFor({ state: 'detached' });

    desk.api.get(Clock).moveTo(new Date('2026-12-31T15:00:00Z'));
    page = await desk.open('/droits/clotures/nouvelle', { as: 'accountant' });
    await page.getByRole('button', { name: 'Second semestre 2026' }).click();
    await fieldOf(page, 'Paiement prévu le').fill('2026-12-31');
    await page.getByRole('button', { name: 'Calculer le projet' }).click();
    await page.getByRole('heading', { name: 'Ce qui change' }).waitFor();
    const before = await prefaceIn(closingIdOf(closing));
    const after = await prefaceIn(closingIdOf(page.url()));
    expect(after.adjustments).toMatch(/^-\d+\.\d\d$/);
    await page.goto(`${desk.url}/droits/redditions/${after.id}`);
    await page.getByRole('heading', { level: 1, name: /Sarr/ }).waitFor();
    await settled(page);
    await picture(page, 'half-year-adjustment');
    const [origin] = await desk.api.sql<{ number: string }>(`SELECT number FROM royalty_statement WHERE id = $1`, [
      before.id,
    ]);
    const amount = after.adjustments.replace('-', '').replace('.', ',');
    expect(plain(await page.locator('main').innerText())).toContain(amount);
    await page
      .getByRole('button', { name: new RegExp(amount) })
      .first()
      .click();
    const sum = page.getByRole('dialog');
    await sum.waitFor();
    await picture(page, 'half-year-adjustment-sum');
    expect(plain(await sum.innerText())).toContain(String(origin!.number));
  });
});
