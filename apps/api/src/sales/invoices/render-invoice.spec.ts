import { readPdf } from '../../../../../libs/documents/src/pdf/read-pdf.fixture';
import { startTestApi, type ApiClient, type TestApi } from '../../../../../tests/support/api';
import { bytes } from '../../../../../tests/support/bytes';
import { aCustomer, aTitle, completeHouse, forgetSales } from '../../../../../tests/support/sales';
import { Database } from '../../platform/database/database';
import { systemActor } from '../../platform/sign-in/actor';
import { PostInvoice } from './post-invoice';

// Each PDF is read back in a process of its own.
jest.setTimeout(120_000);

let api: TestApi;
let sales: ApiClient;
let id: number;

beforeAll(async () => {
  api = await startTestApi();
  sales = await api.as('sales');
});
beforeEach(async () => {
  await forgetSales(api);
  await completeHouse(api);
  const book = await aTitle(api);
  const shop = await aCustomer(api);
  const lines = [{ editionId: book, quantity: 10 }];
  id = (await sales.post('/api/invoices', { pointOfSaleId: shop, lines, supplyDate: '2026-07-10' }).expect(201)).body
    .id;
});
afterAll(() => api.close());

const file = async (invoice: number, format = 'pdf') => {
  const answer = await sales.get(`/api/invoices/${invoice}/${format}`).buffer(true).parse(bytes).expect(200);
  return { bytes: answer.body as Buffer, headers: answer.headers };
};

const kept = () =>
  api.sql(
    `SELECT d.format, f.sha256, f.file_name FROM invoice_document d JOIN stored_file f ON f.id = d.file_id ORDER BY 1`,
  );

describe('the PDF of an invoice', () => {
  it('has everything the law wants on it', async () => {
    await sales.post(`/api/invoices/${id}/post`).expect(200);
    const { text } = readPdf((await file(id)).bytes);
    for (const mention of [
      'FA2026-00001',
      '15 juillet 2026',
      '10 juillet 2026',
      'Éditions de la Berge',
      'SARL au capital de 8 000',
      'SIREN 732 829 320',
      'RCS Rennes',
      'FR44732829320',
      'Librairie de l’Îlot',
      '3, rue des Frères',
      'SIREN 443 061 841',
      '978-2-07-061275-8',
      '8,625592',
      '86,26',
      '5,5 %',
      '91,00',
      '30 septembre 2026',
      '60 jours fin de mois',
      'escompte',
      '12,15 %',
      '40,00',
      'livraison de biens',
      'FR76 3000',
    ]) {
      expect(text).toContain(mention);
    }
  });

  it('of a draft says that it is one, and is not kept', async () => {
    const draft = await file(id);
    expect(draft.headers['content-disposition']).toContain(`projet-${id}.pdf`);
    expect(readPdf(draft.bytes).text).toMatch(/projet/i);
    expect(await kept()).toEqual([]);
  });

  it('is made once and kept as issued, also when several ask at once', async () => {
    await sales.post(`/api/invoices/${id}/post`).expect(200);
    const all = await Promise.all([1, 2, 3].map(() => file(id)));
    await file(id, 'xlsx');
    await api.sql(`UPDATE house SET trade_name = 'Autre enseigne'`);
    const later = await file(id);
    for (const one of all) expect(one.bytes.equals(later.bytes)).toBe(true);
    expect(await kept()).toEqual([
      expect.objectContaining({ format: 'pdf', file_name: 'FA2026-00001.pdf' }),
      expect.objectContaining({ format: 'xlsx', file_name: 'FA2026-00001.xlsx' }),
    ]);
    expect(later.headers['etag']).toBe(`"${(await kept())[0]!['sha256']}"`);
    await api.sql(`UPDATE house SET trade_name = NULL`);
  });

  it('is made at the next request when the process died after posting', async () => {
    await api.get(Database).transaction(systemActor, (tx) => api.get(PostInvoice).postInvoiceIn(tx, systemActor, id));
    expect(await kept()).toEqual([]);
    expect(readPdf((await file(id)).bytes).text).toContain('FA2026-00001');
    expect(await kept()).toHaveLength(1);
  });

  it('of a credit note names the invoice it corrects', async () => {
    const { lines } = (await sales.post(`/api/invoices/${id}/post`).expect(200)).body;
    const asked = { lines: [{ lineId: lines[0].id, quantity: 4 }], reason: 'Retour d’invendus', post: true };
    const note = (await sales.post(`/api/invoices/${id}/credit-note`, asked).expect(201)).body;
    const { text } = readPdf((await file(note.id)).bytes);
    for (const mention of ['Avoir', 'AV2026-00001', 'FA2026-00001', '36,40', 'Retour d’invendus']) {
      expect(text).toContain(mention);
    }
  });

  it('is for those who may read sales', async () => {
    await api.anonymous.get(`/api/invoices/${id}/pdf`).expect(401);
    await sales.get(`/api/invoices/999999/pdf`).expect(404);
  });
});
