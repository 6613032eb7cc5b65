import { startTestApi, type ApiClient, type TestApi } from '../../../../../tests/support/api';
import { acceptRun, makeBook, type Book } from '../../../../../tests/support/book';

let api: TestApi;
let owner: ApiClient;

beforeEach(async () => {
  api = await startTestApi();
  owner = await api.as('owner');
});
afterEach(() => api.close());

const firstHalf = { kind: 'period', periodFrom: '2026-01-01', periodTo: '2026-06-30', paymentDate: '2026-07-31' };
const secondHalf = { kind: 'period', periodFrom: '2026-07-01', periodTo: '2026-12-31', paymentDate: '2026-12-31' };

/** Closes a period. @returns the engine's statements of these contracts, in their order */
async function close(closing: object, ...books: readonly Pick<Book, 'contractId'>[]) {
  const { body } = await owner.post('/api/closings', closing);
  expect(body).not.toHaveProperty('code');
  await owner.post(`/api/closings/${body.id}/close`).expect(200);
  const rows = await api.sql<{ contract: number; result: Record<string, unknown> }>(
    `SELECT contract_id AS contract, result FROM royalty_statement WHERE closing_id = $1`,
    [body.id],
  );
  return books.map(({ contractId }) => rows.find(({ contract }) => contract === contractId)?.result);
}

async function person(lastName: string): Promise<number> {
  const [row] = await api.sql<{ id: number }>(`INSERT INTO contributor (last_name) VALUES ($1) RETURNING id`, [
    lastName,
  ]);
  return row!.id;
}

/** Copies sold through a point of sale, in so far as a movement says it. */
const sold = (editionId: number, copies: number, channel: string) =>
  api.sql(
    `INSERT INTO stock_movement (edition_id, kind, from_location_id, to_location_id, copies, moved_on, channel)
     SELECT $1, 'sold', f.id, t.id, $2, '2026-03-01', $3 FROM stock_location f, stock_location t WHERE f.code = 'main' AND t.code = 'customer'`,
    [editionId, copies, channel],
  );

it('pays heirs from the day on which they follow the author, each by their own profile', async () => {
  const book = await makeBook(api);
  await acceptRun(api, book, { copies: 1000, on: '2026-02-10' });
  const [before] = await close(firstHalf, book);
  expect(before).toMatchObject({ gross: '1061.60' });
  expect(before).not.toHaveProperty('payees');
  const [son, daughter] = [await person('Fils'), await person('Fille')];
  await api.sql(
    `INSERT INTO contributor_tax_profile (contributor_id, valid_from, situation, social, vat) VALUES ($1, '2020-01-01', 'rightsHolder', 'exempt', 'none')`,
    [son],
  );
  await api.sql(
    `INSERT INTO contract_payee (contract_id, position, contributor_id, kind, share, valid_from)
     VALUES ($1, 1, $2, 'rightsHolder', 50, '2026-07-01'), ($1, 2, $3, 'rightsHolder', 50, '2026-07-01')`,
    [book.contractId, son, daughter],
  );
  await acceptRun(api, book, { copies: 1000, on: '2026-07-05' });
  const [after] = await close(secondHalf, book);
  expect(after).toMatchObject({
    gross: '1061.60',
    payees: [
      { author: String(son), gross: '530.80', net: '530.80' },
      { author: String(daughter), gross: '530.80', net: '449.96' },
    ],
  });
});

it('recoups another contract’s advance under a signed agreement, and never without', async () => {
  const [advanced, earning] = [await makeBook(api), await makeBook(api)];
  await api.sql(`UPDATE contract SET contributor_id = $1 WHERE id = $2`, [advanced.contributorId, earning.contractId]);
  await api.sql(
    `INSERT INTO contract_advance (contract_id, label, paid_on, amount) VALUES ($1, 'Signature', '2026-01-05', 1500)`,
    [advanced.contractId],
  );
  await acceptRun(api, earning, { copies: 1000, on: '2026-02-10' });
  const [, alone] = await close(firstHalf, advanced, earning);
  expect(alone).toMatchObject({ gross: '1061.60', recouped: '0.00' });
  const agreement = { contributorId: advanced.contributorId, signedOn: '2026-07-01', from: '2026-07-01' };
  const contractIds = [advanced.contractId, earning.contractId];
  await owner.post('/api/contracts/set-offs', { ...agreement, contractIds }).expect(201);
  await acceptRun(api, earning, { copies: 1000, on: '2026-07-05' });
  const [, joined] = await close(secondHalf, advanced, earning);
  expect(joined).toMatchObject({
    gross: '0.00',
    setOff: [{ contract: String(advanced.contractId), amount: '1061.60' }],
  });
});

it('tops up to the guaranteed minimum on the statement that comes to the end of the term', async () => {
  const book = await makeBook(api);
  await api.sql(`UPDATE contract SET guaranteed_minimum = 500, ends_on = '2026-05-31' WHERE id = $1`, [
    book.contractId,
  ]);
  await acceptRun(api, book, { copies: 100, on: '2026-02-10' });
  const [statement] = await close(firstHalf, book);
  expect(statement).toMatchObject({ earned: '106.16', topUp: '393.84', gross: '500.00' });
});

it('carries what a price that was entered wrong left out, and the statement closed before comes out again', async () => {
  const book = await makeBook(api);
  await acceptRun(api, book, { copies: 2000, on: '2026-02-10' });
  await close(firstHalf, book);
  const correction = {
    editionId: book.editionId,
    from: '2020-01-01',
    retailPriceInclVat: '15.00',
    reason: 'Couverture',
  };
  await owner.post('/api/price-corrections', correction).expect(201);
  const [next] = await close(secondHalf, book);
  // 2,000 × (14.22 − 13.27) × 8 %
  expect(next).toMatchObject({ earned: '0.00', adjustments: '152.00', gross: '152.00' });
});

it('pays each sale once, by the clause for its channel or by the one for all others', async () => {
  const book = await makeBook(api, { basis: 'sold', tiers: [{ rate: '10' }] });
  await acceptRun(api, book, { copies: 1000, on: '2026-01-10' });
  await api.sql(
    `INSERT INTO contract_clause (contract_id, position, edition_id, basis, tiers, channels) VALUES ($1, 2, $2, 'sold', '[{"rate":"5"}]', '["online"]')`,
    [book.contractId, book.editionId],
  );
  await sold(book.editionId, 100, 'online');
  await sold(book.editionId, 200, 'chain');
  const [statement] = await close(firstHalf, book);
  // 100 × 13.27 × 5 % = 66.35; 200 × 13.27 × 10 % = 265.40
  expect(statement).toMatchObject({ earned: '331.75' });
});

it('pays a flat fee, receipts and a share of rights beside the copies, once each', async () => {
  const book = await makeBook(api);
  await api.sql(
    `INSERT INTO contract_clause (contract_id, position, edition_id, basis, tiers, flat_amount, flat_due_on, rate) VALUES
       ($1, 2, $2, 'flatFee', '[]', 250, '2026-04-01', NULL), ($1, 3, $2, 'netReceipts', '[]', NULL, NULL, 25)`,
    [book.contractId, book.editionId],
  );
  await api.sql(
    `INSERT INTO net_receipt (edition_id, received_on, mode, amount) VALUES ($1, '2026-05-31', 'unit', 400)`,
    [book.editionId],
  );
  await acceptRun(api, book, { copies: 1000, on: '2026-02-10' });
  const [statement] = await close(firstHalf, book);
  expect(statement).toMatchObject({ earned: '1411.60' });
  const [next] = await close(secondHalf, book);
  expect(next).toMatchObject({ earned: '0.00' });
});
