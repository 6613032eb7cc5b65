import { createHash } from 'node:crypto';
import { schemaErrors } from '../../../../../libs/documents/src/sepa/validate-xml.fixture';
import { startTestApi, type ApiClient, type TestApi } from '../../../../../tests/support/api';
import { closeFirstHalf, openHouseAccount, payablesOf, runTo } from '../../../../../tests/support/payments';
import { Clock } from '../../platform/clock/clock';

let api: TestApi;
let accountant: ApiClient;
let owner: ApiClient;

beforeEach(async () => {
  api = await startTestApi();
  await openHouseAccount(api);
  accountant = await api.as('accountant');
  owner = await api.as('owner');
  await closeFirstHalf(api, [{ author: 'Łukasz & Söhne', payee: { email: 'a@example.org' } }, { author: 'Diop' }]);
  api.get(Clock).moveTo(new Date('2026-07-31T10:00:00Z'));
});
afterEach(() => api.close());

const statusesOf = (answers: readonly { status: number }[]) => answers.map(({ status }) => status).sort();

describe('the file for the bank', () => {
  it('is made once whoever clicks twice, and the second is told of the first', async () => {
    const run = await runTo(accountant, 'approved');
    const both = await Promise.all(
      [accountant, owner].map((client) => client.post(`/api/payment-runs/${run.id}/export`, { version: run.version })),
    );
    expect(statusesOf(both)).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 409)!.body.code).toBe('payment-file-exported');
    expect(await api.sql('SELECT FROM stored_file')).toHaveLength(1);
  });

  it('answers the same to the same request sent twice at once', async () => {
    const run = await runTo(accountant, 'approved');
    const click = () =>
      accountant.post(
        `/api/payment-runs/${run.id}/export`,
        { version: run.version },
        { 'Idempotency-Key': 'click-of-export-1' },
      );
    const [one, other] = await Promise.all([click(), click()]);
    const again = await click();
    for (const answer of [one, other, again]) expect([200, 409]).toContain(answer.status);
    expect(again.status).toBe(200);
    expect(again.body).toMatchObject({ status: 'exported', messageId: expect.any(String) });
    expect(await api.sql('SELECT FROM stored_file')).toHaveLength(1);
  });

  it('is still there after a crash before the answer, is the same each time, and each taking of it is written down', async () => {
    const exported = await runTo(accountant, 'exported');
    const run = (await accountant.get(`/api/payment-runs/${exported.id}`).expect(200)).body;
    expect((await owner.post(`/api/payment-runs/${run.id}/export`, { version: run.version })).body.code).toBe(
      'payment-file-exported',
    );
    const take = (client: ApiClient) => client.post(`/api/payment-runs/${run.id}/download`).buffer(true).expect(200);
    const [first, second] = [await take(accountant), await take(owner)];
    expect(first.headers['content-disposition']).toContain(run.fileName);
    const xml = String(first.text ?? first.body);
    expect(String(second.text ?? second.body)).toBe(xml);
    expect(createHash('sha256').update(xml).digest('hex')).toBe(run.fileSha256);
    expect(schemaErrors('pain.001.001.09', [xml])).toEqual([[]]);
    expect(xml).toContain('<Nm>Anne Lukasz + Sohne</Nm>');
    expect(xml).toContain('<CtrlSum>3599.66</CtrlSum>');
    expect(xml).toContain(`<MsgId>${run.messageId}</MsgId>`);
    const { downloads } = (await accountant.get(`/api/payment-runs/${run.id}`).expect(200)).body;
    expect(downloads.map(({ by }: { by: string }) => by)).toEqual(['Test accountant', 'Test owner']);
  });

  it('keeps no account number in the database that could be read without the key', async () => {
    const run = await runTo(accountant, 'exported');
    const [file] = await api.sql<{ bytes: Buffer }>(
      `SELECT f.bytes FROM stored_file f JOIN payment_run r ON r.file_id = f.id WHERE r.id = $1`,
      [run.id],
    );
    expect(file!.bytes.toString('latin1')).not.toContain('FR14');
    expect(JSON.stringify(await api.sql('SELECT * FROM audit_entry'))).not.toContain('FR1420041010050500013M02606');
  });

  it('is not made for somebody else than who may pay', async () => {
    const run = await runTo(accountant, 'approved');
    for (const role of ['editorial', 'sales', 'read-only'] as const) {
      const client = await api.as(role);
      await client.post(`/api/payment-runs/${run.id}/export`, { version: run.version }).expect(403);
      await client.get(`/api/payment-runs/${run.id}`).expect(403);
    }
  });
});

