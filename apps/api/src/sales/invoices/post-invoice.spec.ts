import { startTestApi, type ApiClient, type TestApi } from '../../../../../tests/support/api';
import { aCustomer, aTitle, completeHouse, forgetSales } from '../../../../../tests/support/sales';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { systemActor } from '../../platform/sign-in/actor';
import { Tasks } from '../../platform/tasks/tasks';
import { brokenLinks } from './invoice-hash';
import { PostInvoice } from './post-invoice';

jest.setTimeout(60_000);

let api: TestApi;
let sales: ApiClient;
let book: number;
let shop: number;

beforeAll(async () => {
  api = await startTestApi();
  sales = await api.as('sales');
});
beforeEach(async () => {
  await forgetSales(api);
  await completeHouse(api);
  book = await aTitle(api);
  shop = await aCustomer(api);
});
afterAll(() => api.close());

async function draft(quantity = 1, change: object = {}): Promise<number> {
  const invoice = { pointOfSaleId: shop, lines: [{ editionId: book, quantity }], ...change };
  return (await sales.post('/api/invoices', invoice).expect(201)).body.id;
}

const post = (id: number, body: object = {}, headers: Record<string, string> = {}) =>
  sales.post(`/api/invoices/${id}/post`, body, headers);

const numbers = async () =>
  (await api.sql<{ number: string }>(`SELECT number FROM invoice WHERE number IS NOT NULL ORDER BY 1`)).map(
    (row) => row.number,
  );

const stockOf = async (edition: number) =>
  (
    await api.sql<{ copies: number }>(
      `SELECT sum(CASE kind WHEN 'sold' THEN -copies ELSE copies END)::int AS copies FROM stock_movement WHERE edition_id = $1`,
      [edition],
    )
  )[0]!.copies;

