import { startTestApi, type ApiClient, type TestApi } from '../../../../tests/support/api';
import { addEdition } from '../../../../tests/support/trade';

let api: TestApi;
let editorial: ApiClient;

beforeAll(async () => {
  api = await startTestApi();
  editorial = await api.as('editorial');
});
afterAll(() => api.close());

const plan = async (editionId: number, more: object = {}) =>
  (await editorial.post('/api/print-runs', { editionId, ...more }).expect(201)).body;

describe('print runs', () => {
  it('go from plan to delivery, each step with its date and quantity', async () => {
    const { id: editionId } = await addEdition(api, { title: 'Été' });
    const run = await plan(editionId, {
      quantityPlanned: 2000,
      printerName: 'Imprimerie du Trégor',
      unitCost: '2.345',
    });
    expect(run).toMatchObject({ number: 1, status: 'planned', next: ['ordered', 'cancelled', 'accepted'] });
    const ordered = await editorial
      .post(`/api/print-runs/${run.id}/order`, { version: 1, orderedOn: '2026-06-01' })
      .expect(200);
    expect(ordered.body).toMatchObject({
      status: 'ordered',
      quantityOrdered: 2000,
      orderedOn: '2026-06-01',
      version: 2,
    });
    const early = await editorial
      .post(`/api/print-runs/${run.id}/deliver`, { version: 2, deliveredOn: '2026-05-31' })
      .expect(422);
    expect(early.body).toMatchObject({ code: 'print-run-dates-inverted', errors: [{ pointer: '/deliveredOn' }] });
    const delivered = await editorial
      .post(`/api/print-runs/${run.id}/deliver`, { version: 2, deliveredOn: '2026-07-01', quantityDelivered: 2040 })
      .expect(200);
    expect(delivered.body).toMatchObject({ status: 'delivered', quantityDelivered: 2040, unitCost: '2.345000' });
    const cancelled = await editorial.post(`/api/print-runs/${run.id}/cancel`, { version: 3 }).expect(422);
    expect(cancelled.body.code).toBe('print-run-transition-refused');
    const listed = await editorial.get('/api/print-runs?q=tregor&status=delivered').expect(200);
    expect(listed.body.items).toEqual([expect.objectContaining({ id: run.id, date: '2026-07-01', quantity: 2040 })]);
  });

  it('leave as a file', async () => {
    const { id: editionId } = await addEdition(api);
    await plan(editionId, { quantityPlanned: 321, printerName: 'Presses du Midi' });
    const file = await editorial.get('/api/print-runs/export?q=midi&columns=printerName,quantity').expect(200);
    expect(file.text).toBe('\ufeffImprimeur;Exemplaires\r\nPresses du Midi;321\r\n');
  });

  it('can be cancelled and planned again', async () => {
    const { id: editionId } = await addEdition(api);
    const run = await plan(editionId, { quantityPlanned: 500 });
    await editorial.post(`/api/print-runs/${run.id}/cancel`, { version: 1 }).expect(200);
    const again = await editorial.post(`/api/print-runs/${run.id}/replan`, { version: 2 }).expect(200);
    expect(again.body).toMatchObject({ status: 'planned', quantityPlanned: 500, orderedOn: null });
  });

  it('have numbers without holes, however many people plan at once', async () => {
    const { id: editionId } = await addEdition(api);
    const runs = await Promise.all(Array.from({ length: 8 }, () => plan(editionId)));
    expect(runs.map(({ number }) => number).sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('say what is wrong with an order that has no quantity, a date to come, or a file', async () => {
    const { id: editionId } = await addEdition(api);
    const run = await plan(editionId);
    const missing = await editorial.post(`/api/print-runs/${run.id}/order`, { version: 1 }).expect(422);
    expect(missing.body).toMatchObject({
      code: 'print-run-quantity-missing',
      errors: [{ pointer: '/quantityOrdered' }],
    });
    const future = await editorial
      .post(`/api/print-runs/${run.id}/order`, { version: 1, orderedOn: '2099-01-01', quantityOrdered: 5 })
      .expect(422);
    expect(future.body.code).toBe('print-run-date-in-future');
    const ebook = await addEdition(api, { form: 'e-book' });
    const refused = await editorial.post('/api/print-runs', { editionId: ebook.id }).expect(422);
    expect(refused.body.code).toBe('print-run-of-a-file');
  });

  it('keep their cost and paper open to change, and refuse a stale version', async () => {
    const { id: editionId } = await addEdition(api);
    const run = await plan(editionId, { quantityPlanned: 500 });
    const change = { version: 1, quantityPlanned: 600, paper: 'Bouffant 80 g', unitCost: '3.1' };
    const changed = await editorial.put(`/api/print-runs/${run.id}`, change).expect(200);
    expect(changed.body).toMatchObject({ paper: 'Bouffant 80 g', quantityPlanned: 600, version: 2 });
    await editorial.put(`/api/print-runs/${run.id}`, change).expect(409);
    await (await api.as('sales')).put(`/api/print-runs/${run.id}`, { ...change, version: 2 }).expect(403);
  });
});
