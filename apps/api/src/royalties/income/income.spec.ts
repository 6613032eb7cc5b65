import { startTestApi, type ApiClient, type TestApi } from '../../../../../tests/support/api';
import { makeBook, type Book } from '../../../../../tests/support/book';
import { Database } from '../../platform/database/database';
import { statementsOf } from '../facts/compute';
import { loadFacts } from '../facts/load-facts';
import { allContracts } from '../facts/scope';

let api: TestApi;
let accountant: ApiClient;
let book: Book;

beforeAll(async () => {
  api = await startTestApi();
  accountant = await api.as('accountant');
});
afterAll(() => api.close());

beforeEach(async () => {
  book = await makeBook(api);
});

const receipt = (more: object = {}) => ({
  editionId: book.editionId,
  receivedOn: '2026-03-31',
  mode: 'unit',
  channel: 'Kobo',
  copies: 85,
  amount: '563.46',
  reference: 'T1-2026',
  ...more,
});

async function licence(more: object = {}): Promise<number> {
  const { body } = await accountant
    .post('/api/rights-licences', {
      reference: `CES-${book.workId}`,
      workId: book.workId,
      licensee: 'Kampa Verlag',
      right: 'translation',
      territories: ['DE', 'AT', 'CH'],
      language: 'ger',
      signedOn: '2026-01-15',
      ...more,
    })
    .expect(201);
  return body.id;
}

describe('net receipts', () => {
  it('are entered, found again by what people search, and added up', async () => {
    await accountant.post('/api/receipts', receipt()).expect(201);
    await accountant.post('/api/receipts', receipt({ mode: 'subscription', amount: '40.10' })).expect(201);
    const { body } = await accountant.get(`/api/receipts?editionId=${book.editionId}&q=kobo`).expect(200);
    expect(body).toMatchObject({ total: 2, totals: { amount: '603.56' } });
    const only = await accountant.get(`/api/receipts?editionId=${book.editionId}&mode=subscription`).expect(200);
    expect(only.body.items).toEqual([expect.objectContaining({ amount: '40.10', cancelledById: null })]);
  });

  it('are written once however often the same request comes', async () => {
    const key = { 'Idempotency-Key': `receipt-${book.editionId}` };
    const first = await accountant.post('/api/receipts', receipt(), key).expect(201);
    const again = await accountant.post('/api/receipts', receipt(), key).expect(201);
    expect(again.body.id).toBe(first.body.id);
  });

  it('are taken back by the opposite receipt, once, and never changed', async () => {
    const { body } = await accountant.post('/api/receipts', receipt()).expect(201);
    const opposite = await accountant
      .post(`/api/receipts/${body.id}/cancel`, { reason: 'Saisie deux fois' })
      .expect(201);
    expect(opposite.body).toMatchObject({
      amount: '-563.46',
      copies: -85,
      cancelsId: body.id,
      reason: 'Saisie deux fois',
    });
    const again = await accountant.post(`/api/receipts/${body.id}/cancel`, { reason: 'Encore' }).expect(409);
    expect(again.body.code).toBe('income-already-cancelled');
    const back = await accountant.post(`/api/receipts/${opposite.body.id}/cancel`, { reason: 'Non' }).expect(409);
    expect(back.body.code).toBe('income-is-cancellation');
    await expect(api.sql(`UPDATE net_receipt SET amount = 1 WHERE id = $1`, [body.id])).rejects.toThrow('append-only');
    const history = await accountant.get(`/api/history/net_receipt/${body.id}`).expect(200);
    expect(history.body.items).toEqual([expect.objectContaining({ action: 'insert', actor: 'Test accountant' })]);
  });

  it.each([
    ['a day to come', { receivedOn: '2027-12-31' }, '/receivedOn', 'income-in-future'],
    ['an edition that is not there', { editionId: 999_999 }, '/editionId', 'income-edition-unknown'],
    ['nothing', { amount: '0.00' }, '/amount', 'income-amount-zero'],
    ['less than nothing', { amount: '-1.00' }, '/amount', 'money'],
    ['another mode', { mode: 'barter' }, '/mode', 'isIn'],
    ['another country', { territory: 'ZZ' }, '/territory', 'isISO31661Alpha2'],
  ])('refuse %s at its field', async (_what, change, pointer, code) => {
    const { body } = await accountant.post('/api/receipts', receipt(change)).expect(422);
    expect(body.errors).toEqual([expect.objectContaining({ pointer, code })]);
  });

  it('are entered by who keeps the accounts, and read by everybody', async () => {
    const editorial = await api.as('editorial');
    await editorial.post('/api/receipts', receipt()).expect(403);
    await editorial.get('/api/receipts').expect(200);
  });
});

