import { startTestApi, type ApiClient, type TestApi } from '../../../../../tests/support/api';
import { acceptRun, makeBook, type Book } from '../../../../../tests/support/book';

let api: TestApi;
let accountant: ApiClient;
let owner: ApiClient;

beforeEach(async () => {
  api = await startTestApi();
  accountant = await api.as('accountant');
  owner = await api.as('owner');
});
afterEach(() => api.close());

const firstHalf = { kind: 'period', periodFrom: '2026-01-01', periodTo: '2026-06-30', paymentDate: '2026-07-31' };
const secondHalf = { kind: 'period', periodFrom: '2026-07-01', periodTo: '2026-12-31', paymentDate: '2026-12-31' };
const due = { contracts: 'due' };

async function draft(input: object): Promise<{ id: number; [member: string]: unknown }> {
  return (await accountant.post('/api/closings', input).expect(201)).body;
}

async function close(input: object): Promise<number> {
  const { id } = await draft(input);
  await accountant.post(`/api/closings/${id}/close`).expect(200);
  return id;
}

const statementsOf = async (closingId: number, query = '') =>
  (await accountant.get(`/api/statements?closingId=${closingId}&sort=contributor${query}`).expect(200)).body.items;

async function bookStated(frequency: string, author: string): Promise<Book> {
  const book = await makeBook(api, { author });
  await api.sql(`UPDATE contract SET statement_frequency = $2 WHERE id = $1`, [book.contractId, frequency]);
  return book;
}

const periodsOf = async (closingId: number): Promise<Record<string, string>[]> =>
  Promise.all(
    (await statementsOf(closingId)).map(async ({ id }: { id: number }) => {
      const { body } = await accountant.get(`/api/statements/${id}`).expect(200);
      return { author: body.contributorName, from: body.periodFrom, earned: body.earned };
    }),
  );

describe('a closing of the contracts that are due', () => {
  it('takes at mid-year those of half-years, and at the year’s end yearly ones too, each over its own period', async () => {
    const half = await bookStated('half-yearly', 'A');
    const year = await bookStated('annual', 'B');
    const atRuns = await bookStated('on-print-run', 'C');
    for (const book of [half, year, atRuns]) await acceptRun(api, book, { copies: 1000, on: '2026-02-10' });
    expect(await periodsOf(await close({ ...firstHalf, ...due }))).toEqual([
      { author: 'Anne A', from: '2026-01-01', earned: '1061.60' },
    ]);
    const end = await close({ ...secondHalf, ...due });
    expect(await periodsOf(end)).toEqual([
      { author: 'Anne A', from: '2026-07-01', earned: '0.00' },
      { author: 'Anne B', from: '2026-01-01', earned: '1061.60' },
      { author: 'Anne C', from: '2026-01-01', earned: '1061.60' },
    ]);
    const numbers = (await statementsOf(end)).map(({ number }: { number: string }) => number);
    expect(numbers).toEqual(['RED-2026-00002', 'RED-2026-00003', 'RED-2026-00004']);
  });

  it('gives the same statements again when a later closing computes the history anew', async () => {
    const books = [await bookStated('half-yearly', 'A'), await bookStated('annual', 'B')];
    await api.sql(`UPDATE contract SET contributor_id = $1`, [books[0]!.contributorId]);
    for (const book of books) await acceptRun(api, book, { copies: 30_000, on: '2026-02-10' });
    await close({ ...secondHalf, ...due });
    const [first] = books;
    const run = await acceptRun(api, first!, { copies: 10, on: '2026-07-02' });
    await accountant
      .post('/api/closings', { kind: 'print-run', printRunId: run, paymentDate: '2026-12-31' })
      .expect(201);
  });

  it('begins on the day after what was stated already, and states nothing twice', async () => {
    const book = await bookStated('annual', 'A');
    await acceptRun(api, book, { copies: 1000, on: '2026-02-10' });
    await close(firstHalf);
    expect(await periodsOf(await close({ ...secondHalf, ...due }))).toEqual([
      { author: 'Anne A', from: '2026-07-01', earned: '0.00' },
    ]);
    const again = await accountant.post('/api/closings', { ...secondHalf, ...due }).expect(422);
    expect(again.body.code).toBe('closing-nothing-to-state');
  });

  it('follows the house’s accounting year', async () => {
    await api.sql(`UPDATE house SET year_end_month = 6`);
    const book = await bookStated('annual', 'A');
    await acceptRun(api, book, { copies: 1000, on: '2026-02-10' });
    expect(await periodsOf(await close({ ...firstHalf, ...due }))).toEqual([
      { author: 'Anne A', from: '2025-07-01', earned: '1061.60' },
    ]);
  });
});