describe('posting an invoice', () => {
  it('numbers and dates it, keeps both parties, makes it due and takes the copies from the stock', async () => {
    const id = await draft(10, { supplyDate: '2026-07-10' });
    const posted = (await post(id).expect(200)).body;
    expect(posted).toMatchObject({
      ...{ status: 'posted', number: 'FA2026-00001', issueDate: '2026-07-15', dueDate: '2026-09-30' },
      ...{ totalExclVat: '86.26', totalVat: '4.74', totalInclVat: '91.00', postedBy: 'Test sales' },
      buyer: { name: 'Librairie de l’Îlot', billingAddress: { city: 'Rennes' } },
      paymentTerms: { days: 60, kind: 'end-of-month' },
    });
    const [move] = await api.sql(`SELECT kind, copies, moved_on FROM stock_movement WHERE invoice_line_id IS NOT NULL`);
    expect(move).toEqual({ kind: 'sold', copies: 10, moved_on: '2026-07-10' });
    await api.sql(`UPDATE point_of_sale SET name = 'Autre nom'`);
    expect((await sales.get(`/api/invoices/${id}`).expect(200)).body.customer.name).toBe('Librairie de l’Îlot');
  });

  it('gives thirty at once the numbers 1 to 30 without a gap, while others fail and give theirs back', async () => {
    const empty = await Promise.all([1, 2, 3, 4, 5].map(() => draft(1, { lines: [] })));
    const rolledBack = await Promise.all([1, 2, 3, 4, 5].map(() => draft()));
    const good = await Promise.all(Array.from({ length: 30 }, () => draft()));
    const failing = rolledBack.map((id) =>
      api.get(Database).transaction(systemActor, async (tx) => {
        await api.get(PostInvoice).postInvoiceIn(tx, systemActor, id);
        throw new Error('the process is killed here');
      }),
    );
    const answers = await Promise.all([
      ...good.map((id) => post(id).then((answer) => answer.status)),
      ...empty.map((id) => post(id).then((answer) => answer.status)),
      ...failing.map((failed) => failed.catch((error: Error) => error.message)),
    ]);
    expect(answers.slice(0, 30)).toEqual(Array(30).fill(200));
    expect(answers.slice(30)).toEqual([...Array(5).fill(422), ...Array(5).fill('the process is killed here')]);
    expect(await numbers()).toEqual(
      Array.from({ length: 30 }, (_, i) => `FA2026-000${String(i + 1).padStart(2, '0')}`),
    );
    expect(await brokenLinks(api.get(Database).reader)).toEqual([]);
    expect(await stockOf(book)).toBe(970);
  }, 60_000);

  it('breaks the chain for whoever changes a posted amount behind its back', async () => {
    for (let i = 0; i < 3; i += 1) await post(await draft()).expect(200);
    await api.sql(`ALTER TABLE invoice DISABLE TRIGGER invoice_keep_posted`);
    await api.sql(`UPDATE invoice SET due_date = '2027-01-01' WHERE number = 'FA2026-00002'`);
    await api.sql(`ALTER TABLE invoice ENABLE TRIGGER invoice_keep_posted`);
    expect(await brokenLinks(api.get(Database).reader)).toEqual([expect.objectContaining({ number: 'FA2026-00002' })]);
  });

  it('posts once when the button is pressed twice, with the same key and without', async () => {
    const id = await draft();
    const key = { 'Idempotency-Key': 'post-once-0001' };
    const twice = await Promise.all([post(id, {}, key), post(id, {}, key)]);
    expect(twice.map((answer) => answer.status).filter((status) => status === 200).length).toBeGreaterThanOrEqual(1);
    expect((await post(id, {}, key)).body).toMatchObject({ number: 'FA2026-00001' });
    expect((await post(id).expect(409)).body.code).toBe('invoice-posted');
    expect(await numbers()).toEqual(['FA2026-00001']);
    expect(await stockOf(book)).toBe(999);
  });

  it('refuses a date before the last of its series, after today, or of a year gone by once the next has begun', async () => {
    await post(await draft(), { issueDate: '2026-07-10' }).expect(200);
    const late = await post(await draft(), { issueDate: '2026-07-09' }).expect(409);
    expect(late.body.errors).toEqual([
      expect.objectContaining({ pointer: '/issueDate', code: 'issue-date-before-last' }),
    ]);
    expect(late.body.detail).toContain('FA2026-00001');
    expect(late.body.detail).toContain('10 juillet 2026');
    await post(await draft(), { issueDate: '2026-07-16' }).expect(422);
    await post(await draft(), { issueDate: '2025-12-31' }).expect(409);
    await post(await draft(), { issueDate: '2026-07-10' }).expect(200);
    expect(await numbers()).toEqual(['FA2026-00001', 'FA2026-00002']);
    const before = api.get(Clock).now();
    api.get(Clock).moveTo(new Date('2027-01-04T09:00:00Z'));
    expect((await post(await draft()).expect(200)).body.number).toBe('FA2027-00001');
    api.get(Clock).moveTo(before);
    expect(await brokenLinks(api.get(Database).reader)).toEqual([]);
  });

  it('says what the house still lacks, and what the customer lacks', async () => {
    await api.sql(`UPDATE house SET siren = NULL, vat_number = NULL, address = '{}'`);
    const refused = (await post(await draft()).expect(422)).body;
    expect(refused.code).toBe('house-incomplete');
    expect(refused.errors.map((error: { pointer: string }) => error.pointer)).toEqual([
      '/house/siren',
      '/house/vatNumber',
      '/house/address',
    ]);
    await completeHouse(api);
    await api.sql(`UPDATE point_of_sale SET billing_address = '{"city": "Rennes"}'`);
    expect((await post(await draft()).expect(422)).body.code).toBe('customer-incomplete');
  });

  it('refuses to sell more than there is, unless somebody says why', async () => {
    const id = await draft(1001);
    const refused = (await post(id).expect(409)).body;
    expect(refused).toMatchObject({ code: 'stock-insufficient', errors: [{ pointer: '/lines/0/quantity' }] });
    await post(id, { allowNegativeStock: true }).expect(422);
    await post(id, { allowNegativeStock: true, negativeStockReason: '  ' }).expect(422);
    const reason = 'Colis compté demain';
    const posted = (await post(id, { allowNegativeStock: true, negativeStockReason: reason }).expect(200)).body;
    expect(posted.negativeStockReason).toBe(reason);
    expect(await stockOf(book)).toBe(-1);
  });

  it('sells an e-book that no shelf holds, and keeps the sale, which its royalties follow', async () => {
    const file = await aTitle(api, { title: 'Fichier', isbn13: '9782070368228', form: 'e-book', stock: 0 });
    await post(await draft(1, { lines: [{ editionId: file, quantity: 3 }] })).expect(200);
    const moves = await api.sql(`SELECT kind, copies FROM stock_movement WHERE edition_id = $1`, [file]);
    expect(moves).toEqual([{ kind: 'sold', copies: 3 }]);
  });

  it('holds a library to 9 % on books, unless there is a reason', async () => {
    shop = await aCustomer(api, { name: 'Médiathèque', kind: 'library', discount: '12' });
    const id = await draft();
    const page = (await sales.get(`/api/invoices/${id}`).expect(200)).body;
    expect(page.warnings).toEqual([expect.objectContaining({ code: 'discount-over-cap', blocking: true })]);
    expect((await post(id).expect(422)).body).toMatchObject({ code: 'discount-over-cap' });
    await post(id, { discountReason: 'Manuels scolaires' }).expect(200);
  });

  it('is for those who may post', async () => {
    const id = await draft();
    const editorial = await api.as('editorial');
    await editorial.post(`/api/invoices/${id}/post`).expect(403);
  });

  it('posts a batch in the background, each draft for itself, and says which were refused', async () => {
    const ids = [await draft(), await draft(1, { lines: [] }), await draft()];
    const { taskId } = (await sales.post('/api/invoices/batch-post', { ids }).expect(202)).body;
    await api.get(Tasks).run(taskId);
    const task = (await sales.get(`/api/tasks/${taskId}`).expect(200)).body;
    expect(task).toMatchObject({
      ...{ status: 'done', done: 3, total: 3 },
      result: { posted: 2, alreadyPosted: 0, refused: [{ id: ids[1], code: 'invoice-empty' }] },
    });
    expect(await numbers()).toEqual(['FA2026-00001', 'FA2026-00002']);
  });
});

describe('a posted invoice', () => {
  it('is changed and deleted by nobody, not even in the database', async () => {
    const id = await draft();
    const { version } = (await post(id).expect(200)).body;
    const change = { pointOfSaleId: shop, lines: [], version };
    expect((await sales.put(`/api/invoices/${id}`, change).expect(409)).body.code).toBe('invoice-posted');
    await sales.delete(`/api/invoices/${id}`).expect(409);
    await expect(api.sql(`UPDATE invoice SET note = 'x' WHERE id = $1`, [id])).rejects.toThrow('never changes');
    await expect(api.sql(`DELETE FROM invoice_line WHERE invoice_id = $1`, [id])).rejects.toThrow('never changes');
    await expect(api.sql(`UPDATE invoice_vat SET amount = 0 WHERE invoice_id = $1`, [id])).rejects.toThrow('never');
  });
});
