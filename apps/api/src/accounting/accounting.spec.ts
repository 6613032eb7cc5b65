import { entryOfStatement } from '@colophon/domain/accounting';
import { Money } from '@colophon/domain/money';

import { startTestApi, type ApiClient, type TestApi } from '../../../../tests/support/api';
import { acceptRun, makeBook, type Book } from '../../../../tests/support/book';
import { Database } from '../platform/database/database';
import type { AccountMappingResponse, EntryLineRow } from './accounting-dto';
import { postEntries, type EntryToPost } from './post-entries';

let api: TestApi;
let accountant: ApiClient;
let book: Book;

beforeEach(async () => {
  api = await startTestApi();
  accountant = await api.as('accountant');
  book = await makeBook(api, { author: 'Sarr' });
});
afterEach(() => api.close());

const firstHalf = { kind: 'period', periodFrom: '2026-01-01', periodTo: '2026-06-30', paymentDate: '2026-07-31' };

async function close(period: object = firstHalf): Promise<number> {
  const { id } = (await accountant.post('/api/closings', period).expect(201)).body;
  await accountant.post(`/api/closings/${id}/close`).expect(200);
  return id as number;
}

const linesOf = async (query = ''): Promise<EntryLineRow[]> =>
  (await accountant.get(`/api/accounting/lines?sort=enteredOn${query}`).expect(200)).body.items;

const written = (lines: readonly EntryLineRow[]) =>
  lines.map(({ accountNumber, subledgerLabel, debit, credit }) => [accountNumber, subledgerLabel, debit, credit]);

const entry = (change: Partial<EntryToPost> = {}): EntryToPost => ({
  journal: 'royalties',
  date: '2026-06-30',
  label: 'Essai',
  document: { type: 'test', id: 1, number: 'T-1', date: '2026-06-30' },
  purpose: 'stated',
  lines: entryOfStatement({ author: String(book.contributorId), due: Money.parse('12.50'), recouped: [] }),
  ...change,
});

const post = (...entries: EntryToPost[]) => api.get(Database).transaction(actor, (tx) => postEntries(tx, entries));
const actor = { id: 1, name: 'Anne', role: 'accountant', locale: 'fr' } as never;

describe('a closing', () => {
  it('makes royalties an expense on the last day it covers, owed to the author, less the advance they use up', async () => {
    await api.sql(
      `INSERT INTO contract_advance (contract_id, label, paid_on, amount) VALUES ($1, 'Signature', '2026-01-15', 271.20)`,
      [book.contractId],
    );
    await acceptRun(api, book, { copies: 2000, on: '2026-02-10' });
    await close();
    const lines = await linesOf();
    expect(written(lines)).toEqual([
      ['6516', null, '2123.20', '0.00'],
      ['4091', 'Sarr Anne', '0.00', '271.20'],
      ['4081', 'Sarr Anne', '0.00', '1852.00'],
    ]);
    expect(lines[0]).toMatchObject({
      entryNumber: 'DA-2026-000001',
      enteredOn: '2026-06-30',
      documentNumber: 'RED-2026-00001',
      label: 'Droits d’auteur RED-2026-00001 – Sarr Anne',
    });
  });

  it('writes nothing for a statement on which nothing is due, and nothing as a draft', async () => {
    await close();
    const later = { ...firstHalf, periodFrom: '2026-07-01', periodTo: '2026-07-14' };
    await acceptRun(api, book, { copies: 2000, on: '2026-07-02' });
    await accountant.post('/api/closings', later).expect(201);
    expect(await linesOf()).toEqual([]);
  });

  it('owes what is carried under a threshold too, and takes a correction back', async () => {
    await api.sql(`UPDATE contract SET payment_threshold = 5000 WHERE id = $1`, [book.contractId]);
    await acceptRun(api, book, { copies: 2000, on: '2026-02-10' });
    await close();
    expect(written(await linesOf()).at(-1)).toEqual(['4081', 'Sarr Anne', '0.00', '2123.20']);
  });
});

