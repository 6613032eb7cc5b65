import { startTestApi, type ApiClient, type TestApi } from '../../../../../tests/support/api';
import { acceptRun, makeBook, type Book } from '../../../../../tests/support/book';
import { closePeriod, makePayable, openHouseAccount, payablesOf, runTo } from '../../../../../tests/support/payments';
import { Clock } from '../../platform/clock/clock';

let api: TestApi;
let accountant: ApiClient;
let book: Book;

beforeEach(async () => {
  api = await startTestApi({ now: '2026-12-20T09:00:00Z' });
  await openHouseAccount(api);
  accountant = await api.as('accountant');
  // 4,500 copies earn 47,772.00: 288.00 under the yearly ceiling of 2026.
  book = await makeBook(api, { author: 'Sarr', price: '140.00' });
  await makePayable(api, book.contributorId, { email: 'anne@example.org' });
  await api.sql(
    `INSERT INTO withholding_rate (valid_from, valid_to, yearly_ceiling, csg_rate, crds_rate, pension_rate, training_rate, social_base_rate, vat_rate, vat_kept_rate, payer_rate, payer_training_rate)
     VALUES ('2027-01-01', '2027-12-31', 50000, 9.20, 0.50, 6.15, 0.35, 98.25, 10, 0.8, 1, 0.1)`,
  );
});
afterEach(() => api.close());

async function on(instant: string): Promise<void> {
  api.get(Clock).moveTo(new Date(`${instant}T09:00:00Z`));
  await api.sql(`UPDATE user_session SET expires_at = '2030-01-01'`);
}

const pensionBases = (run: { payments: { items: { lines: { kind: string; base: string }[] }[] }[] }) =>
  run.payments.flatMap(({ items }) => items.map(({ lines }) => lines.find(({ kind }) => kind === 'pension')?.base));

async function statedNetOf(period: { periodFrom: string; periodTo: string; paymentDate: string }) {
  const id = await closePeriod(api, period);
  const [row] = await api.sql<{ withholding: { paidThisYear: string } }>(
    `SELECT p.withholding FROM royalty_statement_payee p JOIN royalty_statement s ON s.id = p.statement_id WHERE s.closing_id = $1`,
    [id],
  );
  return row!.withholding.paidThisYear;
}

describe('a statement planned in December and paid in January', () => {
  beforeEach(async () => {
    await acceptRun(api, book, { copies: 4500, on: '2026-02-10' });
    await closePeriod(api, { periodFrom: '2026-01-01', periodTo: '2026-11-30', paymentDate: '2026-12-31' });
  });

  it('counts in January: for the next payment, and for what the next statement announces', async () => {
    await on('2027-01-10');
    const first = await runTo(accountant, 'executed', { dueBy: '2027-01-10', executionDate: '2027-01-10' });
    expect(first.payments[0]!.items[0]).toMatchObject({ gross: '47772.00', paidThisYear: '0.00' });
    const facts = await api.sql(`SELECT paid_on, amount::text FROM paid_gross ORDER BY paid_on`);
    expect(facts).toEqual([
      { paid_on: '2026-12-31', amount: '-47772.00' },
      { paid_on: '2027-01-10', amount: '47772.00' },
    ]);
    await acceptRun(api, book, { copies: 500, on: '2027-01-05' });
    await on('2027-07-01');
    const paidThisYear = await statedNetOf({
      periodFrom: '2026-12-01',
      periodTo: '2027-06-30',
      paymentDate: '2027-07-31',
    });
    expect(paidThisYear).toBe('47772.00');
    await on('2027-07-31');
    const second = await runTo(accountant, 'draft', { dueBy: '2027-07-31', executionDate: '2027-07-31' });
    expect(pensionBases(second)).toEqual(['2228.00']);
    expect(second.payments[0]!.items[0]!.difference).toBeNull();
  });

  it('is not recorded at the amounts of December without somebody saying that the bank paid them', async () => {
    await on('2026-12-30');
    const other = await makeBook(api, { price: '140.00' });
    await api.sql(`UPDATE contract SET contributor_id = $1 WHERE id = $2`, [book.contributorId, other.contractId]);
    await acceptRun(api, other, { copies: 500, on: '2026-03-10' });
    await closePeriod(api, { periodFrom: '2026-12-01', periodTo: '2026-12-29', paymentDate: '2026-12-31' });
    const run = await runTo(accountant, 'exported', { dueBy: '2026-12-31', executionDate: '2026-12-31' });
    expect(pensionBases(run)).toEqual(['47772.00', '288.00']);
    await on('2027-01-04');
    const input = { version: run.version, executedOn: '2027-01-02' };
    const refused = await accountant.post(`/api/payment-runs/${run.id}/execute`, input).expect(409);
    expect(refused.body).toMatchObject({ code: 'payment-executed-otherwise' });
    expect(await api.sql(`SELECT FROM royalty_payment WHERE status = 'executed'`)).toEqual([]);
    const kept = await accountant
      .post(`/api/payment-runs/${run.id}/execute`, { ...input, keepAmounts: true })
      .expect(200);
    expect(kept.body).toMatchObject({ status: 'executed', executedOn: '2027-01-02', amountsKept: true, net: run.net });
  });
});