describe('the review of a draft', () => {
  it('sets each statement beside the one before, and tells what is new, gone or far off', async () => {
    const [steady, grown, ended] = [await makeBook(api), await makeBook(api), await makeBook(api)];
    for (const book of [steady, grown, ended]) await acceptRun(api, book, { copies: 1000, on: '2026-02-10' });
    await close(firstHalf);
    await acceptRun(api, steady, { copies: 1200, on: '2026-08-10' });
    await acceptRun(api, grown, { copies: 1400, on: '2026-08-10' });
    await api.sql(`UPDATE contract SET status = 'terminated', terminated_on = '2026-06-30' WHERE id = $1`, [
      ended.contractId,
    ]);
    const fresh = await makeBook(api);
    const { id } = await draft(secondHalf);
    const rows = await statementsOf(id);
    const of = (book: Book) => rows.find((row: { contractId: number }) => row.contractId === book.contractId);
    expect(of(steady)).toMatchObject({
      copies: 1200,
      isLargeChange: false,
      previous: { earned: '1061.60', copies: 1000 },
    });
    expect(of(grown)).toMatchObject({ copies: 1400, isLargeChange: true, previous: { net: '899.90' } });
    expect(of(fresh)).toMatchObject({ previous: null, isLargeChange: false });
    const ids = async (query: string) =>
      (await statementsOf(id, query)).map((row: { contractId: number }) => row.contractId);
    expect(await ids('&change=new')).toEqual([fresh.contractId]);
    expect(await ids('&change=large')).toEqual([grown.contractId]);
    expect((await ids('&change=changed')).length).toBe(3);
    expect(await ids('&isZero=true')).toEqual([fresh.contractId]);
    const { body } = await accountant.get(`/api/closings/${id}/review`).expect(200);
    expect(body).toMatchObject({ changed: 3, fresh: 1, large: 1, zero: 1, gaps: 0, before: { earned: '2123.20' } });
    expect(body.gone).toEqual([expect.objectContaining({ contractId: ended.contractId, reason: 'terminated' })]);
  });
});

describe('the approval by a second person', () => {
  beforeEach(async () => {
    await acceptRun(api, await makeBook(api), { copies: 1000, on: '2026-02-10' });
  });

  it('is not asked for where the house did not say so', async () => {
    const closing = await draft(firstHalf);
    expect(closing).toMatchObject({ approval: null, mayApprove: false, createdBy: 'Test accountant' });
    await accountant.post(`/api/closings/${closing.id}/close`).expect(200);
  });

  it('is given by somebody who neither created nor computed the draft, and is needed to close', async () => {
    await api.sql(`UPDATE house SET second_approval = true`);
    const { id } = await draft(firstHalf);
    const early = await accountant.post(`/api/closings/${id}/close`).expect(409);
    expect(early.body.code).toBe('closing-not-approved');
    const own = await accountant.post(`/api/closings/${id}/approval`).expect(409);
    expect(own.body.code).toBe('closing-own-approval');
    expect((await owner.get(`/api/closings/${id}`)).body).toMatchObject({ approval: 'waiting', mayApprove: true });
    const approved = await owner.post(`/api/closings/${id}/approval`).expect(200);
    expect(approved.body).toMatchObject({ approval: 'approved', approvedBy: 'Test owner', mayApprove: false });
    const { items } = (await owner.get(`/api/history/closing/${id}`).expect(200)).body;
    expect(JSON.stringify(items)).toContain('"after":"Test owner"');
    await (await api.as('editorial')).post(`/api/closings/${id}/approval`).expect(403);
    await accountant.post(`/api/closings/${id}/close`).expect(200);
  });

  it.each([
    ['recomputed', (id: number) => accountant.post(`/api/closings/${id}/recompute`).expect(200)],
    ['withdrawn', (id: number) => owner.delete(`/api/closings/${id}/approval`).expect(200)],
  ])('ends when the draft is %s', async (_what, act) => {
    await api.sql(`UPDATE house SET second_approval = true`);
    const { id } = await draft(firstHalf);
    await owner.post(`/api/closings/${id}/approval`).expect(200);
    await act(id);
    expect((await owner.get(`/api/closings/${id}`)).body).toMatchObject({ approval: 'waiting', approvedAt: null });
    await accountant.post(`/api/closings/${id}/close`).expect(409);
  });

  it('ends when facts changed, and whoever closed then has computed it', async () => {
    await api.sql(`UPDATE house SET second_approval = true`);
    const { id } = await draft(firstHalf);
    await owner.post(`/api/closings/${id}/approval`).expect(200);
    await acceptRun(api, await makeBook(api), { copies: 10, on: '2026-02-10' });
    const stale = await owner.post(`/api/closings/${id}/close`).expect(409);
    expect(stale.body.code).toBe('closing-draft-stale');
    expect((await owner.get(`/api/closings/${id}`)).body).toMatchObject({ approval: 'waiting', mayApprove: false });
    expect((await owner.post(`/api/closings/${id}/approval`).expect(409)).body.code).toBe('closing-own-approval');
  });
});

