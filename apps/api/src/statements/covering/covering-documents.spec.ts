/** The page of a payee: of several statements, and of one that an agent shares, with what is withheld from them alone. */
import { createHash } from 'node:crypto';

import { startTestApi, type ApiClient, type TestApi } from '../../../../../tests/support/api';
import { acceptRun, makeBook, type Book } from '../../../../../tests/support/book';
import { bytes } from '../../../../../tests/support/bytes';
import { readPdf } from '../../../../../libs/documents/src/pdf/read-pdf.fixture';
import { Tasks } from '../../platform/tasks/tasks';
import { CoveringDocuments } from './covering-documents';

let api: TestApi;
let accountant: ApiClient;
let first: Book;
let second: Book;
let closingId: number;

const half = { kind: 'period', periodFrom: '2026-01-01', periodTo: '2026-06-30', paymentDate: '2026-07-31' };
const page = (contributorId: number, locale = 'fr') =>
  accountant.get(`/api/closings/${closingId}/payees/${contributorId}/pdf?locale=${locale}`).buffer(true).parse(bytes);
const textOf = async (contributorId: number, locale?: string) =>
  readPdf((await page(contributorId, locale).expect(200)).body as Buffer).text;

beforeAll(async () => {
  api = await startTestApi();
  accountant = await api.as('accountant');
  await api.sql(`UPDATE house SET legal_name = 'Éditions du Phare'`);
  first = await makeBook(api, { title: 'Le Phare', author: 'Kermeur' });
  second = await makeBook(api, { title: 'La Digue' });
  await api.sql(`UPDATE contract SET contributor_id = $1 WHERE id = $2`, [first.contributorId, second.contractId]);
  const other = await makeBook(api, { title: 'Le Large', author: 'Seul' });
  // The author's second contract also pays an agent a tenth; an advance of it is left to recoup on the first.
  await api.sql(
    `INSERT INTO contract_advance (contract_id, label, amount, paid_on, paid_entry) VALUES ($1, 'Signature', 5000, '2026-01-05', nextval('fact_entry'))`,
    [first.contractId],
  );
  await api.sql(
    `INSERT INTO contract_payee (contract_id, position, contributor_id, kind, share) VALUES ($1, 1, $2, 'author', 100), ($1, 2, $3, 'agent', 10)`,
    [second.contractId, first.contributorId, other.contributorId],
  );
  await acceptRun(api, first, { copies: 2000, on: '2026-02-10' });
  await acceptRun(api, second, { copies: 2000, on: '2026-02-10' });
  await acceptRun(api, other, { copies: 1000, on: '2026-02-10' });
  closingId = (await accountant.post('/api/closings', half).expect(201)).body.id;
});
afterAll(() => api.close());

it('is made of a draft as one, and keeps nothing', async () => {
  expect(await textOf(first.contributorId)).toContain('PROJET');
  expect(await api.sql(`SELECT FROM covering_document`)).toEqual([]);
});

it('lists each statement and pays once, each contract recouping its own advance only', async () => {
  await accountant.post(`/api/closings/${closingId}/close`).expect(200);
  const text = await textOf(first.contributorId);
  expect(text).toContain('2 redditions sont jointes. Ensemble elles vous valent 2 123,20 € brut.');
  expect(text).toMatch(/RED-2026-0000\d Le Phare contrat C-\d+ 2 876,80 € 0,00 € 0,00 €/);
  // 1 799.83 less the agent's 212.32.
  expect(text).toMatch(/RED-2026-0000\d La Digue contrat C-\d+ 2 123,20 € 1 587,51 €/);
  expect(text).toContain('Part de l’agent −212,32 €');
  // What the statement that the agent reads too does not tell.
  expect(text).toMatch(/DU BRUT AU NET : RED-2026-0000\d, CONTRAT C-\d+ .*CSG 2 086,04 € 9,2 % −191,92 €/);
  expect(text).toMatch(/TVA retenue .* −195,33 € Part de l’agent −212,32 € Net à payer 1 587,51 €/);
  expect(text).toContain('Un seul versement les règle toutes : 1 587,51 € le 31 juillet 2026');
  expect(await textOf(first.contributorId, 'en')).toContain('A single payment settles them all: €1,587.51');
});

it('leaves what is withheld from one out of the statement that all of its payees receive', async () => {
  const [{ id }] = (await api.sql<{ id: number }>(`SELECT id FROM royalty_statement WHERE contract_id = $1`, [
    second.contractId,
  ])) as [{ id: number }];
  const text = readPdf(
    (await accountant.get(`/api/statements/${id}/pdf`).buffer(true).parse(bytes).expect(200)).body as Buffer,
  ).text;
  expect(text).toContain('100 % 2 123,20 € −212,32 €');
  expect(text).toContain('Les retenues et le net de chaque bénéficiaire figurent sur une page à son nom');
  expect(text).not.toMatch(/1 587,51|1 799,83|195,33|340,36|191,92/);
});

it('covers an agent’s part of one contract beside a statement of their own', async () => {
  const [{ id }] = (await api.sql<{ id: number }>(`SELECT id FROM contributor WHERE last_name = 'Seul'`)) as [
    { id: number },
  ];
  const text = await textOf(id);
  expect(text).toContain('La Digue');
  expect(text).toContain('part de 10 % 212,32 € 212,32 €');
});

it('is kept with its hash, made by the task of the closing, and given byte for byte ever after', async () => {
  const [task] = await api.sql<{ id: number }>(`SELECT id FROM background_task WHERE kind = 'statement-documents'`);
  await api.get(Tasks).run(task!.id);
  const kept = await api.sql<{ sha256: string; contributor: number }>(
    `SELECT f.sha256, d.contributor_id AS contributor FROM covering_document d JOIN stored_file f ON f.id = d.file_id WHERE d.locale = 'fr'`,
  );
  expect(kept).toHaveLength(2);
  await api.sql(`UPDATE contributor SET last_name = 'Autre'`);
  const { body } = await page(first.contributorId).expect(200);
  const hash = createHash('sha256')
    .update(body as Buffer)
    .digest('hex');
  expect(kept.find(({ contributor }) => contributor === first.contributorId)?.sha256).toBe(hash);
  await expect(api.sql(`DELETE FROM covering_document`)).rejects.toThrow('append-only');
});

it('comes first in the archive, and its file can be attached to a mail', async () => {
  const archive = await accountant
    .get(`/api/closings/${closingId}/documents.zip`)
    .buffer(true)
    .parse(bytes)
    .expect(200);
  const names = [
    ...new Set((archive.body as Buffer).toString('latin1').match(/(Redditions|RED)-2026-[\w-]+\.(pdf|xlsx)/g)),
  ];
  expect(names.filter((name) => name.startsWith('Redditions-2026-06-30_'))).toHaveLength(2);
  expect(names.filter((name) => name.startsWith('RED-'))).toHaveLength(6);
  const covering = api.get(CoveringDocuments);
  const asked = { closingId, contributorId: first.contributorId, locale: 'fr' as const };
  const [kept] = await api.sql<{ id: number }>(
    `SELECT file_id AS id FROM covering_document WHERE contributor_id = $1 AND locale = 'fr'`,
    [first.contributorId],
  );
  expect(await covering.fileId(asked)).toBe(kept!.id);
});

it('is not there for somebody who receives nothing', async () => {
  await page(999_999).expect(404);
  expect(await api.get(CoveringDocuments).fileId({ closingId, contributorId: 999_999, locale: 'fr' })).toBeUndefined();
});
