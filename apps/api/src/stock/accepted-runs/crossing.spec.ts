import { startTestApi, type ApiClient, type TestApi } from '../../../../../tests/support/api';
import { makeBook, type Book } from '../../../../../tests/support/book';

let api: TestApi;
let owner: ApiClient;
beforeAll(async () => {
  api = await startTestApi();
  owner = await api.as('owner');
});
afterAll(() => api.close());

const half = { kind: 'period', periodFrom: '2026-01-01', periodTo: '2026-06-30', paymentDate: '2026-07-31' };

async function accept(book: Book, copies: number): Promise<number> {
  const { body } = await owner.post('/api/print-runs', { editionId: book.editionId, quantityPlanned: copies });
  const acceptance = { version: 1, acceptedOn: '2026-02-10', quantityAccepted: copies };
  return (await owner.post(`/api/print-runs/${body.id}/accept`, acceptance)).status;
}

it('a run accepted while its period closes is stated in this closing or in the next, whole and once', async () => {
  const books: Book[] = [];
  for (let made = 0; made < 12; made += 1) books.push(await makeBook(api));
  for (const book of books) expect(await accept(book, 100)).toBe(200);
  const draft = (await owner.post('/api/closings', half).expect(201)).body;
  const [closed, ...accepted] = await Promise.all([
    owner.post(`/api/closings/${draft.id}/close`),
    ...books.map((book) => accept(book, 200)),
  ]);
  expect(accepted.filter((status) => status !== 200)).toEqual([]);
  expect([200, 409]).toContain(closed!.status);
  for (let tries = 0, { status } = closed!; status !== 200 && tries < 3; tries += 1)
    ({ status } = await owner.post(`/api/closings/${draft.id}/close`));
  const next = { ...half, periodFrom: '2026-07-01', periodTo: '2026-12-31', paymentDate: '2026-12-31' };
  const second = (await owner.post('/api/closings', next).expect(201)).body;
  await owner.post(`/api/closings/${second.id}/close`).expect(200);
  const rows = await api.sql(`SELECT contract_id, sum(earned) AS earned FROM royalty_statement GROUP BY 1`);
  expect(rows.map(({ earned }) => earned)).toEqual(books.map(() => '318.48'));
});

it('two people who edit one contract, one of whom activates it, do not undo each other', async () => {
  const book = await makeBook(api);
  await api.sql(`UPDATE contract SET status = 'draft' WHERE id = $1`, [book.contractId]);
  const path = `/api/contracts/${book.contractId}`;
  const { body } = await owner.get(path).expect(200);
  const input = {
    version: body.version,
    reference: body.reference,
    contributorId: book.contributorId,
    workId: book.workId,
    statementFrequency: 'annual',
    clauses: [{ id: book.clauseId, editionId: book.editionId, basis: 'printed', tiers: [{ rate: '8' }] }],
  };
  const answers = await Promise.all([
    owner.put(path, { ...input, status: 'active' }),
    owner.put(path, { ...input, status: 'draft', notes: 'Relu', clauses: [] }),
    owner.put(path, { ...input, status: 'active', clauses: [{ ...input.clauses[0], tiers: [{ rate: '9' }] }] }),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
});
