import { startTestApi, type ApiClient, type TestApi } from '../../../../../tests/support/api';
import { aCustomer, aTitle, completeHouse } from '../../../../../tests/support/sales';

let api: TestApi;
let sales: ApiClient;
let book: number;

beforeAll(async () => {
  api = await startTestApi();
  sales = await api.as('sales');
  await completeHouse(api);
  book = await aTitle(api);
});
afterAll(() => api.close());

async function sold(shop: number): Promise<{ channel: string; territory: string }[]> {
  const draft = await sales
    .post('/api/invoices', { pointOfSaleId: shop, lines: [{ editionId: book, quantity: 3 }] })
    .expect(201);
  await sales.post(`/api/invoices/${draft.body.id}/post`).expect(200);
  const { body } = await sales.get(`/api/stock/movements?editionId=${book}&kind=sold&limit=1&sort=-entry`).expect(200);
  return body.items.map(({ channel, territory }: { channel: string; territory: string }) => ({ channel, territory }));
}

const address = (country: string | null) => ({ line1: '1, rue Haute', postalCode: '1000', city: 'Bruxelles', country });

it('keeps with the copies where they were sold: the kind of the point of sale and its country', async () => {
  const shop = await aCustomer(api, { kind: 'online', address: address('BE'), siren: null, vatNumber: 'BE0403170701' });
  expect(await sold(shop)).toEqual([{ channel: 'online', territory: 'BE' }]);
});

it('takes an address that names no country as one in France', async () => {
  const shop = await aCustomer(api, { name: 'Sans pays', address: address(null) });
  expect(await sold(shop)).toEqual([{ channel: 'independent-bookshop', territory: 'FR' }]);
});

it('leaves what was sold where it was sold when the shop changes its kind', async () => {
  const shop = await aCustomer(api, { name: 'Librairie du Pont' });
  await sold(shop);
  await api.sql(`UPDATE point_of_sale SET kind = 'online' WHERE id = $1`, [shop]);
  const [movement] = await api.sql(
    `SELECT m.channel FROM stock_movement m JOIN invoice_line l ON l.id = m.invoice_line_id JOIN invoice i ON i.id = l.invoice_id
     WHERE i.point_of_sale_id = $1`,
    [shop],
  );
  expect(movement).toEqual({ channel: 'independent-bookshop' });
});
