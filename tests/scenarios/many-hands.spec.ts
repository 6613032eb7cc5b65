import { isbn } from '../support/book';
import { booksBalance } from './balance';
import { dayOf, lastHalf, openHouse, paymentDayOf, today, type House } from './house';
import { yearOf } from '@colophon/domain/calendar';
import {
  accept,
  agree,
  answered,
  completeTheHouse,
  enterRatesOf,
  openShop,
  print,
  publish,
  signUpAuthor,
  type Book,
} from './steps';

let house: House;
let author: number;
let book: Book;
let contract: number;
let shop: number;

beforeAll(async () => {
  house = await openHouse();
  await completeTheHouse(house);
  author = await signUpAuthor(house, 'Kerouredan');
  book = await publish(house, 'Les Vents contraires', author, [isbn(1), isbn(2)]);
  contract = await agree(house, book, author, dayOf(lastHalf, 5));
  const printing = { copies: 2000, orderedOn: dayOf(lastHalf, 10), deliveredOn: dayOf(lastHalf, 38) };
  await accept(house, await print(house, book.paperback, printing), { accepted: 2000, on: dayOf(lastHalf, 40) });
  shop = await openShop(house);
});
afterAll(() => house.api.close());

const statuses = async (requests: PromiseLike<{ status: number }>[]) =>
  (await Promise.all(requests)).map(({ status }) => status).sort();

