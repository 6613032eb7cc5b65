import { startTestApi, type ApiClient, type TestApi } from '../../../../../tests/support/api';
import { acceptRun, makeBook, type Book } from '../../../../../tests/support/book';
import { expectBooksAgree } from '../../../../../tests/support/books';
import { closePeriod, makePayable, openHouseAccount, payablesOf, runTo } from '../../../../../tests/support/payments';
import { Clock } from '../../platform/clock/clock';

let api: TestApi;
let accountant: ApiClient;

beforeEach(async () => {
  api = await startTestApi();
  await openHouseAccount(api);
  accountant = await api.as('accountant');
});
afterEach(() => api.close());

const agree = () => expectBooksAgree(api, accountant);
const thirdQuarter = { periodFrom: '2026-07-01', periodTo: '2026-09-30', paymentDate: '2026-10-31' };
const firstHalf = { periodFrom: '2026-01-01', periodTo: '2026-06-30', paymentDate: '2026-07-31' };

async function on(day: string): Promise<void> {
  api.get(Clock).moveTo(new Date(`${day}T09:00:00Z`));
  await api.sql(`UPDATE user_session SET expires_at = '2030-01-01'`);
}

const payOn = (day: string, items?: unknown) =>
  runTo(accountant, 'executed', { dueBy: '2027-12-31', executionDate: day, ...(items ? { items } : {}) });

async function reject(paymentId: number, rejectedOn: string): Promise<void> {
  await accountant.post(`/api/royalty-payments/${paymentId}/reject`, { rejectedOn, reason: 'Compte clos' }).expect(200);
}

async function advance(book: Book, amount: string, marked: string | null = null): Promise<void> {
  await api.sql(
    `INSERT INTO contract_advance (contract_id, label, due_on, paid_on, amount) VALUES ($1, 'Signature', '2026-07-01', $3, $2)`,
    [book.contractId, amount, marked],
  );
}

async function payable(options: Parameters<typeof makeBook>[1] = {}): Promise<Book> {
  const book = await makeBook(api, options);
  await makePayable(api, book.contributorId);
  return book;
}

async function share(contractId: number, payees: readonly (readonly [number, string, string])[]): Promise<void> {
  for (const [index, [contributorId, kind, percent]] of payees.entries()) {
    await api.sql(
      `INSERT INTO contract_payee (contract_id, position, contributor_id, kind, share) VALUES ($1, $2, $3, $4, $5)`,
      [contractId, index + 1, contributorId, kind, percent],
    );
  }
}

async function terminate(book: Book, terminatedOn: string, paymentDate: string): Promise<void> {
  const owner = await api.as('owner');
  const { version } = (await owner.get(`/api/contracts/${book.contractId}`).expect(200)).body;
  const end = { version, terminatedOn, reason: 'expiry' };
  await owner.post(`/api/contracts/${book.contractId}/termination`, end);
  const asked = { kind: 'termination', contractId: book.contractId, paymentDate };
  const { id } = (await accountant.post('/api/closings', asked).expect(201)).body;
  await accountant.post(`/api/closings/${id}/close`).expect(200);
}

