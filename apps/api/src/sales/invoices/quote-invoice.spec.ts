import { startTestApi, type ApiClient, type TestApi } from '../../../../../tests/support/api';
import { aCustomer, aTitle, completeHouse, forgetSales } from '../../../../../tests/support/sales';

jest.setTimeout(60_000);

let api: TestApi;
let sales: ApiClient;
let shop: number;

beforeAll(async () => {
  api = await startTestApi();
  sales = await api.as('sales');
});
beforeEach(async () => {
  await forgetSales(api);
  await completeHouse(api);
  await aTitle(api);
  await aTitle(api, { title: 'L’Été à Saint-Malo', isbn13: '9791091599504', price: '12.00', stock: 3 });
  const cards = { title: 'Cartes', isbn13: null, ean: '3760123456784', form: 'cards', vatRate: '20', price: '15.00' };
  await aTitle(api, cards);
  shop = await aCustomer(api);
});
afterAll(() => api.close());

const quote = (body: object) => sales.post('/api/invoices/quote', body);

describe('an invoice as it is typed', () => {
  it('finds title, price and discount by what a scanner reads, and gives the sums of the trade’s worked example', async () => {
    const lines = [
      { isbn: '978-2-07-061275-8', quantity: 10 },
      { isbn: '9791091599504', quantity: 5 },
      { isbn: '3760123456784', quantity: 2, discountRate: '30' },
    ];
    const { body } = await quote({ pointOfSaleId: shop, lines }).expect(200);
    expect(body).toMatchObject({
      ...{ totalExclVat: '140.73', totalVat: '10.28', totalInclVat: '151.01', copies: 17, vatRegime: 'domestic' },
      ...{ supplyDate: '2026-07-15', dueDate: '2026-09-30' },
      vat: [
        { rate: '5.5', base: '123.23', amount: '6.78' },
        { rate: '20', base: '17.50', amount: '3.50' },
      ],
    });
    expect(
      body.lines.map((line: Record<string, string>) => [line['netUnitPriceExclVat'], line['amountExclVat']]),
    ).toEqual([
      ['8.625592', '86.26'],
      ['7.393365', '36.97'],
      ['8.75', '17.50'],
    ]);
    expect(body.lines[0]).toMatchObject({ exactProduct: '18200/211', copiesInStock: 1000, discountRate: '35' });
    expect(body.lines[2]).toMatchObject({ isbn: null, detail: 'EAN 3760123456784' });
    expect(body.warnings).toEqual([
      expect.objectContaining({ code: 'stock-insufficient', pointer: '/lines/1/quantity', blocking: true }),
    ]);
    expect(await api.sql('SELECT 1 FROM invoice')).toEqual([]);
  });

  it('takes the price in force on the day of supply, and a price or discount given instead', async () => {
    await api.sql(
      `INSERT INTO edition_price (edition_id, valid_from, retail_price_incl_vat) SELECT id, '2026-07-01', 16 FROM edition WHERE isbn13 = '9782070612758'`,
    );
    const lines = [{ isbn: '9782070612758', quantity: 1 }];
    const now = await quote({ pointOfSaleId: shop, lines }).expect(200);
    const before = await quote({ pointOfSaleId: shop, lines, supplyDate: '2026-06-30' }).expect(200);
    const given = { ...lines[0], retailPriceInclVat: '10.00', discountRate: '0' };
    const own = await quote({ pointOfSaleId: shop, lines: [given] }).expect(200);
    const prices = [now, before, own].map(({ body }) => body.lines[0].retailPriceInclVat);
    expect(prices).toEqual(['16.00', '14.00', '10.00']);
    expect(own.body.totalInclVat).toBe('10.00');
  });

  it('names each line that it cannot price', async () => {
    const lines = [
      { isbn: '9782070612758', quantity: 1 },
      { isbn: '9782070368228', quantity: 1 },
      { isbn: '97820', quantity: 1 },
      { quantity: 1, description: 'Port' },
    ];
    const { body } = await quote({ pointOfSaleId: shop, lines }).expect(422);
    expect(body.errors.map(({ pointer, code }: Record<string, string>) => [pointer, code])).toEqual([
      ['/lines/1/isbn', 'unknown-isbn'],
      ['/lines/2/isbn', 'unknown-isbn'],
      ['/lines/3', 'line-empty'],
    ]);
    const early = { pointOfSaleId: shop, lines: lines.slice(0, 1), supplyDate: '2019-12-31' };
    expect((await quote(early).expect(422)).body.errors).toEqual([
      expect.objectContaining({ pointer: '/lines/0', code: 'no-price-on-date' }),
    ]);
    expect((await quote({ pointOfSaleId: 99_999, lines: [] }).expect(422)).body.code).toBe('unknown-customer');
  });

  it('takes a free line with its own price and rate', async () => {
    const port = { description: 'Port', quantity: 1, unitPriceExclVat: '4.50', vatRate: '20' };
    const { body } = await quote({ pointOfSaleId: shop, lines: [port] }).expect(200);
    expect(body).toMatchObject({ totalExclVat: '4.50', totalVat: '0.90', lines: [{ copiesInStock: null }] });
  });

  it.each([
    ['in Switzerland', { country: 'CH' }, 'export', '86.26', '0.00', 'article 262 I du CGI'],
    ['in Belgium, with a VAT number', { country: 'BE' }, 'intra-eu', '86.26', '0.00', 'article 262 ter I'],
  ])(
    'bears no VAT for a shop %s, the French VAT taken out of the price first',
    async (_where, address, regime, base, amount, law) => {
      const abroad = await aCustomer(api, {
        address: { line1: '1', city: 'X', ...address },
        vatNumber: 'BE0403448140',
      });
      const { body } = await quote({ pointOfSaleId: abroad, lines: [{ isbn: '9782070612758', quantity: 10 }] }).expect(
        200,
      );
      expect(body).toMatchObject({ vatRegime: regime, vat: [{ rate: '0', base, amount }] });
      expect(body.vat[0].exemption).toContain(law);
    },
  );

  it('bears French VAT for a shop of the Union without a VAT number, and none from a house in franchise', async () => {
    const lines = [{ isbn: '9782070612758', quantity: 1 }];
    const belgian = await aCustomer(api, { address: { line1: '1', city: 'X', country: 'BE' }, vatNumber: null });
    expect((await quote({ pointOfSaleId: belgian, lines }).expect(200)).body.vatRegime).toBe('domestic');
    await api.sql('UPDATE house SET vat_liable = false');
    const { body } = await quote({ pointOfSaleId: shop, lines }).expect(200);
    expect(body).toMatchObject({
      vatRegime: 'franchise',
      totalExclVat: '9.10',
      totalVat: '0.00',
      totalInclVat: '9.10',
    });
    await api.sql('UPDATE house SET vat_liable = true');
  });
});

