import { startTestApi, type ApiClient, type TestApi } from '../../../../../tests/support/api';
import { acceptRun, makeBook } from '../../../../../tests/support/book';
import {
  closeFirstHalf,
  closePeriod,
  makePayable,
  openHouseAccount,
  payablesOf,
  runTo,
} from '../../../../../tests/support/payments';
import { Clock } from '../../platform/clock/clock';
import { Secrets } from '../../platform/secrets/secrets';

let api: TestApi;
let accountant: ApiClient;

beforeEach(async () => {
  api = await startTestApi();
  await openHouseAccount(api);
  accountant = await api.as('accountant');
});
afterEach(() => api.close());

const toTheEndOfJuly = () => api.get(Clock).moveTo(new Date('2026-07-31T10:00:00Z'));

describe('a proposal', () => {
  it('pays who can be paid, and leaves out who lacks something, each with what to mend', async () => {
    const [paid, noIban, noProfile] = await closeFirstHalf(api, [
      { author: 'Sarr' },
      { author: 'Diop', payee: { iban: null } },
      { author: 'Faye', payee: { profile: false } },
    ]);
    const days = { dueBy: '2026-07-31', executionDate: '2026-07-31' };
    const { body } = await accountant.post('/api/payment-runs/proposal', days).expect(200);
    expect(body.payments).toMatchObject([
      { contributorId: paid!.contributorId, gross: '2123.20', net: '1799.83', status: 'planned' },
    ]);
    expect(body).toMatchObject({ gross: '2123.20', net: '1799.83', houseAccountMissing: false });
    expect(body.leftOut).toMatchObject([
      { contributorId: noIban!.contributorId, gross: '2123.20', faults: ['iban-missing'] },
      { contributorId: noProfile!.contributorId, gross: '2123.20', faults: ['profile-missing'] },
    ]);
    expect(await api.sql('SELECT FROM payment_run')).toEqual([]);
  });

  it('says when nothing is due, and when nobody can be paid', async () => {
    const days = { dueBy: '2026-07-31', executionDate: '2026-07-31' };
    expect((await accountant.post('/api/payment-runs', days).expect(422)).body.code).toBe('payment-run-empty');
    await closeFirstHalf(api, [{ payee: { iban: null } }]);
    expect((await accountant.post('/api/payment-runs', days).expect(422)).body.code).toBe('payment-run-nobody-payable');
    const noRates = { dueBy: '2026-07-31', executionDate: '2027-01-15' };
    const { body } = await accountant.post('/api/payment-runs/proposal', noRates).expect(200);
    expect(body.leftOut[0].faults).toEqual(['iban-missing']);
  });

  it('leaves out whose exemption has lapsed by that day, and whoever would be paid on a day without rates', async () => {
    const [author] = await closeFirstHalf(api, [{ author: 'Sarr' }]);
    await api.sql(
      `UPDATE contributor_tax_profile SET situation = 'exempt', social = 'exempt', exempt_until = '2026-07-15' WHERE contributor_id = $1`,
      [author!.contributorId],
    );
    const proposal = async (executionDate: string) =>
      (await accountant.post('/api/payment-runs/proposal', { dueBy: '2026-07-31', executionDate }).expect(200)).body;
    expect((await proposal('2026-07-16')).leftOut[0].faults).toEqual(['certificate-lapsed']);
    expect((await proposal('2026-07-15')).payments[0].net).toBe('2140.19');
    await api.sql(`UPDATE contributor_tax_profile SET exempt_until = NULL`);
    expect((await proposal('2027-01-15')).leftOut[0].faults).toEqual(['rates-missing']);
  });
});

