import { Tasks } from '../../apps/api/src/platform/tasks/tasks';
import { isbn } from '../support/book';
import { booksBalance } from './balance';
import { dayOf, lastHalf, openHouse, paymentDayOf, thisHalf, today, type House } from './house';
import { accept, answered, closePeriod, completeTheHouse, print, publish, signUpAuthor, type Book } from './steps';

let house: House;
let book: Book;
let importId: number;
let unitReceipt: number;

beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.api.close());

const HEADS =
  'ISBN;Du;Au;Canal;Mode de vente;Ventes;Retours;Gratuits;Pilon;Écart d’inventaire;Recettes nettes HT;Relevé';
const [PAPERBACK, EBOOK] = [isbn(1), isbn(2)];

/** What the distributor and the platform send of the half-year, as one file. */
const report = (sold: number) =>
  [
    HEADS,
    `${PAPERBACK};${lastHalf.from};${lastHalf.to};;;${sold};20;5;3;-2;;`,
    `${EBOOK};${lastHalf.from};${lastHalf.to};Kobo;à l’unité;85;;;;;563,46;K-1`,
    `${EBOOK};${lastHalf.from};${lastHalf.to};Kobo;abonnement;;;;;;40,00;K-1`,
    '',
  ].join('\n');

async function bring(content: string): Promise<{ id: number; status: string }> {
  const { accountant, api } = house;
  const run = (taskId: number) => api.get(Tasks).run(taskId);
  const checked = await answered(accountant.uploadAll('/api/imports', { 'releve.csv': Buffer.from(content) }), 202);
  await run(checked.taskId);
  const applied = await answered(accountant.post(`/api/imports/${checked.importId}/apply`), 202);
  await run(applied.taskId);
  return answered(accountant.get(`/api/imports/${checked.importId}`), 200);
}

interface Line {
  readonly kind: string;
  readonly mode?: string;
  readonly receipts?: string;
  readonly amount: string;
  readonly lateReceipts?: string;
}

async function theStatement(id: number): Promise<{ result: { lines: Line[]; earned: string }; book: never }> {
  return answered(house.reader.get(`/api/statements/${id}`), 200);
}

