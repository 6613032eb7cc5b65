import { defaultWithholdingRates } from '@colophon/domain/withholding';
import { startTestApi, type ApiClient, type TestApi } from '../../../../../tests/support/api';
import { acceptRun, makeBook } from '../../../../../tests/support/book';
import { Clock } from '../../platform/clock/clock';
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
  pensionReliefRate: '0.75',
  uncappedPensionReliefRate: '0.4',
  overseasVatRate: '2.1',
  overseasVatKeptRate: '0.4',
  withholdingTaxRate: '25',
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
  const { id, usedUntil, copiedFrom: _copied, ...input } = items.find((rate) => rate.validFrom === '2026-01-01')!;
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
    expect(items.at(-1)).toMatchObject({
      ...{ validFrom: '2020-01-01', yearlyCeiling: '41136.00', withholdingTaxRate: '28' },
      ...{ pensionReliefRate: '0.75', overseasVatRate: '2.1', overseasVatKeptRate: '0.4', copiedFrom: null },
    });
  });

  it('is that of the domain, in which the engine is tested against Urssaf’s own model', async () => {
    const { items } = (await accountant.get('/api/withholding-rates').expect(200)).body as {
      items: WithholdingRateResponse[];
    };
    const ours = items.toReversed().map((row) => ({
      ...{ from: row.validFrom, to: row.validTo, yearlyCeiling: row.yearlyCeiling, abatedPart: row.socialBaseRate },
      ...{
        csg: row.csgRate,
        crds: row.crdsRate,
        pension: row.pensionRate,
        training: row.trainingRate,
        abatedCeilings: 4,
      },
      ...{ pensionRelief: row.pensionReliefRate, uncappedPensionRelief: row.uncappedPensionReliefRate },
      ...{ vat: row.vatRate, vatFlatPart: row.vatKeptRate, withholdingTax: row.withholdingTaxRate },
      overseas: { vat: row.overseasVatRate, vatFlatPart: row.overseasVatKeptRate },
      ...{ payerContribution: row.payerRate, payerTraining: row.payerTrainingRate },
    }));
    expect(ours).toEqual(JSON.parse(JSON.stringify(defaultWithholdingRates)));
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

describe('a year without rates', () => {
  const january = { kind: 'period', periodFrom: '2026-07-01', periodTo: '2026-12-31', paymentDate: '2027-01-31' };

  it('is named by the closing that plans to pay in it, and nothing else is blocked', async () => {
    await acceptRun(api, await makeBook(api), { copies: 1000, on: '2026-08-10' });
    const { body } = await accountant.post('/api/closings', january).expect(422);
    expect(body.code).toBe('rates-missing');
    expect(body.errors).toMatchObject([{ pointer: '/paymentDate' }]);
    expect(body.detail).toContain('2026 pour 2027');
    await accountant.post('/api/closings', { ...january, paymentDate: '2026-12-31' }).expect(201);
    await acceptRun(api, await makeBook(api), { copies: 10, on: '2026-08-11' });
  });

  it('is offered from October on with the rates of the year before, and confirmed by one click of the accountant', async () => {
    expect((await accountant.get('/api/withholding-rates').expect(200)).body.offered).toBeNull();
    api.get(Clock).moveTo(new Date('2026-10-01T08:00:00Z'));
    const { offered } = (await accountant.get('/api/withholding-rates').expect(200)).body;
    expect(offered).toEqual({ year: 2027, copiedFrom: '2026-01-01', yearlyCeiling: '48060.00' });
    const confirmed = (await accountant.post('/api/withholding-rates/confirm-year', { year: 2027 }).expect(201)).body;
    expect(confirmed).toMatchObject({
      ...{ validFrom: '2027-01-01', validTo: '2027-12-31', copiedFrom: '2026-01-01' },
      ...{ csgRate: '9.2', yearlyCeiling: '48060.00', usedUntil: null },
    });
    expect((await accountant.get('/api/withholding-rates').expect(200)).body.offered).toBeNull();
    await acceptRun(api, await makeBook(api), { copies: 1000, on: '2026-08-10' });
    await accountant.post('/api/closings', january).expect(201);
  });

  it('takes the new ceiling with the confirmation, once, and only after the year before', async () => {
    const year = { year: 2027, yearlyCeiling: '49000' };
    const confirmed = (await accountant.post('/api/withholding-rates/confirm-year', year).expect(201)).body;
    expect(confirmed.yearlyCeiling).toBe('49000.00');
    const again = await accountant.post('/api/withholding-rates/confirm-year', year).expect(409);
    expect(again.body.code).toBe('rates-overlap');
    const gap = await accountant.post('/api/withholding-rates/confirm-year', { year: 2029 }).expect(422);
    expect(gap.body.code).toBe('rates-nothing-to-copy');
    await (await api.as('editorial')).post('/api/withholding-rates/confirm-year', { year: 2028 }).expect(403);
  });

  it('tells in its history who confirmed it', async () => {
    const { id } = (await accountant.post('/api/withholding-rates/confirm-year', { year: 2027 }).expect(201)).body;
    const { items } = (await accountant.get(`/api/history/withholding_rate/${id}`).expect(200)).body;
    expect(items).toMatchObject([{ actor: 'Test accountant', action: 'insert' }]);
  });
});

describe('the rates of treaties and the threshold of the DAS2', () => {
  it('are kept by date, one for a country and a day', async () => {
    const { items } = (await accountant.get('/api/treaty-rates').expect(200)).body;
    expect(items.find(({ country }: { country: string }) => country === 'CH')).toMatchObject({
      rate: '5',
      verified: false,
    });
    const switzerland = { country: 'CH', validFrom: '2027-01-01', rate: '4', verified: true };
    const created = (await accountant.post('/api/treaty-rates', switzerland).expect(201)).body;
    const { body } = await accountant.post('/api/treaty-rates', switzerland).expect(409);
    expect(body.code).toBe('treaty-rate-used');
    const input = { ...switzerland, rate: '3', version: created.version };
    expect((await accountant.put(`/api/treaty-rates/${created.id}`, input).expect(200)).body).toMatchObject({
      rate: '3',
    });
    await (await api.as('sales')).post('/api/treaty-rates', { ...switzerland, country: 'AT' }).expect(403);
  });

  it('begin with what the law says', async () => {
    const { items } = (await accountant.get('/api/das2-thresholds').expect(200)).body;
    expect(items).toMatchObject([
      { validFrom: '2024-01-01', amount: '2400.00' },
      { validFrom: '2014-01-01', amount: '1200.00' },
    ]);
    const raised = { validFrom: '2027-01-01', amount: '3000' };
    const { id, version } = (await accountant.post('/api/das2-thresholds', raised).expect(201)).body;
    const { body } = await accountant.post('/api/das2-thresholds', raised).expect(409);
    expect(body.code).toBe('threshold-used');
    const saved = await accountant
      .put(`/api/das2-thresholds/${id}`, { ...raised, amount: '3100', version })
      .expect(200);
    expect(saved.body).toMatchObject({ amount: '3100', version: 2 });
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
