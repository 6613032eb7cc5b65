import { startTestApi, TEST_NOW, type ApiClient, type TestApi } from '../../../../../tests/support/api';
import { acceptRun, makeBook, type Book } from '../../../../../tests/support/book';

let api: TestApi;
let reader: ApiClient;
let book: Book;

beforeAll(async () => {
  api = await startTestApi();
  reader = await api.as('read-only');
});
afterAll(() => api.close());

beforeEach(async () => {
  book = await makeBook(api, { price: '12.00', tiers: [{ upTo: 3000, rate: '8' }, { rate: '10' }] });
});

const simulate = (input: object) => reader.post('/api/royalties/simulate', input);

/** Every row of every table, to see that nothing was written. */
async function everything(): Promise<unknown> {
  const tables = await api.sql<{ name: string }>(`SELECT relname AS name FROM pg_stat_user_tables ORDER BY 1`);
  const counts = await Promise.all(
    tables.map(({ name }) =>
      api.sql(`SELECT '${name}' AS name, count(*)::int AS rows, max(xmin::text::bigint) AS changed FROM ${name}`),
    ),
  );
  return counts.flat();
}

it('answers for a run as it would be due, goes on in the tiers, and writes nothing', async () => {
  await acceptRun(api, book, { copies: 2500, on: '2026-03-01' });
  await simulate({ editionId: book.editionId, run: 1 });
  const before = await everything();
  const { body } = await simulate({ editionId: book.editionId, run: 1500 }).expect(200);
  // 500 copies are left at 8 % of 11.37, 1000 are at 10 %: the reference's second case.
  expect(body).toMatchObject({
    date: '2026-07-16',
    retailPriceInclVat: '12.00',
    present: null,
    simulated: { earned: '1591.80' },
    contracts: [{ contractId: book.contractId, present: null, simulated: { earned: '1591.80', gross: '1591.80' } }],
  });
  expect(body.contracts[0].simulated.statement.runs[0].state.lines).toHaveLength(2);
  expect(await everything()).toEqual(before);
});

it('compares another price and other tiers with what is in force, with the author’s net and the house’s cost', async () => {
  const terms = [{ clauseId: book.clauseId, tiers: [{ rate: '10' }] }];
  const { body } = await simulate({ editionId: book.editionId, run: 2000, retailPriceInclVat: '14.00', terms }).expect(
    200,
  );
  const [contract] = body.contracts;
  expect(contract.present).toMatchObject({ earned: '1819.20' });
  // 2000 × 13.27 × 10 % = 2654.00; what is withheld of it, and 1 % + 0.1 % that the house pays on top.
  expect(contract.simulated).toMatchObject({ earned: '2654.00', gross: '2654.00', payerContribution: '29.19' });
  expect(contract.simulated.houseCost).toBe('2683.19');
  expect(contract.simulated.net).toBe(contract.simulated.statement.net);
  expect(body.chart).toMatchObject({ by: 'run', copies: [400, 800, 1200, 1600, 2000, 2400, 2800, 3200, 3600, 4000] });
  expect(body.chart.simulated[4]).toBe('2654.00');
  expect(body.chart.present[4]).toBe('1819.20');
});

it('recoups the advance that is left', async () => {
  await api.sql(
    `INSERT INTO contract_advance (contract_id, label, paid_on, amount) VALUES ($1, 'Signature', '2026-01-10', 1000)`,
    [book.contractId],
  );
  const { body } = await simulate({ editionId: book.editionId, contractId: book.contractId, run: 1500 }).expect(200);
  expect(body.contracts[0].simulated).toMatchObject({ earned: '1364.40', recouped: '1000.00', gross: '364.40' });
});

it('supposes sales with returns, receipts and third-party income where the clauses share them', async () => {
  const sold = await makeBook(api, { price: '16.00', basis: 'sold', tiers: [{ rate: '10' }] });
  const sales = await simulate({ editionId: sold.editionId, sold: 1000, returned: 200 }).expect(200);
  expect(sales.body.simulated.earned).toBe('1213.60');
  expect(sales.body.chart.by).toBe('sold');
  await api.sql(
    `INSERT INTO contract_clause (contract_id, position, edition_id, basis, tiers, rate) VALUES ($1, 2, $2, 'netReceipts', '[]', 25)`,
    [sold.contractId, sold.editionId],
  );
  const receipts = await simulate({ editionId: sold.editionId, receipts: '563.46' }).expect(200);
  expect(receipts.body.simulated.earned).toBe('140.87');
});

it('begins with a blank contract', async () => {
  const blank = {
    clauses: [{ editionId: 0, basis: 'printed', tiers: [{ upTo: 1000, rate: '8' }, { rate: '12' }] }],
    advance: '500.00',
  };
  const { body } = await simulate({ blank, retailPriceInclVat: '14.00', run: 2000 }).expect(200);
  // 1000 × 13.27 × 8 % = 1061.60 and 1000 × 13.27 × 12 % = 1592.40.
  expect(body.contracts).toEqual([
    expect.objectContaining({
      contractId: null,
      simulated: expect.objectContaining({ earned: '2654.00', gross: '2154.00' }),
    }),
  ]);
});

it.each([
  ['nothing', {}, 'simulation-nothing-chosen'],
  ['an edition without a contract', { editionId: 999_999 }, 'simulation-edition-without-contract'],
  [
    'a blank contract without a price',
    { blank: { clauses: [{ editionId: 0, basis: 'printed', tiers: [{ rate: '8' }] }] } },
    'simulation-price-needed',
  ],
])('asks for more where %s is given', async (_what, input, code) => {
  const { body } = await simulate(input).expect(422);
  expect(body.errors[0].code).toBe(code);
});

it('says what is wrong with supposed terms', async () => {
  const terms = [{ clauseId: book.clauseId, tiers: [{ upTo: 100, rate: '8' }] }];
  const { body } = await simulate({ editionId: book.editionId, run: 10, terms }).expect(422);
  expect(body.code).toBe('tiers-no-open-end');
});

it('takes the last rates known for a year that has none yet, and says so', async () => {
  const { body } = await simulate({ editionId: book.editionId, run: 1000, date: '2031-03-01' }).expect(200);
  expect(body).toMatchObject({ date: '2031-03-01', areRatesAssumed: true, simulated: { earned: '909.60' } });
  expect(body.contracts[0].simulated.net).not.toBe('0.00');
  const now = await simulate({ editionId: book.editionId, run: 1000 }).expect(200);
  expect(now.body.areRatesAssumed).toBe(TEST_NOW > '2026-12-30');
});