describe('a half-year of receipts, sold rights and reports of others', () => {
  it('begins with a contract that shares three kinds of money', async () => {
    await completeTheHouse(house);
    const author = await signUpAuthor(house, 'Kerouredan');
    book = await publish(house, 'Les Vents contraires', author, [PAPERBACK, EBOOK]);
    const clauses = [
      { editionId: book.paperback, basis: 'printed', tiers: [{ rate: '8' }] },
      { editionId: book.ebook, basis: 'netReceipts', rate: '25' },
      { editionId: book.paperback, basis: 'thirdParty', rate: '50' },
    ];
    const contract = { reference: 'C-1', status: 'active', contributorId: author, workId: book.workId, clauses };
    const terms = {
      signedOn: '2024-05-02',
      startsOn: '2024-05-02',
      statementFrequency: 'half-yearly',
      minimumFirstRun: 500,
    };
    await answered(house.editorial.post('/api/contracts', { ...contract, ...terms }), 201);
    const dates = { orderedOn: dayOf(lastHalf, 10), deliveredOn: dayOf(lastHalf, 38) };
    const run = await print(house, book.paperback, { copies: 2000, ...dates });
    await accept(house, run, { accepted: 2000, on: dayOf(lastHalf, 40) });
  });

  it('takes in the report of the distributor, and the stock balances', async () => {
    const applied = await bring(report(300));
    expect(applied.status).toBe('applied');
    importId = applied.id;
    await booksBalance(house, { [book.paperback]: 2000 - 300 + 20 - 5 - 3 - 2 });
    const { items, totals } = await answered(house.reader.get('/api/receipts?mode=unit'), 200);
    expect(totals).toEqual({ amount: '563.46' });
    unitReceipt = items[0].id;
  });

  it('cashes a translation, net of the tax abroad and of the agent', async () => {
    const licence = { reference: 'CES-1', workId: book.workId, licensee: 'Kampa Verlag', right: 'translation' };
    const { id } = await answered(
      house.accountant.post('/api/rights-licences', { ...licence, territories: ['DE'] }),
      201,
    );
    const paid = { cashedOn: dayOf(lastHalf, 60), gross: '1000.00', foreignTax: '50.00', agentFee: '95.00' };
    const income = await answered(house.accountant.post(`/api/rights-licences/${id}/income`, paid), 201);
    expect(income.net).toBe('855.00');
  });

  it('answers what more receipts would pay, without writing any', async () => {
    const simulated = await answered(
      house.editorial.post('/api/royalties/simulate', { editionId: book.ebook, receipts: '100.00' }),
      200,
    );
    expect(simulated.simulated.earned).toBe('25.00');
    expect((await answered(house.reader.get('/api/receipts'), 200)).total).toBe(2);
  });

  it('states each kind of money on its own line, and the copies of the report in the stock', async () => {
    const [statement] = await closePeriod(house, lastHalf, paymentDayOf(lastHalf));
    const { result, book: shown } = await theStatement(statement!.id);
    const lines = result.lines.map(({ kind, mode, amount }) => [kind, mode, amount]);
    // 2,000 × 13.27 × 8 %; 25 % of 563.46 and of 40.00; 50 % of 1,000 − 50 − 95.
    expect(lines).toEqual(
      expect.arrayContaining([
        ['printed', undefined, '2123.20'],
        ['netReceipts', 'unit', '140.87'],
        ['netReceipts', 'subscription', '10.00'],
        ['thirdParty', undefined, '427.50'],
      ]),
    );
    expect(result.earned).toBe('2701.57');
    const { editions } = shown as { editions: { isbn13: string; stock: Record<string, unknown> | null }[] };
    const stock = editions.find(({ isbn13 }) => isbn13 === PAPERBACK)?.stock;
    expect(stock).toMatchObject({
      printed: 2000,
      sold: 300,
      returned: 20,
      destroyed: 3,
      counted: -2,
      closing: 1710,
      gap: 0,
    });
  });

  it('keeps what was counted: the report can no longer be undone, nor the licence told otherwise', async () => {
    const undone = await answered(house.accountant.post(`/api/imports/${importId}/undo`), 409);
    expect(undone.detail).toContain('clôtures ont compté ces chiffres');
    const { items } = await answered(house.reader.get('/api/rights-licences'), 200);
    const {
      income: _income,
      cashed: _cashed,
      title: _title,
      id,
      ...licence
    } = await answered(house.reader.get(`/api/rights-licences/${items[0].id}`), 200);
    const changed = { ...licence, licensee: 'Somebody Else' };
    const refused = await answered(house.accountant.put(`/api/rights-licences/${id}`, changed), 409);
    expect(refused.code).toBe('licence-stated');
    await answered(house.accountant.put(`/api/rights-licences/${id}`, { ...licence, authorInformedOn: today }), 200);
  });

  it('carries a mistake into the next statement by its opposite, and leaves the closed one as it was', async () => {
    await answered(house.accountant.post(`/api/receipts/${unitReceipt}/cancel`, { reason: 'Relevé corrigé' }), 201);
    const right = { editionId: book.ebook, receivedOn: lastHalf.to, mode: 'unit', channel: 'Kobo', amount: '500.00' };
    await answered(house.accountant.post('/api/receipts', right), 201);
    const [statement] = await closePeriod(house, thisHalf, paymentDayOf(thisHalf));
    const { result } = await theStatement(statement!.id);
    // 500.00 − 563.46 = −63.46, of which 25 % is −15.865.
    expect(result.lines).toEqual([
      expect.objectContaining({ mode: 'unit', receipts: '-63.46', lateReceipts: '-63.46', amount: '-15.87' }),
    ]);
    expect(statement).toMatchObject({ gross: '0.00', carriedOut: '-15.87' });
  });
});
