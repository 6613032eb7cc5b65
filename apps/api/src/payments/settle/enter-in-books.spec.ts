import type { EntryLineRow } from '../../accounting/accounting-dto';
import { startTestApi, type ApiClient, type TestApi } from '../../../../../tests/support/api';
import { acceptRun, makeBook } from '../../../../../tests/support/book';
import {
  closeFirstHalf,
  closePeriod,
  makePayable,
  openHouseAccount,
  runTo,
} from '../../../../../tests/support/payments';
import { Clock } from '../../platform/clock/clock';

let api: TestApi;
let accountant: ApiClient;

beforeEach(async () => {
  api = await startTestApi();
  await openHouseAccount(api);
  accountant = await api.as('accountant');
});
afterEach(() => api.close());

const toTheEndOfJuly = () => api.get(Clock).moveTo(new Date('2026-07-31T10:00:00Z'));

async function linesOf(journal: string): Promise<EntryLineRow[]> {
  const { body } = await accountant
    .get(`/api/accounting/lines?journal=${journal}&sort=enteredOn&limit=200`)
    .expect(200);
  return body.items as EntryLineRow[];
}

const written = (lines: readonly EntryLineRow[]) =>
  lines.map(({ accountNumber, subledgerLabel, debit, credit }) =>
    [accountNumber, subledgerLabel, debit, credit].join(' | '),
  );

async function balanceOf(person: number): Promise<string[]> {
  const { items } = (await accountant.get('/api/accounting/balance?to=2026-12-31').expect(200)).body;
  return (items as { contributorId: number | null; balance: string }[])
    .filter(({ contributorId }) => contributorId === person)
    .map(({ balance }) => balance);
}

it('writes one entry a transfer when the bank has executed it, with all that was withheld', async () => {
  const [book] = await closeFirstHalf(api, [{ author: 'Sarr' }]);
  toTheEndOfJuly();
  await runTo(accountant, 'exported');
  expect(await linesOf('bank')).toEqual([]);
  const [run] = await api.sql<{ id: number; version: number }>(`SELECT id, version FROM payment_run`);
  await accountant
    .post(`/api/payment-runs/${run!.id}/execute`, { version: run!.version, executedOn: '2026-07-31' })
    .expect(200);
  const lines = await linesOf('bank');
  expect(written(lines)).toEqual([
    '4081 | Sarr Anne | 2123.20 | 0.00',
    '44566 |  | 212.32 | 0.00',
    '44578 |  | 0.00 | 195.33',
    '431 |  | 0.00 | 340.36',
    '512 |  | 0.00 | 1799.83',
    '6451 |  | 23.35 | 0.00',
    '431 |  | 0.00 | 23.35',
  ]);
  expect(lines[0]).toMatchObject({ enteredOn: '2026-07-31', documentType: 'royalty_payment', journalCode: 'BQ' });
  expect(await balanceOf(book!.contributorId)).toEqual(['0.00']);
});

it('takes the entry back by its opposite on the day the bank sent the money back, and owes again', async () => {
  const [book] = await closeFirstHalf(api, [{ author: 'Sarr' }]);
  toTheEndOfJuly();
  const run = await runTo(accountant, 'executed');
  api.get(Clock).moveTo(new Date('2026-08-05T10:00:00Z'));
  await accountant
    .post(`/api/royalty-payments/${run.payments[0]!.id}/reject`, { rejectedOn: '2026-08-04', reason: 'Compte clos' })
    .expect(200);
  const lines = await linesOf('bank');
  expect(lines).toHaveLength(14);
  expect(lines.at(-1)).toMatchObject({ enteredOn: '2026-08-04', label: expect.stringMatching(/^Rejet du paiement/) });
  const bank = lines.filter(({ accountNumber }) => accountNumber === '512');
  expect(bank.map(({ debit, credit }) => [debit, credit])).toEqual([
    ['0.00', '1799.83'],
    ['1799.83', '0.00'],
  ]);
  expect(await balanceOf(book!.contributorId)).toEqual(['-2123.20']);
});

it('owes an agent its part from the day the author is paid, and is even once both were', async () => {
  const book = await makeBook(api, { author: 'Sarr' });
  await makePayable(api, book.contributorId);
  const [agent] = await api.sql<{ id: number }>(
    `INSERT INTO contributor (last_name) VALUES ('Agence Vidal') RETURNING id`,
  );
  await makePayable(api, agent!.id);
  await api.sql(
    `INSERT INTO contract_payee (contract_id, position, contributor_id, kind, share) VALUES ($1, 1, $2, 'agent', 15)`,
    [book.contractId, agent!.id],
  );
  await acceptRun(api, book, { copies: 2000, on: '2026-02-10' });
  await closePeriod(api, { periodFrom: '2026-01-01', periodTo: '2026-06-30', paymentDate: '2026-07-31' });
  toTheEndOfJuly();
  await runTo(accountant, 'executed');
  const lines = await linesOf('bank');
  const agency = lines.filter(({ subledgerLabel }) => subledgerLabel === 'Agence Vidal');
  expect(agency.map(({ debit, credit }) => [debit, credit])).toEqual(
    expect.arrayContaining([
      ['0.00', '318.48'],
      ['318.48', '0.00'],
    ]),
  );
  expect(await balanceOf(book.contributorId)).toEqual(['0.00']);
  expect(await balanceOf(agency[0]!.contributorId!)).toEqual(['0.00']);
});