describe('two people at once', () => {
  it('execute a run: one does, the other is told, and everything is written once', async () => {
    const run = await runTo(accountant, 'exported');
    const input = { version: run.version, executedOn: '2026-07-31' };
    const both = await Promise.all(
      [accountant, owner].map((client) => client.post(`/api/payment-runs/${run.id}/execute`, input)),
    );
    expect(statusesOf(both)).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 409)!.body.code).toBe('payment-run-status');
    expect(await api.sql(`SELECT FROM mail_message WHERE kind = 'payment-advice'`)).toHaveLength(1);
    expect(await payablesOf(accountant)).toEqual([]);
  });

  it('prepare runs: what is due goes into one of them', async () => {
    const input = { dueBy: '2026-07-31', executionDate: '2026-07-31' };
    const all = await Promise.all(
      [accountant, owner, accountant, owner].map((client) => client.post('/api/payment-runs', input)),
    );
    expect(statusesOf(all)).toEqual([201, 422, 422, 422]);
    const due = await payablesOf(accountant);
    expect(due.map(({ planned, left }) => [planned, left])).toEqual([
      ['2123.20', '0.00'],
      ['2123.20', '0.00'],
    ]);
  });

  it('pay the same by hand and by a run: once', async () => {
    const [payable] = await payablesOf(accountant);
    const items = [{ payableId: payable!.id }];
    const byHand = { items, executedOn: '2026-07-31', method: 'cheque', reference: '0001234' };
    const both = await Promise.all([
      accountant.post('/api/royalty-payments', byHand),
      owner.post('/api/payment-runs', { dueBy: '2026-07-31', executionDate: '2026-07-31', items }),
    ]);
    expect(statusesOf(both)).toEqual([201, 422]);
  });

  it('change a draft: the second is told to read it again', async () => {
    const run = await runTo(accountant, 'draft');
    const update = { version: run.version, executionDate: '2026-08-01' };
    const both = await Promise.all(
      [accountant, owner].map((client) => client.put(`/api/payment-runs/${run.id}`, update)),
    );
    expect(statusesOf(both)).toEqual([200, 409]);
  });

  it('close a period while payments are executed: nothing is lost, whoever is first', async () => {
    const run = await runTo(accountant, 'exported');
    const period = { kind: 'period', periodFrom: '2026-07-01', periodTo: '2026-07-31', paymentDate: '2026-09-30' };
    const { id } = (await owner.post('/api/closings', period).expect(201)).body;
    const [executed, closed] = await Promise.all([
      accountant.post(`/api/payment-runs/${run.id}/execute`, { version: run.version, executedOn: '2026-07-31' }),
      owner.post(`/api/closings/${id}/close`),
    ]);
    for (const { status, body } of [executed, closed]) {
      expect(status === 200 || ['closing-other-running', 'closing-draft-stale'].includes(body.code)).toBe(true);
    }
    const again = (await accountant.get(`/api/payment-runs/${run.id}`).expect(200)).body;
    expect(again.status).toBe(executed.status === 200 ? 'executed' : 'exported');
  });
});

it('refuses, whatever program asks, that more is paid than was stated', async () => {
  await runTo(accountant, 'executed');
  const sql = `INSERT INTO royalty_payment_item (payment_id, position, kind, statement_payee_id, contract_id, contributor_id, gross, net)
    SELECT y.id, 9, 'statement', i.statement_payee_id, i.contract_id, i.contributor_id, 1, 1
    FROM royalty_payment y, royalty_payment_item i WHERE y.status = 'planned' LIMIT 1`;
  await api.sql(
    `INSERT INTO royalty_payment (contributor_id, gross, net, payee_name, end_to_end_id, created_by)
     SELECT contributor_id, 1, 1, 'x', 'x', 'x' FROM royalty_payment LIMIT 1`,
  );
  await expect(api.sql(sql)).rejects.toMatchObject({ constraint: 'royalty_payment_item_within_due' });
  await expect(api.sql(`UPDATE royalty_payment SET net = 1 WHERE status = 'executed'`)).rejects.toMatchObject({
    constraint: 'royalty_payment_keep_executed',
  });
  await expect(api.sql(`DELETE FROM royalty_payment_item`)).rejects.toMatchObject({
    constraint: 'royalty_payment_item_keep_executed',
  });
});