describe('the books', () => {
  it('number each journal without gaps, whatever is entered at once, and what fails takes no number', async () => {
    const entries = Array.from({ length: 12 }, (_, index) =>
      entry({ document: { type: 'test', id: index + 1, number: `T-${index}`, date: '2026-06-30' } }),
    );
    await Promise.all(entries.map((one) => post(one)));
    await expect(post(entry())).rejects.toThrow('journal_entry_document_key');
    await post(entry({ purpose: 'undone' }));
    const numbers = await api.sql<{ number: string }>(`SELECT number FROM journal_entry ORDER BY number`);
    expect(numbers.map(({ number }) => number)).toEqual(
      Array.from({ length: 13 }, (_, index) => `DA-2026-${String(index + 1).padStart(6, '0')}`),
    );
  });

  it('begin again at 1 in another year and in another journal', async () => {
    const of = (id: number) => ({ type: 'test', id, number: `T-${id}`, date: '2026-06-30' });
    await post(entry(), entry({ date: '2025-12-31', document: of(2) }), entry({ journal: 'bank', document: of(3) }));
    const numbers = await api.sql<{ number: string }>(`SELECT number FROM journal_entry ORDER BY number`);
    expect(numbers.map(({ number }) => number)).toEqual(['BQ-2026-000001', 'DA-2025-000001', 'DA-2026-000001']);
  });

  it.each([
    ['change an entry', `UPDATE journal_entry SET label = 'x'`, 'append-only'],
    ['change a line', `UPDATE journal_entry_line SET debit = 1 WHERE debit > 0`, 'append-only'],
    ['remove an entry', `DELETE FROM journal_entry`, 'append-only'],
    [
      'add a balanced pair to an entry',
      `INSERT INTO journal_entry_line (entry_id, position, role, account_number, account_label, debit, credit)
       SELECT id, 9, 'bank', '512', 'Banque', 1, 0 FROM journal_entry UNION ALL SELECT id, 10, 'bank', '512', 'Banque', 0, 1 FROM journal_entry`,
      'never changes',
    ],
    [
      'add a line',
      `INSERT INTO journal_entry_line (entry_id, position, role, account_number, account_label, debit) SELECT id, 9, 'bank', '512', 'Banque', 1 FROM journal_entry`,
      'does not balance',
    ],
    [
      'write an entry without lines',
      `INSERT INTO journal_entry (number, journal, journal_code, journal_label, entered_on, label, document_type, document_id, document_number, document_date, purpose)
       VALUES ('X', 'bank', 'BQ', 'Banque', '2026-01-01', 'x', 'x', 1, 'x', '2026-01-01', 'x')`,
      'has no lines',
    ],
  ])('let nobody %s', async (_what, statement, reason) => {
    await post(entry());
    await expect(api.sql(statement)).rejects.toThrow(reason);
  });

  it('are searched, filtered and totalled, and come out as a file', async () => {
    await post(entry());
    const page = (await accountant.get('/api/accounting/lines?q=sarr').expect(200)).body;
    expect(page).toMatchObject({ total: 1, totals: { debit: '0.00', credit: '12.50' } });
    expect(written(await linesOf('&account=65'))).toEqual([['6516', null, '12.50', '0.00']]);
    expect(await linesOf('&from=2026-07-01')).toEqual([]);
    const csv = (await accountant.get('/api/accounting/lines/export?format=csv').expect(200)).text;
    expect(csv).toContain('6516');
    expect(csv).toContain('12,50');
  });

  it('come to nothing in all, account by account and person by person', async () => {
    await post(entry());
    const balance = (await accountant.get('/api/accounting/balance').expect(200)).body;
    expect(balance).toMatchObject({ to: '2026-07-15', debit: '12.50', credit: '12.50' });
    expect(balance.items).toEqual([
      expect.objectContaining({ accountNumber: '4081', subledgerLabel: 'Sarr Anne', balance: '-12.50' }),
      expect.objectContaining({ accountNumber: '6516', subledgerLabel: null, balance: '12.50' }),
    ]);
  });

  it('show an entry with its lines', async () => {
    const [id] = await post(entry());
    const shown = (await accountant.get(`/api/accounting/entries/${id}`).expect(200)).body;
    expect(shown).toMatchObject({ number: 'DA-2026-000001', actor: 'Anne', purpose: 'stated' });
    expect(written(shown.lines)).toHaveLength(2);
    await accountant.get(`/api/accounting/entries/999`).expect(404);
  });
});

describe('the accounts', () => {
  const mapping = async (): Promise<AccountMappingResponse> =>
    (await accountant.get('/api/accounting/accounts').expect(200)).body;
  const renumbered = ({ accounts, ...rest }: AccountMappingResponse, number: string) => ({
    ...rest,
    accounts: accounts.map((account) => (account.role === 'authorsPayable' ? { ...account, number } : account)),
  });

  it('are the accountant’s: entries to come take them, what is written keeps its own', async () => {
    await post(entry());
    await accountant.put('/api/accounting/accounts', renumbered(await mapping(), '4081AUT')).expect(200);
    await post(entry({ purpose: 'undone' }));
    expect(written(await linesOf('&account=408')).map(([number]) => number)).toEqual(['4081', '4081AUT']);
    const history = (await accountant.get('/api/history/account/authorsPayable').expect(200)).body.items;
    expect(history[0].changes).toContainEqual({ field: 'number', before: '4081', after: '4081AUT' });
  });

  it.each([
    ['a number', { accounts: [{ role: 'bank', number: '51', label: 'Banque' }] }, '/accounts/0/number'],
    ['a journal code', { journals: [{ role: 'bank', code: 'banque 1', label: 'Banque' }] }, '/journals/0/code'],
    [
      'two journals of one code',
      {
        journals: [
          { role: 'bank', code: 'X', label: 'Banque' },
          { role: 'royalties', code: 'X', label: 'Droits' },
        ],
      },
      '/journals/1/code',
    ],
  ])('refuse %s that is none', async (_what, wrong, pointer) => {
    const { body } = await accountant.put('/api/accounting/accounts', { ...(await mapping()), ...wrong }).expect(422);
    expect(body.errors[0].pointer).toBe(pointer);
  });

  it('are not overwritten by who read them before', async () => {
    const read = await mapping();
    await accountant.put('/api/accounting/accounts', renumbered(read, '40811')).expect(200);
    await accountant.put('/api/accounting/accounts', renumbered(read, '40812')).expect(409);
  });

  it('are read and written by who keeps the books', async () => {
    const editorial = await api.as('editorial');
    await editorial.get('/api/accounting/accounts').expect(403);
    await editorial.get('/api/accounting/lines').expect(403);
  });
});
