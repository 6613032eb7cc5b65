import { addDays, addMonths, endOfMonth } from '@colophon/domain/calendar';
import type { Response } from 'supertest';

import { startTestApi, type ApiClient, type TestApi } from '../../../../../tests/support/api';
import { acceptRun, makeBook, type Book } from '../../../../../tests/support/book';
import { expectBooksAgree } from '../../../../../tests/support/books';
import { makePayable, openHouseAccount, payablesOf, runTo } from '../../../../../tests/support/payments';
import { Clock } from '../../platform/clock/clock';

let api: TestApi;
let owner: ApiClient;
let today: string;
let months: number;
let books: Book[];
let random: () => number;
let runs: number[];

afterEach(() => api.close());

const below = (limit: number) => Math.floor(random() * limit);
const pick = <T>(from: readonly T[]): T => from[below(from.length)] as T;
/** A number generator that gives the same acts for the same seed. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

async function nextDay(): Promise<void> {
  today = addDays(today, 1);
  api.get(Clock).moveTo(new Date(`${today}T09:00:00Z`));
}

const version = async (book: Book): Promise<number> =>
  (await owner.get(`/api/contracts/${book.contractId}`).expect(200)).body.version;

/** What a house may do; what is refused changes nothing. */
const acts: Record<string, () => Promise<Response | undefined>> = {
  print: async () => {
    const on = addMonths('2026-01-10', below(9));
    runs.push(await acceptRun(api, pick(books), { copies: 1 + below(300), on }));
    return undefined;
  },
  correctRun: async () => {
    if (runs.length === 0) return undefined;
    const id = pick(runs);
    const { version: read } = (await owner.get(`/api/print-runs/${id}`).expect(200)).body;
    return owner.post(`/api/print-runs/${id}/correct`, { version: read, quantityAccepted: below(300), reason: 'x' });
  },
  correctPrice: () => {
    const price = { from: '2020-01-01', retailPriceInclVat: `${10 + below(10)}.00`, reason: 'x' };
    return owner.post('/api/price-corrections', { editionId: pick(books).editionId, ...price }).then();
  },
  correctTerms: async () => {
    const book = pick(books);
    const terms = { version: await version(book), reason: 'x', tiers: [{ upTo: null, rate: `${4 + below(8)}` }] };
    return owner.post(`/api/contracts/${book.contractId}/clauses/${book.clauseId}/corrections`, terms);
  },
  promise: async () => {
    await api.sql(`INSERT INTO contract_advance (contract_id, label, due_on, amount) VALUES ($1, 'À-valoir', $2, $3)`, [
      ...[pick(books).contractId, today, 50 + below(400)],
    ]);
    return undefined;
  },
  mark: async () => {
    await api.sql(
      `UPDATE contract_advance SET paid_on = $1 WHERE id = (SELECT a.id FROM contract_advance a WHERE a.paid_on IS NULL
         AND NOT EXISTS (SELECT FROM royalty_payment_item i JOIN royalty_payment y ON y.id = i.payment_id WHERE i.advance_id = a.id AND y.status <> 'rejected')
         AND NOT EXISTS (SELECT FROM balance_release b WHERE b.advance_id = a.id) ORDER BY id LIMIT 1)`,
      [today],
    );
    return undefined;
  },
  record: async () => {
    const [marked] = (await owner.get('/api/royalty-balances/payables?marked=true').expect(200)).body.items;
    if (!marked) return undefined;
    const paid = { items: [{ payableId: marked.id }], executedOn: marked.markedOn, method: 'cheque' };
    return owner.post('/api/royalty-payments', paid);
  },
  release: () =>
    owner.post('/api/royalty-balances/releases', { contractId: pick(books).contractId, reason: 'x' }).then(),
  pay: async () => {
    if ((await payablesOf(owner)).length > 0) await runTo(owner, 'executed', { dueBy: today, executionDate: today });
    return undefined;
  },
  payPart: async () => {
    const due = (await payablesOf(owner)).filter(({ kind, left }) => kind === 'statement' && left.length > 5);
    if (due.length === 0) return undefined;
    const items = [{ payableId: pick(due).id, gross: `${1 + below(99)}.${10 + below(89)}` }];
    await runTo(owner, 'executed', { dueBy: today, executionDate: today, items });
    return undefined;
  },
  reject: async () => {
    const paid = await api.sql<{ id: number }>(`SELECT id FROM royalty_payment WHERE status = 'executed' ORDER BY id`);
    if (paid.length === 0) return undefined;
    const rejection = { rejectedOn: today, reason: 'Compte clos' };
    return owner.post(`/api/royalty-payments/${pick(paid).id}/reject`, rejection);
  },
  close: async () => {
    if (months > 8) return undefined;
    const from = addMonths('2026-01-01', months);
    const period = { periodFrom: from, periodTo: endOfMonth(from), paymentDate: today };
    const answer = await owner.post('/api/closings', { kind: 'period', ...period });
    if (answer.status !== 201) return answer;
    months += 1;
    return owner.post(`/api/closings/${answer.body.id}/close`);
  },
  terminate: async () => {
    const [, book] = books;
    if (!book || months < 5) return undefined;
    const end = { version: await version(book), terminatedOn: today, reason: 'expiry' };
    const answer = await owner.post(`/api/contracts/${book.contractId}/termination`, end);
    if (answer.status > 201) return answer;
    const asked = { kind: 'termination', contractId: book.contractId, paymentDate: today };
    const { id } = (await owner.post('/api/closings', asked).expect(201)).body;
    return owner.post(`/api/closings/${id}/close`);
  },
};