describe('a licence', () => {
  it('tells what it paid, net of foreign tax and of the agent', async () => {
    const id = await licence();
    const input = {
      cashedOn: '2026-02-20',
      gross: '1000.00',
      foreignTax: '50.00',
      agentFee: '95.00',
      reference: 'À-valoir',
    };
    const income = await accountant.post(`/api/rights-licences/${id}/income`, input).expect(201);
    expect(income.body).toMatchObject({ net: '855.00', editionId: book.editionId, licensee: 'Kampa Verlag' });
    const { body } = await accountant.get(`/api/rights-licences/${id}`).expect(200);
    expect(body).toMatchObject({ cashed: '855.00', territories: ['AT', 'CH', 'DE'], income: [{ gross: '1000.00' }] });
    await accountant.post(`/api/rights-income/${income.body.id}/cancel`, { reason: 'Erreur' }).expect(201);
    const after = await accountant.get(`/api/rights-income?licenceId=${id}`).expect(200);
    expect(after.body).toMatchObject({ total: 2, totals: { net: '0.00' } });
    await accountant.delete(`/api/rights-licences/${id}`).expect(409);
  });

  it('is changed by the version one has read, and deleted while it has paid nothing', async () => {
    const id = await licence();
    const { body } = await accountant.get(`/api/rights-licences/${id}`);
    const { income: _income, cashed: _cashed, title: _title, id: _id, ...fields } = body;
    const told = await accountant
      .put(`/api/rights-licences/${id}`, { ...fields, authorInformedOn: '2026-02-01' })
      .expect(200);
    expect(told.body).toMatchObject({ version: 2, authorInformedOn: '2026-02-01' });
    await accountant.put(`/api/rights-licences/${id}`, fields).expect(409);
    await accountant.delete(`/api/rights-licences/${id}`).expect(204);
    await accountant.get(`/api/rights-licences/${id}`).expect(404);
  });

  it('waits in a list until the authors are told of it', async () => {
    const id = await licence();
    const { body } = await accountant.get(`/api/rights-licences?state=to-inform&workId=${book.workId}`).expect(200);
    expect(body.items).toEqual([expect.objectContaining({ id })]);
  });

  it('refuses deductions above the gross, and a term that ends before it begins', async () => {
    const id = await licence();
    const input = { cashedOn: '2026-02-20', gross: '100.00', foreignTax: '60.00', agentFee: '50.00' };
    const { body } = await accountant.post(`/api/rights-licences/${id}/income`, input).expect(422);
    expect(body.errors).toEqual([expect.objectContaining({ pointer: '/gross', code: 'income-exceeds-gross' })]);
    const dates = { reference: 'X', startsOn: '2026-02-01', endsOn: '2026-01-01' };
    const refused = await accountant
      .post('/api/rights-licences', { workId: book.workId, licensee: 'A', right: 'audio', ...dates })
      .expect(422);
    expect(refused.body.errors).toEqual([expect.objectContaining({ pointer: '/endsOn', code: 'dates-inverted' })]);
  });
});

describe('what came in', () => {
  async function clause(basis: string, rate: string): Promise<void> {
    await api.sql(
      `INSERT INTO contract_clause (contract_id, position, edition_id, basis, tiers, rate) VALUES ($1,
         (SELECT max(position) + 1 FROM contract_clause WHERE contract_id = $1), $2, $3, '[]', $4)`,
      [book.contractId, book.editionId, basis, rate],
    );
  }

  /** The statement of the half-year, computed from the database by the engine itself. */
  async function statement() {
    return api.get(Database).snapshot(async (tx) => {
      const contracts = (await allContracts(tx)).filter(({ id }) => id === book.contractId);
      const closing = { type: 'closePeriod' as const, from: '2026-01-01', to: '2026-06-30', paymentDate: '2026-06-30' };
      return (await statementsOf(tx, await loadFacts(tx, contracts), [closing])).at(-1)!;
    });
  }

  it('pays the share of the receipts, a line a mode', async () => {
    await clause('netReceipts', '25');
    await accountant.post('/api/receipts', receipt()).expect(201);
    const twice = await accountant
      .post('/api/receipts', receipt({ mode: 'subscription', amount: '40.00' }))
      .expect(201);
    await accountant.post(`/api/receipts/${twice.body.id}/cancel`, { reason: 'Doublon' }).expect(201);
    await accountant.post('/api/receipts', receipt({ mode: 'library', amount: '100.02' })).expect(201);
    const { lines, earned } = await statement();
    const shown = lines.map((line) => ('mode' in line ? [line.mode, line.receipts, line.amount] : []));
    expect(shown).toEqual(
      expect.arrayContaining([
        ['unit', '563.46', '140.87'],
        ['library', '100.02', '25.01'],
      ]),
    );
    expect(earned).toBe('165.88');
  });

  it('pays the share of what a sold right brought, with its licensee and its tax', async () => {
    await clause('thirdParty', '50');
    const id = await licence({ territories: ['DE'] });
    const input = { cashedOn: '2026-02-20', gross: '1000.00', foreignTax: '50.00', agentFee: '95.00' };
    await accountant.post(`/api/rights-licences/${id}/income`, input).expect(201);
    const { lines, earned } = await statement();
    expect(earned).toBe('427.50');
    expect(lines).toEqual([
      expect.objectContaining({
        kind: 'thirdParty',
        receipts: '855.00',
        amount: '427.50',
        income: expect.objectContaining({
          licensee: 'Kampa Verlag',
          right: 'translation',
          territory: 'DE',
          gross: '1000.00',
          foreignTax: '50.00',
          net: '950.00',
          agentFee: '95.00',
        }),
      }),
    ]);
  });
});
