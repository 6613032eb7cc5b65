import { startTestApi, type ApiClient, type TestApi } from '../../../../../tests/support/api';

let api: TestApi;
let sales: ApiClient;

beforeAll(async () => {
  api = await startTestApi();
  sales = await api.as('sales');
});
afterAll(() => api.close());

const bookshop = {
  name: 'Librairie de l’Îlot',
  kind: 'independent-bookshop',
  gln: '3020410000008',
  siret: '73282932000074',
  billingAddress: { line1: '3, rue des Frères', postalCode: '35000', city: 'Rennes', country: 'FR' },
  tradeDiscountRate: '35',
};

describe('points of sale', () => {
  it('are created, found whatever the accents, and changed by whoever read them last', async () => {
    const created = await sales.post('/api/points-of-sale', bookshop).expect(201);
    expect(created.body).toMatchObject({ version: 1, siren: '732829320', tradeDiscountRate: '35' });

    const found = await sales.get('/api/points-of-sale?q=ilot%20rennes').expect(200);
    expect(found.body).toMatchObject({ total: 1, totalIsCapped: false, nextCursor: null });

    const change = { ...bookshop, tradeDiscountRate: '37.5', version: 1 };
    await sales.put(`/api/points-of-sale/${created.body.id}`, change).expect(200);
    const stale = await sales.put(`/api/points-of-sale/${created.body.id}`, change).expect(409);
    expect(stale.body.code).toBe('stale-version');

    const history = await sales.get(`/api/history/point_of_sale/${created.body.id}`).expect(200);
    expect(history.body.items[0]).toMatchObject({
      actor: 'Test sales',
      action: 'update',
      changes: [{ field: 'trade_discount_rate', before: '35', after: '37.5' }],
    });
  });

  it('refuse a wrong check digit, an unknown member and a SIRET of another company, naming each field', async () => {
    const wrong = { ...bookshop, gln: '3020410000009', colour: 'blue', tradeDiscountRate: '135' };
    const refused = await sales.post('/api/points-of-sale', wrong).expect(422);
    expect(refused.headers['content-type']).toContain('application/problem+json');
    expect(refused.body.errors.map((error: { pointer: string }) => error.pointer).sort()).toEqual([
      '/colour',
      '/gln',
      '/tradeDiscountRate',
    ]);
    const other = await sales.post('/api/points-of-sale', { ...bookshop, gln: null, siren: '443061841' }).expect(422);
    expect(other.body.errors).toEqual([expect.objectContaining({ pointer: '/siret', code: 'siret-not-of-siren' })]);
  });

  it('refuse a GLN that is used, by the name of the constraint', async () => {
    const refused = await sales.post('/api/points-of-sale', { ...bookshop, siret: null }).expect(409);
    expect(refused.body).toMatchObject({ code: 'gln-used', errors: [{ pointer: '/gln' }] });
  });

  it('page by key in French order', async () => {
    for (const name of ['Éclair', 'Ecume', 'Abri', 'Zèbre']) {
      await sales.post('/api/points-of-sale', { ...bookshop, name, gln: null, siret: null }).expect(201);
    }
    const first = await sales.get('/api/points-of-sale?limit=2').expect(200);
    const second = await sales.get(`/api/points-of-sale?limit=2&cursor=${first.body.nextCursor}`).expect(200);
    const names = [...first.body.items, ...second.body.items].map((item: { name: string }) => item.name);
    expect(names).toEqual(['Abri', 'Éclair', 'Ecume', 'Librairie de l’Îlot']);
  });

  it('answer a repeated request with the first answer, and create once', async () => {
    const key = { 'Idempotency-Key': 'point-of-sale-1' };
    const body = { ...bookshop, name: 'Une seule fois', gln: null, siret: null };
    const answers = await Promise.all([1, 2, 3].map(() => sales.post('/api/points-of-sale', body, key)));
    const created = answers.filter((answer) => answer.status === 201).map((answer) => answer.body.id);
    expect(new Set(created).size).toBe(1);
    const found = await sales.get('/api/points-of-sale?q=seule').expect(200);
    expect(found.body.total).toBe(1);
  });

  it('are closed to those who may not write, and to forged requests', async () => {
    const readOnly = await api.as('read-only');
    await readOnly.post('/api/points-of-sale', bookshop).expect(403);
    await api.anonymous.get('/api/points-of-sale').expect(401);
  });
});