const often = ['print', 'print', 'close', 'close', 'pay', 'reject', 'promise'];

async function prepare(): Promise<void> {
  today = '2026-10-01';
  [months, runs] = [0, []];
  api = await startTestApi({ now: `${today}T09:00:00Z` });
  await openHouseAccount(api);
  owner = await api.as('owner');
  await api.sql(`UPDATE user_session SET expires_at = '2030-01-01'`);
  books = [
    await makeBook(api, { threshold: '150' }),
    await makeBook(api, { threshold: '60' }),
    await makeBook(api),
    await makeBook(api),
  ];
  const [plain, , shared, other] = books as [Book, Book, Book, Book];
  for (const { contributorId } of books) await makePayable(api, contributorId);
  await api.sql(`UPDATE contract SET contributor_id = $1 WHERE id = $2`, [plain.contributorId, other.contractId]);
  const agreed = { contributorId: plain.contributorId, signedOn: '2026-01-01', from: '2026-01-01' };
  await owner
    .post('/api/contracts/set-offs', { ...agreed, contractIds: [plain.contractId, other.contractId] })
    .expect(201);
  for (const [position, kind, percent] of [
    [1, 'rightsHolder', '33.33'],
    [2, 'rightsHolder', '66.67'],
    [3, 'agent', '15'],
  ]) {
    const { contributorId } = await makeBook(api);
    await makePayable(api, contributorId);
    await api.sql(
      `INSERT INTO contract_payee (contract_id, position, contributor_id, kind, share) VALUES ($1, $2, $3, $4, $5)`,
      [shared.contractId, position, contributorId, kind, percent],
    );
  }
}

it.each([4, 7])('keeps the books even with the balances after every act, whatever comes (seed %i)', async (seed) => {
  random = seeded(seed);
  await prepare();
  const done: string[] = [];
  for (let step = 0; step < 20; step += 1) {
    const act = pick([...Object.keys(acts), ...often]);
    try {
      const answer = await acts[act]!();
      done.push(`${today} ${act} ${answer ? `${answer.status} ${answer.body.code ?? ''}` : ''}`);
      expect(answer?.status ?? 200).toBeLessThan(500);
      await expectBooksAgree(api, owner);
    } catch (error) {
      throw new Error(`${act} after ${done.join('\n')}\n${String((error as Error).message)}`);
    }
    await nextDay();
  }
});