describe('a draft', () => {
  it('is kept, changed by whoever read it last, and deleted', async () => {
    const input = {
      pointOfSaleId: shop,
      lines: [{ isbn: '9782070612758', quantity: 10 }],
      purchaseOrderNumber: 'BC 12',
    };
    const { body } = await sales.post('/api/invoices', input).expect(201);
    expect(body).toMatchObject({ status: 'draft', number: null, version: 1, totalInclVat: '91.00' });
    const change = { ...input, lines: [{ isbn: '9782070612758', quantity: 4 }], version: 1 };
    const changed = (await sales.put(`/api/invoices/${body.id}`, change).expect(200)).body;
    expect(changed).toMatchObject({ version: 2, totalInclVat: '36.40', lines: [{ quantity: 4, position: 1 }] });
    expect((await sales.put(`/api/invoices/${body.id}`, change).expect(409)).body.code).toBe('stale-version');
    await sales.delete(`/api/invoices/${body.id}`).expect(204);
    await sales.get(`/api/invoices/${body.id}`).expect(404);
  });
});

describe('the list', () => {
  it('shows drafts first, searches numbers and customers, filters, and sums what is filtered', async () => {
    const other = await aCustomer(api, { name: 'Ombres blanches', siren: null });
    const draft = async (pointOfSaleId: number, quantity: number) =>
      (await sales.post('/api/invoices', { pointOfSaleId, lines: [{ isbn: '9782070612758', quantity }] }).expect(201))
        .body;
    const first = await draft(shop, 10);
    const { lines } = (await sales.post(`/api/invoices/${first.id}/post`, { issueDate: '2026-01-15' }).expect(200))
      .body;
    await sales.post(`/api/invoices/${(await draft(other, 2)).id}/post`).expect(200);
    await sales.post(`/api/invoices/${first.id}/credit-note`, {
      lines: [{ lineId: lines[0].id, quantity: 4 }],
      post: true,
    });
    await draft(shop, 1);

    const all = (await sales.get('/api/invoices').expect(200)).body;
    expect(all.items.map((item: { number: string | null }) => item.number)).toEqual([
      null,
      'AV2026-00001',
      'FA2026-00002',
      'FA2026-00001',
    ]);
    const posted = (await sales.get('/api/invoices?status=posted').expect(200)).body;
    expect(posted.totals).toEqual({ totalExclVat: '69.01', totalVat: '3.79', totalInclVat: '72.80' });
    const overdue = (await sales.get('/api/invoices?overdue=true').expect(200)).body;
    expect(overdue.items).toEqual([
      expect.objectContaining({ number: 'FA2026-00001', overdue: true, dueDate: '2026-03-31' }),
    ]);
    for (const [query, count] of [
      ['q=fa2026-00001', 1],
      ['q=ombres', 1],
      ['kind=credit-note', 1],
      [`pointOfSaleId=${shop}`, 3],
      ['from=2026-02-01&to=2026-12-31', 2],
      ['period=month', 2],
      ['period=quarter', 2],
      ['period=year', 3],
      ['period=last-year', 0],
    ] as const) {
      expect([query, (await sales.get(`/api/invoices?${query}`).expect(200)).body.total]).toEqual([query, count]);
    }
    const page = (await sales.get('/api/invoices?limit=3').expect(200)).body;
    const rest = (await sales.get(`/api/invoices?limit=3&cursor=${page.nextCursor}`).expect(200)).body;
    expect(rest.items).toEqual([expect.objectContaining({ number: 'FA2026-00001' })]);
    const csv = await sales
      .get('/api/invoices/export?format=csv&columns=number,totalInclVat&status=posted')
      .expect(200);
    expect(csv.text).toContain('FA2026-00002;18,20');
  });
});