describe('the books agree with the balances and the returns, and closed statements with the facts', () => {
  it('of heirs and their agent, with an advance, a part payment and a reject', async () => {
    const book = await payable({ author: 'Sarr' });
    const heirs = [await payable(), await payable(), await payable()].map(({ contributorId }) => contributorId);
    await share(book.contractId, [
      [heirs[0]!, 'rightsHolder', '33.33'],
      [heirs[1]!, 'rightsHolder', '66.67'],
      [heirs[2]!, 'agent', '15'],
    ]);
    await advance(book, '1000.01');
    await acceptRun(api, book, { copies: 2000, on: '2026-02-10' });
    await agree();
    const run = await payOn('2026-07-15');
    await agree();
    await closePeriod(api, firstHalf);
    await agree();
    await on('2026-07-31');
    const part = (await payablesOf(accountant)).find(({ contributorId }) => contributorId === heirs[0])!;
    await payOn('2026-07-31', [{ payableId: part.id, gross: '100.00' }]);
    await agree();
    await payOn('2026-07-31');
    await agree();
    await on('2026-08-10');
    await reject(run.payments[0]!.id!, '2026-08-10');
    await agree();
    await payOn('2026-08-10');
    await agree();
    expect(await payablesOf(accountant)).toEqual([]);
  });

  it('of a set-off taken after the statement of the contract whose advance it is', async () => {
    const one = await payable({ author: 'Sarr' });
    const other = await makeBook(api);
    await api.sql(`UPDATE contract SET contributor_id = $1 WHERE id = $2`, [one.contributorId, other.contractId]);
    const editor = await api.as('owner');
    await editor
      .post('/api/contracts/set-offs', {
        contributorId: one.contributorId,
        signedOn: '2026-01-01',
        from: '2026-01-01',
        contractIds: [one.contractId, other.contractId],
      })
      .expect(201);
    await advance(one, '500.00');
    await acceptRun(api, other, { copies: 100, on: '2026-02-10' });
    await payOn('2026-07-15');
    await agree();
    await closePeriod(api, firstHalf);
    await agree();
    await on('2026-10-05');
    await acceptRun(api, other, { copies: 100, on: '2026-08-10' });
    await closePeriod(api, thirdQuarter);
    await agree();
    await terminate(one, '2026-10-04', '2026-10-31');
    await agree();
  });

  it('of a released balance that the bank has: the next closing waits for it, and does not pay it twice', async () => {
    const book = await payable({ author: 'Faye', threshold: '50' });
    await acceptRun(api, book, { copies: 10, on: '2026-02-10' });
    await closePeriod(api, firstHalf);
    await agree();
    await accountant.post('/api/royalty-balances/releases', { contractId: book.contractId, reason: 'x' }).expect(201);
    await on('2026-10-05');
    const run = await runTo(accountant, 'exported', { dueBy: '2026-12-31', executionDate: '2026-10-05' });
    await acceptRun(api, book, { copies: 100, on: '2026-08-01' });
    const closing = (await accountant.post('/api/closings', { kind: 'period', ...thirdQuarter }).expect(201)).body;
    const { body } = await accountant.post(`/api/closings/${closing.id}/close`).expect(409);
    expect(body).toMatchObject({ code: 'closing-release-under-way' });
    await accountant
      .post(`/api/payment-runs/${run.id}/execute`, { version: run.version, executedOn: '2026-10-05' })
      .expect(200);
    await agree();
    await accountant.post(`/api/closings/${closing.id}/close`).expect(409);
    await accountant.post(`/api/closings/${closing.id}/close`).expect(200);
    await agree();
    expect(await payablesOf(accountant)).toMatchObject([{ left: '106.16' }]);
  });

  it('of an instalment paid after the final statement: later closings go through', async () => {
    const book = await payable({ author: 'Sarr' });
    const other = await payable({ author: 'Diop' });
    await advance(book, '500.00');
    await acceptRun(api, book, { copies: 10, on: '2026-02-10' });
    await terminate(book, '2026-07-10', '2026-07-31');
    await agree();
    await on('2026-07-31');
    await payOn('2026-07-31');
    await agree();
    await acceptRun(api, other, { copies: 10, on: '2026-02-10' });
    await closePeriod(api, firstHalf);
    await agree();
  });

  it('of an instalment paid while its contract’s page was open, which no longer saves over it', async () => {
    const book = await payable({ author: 'Sarr' });
    await advance(book, '500.00');
    const editor = await api.as('owner');
    const page = (await editor.get(`/api/contracts/${book.contractId}`).expect(200)).body;
    await payOn('2026-07-15');
    await on('2026-07-16');
    const save = async (version: number, paidOn: string | null) => {
      const { reference, status, contributorId, workId, signedOn, statementFrequency, paymentThreshold } = page;
      const [{ id, label, amount }] = page.advances;
      const clauses = [
        { id: book.clauseId, editionId: book.editionId, basis: 'printed', tiers: page.clauses[0].tiers },
      ];
      const terms = { reference, status, contributorId, workId, signedOn, statementFrequency, paymentThreshold };
      const advances = [{ id, label, amount, paidOn }];
      return (await editor.put(`/api/contracts/${book.contractId}`, { version, ...terms, clauses, advances })).body;
    };
    expect(await save(page.version, null)).toMatchObject({ code: 'stale-version' });
    expect(await save(page.version + 1, null)).toMatchObject({ code: 'advance-paid' });
    expect(await save(page.version + 1, '2026-07-15')).toMatchObject({ version: page.version + 2 });
    await agree();
  });

  it('of an instalment sent back, then marked as paid by other means: nobody is owed it any more', async () => {
    const book = await payable({ author: 'Sarr' });
    await advance(book, '500.00');
    const run = await payOn('2026-07-15');
    await on('2026-07-20');
    await reject(run.payments[0]!.id!, '2026-07-20');
    await agree();
    await api.sql(`UPDATE contract_advance SET paid_on = '2026-07-20' WHERE contract_id = $1`, [book.contractId]);
    expect(await payablesOf(accountant)).toEqual([]);
    await agree();
  });

  it('of corrected price, terms and run, up to a termination with a guaranteed minimum and a threshold', async () => {
    const book = await payable({ author: 'Sarr', threshold: '50' });
    await api.sql(`UPDATE contract SET guaranteed_minimum = 700 WHERE id = $1`, [book.contractId]);
    await advance(book, '300.00');
    const runId = await acceptRun(api, book, { copies: 200, on: '2026-02-10' });
    const editor = await api.as('owner');
    await payOn('2026-07-15');
    await agree();
    await closePeriod(api, firstHalf);
    await agree();
    await editor
      .post('/api/price-corrections', {
        editionId: book.editionId,
        from: '2020-01-01',
        retailPriceInclVat: '10.00',
        reason: 'x',
      })
      .expect(201);
    const { version } = (await editor.get(`/api/contracts/${book.contractId}`).expect(200)).body;
    await editor
      .post(`/api/contracts/${book.contractId}/clauses/${book.clauseId}/corrections`, {
        version,
        reason: 'x',
        tiers: [{ upTo: null, rate: '5' }],
      })
      .expect(201);
    await editor
      .post(`/api/print-runs/${runId}/correct`, { version: 1, quantityAccepted: 150, reason: 'x' })
      .expect(200);
    await agree();
    await on('2026-10-05');
    await closePeriod(api, thirdQuarter);
    await agree();
    await api.sql(`UPDATE contract SET statement_frequency = 'half-yearly' WHERE id = $1`, [book.contractId]);
    await on('2026-10-20');
    await terminate(book, '2026-10-10', '2026-11-30');
    await agree();
    expect(
      await api.sql(`SELECT adjustments::text, top_up::text, gross::text FROM royalty_statement ORDER BY id`),
    ).toEqual([
      { adjustments: '0.00', top_up: '0.00', gross: '0.00' },
      { adjustments: '-141.22', top_up: '0.00', gross: '0.00' },
      { adjustments: '0.00', top_up: '628.90', gross: '400.00' },
    ]);
    await payOn('2026-10-20');
    await agree();
  });
});
