import fc from 'fast-check';

import { startTestApi, type ApiClient, type TestApi } from '../../../../../tests/support/api';
import { aCustomer, aTitle, completeHouse, forgetSales } from '../../../../../tests/support/sales';
import { Database } from '../../platform/database/database';
import { systemActor } from '../../platform/sign-in/actor';
import { DraftCreditNote } from './draft-credit-note';
import { brokenLinks } from './invoice-hash';
import { PostInvoice } from './post-invoice';
import { SaveInvoiceDraft } from './save-invoice-draft';

jest.setTimeout(60_000);

let api: TestApi;
let sales: ApiClient;
let book: number;
let cards: number;
let shop: number;

beforeAll(async () => {
  api = await startTestApi();
  sales = await api.as('sales');
});
beforeEach(async () => {
  await forgetSales(api);
  await completeHouse(api);
  book = await aTitle(api);
  cards = await aTitle(api, {
    title: 'Cartes',
    isbn13: null,
    ean: '3760123456784',
    form: 'cards',
    vatRate: '20',
    price: '15.00',
  });
  shop = await aCustomer(api);
});
afterAll(() => api.close());

interface Line {
  id: number;
  copiesLeftToCredit: number;
  amountExclVat: string;
}

async function postedInvoice(lines: object[]): Promise<{ id: number; lines: Line[] }> {
  const { id } = (await sales.post('/api/invoices', { pointOfSaleId: shop, lines }).expect(201)).body;
  return (await sales.post(`/api/invoices/${id}/post`).expect(200)).body;
}

const credit = (id: number, lines: object[], more: object = {}) =>
  sales.post(`/api/invoices/${id}/credit-note`, { lines, post: true, ...more });

describe('a credit note', () => {
  it('takes what was invoiced of four copies, refers to its invoice and puts the copies back', async () => {
    const invoice = await postedInvoice([{ editionId: book, quantity: 10 }]);
    const lines = [{ lineId: invoice.lines[0]!.id, quantity: 4 }];
    const posted = (await credit(invoice.id, lines, { reason: 'Retour d’invendus' }).expect(201)).body;
    expect(posted).toMatchObject({
      ...{ kind: 'credit-note', number: 'AV2026-00001', dueDate: null, note: 'Retour d’invendus' },
      ...{ totalExclVat: '34.50', totalVat: '1.90', totalInclVat: '36.40', leftInclVat: null },
      origin: { id: invoice.id, number: 'FA2026-00001' },
    });
    const again = (await sales.get(`/api/invoices/${invoice.id}`).expect(200)).body;
    expect(again.lines[0].copiesLeftToCredit).toBe(6);
    expect(again).toMatchObject({ leftInclVat: '54.60', creditNotes: [{ id: posted.id, status: 'posted' }] });
    const [moved] = await api.sql(`SELECT kind, copies FROM stock_movement ORDER BY id DESC LIMIT 1`);
    expect(moved).toEqual({ kind: 'returned', copies: 4 });
  });

  it('for a price only moves no copies', async () => {
    const invoice = await postedInvoice([{ editionId: book, quantity: 10 }]);
    const lines = [{ lineId: invoice.lines[0]!.id, quantity: 10 }];
    await credit(invoice.id, lines, { copiesReturned: false }).expect(201);
    expect(await api.sql(`SELECT 1 FROM stock_movement WHERE kind = 'returned'`)).toEqual([]);
  });

  it('beyond what is left is refused, also when two are posted at once', async () => {
    const invoice = await postedInvoice([{ editionId: book, quantity: 10 }]);
    const lineId = invoice.lines[0]!.id;
    const refused = (await credit(invoice.id, [{ lineId, quantity: 11 }]).expect(422)).body;
    expect(refused.errors).toEqual([
      expect.objectContaining({ pointer: '/lines/0/quantity', code: 'credit-exceeds-line' }),
    ]);
    const answers = await Promise.all([1, 2].map(() => credit(invoice.id, [{ lineId, quantity: 6 }])));
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 422]);
    expect((await credit(invoice.id, [{ lineId, quantity: 5 }]).expect(422)).body.code).toBe('credit-exceeds-line');
    expect((await credit(invoice.id, [{ lineId, quantity: 0 }]).expect(422)).body.code).toBe('credit-empty');
  });

  it('that waited as a draft is computed again when it is posted', async () => {
    const invoice = await postedInvoice([{ editionId: book, quantity: 10 }]);
    const lineId = invoice.lines[0]!.id;
    const waiting = (await credit(invoice.id, [{ lineId, quantity: 6 }], { post: false }).expect(201)).body;
    expect(waiting).toMatchObject({ status: 'draft', number: null, totalInclVat: '54.61' });
    await credit(invoice.id, [{ lineId, quantity: 4 }]).expect(201);
    const posted = (await sales.post(`/api/invoices/${waiting.id}/post`).expect(200)).body;
    expect(posted).toMatchObject({ totalExclVat: '51.76', totalVat: '2.84', totalInclVat: '54.60' });
    const gone = (await sales.get(`/api/invoices/${invoice.id}`).expect(200)).body;
    expect(gone).toMatchObject({ leftInclVat: '0.00' });
  });

  it('is not dated before its invoice', async () => {
    const invoice = await postedInvoice([{ editionId: book, quantity: 10 }]);
    const lines = [{ lineId: invoice.lines[0]!.id, quantity: 1 }];
    const refused = (await credit(invoice.id, lines, { issueDate: '2026-07-14' }).expect(422)).body;
    expect(refused.errors).toEqual([expect.objectContaining({ pointer: '/issueDate', code: 'credit-before-invoice' })]);
    expect(await api.sql(`SELECT 1 FROM invoice WHERE kind = 'credit-note'`)).toEqual([]);
  });

  it('is made on a posted invoice only, of its own lines, by whoever may post', async () => {
    const draft = { pointOfSaleId: shop, lines: [{ editionId: book, quantity: 1 }] };
    const { id, lines } = (await sales.post('/api/invoices', draft).expect(201)).body;
    const asked = [{ lineId: lines[0].id, quantity: 1 }];
    expect((await credit(id, asked).expect(422)).body.code).toBe('credit-of-draft');
    const other = await postedInvoice([{ editionId: cards, quantity: 1 }]);
    expect((await credit(other.id, asked).expect(422)).body.code).toBe('line-of-other-invoice');
    const editorial = await api.as('editorial');
    await editorial.post(`/api/invoices/${other.id}/credit-note`, { lines: asked }).expect(403);
  });
});