describe('a run', () => {
  it('goes from draft to approved, exported and executed, and what it paid is owed no more', async () => {
    const [book] = await closeFirstHalf(api, [{ author: 'Sarr', payee: { email: 'anne@example.org' } }]);
    expect(await payablesOf(accountant)).toMatchObject([{ left: '2123.20', dueOn: '2026-07-31' }]);
    const draft = await runTo(accountant, 'draft');
    expect(draft).toMatchObject({ status: 'draft', gross: '2123.20', net: '1799.83', leftOut: [], mayApprove: true });
    expect(draft.payments[0]!.items[0]).toMatchObject({ statedNet: '1799.83', difference: null, social: '340.36' });
    expect(await payablesOf(accountant)).toMatchObject([{ left: '0.00', planned: '2123.20' }]);
    let run = (await accountant.post(`/api/payment-runs/${draft.id}/approve`, { version: draft.version }).expect(200))
      .body;
    run = (await accountant.post(`/api/payment-runs/${run.id}/export`, { version: run.version }).expect(200)).body;
    expect(run).toMatchObject({ status: 'exported', fileSha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    const early = { version: run.version, executedOn: '2026-07-31' };
    expect((await accountant.post(`/api/payment-runs/${run.id}/execute`, early).expect(422)).body.code).toBe(
      'payment-executed-in-future',
    );
    toTheEndOfJuly();
    run = (await accountant.post(`/api/payment-runs/${run.id}/execute`, early).expect(200)).body;
    expect(run).toMatchObject({ status: 'executed', executedOn: '2026-07-31', amountsKept: false });
    expect(run.payments).toMatchObject([
      { status: 'executed', executedOn: '2026-07-31', contributorId: book!.contributorId },
    ]);
    expect(await payablesOf(accountant)).toEqual([]);
    const balance = (await accountant.get('/api/royalty-balances/authors').expect(200)).body;
    expect(balance.items).toMatchObject([{ due: '0.00', paidThisYear: '2123.20' }]);
    expect(balance.totals).toMatchObject({ due: '0.00', paidThisYear: '2123.20' });
  });

  it('queues one advice for each payee, in the language of their country, once', async () => {
    await closeFirstHalf(api, [
      { author: 'Sarr', payee: { email: 'anne@example.org' } },
      { author: 'Smith', payee: { email: 'smith@example.org', country: 'GB' } },
      { author: 'Diop' },
    ]);
    toTheEndOfJuly();
    await runTo(accountant, 'executed');
    const mails = await api.sql<{ key: string; body_text: string; locale: string }>(
      `SELECT key, locale, body_text FROM mail_message WHERE kind = 'payment-advice' ORDER BY id`,
    );
    expect(mails.map(({ locale }) => locale)).toEqual(['fr', 'en']);
    expect(mails[0]!.key).toMatch(/^payment-advice:\d+$/);
    const plain = mails[0]!.body_text.replace(/[\u00a0\u202f]/g, ' ');
    expect(plain).toContain('1 799,83 €');
    expect(plain).toContain('Reddition RED-2026-00001');
    expect(plain).toContain('31 juillet 2026');
    expect(mails[1]!.body_text).toContain('Net paid: €1,799.83');
  });

  it('is approved by a second person where the house asks for one, whoever last changed it', async () => {
    await closeFirstHalf(api, [{ author: 'Sarr' }]);
    await api.sql('UPDATE house SET second_approval = true');
    const owner = await api.as('owner');
    const draft = await runTo(accountant, 'draft');
    expect(draft.mayApprove).toBe(false);
    const approve = (client: ApiClient, version: number) =>
      client.post(`/api/payment-runs/${draft.id}/approve`, { version });
    expect((await approve(accountant, draft.version).expect(403)).body.code).toBe('payment-run-own-approval');
    const update = { version: draft.version, executionDate: '2026-07-30' };
    const changed = (await owner.put(`/api/payment-runs/${draft.id}`, update).expect(200)).body;
    await approve(owner, changed.version).expect(403);
    await approve(accountant, changed.version).expect(403);
    await (await api.as('editorial')).post(`/api/payment-runs/${draft.id}/approve`, { version: 1 }).expect(403);
  });

  it('becomes a draft again where a bank account changed after it was approved', async () => {
    const [book] = await closeFirstHalf(api, [{ author: 'Sarr' }]);
    const run = await runTo(accountant, 'approved');
    await api.sql(`UPDATE contributor SET iban_encrypted = $2 WHERE id = $1`, [
      book!.contributorId,
      api.get(Secrets).encrypt('DE89370400440532013000'),
    ]);
    const refused = await accountant.post(`/api/payment-runs/${run.id}/export`, { version: run.version }).expect(409);
    expect(refused.body.code).toBe('payment-run-amounts-changed');
    const now = (await accountant.get(`/api/payment-runs/${run.id}`).expect(200)).body;
    expect(now).toMatchObject({ status: 'draft', approvedBy: null, messageId: null });
  });

  it('is cancelled until its file is made, and what it would have paid is owed again', async () => {
    await closeFirstHalf(api, [{ author: 'Sarr' }]);
    const approved = await runTo(accountant, 'approved');
    const cancelled = await accountant
      .post(`/api/payment-runs/${approved.id}/cancel`, { version: approved.version })
      .expect(200);
    expect(cancelled.body).toMatchObject({ status: 'cancelled', payments: [{ status: 'cancelled' }] });
    expect(await payablesOf(accountant)).toMatchObject([{ left: '2123.20', planned: '0.00' }]);
    const exported = await runTo(accountant, 'exported');
    const late = await accountant
      .post(`/api/payment-runs/${exported.id}/cancel`, { version: exported.version })
      .expect(409);
    expect(late.body.code).toBe('payment-run-status');
  });

  it('pays parts to the cent of the whole, and never more than is due', async () => {
    const [book] = await closeFirstHalf(api, [{ author: 'Sarr' }]);
    const [payable] = await payablesOf(accountant, book!.contributorId);
    toTheEndOfJuly();
    const first = await runTo(accountant, 'executed', { items: [{ payableId: payable!.id, gross: '1000.00' }] });
    expect(first.payments[0]!.items[0]).toMatchObject({
      gross: '1000.00',
      wholeGross: '2123.20',
      difference: { reasons: ['part'] },
    });
    expect(await payablesOf(accountant)).toMatchObject([{ paid: '1000.00', left: '1123.20' }]);
    const tooMuch = {
      dueBy: '2026-07-31',
      executionDate: '2026-07-31',
      items: [{ payableId: payable!.id, gross: '1123.21' }],
    };
    expect((await accountant.post('/api/payment-runs', tooMuch).expect(409)).body.code).toBe('payment-more-than-due');
    const second = await runTo(accountant, 'executed');
    const nets = [first, second].map((run) => BigInt(run.net.replace('.', '')));
    expect(nets[0]! + nets[1]!).toBe(179983n);
  });

  it('takes in what was due and left out, once it is mended', async () => {
    const [, other] = await closeFirstHalf(api, [{ author: 'Sarr' }, { author: 'Diop', payee: { iban: null } }]);
    const draft = await runTo(accountant, 'draft');
    expect(draft.leftOut).toMatchObject([{ contributorId: other!.contributorId, faults: ['iban-missing'] }]);
    await api.sql(
      `UPDATE contributor SET iban_encrypted = (SELECT iban_encrypted FROM contributor WHERE iban_encrypted IS NOT NULL LIMIT 1) WHERE id = $1`,
      [other!.contributorId],
    );
    const mended = (await accountant.get(`/api/payment-runs/${draft.id}`).expect(200)).body;
    expect(mended).toMatchObject({
      leftOut: [],
      notIncluded: [{ contributorId: other!.contributorId, gross: '2123.20' }],
    });
    const items = [...draft.payments.flatMap((payment) => payment.items), ...mended.notIncluded].map(
      ({ payableId }) => ({ payableId }),
    );
    const update = { version: mended.version, executionDate: mended.executionDate, items };
    const both = (await accountant.put(`/api/payment-runs/${draft.id}`, update).expect(200)).body;
    expect(both).toMatchObject({ payments: [{}, {}], gross: '4246.40', notIncluded: [] });
  });
});

describe('one payee of several books', () => {
  it('gets one payment, with an item for each statement, each counting for the ceilings of the next', async () => {
    const book = await makeBook(api, { author: 'Sarr', price: '1000.00' });
    const other = await makeBook(api);
    await api.sql(`UPDATE contract SET contributor_id = $1`, [book.contributorId]);
    await makePayable(api, book.contributorId);
    for (const one of [book, other]) await acceptRun(api, one, { copies: 800, on: '2026-02-10' });
    await closePeriod(api, { periodFrom: '2026-01-01', periodTo: '2026-06-30', paymentDate: '2026-07-31' });
    const run = await runTo(accountant, 'draft');
    expect(run.payments).toHaveLength(1);
    const pension = run.payments[0]!.items.map(({ lines }) => lines.find(({ kind }) => kind === 'pension')?.base);
    expect(pension).toEqual(['48060.00', '0.00']);
    expect(run.payments[0]!.items.map(({ paidThisYear }) => paidThisYear)).toEqual(['0.00', '60663.68']);
  });
});
