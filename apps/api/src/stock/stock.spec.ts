import { startTestApi, type ApiClient, type TestApi } from '../../../../tests/support/api';
import { addEdition, type SeededEdition } from '../../../../tests/support/trade';
import { Database } from '../platform/database/database';
import { systemActor } from '../platform/sign-in/actor';
import { moveStock, type MoveOptions, type StockMove } from './move-stock';

let api: TestApi;
let sales: ApiClient;

beforeAll(async () => {
  api = await startTestApi();
  sales = await api.as('sales');
});
afterAll(() => api.close());

type Move = Omit<StockMove, 'editionId' | 'movedOn'> & { readonly movedOn?: string };

const move = (edition: SeededEdition, moves: readonly Move[], options?: MoveOptions): Promise<number[]> =>
  api.get(Database).transaction(systemActor, (tx) =>
    moveStock(
      tx,
      moves.map((each) => ({ movedOn: '2026-07-01', ...each, editionId: edition.id })),
      options,
    ),
  );

interface Equation {
  readonly stock: number;
  readonly closing: number;
  readonly computedClosing: number;
  readonly gap: number;
  readonly steps: readonly { readonly kind: string; readonly copies: number }[];
}

async function stockOf({ id }: SeededEdition, period = ''): Promise<Equation> {
  return (await sales.get(`/api/editions/${id}/stock${period}`).expect(200)).body;
}

/** opening + printed − sold + returned − free − destroyed ± counted = closing, by the movements themselves. */
async function expectBalanced(edition: SeededEdition, stock: number): Promise<void> {
  const equation = await stockOf(edition);
  expect(equation).toMatchObject({ stock, closing: stock, computedClosing: stock, gap: 0 });
  expect(equation.steps.reduce((sum, step) => sum + step.copies, 0)).toBe(stock);
}