const line = fc.record({
  quantity: fc.integer({ min: 1, max: 60 }),
  cents: fc.integer({ min: 1, max: 9999 }),
  discount: fc.integer({ min: 0, max: 1000 }),
  isBook: fc.boolean(),
});
type RandomLine = { quantity: number; cents: number; discount: number; isBook: boolean };

const decimal = (cents: number) => `${(cents - (cents % 100)) / 100}.${String(cents % 100).padStart(2, '0')}`;

it('and the others of its invoice add up to it: nothing is left without VAT, of VAT by rate, or with VAT', async () => {
  const invoices = fc.record({
    lines: fc.array(line, { minLength: 1, maxLength: 4 }),
    cuts: fc.array(fc.array(fc.nat(), { minLength: 4, maxLength: 4 }), { maxLength: 3 }),
  });
  await fc.assert(
    fc.asyncProperty(invoices, ({ lines, cuts }) => invoiceAndCreditsAreZero(lines, cuts)),
    { numRuns: 200 },
  );
  expect(await brokenLinks(api.get(Database).reader)).toEqual([]);
}, 240_000);

async function invoiceAndCreditsAreZero(lines: RandomLine[], cuts: number[][]): Promise<void> {
  const id = await api.get(Database).transaction(systemActor, async (tx) => {
    const input = lines.map(({ quantity, cents, discount, isBook }) => ({
      ...{ quantity, editionId: isBook ? book : cards },
      retailPriceInclVat: decimal(cents),
      discountRate: `${(discount - (discount % 10)) / 10}.${discount % 10}`,
    }));
    const invoice = await api.get(SaveInvoiceDraft).createIn(tx, { pointOfSaleId: shop, lines: input });
    const reason = { allowNegativeStock: true, negativeStockReason: 'essai' };
    await api.get(PostInvoice).postInvoiceIn(tx, systemActor, invoice, reason);
    const ids: { id: number }[] = await tx.query(
      `SELECT id FROM invoice_line WHERE invoice_id = $1 ORDER BY position`,
      [invoice],
    );
    for (const quantities of creditsOf(lines, cuts)) {
      const credited = ids.map(({ id: lineId }, index) => ({ lineId, quantity: quantities[index] ?? 0 }));
      const note = await api.get(DraftCreditNote).createIn(tx, invoice, { lines: credited });
      await api.get(PostInvoice).postInvoiceIn(tx, systemActor, note);
    }
    return invoice;
  });
  const left = await api.sql(LEFT, [id]);
  expect(left.filter((row) => Number(row['base']) !== 0 || Number(row['amount']) !== 0)).toEqual([]);
  const [total] = await api.sql(TOTAL, [id]);
  expect(total).toEqual({ excl: '0.00', vat: '0.00', incl: '0.00' });
}

/** Some credits of some copies, then one that takes all the rest; credits of nothing left out. */
function creditsOf(lines: RandomLine[], cuts: number[][]): number[][] {
  const left = lines.map(({ quantity }) => quantity);
  const credits = cuts.map((cut) =>
    left.map((copies, index) => {
      const taken = (cut[index] ?? 0) % (copies + 1);
      left[index] = copies - taken;
      return taken;
    }),
  );
  return [...credits, left].filter((quantities) => quantities.some((copies) => copies > 0));
}

const LEFT = `SELECT v.rate, sum(CASE i.kind WHEN 'invoice' THEN v.base ELSE -v.base END) AS base,
    sum(CASE i.kind WHEN 'invoice' THEN v.amount ELSE -v.amount END) AS amount
  FROM invoice_vat v JOIN invoice i ON i.id = v.invoice_id WHERE $1 IN (i.id, i.origin_invoice_id) GROUP BY v.rate`;

const TOTAL = `SELECT sum(s * total_excl_vat) AS excl, sum(s * total_vat) AS vat, sum(s * total_incl_vat) AS incl
  FROM (SELECT *, CASE kind WHEN 'invoice' THEN 1 ELSE -1 END AS s FROM invoice) i WHERE $1 IN (id, origin_invoice_id)`;
