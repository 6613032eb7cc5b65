import { startTestApi, type ApiClient, type TestApi } from '../../../../../tests/support/api';
import { acceptRun, makeBook } from '../../../../../tests/support/book';
import type { WithholdingRateResponse } from './rate-dto';

let api: TestApi;
let accountant: ApiClient;

beforeEach(async () => {
  api = await startTestApi();
  accountant = await api.as('accountant');
});
afterEach(() => api.close());

const next = {
  validFrom: '2027-01-01',
  validTo: '2027-12-31',
  yearlyCeiling: '49000',
  socialBaseRate: '98.25',
  csgRate: '9.2',
  crdsRate: '0.5',
  pensionRate: '6.15',
  trainingRate: '0.35',
  vatRate: '10',
  vatKeptRate: '0.8',
  payerRate: '1',
  payerTrainingRate: '0.1',
};

/** The rates of 2026 as the page would send them back. */
async function ratesOf2026(): Promise<{
  id: number;
  usedUntil: string | null;
  input: typeof next & { version: number };
}> {
  const { items } = (await accountant.get('/api/withholding-rates').expect(200)).body as {
    items: WithholdingRateResponse[];
  };
  const { id, usedUntil, ...input } = items.find((rate) => rate.validFrom === '2026-01-01')!;
  return { id, usedUntil, input };
}

async function closeAStatementPaidOn(paymentDate: string): Promise<void> {
  await acceptRun(api, await makeBook(api), { copies: 1000, on: '2026-02-10' });
  const period = { kind: 'period', periodFrom: '2026-01-01', periodTo: '2026-06-30', paymentDate };
  const { id } = (await accountant.post('/api/closings', period).expect(201)).body;
  await accountant.post(`/api/closings/${id}/close`).expect(200);
}

describe('the table of rates', () => {
  it('begins with the rates in force, the latest first', async () => {
    const { items } = (await accountant.get('/api/withholding-rates').expect(200)).body;
    expect(items[0]).toMatchObject({
      validFrom: '2026-01-01',
      yearlyCeiling: '48060.00',
      csgRate: '9.2',
      usedUntil: null,
    });
    expect(items.at(-1)).toMatchObject({ validFrom: '2020-01-01', yearlyCeiling: '41136.00' });
  });

  it('takes the next year, so that a payment then can be computed', async () => {
    const created = (await accountant.post('/api/withholding-rates', next).expect(201)).body;
    expect(created).toMatchObject({ ...next, yearlyCeiling: '49000.00', version: 1 });
    const seen = (await accountant.get(`/api/withholding-rates/${created.id}`).expect(200)).body;
    expect(seen).toEqual(created);
  });

  it('is read by everybody and written by who keeps the settings', async () => {
    const sales = await api.as('sales');
    await sales.get('/api/withholding-rates').expect(200);
    await sales.post('/api/withholding-rates', next).expect(403);
  });

  it.each([
    ['a date within another row', { validFrom: '2026-12-01' }, 409, 'rates-overlap'],
    ['an end before the beginning', { validTo: '2026-12-31' }, 422, 'dates-inverted'],
    ['a rate above 100 %', { csgRate: '920' }, 422, 'validation'],
    ['a date that does not exist', { validFrom: '2027-02-30' }, 422, 'validation'],
  ])('refuses %s', async (_, wrong, status, code) => {
    const { body } = await accountant.post('/api/withholding-rates', { ...next, ...wrong }).expect(status);
    expect(body.code).toBe(code);
  });

  it('changes what no statement used, with the version that was read', async () => {
    const { id, input } = await ratesOf2026();
    const changed = (await accountant.put(`/api/withholding-rates/${id}`, { ...input, csgRate: '9.5' }).expect(200))
      .body;
    expect(changed).toMatchObject({ csgRate: '9.5', version: input.version + 1 });
    await accountant.put(`/api/withholding-rates/${id}`, { ...input, csgRate: '9.7' }).expect(409);
  });
});

describe('rates at which a closed statement is paid', () => {
  beforeEach(() => closeAStatementPaidOn('2026-07-31'));

  it.each([
    ['a rate', { csgRate: '9.3' }, '/csgRate'],
    ['the ceiling', { yearlyCeiling: '48061' }, '/yearlyCeiling'],
    ['their first day', { validFrom: '2026-01-02' }, '/validFrom'],
    ['their last day, to before that payment', { validTo: '2026-07-30' }, '/validTo'],
  ])('refuse a change of %s', async (_, change, pointer) => {
    const { id, input, usedUntil } = await ratesOf2026();
    expect(usedUntil).toBe('2026-07-31');
    const { body } = await accountant.put(`/api/withholding-rates/${id}`, { ...input, ...change }).expect(409);
    expect(body).toMatchObject({ code: 'rates-used', errors: [{ pointer, code: 'rates-used' }] });
  });

  it('may end after that payment, so that new rates begin within the year', async () => {
    const { id, input } = await ratesOf2026();
    await accountant.put(`/api/withholding-rates/${id}`, { ...input, validTo: '2026-08-31' }).expect(200);
    await accountant
      .post('/api/withholding-rates', { ...next, validFrom: '2026-09-01', validTo: '2026-12-31', csgRate: '9.3' })
      .expect(201);
  });
});
