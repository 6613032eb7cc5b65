import { startTestApi, type ApiClient, type TestApi } from '../../../../../tests/support/api';
import { acceptRun, makeBook } from '../../../../../tests/support/book';

let api: TestApi;
let accountant: ApiClient;

beforeEach(async () => {
  api = await startTestApi();
  accountant = await api.as('accountant');
});
afterEach(() => api.close());

const firstHalf = { kind: 'period', periodFrom: '2026-01-01', periodTo: '2026-06-30', paymentDate: '2026-07-31' };
const secondHalf = { kind: 'period', periodFrom: '2026-07-01', periodTo: '2026-12-31', paymentDate: '2026-12-31' };

const statementsOf = async (closingId: number) =>
  (await accountant.get(`/api/statements?closingId=${closingId}&sort=number`).expect(200)).body.items;

describe('a closing of a period', () => {
  it('states the royalty of an accepted run to the cent, with its trace, then never changes', async () => {
    const book = await makeBook(api, { price: '14.00', tiers: [{ rate: '8' }] });
    await acceptRun(api, book, { copies: 2000, on: '2026-02-10' });

    const draft = (await accountant.post('/api/closings', firstHalf).expect(201)).body;
    expect(draft).toMatchObject({ status: 'draft', totals: { statements: 1, gross: '2123.20', net: '1799.83' } });
    const closed = (await accountant.post(`/api/closings/${draft.id}/close`).expect(200)).body;
    expect(closed).toMatchObject({ status: 'closed', closedBy: 'Test accountant' });

    const [row] = await statementsOf(draft.id);
    expect(row).toMatchObject({ number: 'RED-2026-00001', earned: '2123.20', gross: '2123.20', net: '1799.83' });
    const statement = (await accountant.get(`/api/statements/${row.id}`).expect(200)).body;
    expect(statement.contentHash).toMatch(/^[0-9a-f]{64}$/);
    expect(statement.result.runs[0].state.lines[0]).toMatchObject({
      copies: 2000,
      unitPrice: { used: '13.27' },
      amount: '2123.20',
    });
    expect(statement.book.editions[0].stock).toMatchObject({ opening: 0, printed: 2000, closing: 2000, gap: 0 });

    await expect(api.sql(`UPDATE royalty_statement SET net = 0 WHERE id = $1`, [row.id])).rejects.toThrow(
      'never changes',
    );
    await expect(api.sql(`DELETE FROM closing WHERE id = $1`, [draft.id])).rejects.toThrow('never changes');
    await accountant.delete(`/api/closings/${draft.id}`).expect(409);
  });

  it('goes on through the tiers at the next run, and carries a later correction as an adjustment', async () => {
    const book = await makeBook(api, { price: '12.00', tiers: [{ upTo: 3000, rate: '8' }, { rate: '10' }] });
    const first = await acceptRun(api, book, { copies: 3000, on: '2026-02-10' });
    await acceptRun(api, book, { copies: 1000, on: '2026-03-10' });
    await closeAll(firstHalf);
    await correctRun(first, { before: 3000, after: 2900 });
    await acceptRun(api, book, { copies: 500, on: '2026-09-01' });

    const closing = await closeAll(secondHalf);
    const [row] = await statementsOf(closing);
    expect(row).toMatchObject({ number: 'RED-2026-00002', earned: '568.50', adjustments: '-113.70', gross: '454.80' });
  });

  it('recoups an advance and pays what is left of the royalty', async () => {
    const book = await makeBook(api, { price: '12.00' });
    await api.sql(
      `INSERT INTO contract_advance (contract_id, label, paid_on, amount) VALUES ($1, 'Signature', '2026-01-15', 1500)`,
      [book.contractId],
    );
    await acceptRun(api, book, { copies: 2000, on: '2026-02-10' });
    const closing = await closeAll(firstHalf);
    const [row] = await statementsOf(closing);
    expect(row).toMatchObject({ earned: '1819.20', recouped: '1500.00', unrecouped: '0.00', gross: '319.20' });
  });

  it('states a contract that owes nothing, and never pays what was paid before Colophon', async () => {
    const book = await makeBook(api);
    await acceptRun(api, book, { copies: 2000, on: '2024-02-10', paidBefore: true });
    const closing = await closeAll(firstHalf);
    const [row] = await statementsOf(closing);
    expect(row).toMatchObject({ earned: '0.00', gross: '0.00', net: '0.00' });
  });

  it('asks for a payment date, not before the end of the period', async () => {
    await makeBook(api);
    const { paymentDate: _none, ...undated } = firstHalf;
    const missing = await accountant.post('/api/closings', undated).expect(422);
    expect(missing.body.errors).toEqual([expect.objectContaining({ pointer: '/paymentDate' })]);
    const early = await accountant.post('/api/closings', { ...firstHalf, paymentDate: '2026-06-01' }).expect(422);
    expect(early.body.code).toBe('payment-before-period-end');
  });

  it('refuses a year whose rates nobody entered, naming where to add them', async () => {
    const book = await makeBook(api);
    await acceptRun(api, book, { copies: 2000, on: '2026-02-10' });
    const refused = await accountant.post('/api/closings', { ...firstHalf, paymentDate: '2027-03-01' }).expect(422);
    expect(refused.body.detail).toContain('Taux');
  });

  it('does not close on facts that changed since the draft was read: it computes it anew and says so', async () => {
    const book = await makeBook(api);
    await acceptRun(api, book, { copies: 2000, on: '2026-02-10' });
    const draft = (await accountant.post('/api/closings', firstHalf).expect(201)).body;
    await acceptRun(api, book, { copies: 1000, on: '2026-03-10' });
    const stale = await accountant.post(`/api/closings/${draft.id}/close`).expect(409);
    expect(stale.body.code).toBe('closing-draft-stale');
    const again = (await accountant.get(`/api/closings/${draft.id}`).expect(200)).body;
    expect(again).toMatchObject({ status: 'draft', totals: { gross: '3184.80' } });
    await accountant.post(`/api/closings/${draft.id}/close`).expect(200);
  });

  it('is closed once when two people close at once', async () => {
    const book = await makeBook(api);
    await acceptRun(api, book, { copies: 2000, on: '2026-02-10' });
    const draft = (await accountant.post('/api/closings', firstHalf).expect(201)).body;
    const owner = await api.as('owner');
    const answers = await Promise.all(
      [accountant, owner, accountant, owner].map((person) => person.post(`/api/closings/${draft.id}/close`)),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409, 409, 409]);
    const numbers = await api.sql(`SELECT number FROM royalty_statement`);
    expect(numbers).toEqual([{ number: 'RED-2026-00001' }]);
  });

  it('names a stock that does not balance and closes only with a reason', async () => {
    const book = await makeBook(api);
    await acceptRun(api, book, { copies: 100, on: '2026-02-10' });
    await sell(book.editionId, 130);
    const draft = (await accountant.post('/api/closings', firstHalf).expect(201)).body;
    expect(draft.totals).toMatchObject({ gaps: 1, unexplainedGaps: 1 });
    const refused = await accountant.post(`/api/closings/${draft.id}/close`).expect(422);
    expect(refused.body.code).toBe('closing-gap-unexplained');
    const [row] = await statementsOf(draft.id);
    await accountant
      .put(`/api/closings/${draft.id}/gap-reasons`, {
        reasons: [{ statementId: row.id, reason: 'Reprise de données 2019' }],
      })
      .expect(200);
    await accountant.post(`/api/closings/${draft.id}/close`).expect(200);
    expect((await statementsOf(draft.id))[0]).toMatchObject({ hasGap: true, gapReason: 'Reprise de données 2019' });
  });

  it('refuses a period that is closed already, and leaves no trace of a draft that is dropped', async () => {
    await makeBook(api);
    await closeAll(firstHalf);
    const overlap = await accountant.post('/api/closings', { ...firstHalf, periodTo: '2026-07-14' }).expect(409);
    expect(overlap.body.code).toBe('closing-period-overlaps');
    const draft = (await accountant.post('/api/closings', secondHalf).expect(201)).body;
    await accountant.delete(`/api/closings/${draft.id}`).expect(204);
    await accountant.get(`/api/closings/${draft.id}`).expect(404);
    const [{ count }] = (await api.sql<{ count: number }>(`SELECT count(*)::int AS count FROM royalty_statement`)) as [
      { count: number },
    ];
    expect(count).toBe(1);
  });

  it('refuses to close on a history that no longer gives the statements issued', async () => {
    const book = await makeBook(api);
    await acceptRun(api, book, { copies: 2000, on: '2026-02-10' });
    await closeAll(firstHalf);
    await api.sql(`UPDATE edition_price SET retail_price_incl_vat = 15 WHERE edition_id = $1`, [book.editionId]);
    const refused = await accountant.post('/api/closings', secondHalf).expect(409);
    expect(refused.body).toMatchObject({ code: 'closing-history-changed' });
    expect(refused.body.detail).toContain('RED-2026-00001');
  });
});