describe('the stock', () => {
  it('balances after every step of a book’s life', async () => {
    const book = await addEdition(api, { title: 'Un été à quai' });
    const editionId = book.id;
    await move(book, [{ kind: 'opening', copies: 100, movedOn: '2025-12-31' }]);
    await expectBalanced(book, 100);
    await move(book, [{ kind: 'printed', copies: 2000 }]);
    await expectBalanced(book, 2100);
    await move(book, [{ kind: 'sold', copies: 1500 }]);
    await expectBalanced(book, 600);
    await move(book, [{ kind: 'returned', copies: 300 }]);
    await expectBalanced(book, 900);
    await sales.post('/api/stock/free-copies', { editionId, copies: 22, kind: 'review', reason: 'Presse' }).expect(201);
    await expectBalanced(book, 878);
    await sales.post('/api/stock/pulping', { editionId, copies: 40, reason: 'Défraîchis' }).expect(201);
    await expectBalanced(book, 838);
    const counted = await sales.post('/api/stock/counts', { lines: [{ editionId, counted: 835 }] }).expect(201);
    expect(counted.body.lines).toEqual([
      { editionId, title: 'Un été à quai', booked: 838, counted: 835, difference: -3 },
    ]);
    await expectBalanced(book, 835);

    const year = await stockOf(book, '?from=2026-01-01&to=2026-12-31');
    expect(year.steps.map(({ kind, copies }) => [kind, copies])).toEqual([
      ['opening', 100],
      ['printed', 2000],
      ['sold', -1500],
      ['returned', 300],
      ['free', -22],
      ['destroyed', -40],
      ['counted', -3],
    ]);
    const row = (await sales.get('/api/stock?q=ete%20quai').expect(200)).body.items[0];
    expect(row).toMatchObject({
      id: editionId,
      stock: 835,
      printed: 2000,
      sold: 1500,
      returned: 300,
      free: 22,
      destroyed: 40,
      counted: -3,
    });
  });

  it('gives the last copies to one of the people who take them at once', async () => {
    const book = await addEdition(api, { title: 'Le dernier' });
    await move(book, [{ kind: 'printed', copies: 10 }]);
    const gift = { editionId: book.id, copies: 4, kind: 'author', reason: 'Salon' };
    const answers = await Promise.all(Array.from({ length: 6 }, () => sales.post('/api/stock/free-copies', gift)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 409, 409, 409, 409]);
    const refused = answers.find(({ status }) => status === 409)!;
    expect(refused.body).toMatchObject({ code: 'stock-insufficient', errors: [{ pointer: '/copies' }] });
    expect(refused.body.detail).toContain('que 2 ex. de «\u202fLe dernier\u202f»\u202f: en sortir 4');
    await expectBalanced(book, 2);
  });

  it('holds several editions in one order, so that crossing requests do not block each other for ever', async () => {
    const [a, b] = [await addEdition(api), await addEdition(api)];
    await move(a, [{ kind: 'printed', copies: 100 }]);
    await move(b, [{ kind: 'printed', copies: 100 }]);
    const take = (editions: SeededEdition[]) =>
      api.get(Database).transaction(systemActor, (tx) =>
        moveStock(
          tx,
          editions.map(({ id }) => ({ editionId: id, kind: 'sold', copies: 1, movedOn: '2026-07-01' })),
        ),
      );
    await Promise.all(Array.from({ length: 20 }, (_, index) => take(index % 2 === 0 ? [a, b] : [b, a])));
    await expectBalanced(a, 80);
    await expectBalanced(b, 80);
  });

  it('may become negative only with a reason', async () => {
    const book = await addEdition(api);
    const taken = { editionId: book.id, copies: 5, kind: 'promotion', override: true };
    const silent = await sales.post('/api/stock/free-copies', taken).expect(422);
    expect(silent.body).toMatchObject({ code: 'override-without-reason', errors: [{ pointer: '/reason' }] });
    await sales
      .post('/api/stock/free-copies', { ...taken, reason: 'Pris au salon, tirage pas encore saisi' })
      .expect(201);
    await expectBalanced(book, -5);
    const negative = await sales.get('/api/stock?state=negative').expect(200);
    expect(negative.body.items.map(({ id }: { id: number }) => id)).toEqual([book.id]);
    await move(book, [{ kind: 'returned', copies: 1 }]);
    await expectBalanced(book, -4);
  });

  it('names each line that asks for too much, with what is left', async () => {
    const book = await addEdition(api);
    await move(book, [{ kind: 'printed', copies: 3 }]);
    const lines = [0, 1].map((index) => ({ kind: 'sold' as const, copies: 2, pointer: `/lines/${index}/quantity` }));
    await expect(move(book, lines)).rejects.toMatchObject({
      code: 'stock-insufficient',
      details: { available: 3, wanted: 4 },
      fields: [{ pointer: '/lines/0/quantity' }, { pointer: '/lines/1/quantity' }],
    });
    await move(book, lines, { allowNegative: true });
    await expectBalanced(book, -1);
  });

  it('is never changed: a mistake is undone once, by the opposite movement that refers to it', async () => {
    const book = await addEdition(api);
    await move(book, [{ kind: 'printed', copies: 50 }]);
    const given = await sales
      .post('/api/stock/free-copies', { editionId: book.id, copies: 12, kind: 'review' })
      .expect(201);
    const [movementId] = given.body.movementIds;
    await expect(api.sql(`UPDATE stock_movement SET copies = 1 WHERE id = $1`, [movementId])).rejects.toThrow(
      'append-only',
    );
    await expect(api.sql(`DELETE FROM stock_movement WHERE id = $1`, [movementId])).rejects.toThrow('append-only');
    const undo = { movementId, reason: 'Saisi deux fois' };
    const answers = await Promise.all([1, 2, 3].map(() => sales.post('/api/stock/corrections', undo)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    await expectBalanced(book, 50);
    const listed = (await sales.get(`/api/stock/movements?editionId=${book.id}&kind=free&sort=entry`).expect(200)).body
      .items;
    expect(listed).toMatchObject([
      { id: movementId, copies: -12, isFinal: true, actor: 'Test sales' },
      { copies: 12, correctsId: movementId, reason: 'Saisi deux fois', isFinal: true },
    ]);
  });

  it('undoes a count that found fewer, and one that found more', async () => {
    const book = await addEdition(api);
    await move(book, [{ kind: 'printed', copies: 50 }]);
    for (const counted of [45, 58]) {
      await sales.post('/api/stock/counts', { lines: [{ editionId: book.id, counted }] }).expect(201);
      const [row] = (await sales.get(`/api/stock/movements?editionId=${book.id}&kind=counted&sort=-entry`)).body.items;
      expect(row.copies).toBe(counted - 50);
      await sales.post('/api/stock/corrections', { movementId: row.id, reason: 'Mauvaise étagère' }).expect(201);
      await expectBalanced(book, 50);
    }
  });

  it('counts many editions on one sheet, each once, and moves nothing where the books were right', async () => {
    const [a, b] = [await addEdition(api), await addEdition(api)];
    await move(a, [{ kind: 'printed', copies: 10 }]);
    const twice = {
      lines: [
        { editionId: a.id, counted: 1 },
        { editionId: a.id, counted: 2 },
      ],
    };
    const refused = await sales.post('/api/stock/counts', twice).expect(422);
    expect(refused.body).toMatchObject({ code: 'edition-counted-twice', errors: [{ pointer: '/lines/1/editionId' }] });
    await sales
      .post('/api/stock/counts', {
        lines: [
          { editionId: a.id, counted: 10 },
          { editionId: b.id, counted: 7 },
        ],
      })
      .expect(201);
    await expectBalanced(a, 10);
    await expectBalanced(b, 7);
    const rows = (await sales.get(`/api/stock/movements?editionId=${a.id}`)).body;
    expect(rows.total).toBe(1);
  });

  it('counts and gifts at the same moment leave what was counted, less what was given after', async () => {
    const book = await addEdition(api);
    await move(book, [{ kind: 'printed', copies: 100 }]);
    const gifts = Array.from({ length: 5 }, () =>
      sales.post('/api/stock/free-copies', { editionId: book.id, copies: 1, kind: 'author' }),
    );
    const count = sales.post('/api/stock/counts', { lines: [{ editionId: book.id, counted: 60 }] });
    const answers = await Promise.all([...gifts, count]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201, 201]);
    const { stock } = await stockOf(book);
    expect(stock).toBeGreaterThanOrEqual(55);
    expect(stock).toBeLessThanOrEqual(60);
    await expectBalanced(book, stock);
  });

  it('is not kept for files, which are sold all the same', async () => {
    const ebook = await addEdition(api, { form: 'e-book' });
    await move(ebook, [{ kind: 'sold', copies: 85 }]);
    const gift = await sales
      .post('/api/stock/free-copies', { editionId: ebook.id, copies: 1, kind: 'author' })
      .expect(422);
    expect(gift.body.code).toBe('stock-of-a-file');
    const listed = await sales.get(`/api/stock?workId=${ebook.workId}`).expect(200);
    expect(listed.body.total).toBe(0);
  });

  it('takes no movement of tomorrow, nor of an edition that does not exist, nor from whoever may only read', async () => {
    const book = await addEdition(api);
    const gift = { editionId: book.id, copies: 1, kind: 'author' };
    const future = await sales.post('/api/stock/free-copies', { ...gift, movedOn: '2026-07-16' }).expect(422);
    expect(future.body.errors).toEqual([expect.objectContaining({ pointer: '/movedOn', code: 'movement-in-future' })]);
    const unknown = await sales.post('/api/stock/pulping', { editionId: 999999, copies: 1 }).expect(422);
    expect(unknown.body.code).toBe('stock-edition-unknown');
    await (await api.as('read-only')).post('/api/stock/pulping', { editionId: book.id, copies: 1 }).expect(403);
  });

  it('leaves as a file, with the columns and filters of what is shown', async () => {
    const book = await addEdition(api, { title: 'Pour le tableur' });
    await move(book, [{ kind: 'printed', copies: 12 }]);
    const list = await sales.get('/api/stock/export?q=tableur&columns=title,stock').expect(200);
    expect(list.text).toBe('\ufeffTitre;Stock\r\nPour le tableur;12\r\n');
    const movements = await sales
      .get(`/api/stock/movements/export?editionId=${book.id}&columns=kind,copies,movedOn`)
      .expect(200);
    expect(movements.text).toContain('printed;12;');
  });
});