describe('a payment that the bank sends back', () => {
  beforeEach(async () => {
    await acceptRun(api, book, { copies: 4500, on: '2026-02-10' });
    await closePeriod(api, { periodFrom: '2026-01-01', periodTo: '2026-11-30', paymentDate: '2026-12-28' });
  });

  it('is undone by opposite facts after a change of year, is owed again, and the next one refers to it', async () => {
    await on('2026-12-30');
    const run = await runTo(accountant, 'executed', { dueBy: '2026-12-30', executionDate: '2026-12-30' });
    const [payment] = run.payments;
    await on('2027-01-08');
    const rejection = { rejectedOn: '2027-01-05', reason: 'AC04, compte clos' };
    const rejected = (await accountant.post(`/api/royalty-payments/${payment!.id}/reject`, rejection).expect(200)).body;
    expect(rejected).toMatchObject({
      status: 'rejected',
      executedOn: '2026-12-30',
      rejectionReason: 'AC04, compte clos',
    });
    const [sum] = await api.sql(`SELECT sum(amount)::text AS sum, count(*)::int AS facts FROM paid_gross`);
    expect(sum).toEqual({ sum: '0.00', facts: 4 });
    expect(await payablesOf(accountant)).toMatchObject([
      { left: '47772.00', paid: '0.00', rejectedPaymentId: payment!.id },
    ]);
    const again = await runTo(accountant, 'executed', { dueBy: '2027-01-08', executionDate: '2027-01-08' });
    expect(again.payments).toMatchObject([{ replacesPaymentId: payment!.id, items: [{ paidThisYear: '0.00' }] }]);
    const seen = (await accountant.get(`/api/royalty-payments/${payment!.id}`).expect(200)).body;
    expect(seen.replacedByPaymentId).toBe(again.payments[0]!.id);
    const balances = (await accountant.get('/api/royalty-balances/authors').expect(200)).body;
    expect(balances.items).toMatchObject([{ due: '0.00', paidThisYear: '47772.00' }]);
    const of2026 = (await accountant.get('/api/royalty-payments?year=2026&status=executed').expect(200)).body;
    expect(of2026).toMatchObject({ items: [], totals: { gross: '0.00' } });
  });

  it('is sent back once, not before it was made, and not by two people', async () => {
    await on('2026-12-30');
    const run = await runTo(accountant, 'executed', { dueBy: '2026-12-30', executionDate: '2026-12-30' });
    const reject = (rejectedOn: string, client = accountant) =>
      client.post(`/api/royalty-payments/${run.payments[0]!.id}/reject`, { rejectedOn, reason: 'AC01' });
    expect((await reject('2026-12-29').expect(422)).body.code).toBe('payment-rejected-before');
    expect((await reject('2026-12-31').expect(422)).body.code).toBe('payment-rejected-before');
    const owner = await api.as('owner');
    const both = await Promise.all([reject('2026-12-30'), reject('2026-12-30', owner)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await api.sql(`SELECT count(*)::int AS facts FROM paid_gross`)).toEqual([{ facts: 4 }]);
  });
});

describe('an instalment of an advance', () => {
  beforeEach(async () => {
    await api.sql(
      `INSERT INTO contract_advance (contract_id, label, due_on, amount) VALUES ($1, 'Remise du manuscrit', '2026-12-20', 3000)`,
      [book.contractId],
    );
  });

  it('is paid whole with its withholding (acceptance case 4), and recouped from then on', async () => {
    const [payable] = await payablesOf(accountant);
    const part = {
      dueBy: '2026-12-20',
      executionDate: '2026-12-20',
      items: [{ payableId: payable!.id, gross: '1000.00' }],
    };
    expect((await accountant.post('/api/payment-runs', part).expect(422)).body.code).toBe('payment-advance-in-parts');
    const run = await runTo(accountant, 'executed', { dueBy: '2026-12-20', executionDate: '2026-12-20' });
    expect(run).toMatchObject({ gross: '3000.00', net: '2543.09' });
    expect(await api.sql(`SELECT paid_on FROM contract_advance`)).toEqual([{ paid_on: '2026-12-20' }]);
    expect(await api.sql(`SELECT FROM paid_gross`)).toEqual([]);
    await acceptRun(api, book, { copies: 100, on: '2026-12-01' });
    await closePeriod(api, { periodFrom: '2026-01-01', periodTo: '2026-12-20', paymentDate: '2026-12-31' });
    const [balance] = (await accountant.get('/api/royalty-balances/contracts').expect(200)).body.items;
    expect(balance).toMatchObject({ due: '0.00', unrecouped: '1938.40', paidThisYear: '3000.00' });
  });

  it('that comes back is unpaid again where nothing has counted it, and stays counted where a statement has', async () => {
    const run = await runTo(accountant, 'executed', { dueBy: '2026-12-20', executionDate: '2026-12-20' });
    const rejection = { rejectedOn: '2026-12-20', reason: 'AC01' };
    await accountant.post(`/api/royalty-payments/${run.payments[0]!.id}/reject`, rejection).expect(200);
    expect(await api.sql(`SELECT paid_on FROM contract_advance`)).toEqual([{ paid_on: null }]);
    const second = await runTo(accountant, 'executed', { dueBy: '2026-12-20', executionDate: '2026-12-20' });
    await acceptRun(api, book, { copies: 100, on: '2026-12-01' });
    await closePeriod(api, { periodFrom: '2026-01-01', periodTo: '2026-12-20', paymentDate: '2026-12-31' });
    await accountant.post(`/api/royalty-payments/${second.payments[0]!.id}/reject`, rejection).expect(200);
    expect(await api.sql(`SELECT paid_on FROM contract_advance`)).toEqual([{ paid_on: '2026-12-20' }]);
    expect(await payablesOf(accountant)).toMatchObject([{ kind: 'advance', left: '3000.00' }]);
    await on('2026-12-29');
    await runTo(accountant, 'executed', { dueBy: '2026-12-20', executionDate: '2026-12-29' });
    const facts = await api.sql(`SELECT paid_on, amount::text FROM paid_gross ORDER BY id`);
    expect(facts).toEqual([
      { paid_on: '2026-12-20', amount: '-3000.00' },
      { paid_on: '2026-12-29', amount: '3000.00' },
    ]);
  });
});

it('is recorded by hand, without an account number, at the rates of its day', async () => {
  await acceptRun(api, book, { copies: 2000, on: '2026-02-10' });
  await closePeriod(api, { periodFrom: '2026-01-01', periodTo: '2026-11-30', paymentDate: '2026-12-31' });
  await api.sql(`UPDATE contributor SET iban_encrypted = NULL, iban_last4 = NULL`);
  const [payable] = await payablesOf(accountant);
  const input = {
    items: [{ payableId: payable!.id }],
    executedOn: '2026-12-18',
    method: 'cheque',
    reference: '0001234',
  };
  const [payment] = (await accountant.post('/api/royalty-payments', input).expect(201)).body;
  expect(payment).toMatchObject({
    status: 'executed',
    method: 'cheque',
    reference: '0001234',
    executedOn: '2026-12-18',
    runId: null,
  });
  expect(await payablesOf(accountant)).toEqual([]);
  const tomorrow = { ...input, executedOn: '2026-12-21' };
  expect((await accountant.post('/api/royalty-payments', tomorrow).expect(422)).body.code).toBe(
    'payment-executed-in-future',
  );
});
