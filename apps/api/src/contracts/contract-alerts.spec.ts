import { startTestApi, type ApiClient, type TestApi } from '../../../../tests/support/api';
import { addClosedStatement, addContributor, addEdition, contractOf } from '../../../../tests/support/trade';

let api: TestApi;
let editorial: ApiClient;
let authorId: number;

beforeAll(async () => {
  api = await startTestApi({ now: '2026-07-15T09:00:00Z' });
  editorial = await api.as('editorial');
  authorId = await addContributor(api, 'Ménez');
});
afterAll(() => api.close());

/** What is told of a contract of a book of its own. */
async function told(more: object, published: string | null = null, statedIn: readonly string[] = []) {
  const book = await addEdition(api, { title: 'Les marées' });
  await api.sql(`UPDATE edition SET publication_date = $2 WHERE id = $1`, [book.id, published]);
  const made = (await editorial.post('/api/contracts', contractOf(authorId, book, more)).expect(201)).body;
  for (const periodTo of statedIn) await addClosedStatement(api, made.id, periodTo);
  const { body } = await editorial.get(`/api/contracts/${made.id}`).expect(200);
  const all = (await editorial.get('/api/contracts/alerts').expect(200)).body.items;
  expect(all.filter(({ contractId }: { contractId: number }) => contractId === made.id)).toEqual(body.alerts);
  return body.alerts;
}

const advance = (dueOn: string, paidOn: string | null = null) => ({
  advances: [{ label: 'À la remise', dueOn, paidOn, amount: '500' }],
});

it.each([
  ['of a term in half a year', { endsOn: '2027-01-10' }, { kind: 'expires', date: '2027-01-10', isLate: false }],
  ['of a term that is over', { endsOn: '2026-06-30' }, { kind: 'expires', isLate: true }],
  ['of an option', { optionUntil: '2026-09-30' }, { kind: 'option-lapses', date: '2026-09-30' }],
  [
    'of an instalment soon due',
    advance('2026-08-01'),
    { kind: 'instalment-due', label: 'À la remise', amount: '500.00' },
  ],
  ['of an instalment that is late', advance('2026-05-01'), { kind: 'instalment-due', isLate: true }],
  ['of what an old contract lacks', { minimumFirstRun: null }, { kind: 'no-minimum-first-run', date: null }],
])('tells %s', async (_what, more, alert) => {
  expect(await told(more)).toEqual([expect.objectContaining(alert)]);
});

it.each([
  ['a term that is far', { endsOn: '2030-01-10' }],
  ['an option that has lapsed', { optionUntil: '2026-06-30' }],
  ['an instalment that is paid', advance('2026-05-01', '2026-05-02')],
  ['a draft', { status: 'draft', endsOn: '2026-08-01' }],
  ['a guaranteed minimum in place of a first run', { minimumFirstRun: null, guaranteedMinimum: '1000' }],
])('says nothing of %s', async (_what, more) => {
  expect(await told(more)).toEqual([]);
});

describe('two yearly statements without royalties', () => {
  const years = ['2024-12-31', '2025-12-31'];

  it('are told more than four years after publication, with the copies sold (CPI L132-17-4)', async () => {
    expect(await told({}, '2019-10-01', years)).toEqual([
      expect.objectContaining({ kind: 'no-royalty', date: '2025-12-31', isLate: false, copiesSold: 0 }),
    ]);
  });

  it.each([
    ['the book is not four years old at their beginning', '2020-03-01', years],
    ['there is only one of them', '2010-01-01', years.slice(1)],
    ['the book has no date of publication', null, years],
  ])('are not told where %s', async (_why, published, stated) => {
    expect(await told({}, published, stated)).toEqual([]);
  });

  it('are not told where one of them made something due', async () => {
    const book = await addEdition(api, {});
    await api.sql(`UPDATE edition SET publication_date = '2010-01-01' WHERE id = $1`, [book.id]);
    const made = (await editorial.post('/api/contracts', contractOf(authorId, book, {})).expect(201)).body;
    await api.sql(
      `WITH k AS (INSERT INTO closing (kind, period_from, period_to, payment_date) VALUES ('period', '2024-01-01', '2024-12-31', '2024-12-31') RETURNING id)
       INSERT INTO royalty_statement (closing_id, contract_id, contributor_id, statement_date, earned, adjustments, carried_in, recouped, unrecouped, carried_out, gross, net, result, stock, document, position)
       SELECT k.id, $1, $2, '2024-12-31', 12, 0, 0, 0, 0, 0, 12, 12, '{}', '[]', '{}', 1 FROM k`,
      [made.id, authorId],
    );
    await api.sql(
      `UPDATE closing SET status = 'closed', entry = nextval('fact_entry'), closed_at = clock_timestamp() WHERE status = 'draft'`,
    );
    await addClosedStatement(api, made.id, '2025-12-31');
    const { body } = await editorial.get(`/api/contracts/${made.id}`).expect(200);
    expect(body.alerts).toEqual([]);
  });
});