describe('two people at the same moment', () => {
  it('accept a run once: the copies and the royalty are not there twice', async () => {
    const on = dayOf(lastHalf, 60);
    const run = await print(house, book.paperback, { copies: 500, orderedOn: on, deliveredOn: on });
    const acceptance = { version: run.version, acceptedOn: on, quantityAccepted: 500 };
    const people = [house.editorial, house.accountant, house.owner];
    const answers = people.map((person) => person.post(`/api/print-runs/${run.id}/accept`, acceptance));
    expect(await statuses(answers)).toEqual([200, 409, 409]);
    await booksBalance(house, { [book.paperback]: 2500 });
  });

  it('change a contract: the second is told, and nothing of the first is lost', async () => {
    const read = await answered(house.editorial.get(`/api/contracts/${contract}`), 200);
    const change = (notes: string) => ({ ...inputOf(read), notes, version: read.version });
    const answers = await Promise.all([
      house.editorial.put(`/api/contracts/${contract}`, change('Relu par Yves')),
      house.accountant.put(`/api/contracts/${contract}`, change('Relu par Paul')),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const kept = await answered(house.reader.get(`/api/contracts/${contract}`), 200);
    expect(kept.notes).toBe(answers.find(({ status }) => status === 200)!.body.notes);
  });

  it('post twenty invoices: the numbers have no gap, and the stock is taken once for each', async () => {
    const lines = [{ editionId: book.paperback, quantity: 3 }];
    const drafts = await Promise.all(
      Array.from({ length: 20 }, () =>
        answered(house.sales.post('/api/invoices', { pointOfSaleId: shop, lines }), 201),
      ),
    );
    const people = [house.sales, house.owner];
    const answers = drafts.flatMap(({ id }) => people.map((person) => person.post(`/api/invoices/${id}/post`)));
    const told = await statuses(answers);
    expect(told.filter((status) => status === 200)).toHaveLength(20);
    expect(told.filter((status) => status === 409)).toHaveLength(20);
    await booksBalance(house, { [book.paperback]: 2440 });
  });

  it('sell the last copies: one has them', async () => {
    const lines = [{ editionId: book.paperback, quantity: 2000 }];
    const drafts = await Promise.all(
      [1, 2].map(() => answered(house.sales.post('/api/invoices', { pointOfSaleId: shop, lines }), 201)),
    );
    const answers = drafts.map(({ id }) => house.sales.post(`/api/invoices/${id}/post`));
    expect(await statuses(answers)).toEqual([200, 409]);
    await booksBalance(house, { [book.paperback]: 440 });
  });

  it('close the same half-year once', async () => {
    const paymentDate = paymentDayOf(lastHalf);
    await enterRatesOf(house, yearOf(paymentDate));
    const closing = { kind: 'period', periodFrom: lastHalf.from, periodTo: lastHalf.to, paymentDate };
    const draft = await answered(house.accountant.post('/api/closings', closing), 201);
    const people = [house.accountant, house.owner, house.accountant];
    const answers = people.map((person) => person.post(`/api/closings/${draft.id}/close`));
    expect(await statuses(answers)).toEqual([200, 409, 409]);
    const numbers = await house.api.sql(`SELECT number FROM royalty_statement WHERE number IS NOT NULL`);
    expect(numbers).toEqual([{ number: `RED-${yearOf(today)}-00001` }]);
  });
});

describe('each role', () => {
  it('does its own work and is refused that of the others', async () => {
    const draft = { pointOfSaleId: shop, lines: [{ editionId: book.paperback, quantity: 1 }] };
    const closing = { kind: 'print-run', printRunId: 1, paymentDate: today };
    const refused = [
      house.editorial.post('/api/invoices', draft),
      house.editorial.post('/api/closings', closing),
      house.sales.post('/api/works', { title: 'Autre titre' }),
      house.sales.post('/api/closings', closing),
      house.accountant.post('/api/works', { title: 'Autre titre' }),
      house.accountant.post('/api/users', { email: 'x@example.org', displayName: 'X', role: 'owner' }),
      house.reader.post('/api/invoices', draft),
      house.reader.post('/api/stock/pulping', { editionId: book.paperback, copies: 1 }),
      house.reader.put('/api/house', {}),
    ];
    expect(await statuses(refused)).toEqual(refused.map(() => 403));
    await booksBalance(house, { [book.paperback]: 440 });
  });

  it('sees an author’s account only where it pays them', async () => {
    for (const person of [house.accountant, house.owner])
      expect(await answered(person.get(`/api/contributors/${author}`), 200)).toMatchObject({
        iban: 'FR1420041010050500013M02606',
      });
    for (const person of [house.editorial, house.sales, house.reader]) {
      const seen = await answered(person.get(`/api/contributors/${author}`), 200);
      expect(seen).toMatchObject({ iban: null, ibanMasked: expect.stringContaining('2606') });
      expect(JSON.stringify(seen)).not.toContain('20041010050500013');
      const past = await answered(person.get(`/api/history/contributor/${author}`), 200);
      expect(JSON.stringify(past)).not.toContain('20041010050500013');
    }
  });

  it('needs a session, and its own token on what it changes', async () => {
    await answered(house.api.anonymous.get('/api/overview'), 401);
    await answered(house.sales.post('/api/points-of-sale', {}, { 'X-CSRF-Token': 'another' }), 403);
  });
});

interface ReadContract {
  readonly contributor: { readonly id: number };
  readonly work: { readonly id: number };
  readonly clauses: (Record<string, unknown> & { readonly edition: { readonly id: number } })[];
  readonly advances: Record<string, unknown>[];
  readonly [member: string]: unknown;
}

/** What of a contract as read can be written back. */
function inputOf(read: ReadContract): object {
  const own = ['externalId', 'reference', 'status', 'signedOn', 'startsOn', 'endsOn', 'terminatedOn'];
  const terms = ['statementFrequency', 'paymentThreshold', 'unitPriceRounding', 'minimumFirstRun', 'notes'];
  return {
    ...Object.fromEntries([...own, ...terms].map((member) => [member, read[member] ?? undefined])),
    contributorId: read.contributor.id,
    workId: read.work.id,
    clauses: read.clauses.map(({ id, edition, basis, tiers, excluded }) => ({
      id,
      editionId: edition.id,
      ...{ basis, tiers, excluded },
    })),
    advances: read.advances.map(({ id, label, dueOn, paidOn, amount }) => ({ id, label, dueOn, paidOn, amount })),
  };
}