describe('who receives a statement', () => {
  it('is its author, written with the draft and kept for good once closed', async () => {
    const book = await makeBook(api);
    await acceptRun(api, book, { copies: 2000, on: '2026-02-10' });
    const { id } = await draft(firstHalf);
    const payees = () =>
      api.sql(`SELECT id, contributor_id, kind, share::text, gross::text, net::text FROM royalty_statement_payee`);
    const [before] = await payees();
    expect(before).toMatchObject({
      contributor_id: book.contributorId,
      kind: 'author',
      share: '100',
      gross: '2123.20',
      net: '1799.83',
    });
    await accountant.post(`/api/closings/${id}/recompute`).expect(200);
    expect(await payees()).toEqual([before]);
    await accountant.post(`/api/closings/${id}/close`).expect(200);
    await expect(api.sql(`UPDATE royalty_statement_payee SET net = 0`)).rejects.toThrow('never changes');
  });
});

describe('the final statement of a terminated contract', () => {
  const end = (book: Book, on: string) =>
    api.sql(`UPDATE contract SET status = 'terminated', terminated_on = $2 WHERE id = $1`, [book.contractId, on]);

  it('pays what a threshold held back, writes the advance off, and is the last', async () => {
    const book = await makeBook(api, { threshold: '5000' });
    await acceptRun(api, book, { copies: 2000, on: '2026-02-10' });
    await close(firstHalf);
    await end(book, '2026-07-10');
    const id = await close({ kind: 'termination', contractId: book.contractId, paymentDate: '2026-07-31' });
    const [row] = await statementsOf(id);
    expect(row).toMatchObject({ earned: '0.00', carriedOut: '0.00', gross: '2123.20' });
    const { body } = await accountant.get(`/api/statements/${row.id}`).expect(200);
    expect(body).toMatchObject({ periodFrom: '2026-07-01', periodTo: '2026-07-10', result: { scope: 'termination' } });
    const other = await makeBook(api);
    const rows = await statementsOf(await close(secondHalf));
    expect(rows.map(({ contractId }: { contractId: number }) => contractId)).toEqual([other.contractId]);
    const twice = await accountant
      .post('/api/closings', { kind: 'termination', contractId: book.contractId, paymentDate: '2026-07-31' })
      .expect(409);
    expect(twice.body.code).toBe('closing-final-statement-used');
  });

  it('leaves the advance that was not recouped to the author', async () => {
    const book = await makeBook(api);
    await api.sql(
      `INSERT INTO contract_advance (contract_id, label, paid_on, amount) VALUES ($1, 'Signature', '2026-01-15', 1500)`,
      [book.contractId],
    );
    await end(book, '2026-07-10');
    const id = await close({ kind: 'termination', contractId: book.contractId, paymentDate: '2026-07-31' });
    const [row] = await statementsOf(id);
    const { body } = await accountant.get(`/api/statements/${row.id}`).expect(200);
    expect(body).toMatchObject({ gross: '0.00', unrecouped: '1500.00', result: { writtenOff: '1500.00' } });
  });

  it('waits until the contract is terminated', async () => {
    const book = await makeBook(api);
    const refused = await accountant
      .post('/api/closings', { kind: 'termination', contractId: book.contractId, paymentDate: '2026-07-31' })
      .expect(422);
    expect(refused.body).toMatchObject({ code: 'closing-contract-not-terminated' });
  });
});
