import { isbn } from '../support/book';
import { booksBalance } from './balance';
import { dayOf, lastHalf, openHouse, paymentDayOf, thisHalf, type House } from './house';
import {
  accept,
  answered,
  closePeriod,
  completeTheHouse,
  openShop,
  print,
  publish,
  sell,
  signUpAuthor,
  type Book,
  type Statement,
} from './steps';

/** A contract that pays on sales is amended to pay at the print run: every copy is paid once, and none twice. */
let house: House;
let book: Book;
let shop: number;
let contract: { id: number; version: number; clauses: { id: number }[] };
const stated: Statement[] = [];

beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.api.close());

async function printed(copies: number, on: string): Promise<void> {
  const run = await print(house, book.paperback, { copies, orderedOn: on, deliveredOn: on });
  await accept(house, run, { accepted: copies, on });
}

const sold = (quantity: number, on: string) => sell(house, shop, [{ editionId: book.paperback, quantity }], on);

interface Line {
  readonly basis: string;
  readonly copies: number;
}

/** The copies that the statements have paid, by basis, as their traces tell them. */
async function copiesPaid(basis: string): Promise<number> {
  const lines = await Promise.all(
    stated.map(async ({ id }): Promise<Line[]> => {
      const { result } = await answered(house.reader.get(`/api/statements/${id}`), 200);
      return result.lines.map((line: { kind: string; copies: number }) => ({ basis: line.kind, copies: line.copies }));
    }),
  );
  return lines.flat().reduce((sum, line) => sum + (line.basis === basis ? line.copies : 0), 0);
}

describe('a contract that leaves the sold basis for the printed one', () => {
  it('pays 10 % of what is sold, and nothing at the run', async () => {
    await completeTheHouse(house);
    const author = await signUpAuthor(house, 'Lamandé');
    book = await publish(house, 'Le Sel et la Vase', author, [isbn(11), isbn(12)]);
    shop = await openShop(house);
    const clause = { editionId: book.paperback, basis: 'sold', tiers: [{ rate: '10' }] };
    const terms = { reference: 'AVENANT', status: 'active', contributorId: author, workId: book.workId };
    const dates = { signedOn: '2024-05-02', startsOn: '2024-05-02', statementFrequency: 'half-yearly' };
    contract = await answered(
      house.editorial.post('/api/contracts', { ...terms, ...dates, minimumFirstRun: 500, clauses: [clause] }),
      201,
    );
    await printed(1000, dayOf(lastHalf, 10));
    await sold(300, dayOf(lastHalf, 60));
    stated.push(...(await closePeriod(house, lastHalf, paymentDayOf(lastHalf))));
    // 300 × 13.27 × 10 %
    expect(stated).toMatchObject([{ earned: '398.10' }]);
    await booksBalance(house, { [book.paperback]: 700 });
  });

  it('is amended from the half-year’s first day: the 700 copies in stock stay on the old basis', async () => {
    const from = thisHalf.from;
    const { items } = await answered(house.reader.get(`/api/contracts/${contract.id}/copies-left?on=${from}`), 200);
    expect(items).toEqual([{ clauseId: contract.clauses[0]!.id, copies: 700 }]);
    const early = { version: contract.version, effectiveFrom: lastHalf.to, ends: items, clauses: [] };
    const refused = await answered(
      house.editorial.post(`/api/contracts/${contract.id}/amendments`, {
        ...early,
        ends: [{ clauseId: items[0].clauseId }],
      }),
      422,
    );
    expect(refused.code).toBe('amendment-too-early');
    const clause = { editionId: book.paperback, basis: 'printed', tiers: [{ rate: '8' }] };
    const amendment = {
      version: contract.version,
      effectiveFrom: from,
      signedOn: lastHalf.to,
      note: 'Passage au tirage',
      ends: [{ clauseId: items[0].clauseId, copiesLeft: items[0].copies }],
      clauses: [clause],
    };
    const amended = await answered(house.editorial.post(`/api/contracts/${contract.id}/amendments`, amendment), 201);
    expect(amended.clauses).toMatchObject([
      { basis: 'sold', until: lastHalf.to, copiesLeft: 700, endedBy: 1 },
      { basis: 'printed', from, openedBy: 1 },
    ]);
  });

  it('pays the new run when it is printed, and of 900 copies sold the 700 that it has not paid yet', async () => {
    await printed(600, dayOf(thisHalf, 2));
    await sold(400, dayOf(thisHalf, 4));
    await sold(500, dayOf(thisHalf, 6));
    stated.push(...(await closePeriod(house, thisHalf, paymentDayOf(thisHalf))));
    // 600 × 13.27 × 8 % = 636.96 at the run; 700 × 13.27 × 10 % = 928.90 as they were sold.
    expect(stated[1]).toMatchObject({ earned: '1565.86', adjustments: '0.00' });
    await booksBalance(house, { [book.paperback]: 400 });
  });

  it('has paid each of the 1,600 copies printed once', async () => {
    expect(await copiesPaid('sold')).toBe(1000);
    expect(await copiesPaid('printed')).toBe(600);
  });

  it('carries the difference of a rate that was entered wrong, and leaves what was stated as it was', async () => {
    const { version, clauses } = await answered(house.reader.get(`/api/contracts/${contract.id}`), 200);
    const correction = { version, reason: 'L’avenant dit 9 %', tiers: [{ rate: '9' }] };
    const path = `/api/contracts/${contract.id}/clauses/${clauses[1].id}/corrections`;
    const corrected = await answered(house.editorial.post(path, correction), 201);
    expect(corrected.clauses[1]).toMatchObject({
      tiers: [{ rate: '9' }],
      corrections: [{ reason: 'L’avenant dit 9 %' }],
    });
  });

  it('ends, and its final statement carries what the wrong rate left out', async () => {
    const { version } = await answered(house.reader.get(`/api/contracts/${contract.id}`), 200);
    const ended = { version, terminatedOn: thisHalf.to, reason: 'mutual' };
    await answered(house.editorial.post(`/api/contracts/${contract.id}/termination`, ended), 200);
    const closing = { kind: 'termination', contractId: contract.id, paymentDate: paymentDayOf(thisHalf) };
    const draft = await answered(house.accountant.post('/api/closings', closing), 201);
    await answered(house.accountant.post(`/api/closings/${draft.id}/close`), 200);
    const { items } = await answered(house.accountant.get(`/api/statements?closingId=${draft.id}`), 200);
    // 600 × 13.27 × 9 % = 716.58, of which 636.96 was stated.
    expect(items).toMatchObject([{ earned: '0.00', adjustments: '79.62', gross: '79.62' }]);
    await booksBalance(house, { [book.paperback]: 400 });
  });
});