describe('a closing of a print run', () => {
  it('states the contracts of the run only, and the period after it does not pay the run again', async () => {
    const book = await makeBook(api, { price: '14.00' });
    await makeBook(api);
    const run = await acceptRun(api, book, { copies: 2000, on: '2026-02-10' });
    const draft = (
      await accountant
        .post('/api/closings', { kind: 'print-run', printRunId: run, paymentDate: '2026-03-01' })
        .expect(201)
    ).body;
    await accountant.post(`/api/closings/${draft.id}/close`).expect(200);
    expect(await statementsOf(draft.id)).toEqual([
      expect.objectContaining({ contractId: book.contractId, gross: '2123.20', net: '1799.83' }),
    ]);
    const period = await closeAll(firstHalf);
    const later = await statementsOf(period);
    expect(later.map((row: { gross: string }) => row.gross)).toEqual(['0.00', '0.00']);
    const twice = await accountant
      .post('/api/closings', { kind: 'print-run', printRunId: run, paymentDate: '2026-03-01' })
      .expect(409);
    expect(twice.body.code).toBe('closing-run-used');
  });

  it('says beforehand what accepting a run will cost', async () => {
    const book = await makeBook(api, { price: '12.00', tiers: [{ upTo: 3000, rate: '8' }, { rate: '10' }] });
    await acceptRun(api, book, { copies: 2500, on: '2026-02-10' });
    const [planned] = await api.sql<{ id: number }>(
      `INSERT INTO print_run (edition_id, number, status, quantity_planned) VALUES ($1, 2, 'planned', 1500) RETURNING id`,
      [book.editionId],
    );
    const preview = await accountant
      .get(`/api/royalties/print-run-preview?printRunId=${planned!.id}&accepted=1500&acceptedOn=2026-04-01`)
      .expect(200);
    expect(preview.body).toMatchObject({
      total: '1591.80',
      contracts: [{ contractId: book.contractId, amount: '1591.80' }],
    });
  });
});

async function closeAll(input: object): Promise<number> {
  const draft = (await accountant.post('/api/closings', input).expect(201)).body;
  await accountant.post(`/api/closings/${draft.id}/close`).expect(200);
  return draft.id;
}

async function correctRun(runId: number, { before, after }: { before: number; after: number }): Promise<void> {
  await api.sql(
    `INSERT INTO print_run_correction (print_run_id, accepted_before, accepted_after, corrected_on, reason) VALUES ($1, $2, $3, '2026-07-02', 'Recompte')`,
    [runId, before, after],
  );
}

async function sell(editionId: number, copies: number): Promise<void> {
  await api.sql(
    `INSERT INTO stock_movement (edition_id, kind, from_location_id, to_location_id, copies, moved_on)
     SELECT $1, 'sold', f.id, t.id, $2, '2026-05-01' FROM stock_location f, stock_location t WHERE f.code = 'main' AND t.code = 'customer'`,
    [editionId, copies],
  );
}
