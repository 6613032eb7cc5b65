import { startTestApi, type ApiClient, type TestApi } from '../../../../tests/support/api';
import {
  addClosedStatement,
  addContributor,
  addEdition,
  clauseOf,
  contractOf,
  type SeededEdition,
} from '../../../../tests/support/trade';

let api: TestApi;
let editorial: ApiClient;
let authorId: number;
let book: SeededEdition;

beforeAll(async () => {
  api = await startTestApi();
  editorial = await api.as('editorial');
  authorId = await addContributor(api, 'Ménez');
  book = await addEdition(api, { title: 'Les marées' });
});
afterAll(() => api.close());

interface Made {
  id: number;
  version: number;
  clauses: { id: number }[];
}

async function make(more: object): Promise<Made> {
  return (await editorial.post('/api/contracts', contractOf(authorId, book, more)).expect(201)).body;
}

describe('an amendment', () => {
  it('ends clauses on its eve and begins others that count on, and says so of each', async () => {
    const made = await make({
      clauses: [
        clauseOf(book.id, {
          tiers: [
            { upTo: 1000, rate: '8' },
            { upTo: null, rate: '10' },
          ],
        }),
      ],
    });
    const input = {
      version: made.version,
      effectiveFrom: '2026-04-01',
      signedOn: '2026-03-15',
      note: 'Avenant n° 1',
      ends: [{ clauseId: made.clauses[0]!.id }],
      clauses: [
        {
          ...clauseOf(book.id, {
            tiers: [
              { upTo: 1000, rate: '9' },
              { upTo: null, rate: '12' },
            ],
          }),
          countsOnFrom: made.clauses[0]!.id,
        },
      ],
    };
    const { body } = await editorial.post(`/api/contracts/${made.id}/amendments`, input).expect(201);
    const counter = `clause-${made.clauses[0]!.id}`;
    expect(body).toMatchObject({
      version: 2,
      amendments: [{ number: 1, effectiveFrom: '2026-04-01', signedOn: '2026-03-15', note: 'Avenant n° 1' }],
      clauses: [
        { until: '2026-03-31', endedBy: 1, openedBy: null, counter },
        { from: '2026-04-01', openedBy: 1, endedBy: null, counter, tiers: [{ rate: '9' }, { rate: '12' }] },
      ],
    });
    expect((await editorial.post(`/api/contracts/${made.id}/amendments`, input).expect(409)).body.code).toBe(
      'stale-version',
    );
  });

  it.each([
    ['that changes nothing', () => ({}), 'amendment-empty', undefined],
    [
      'of a clause of another contract',
      () => ({ ends: [{ clauseId: 999_999 }] }),
      'clause-unknown',
      '/ends/0/clauseId',
    ],
    [
      'whose new clause cannot be computed',
      () => ({ clauses: [clauseOf(book.id, { tiers: [{ rate: '800' }] })] }),
      'contract-not-computable',
      '/clauses/0/tiers/0/rate',
    ],
    [
      'that would pay the same copies twice',
      () => ({ clauses: [clauseOf(book.id)] }),
      'contract-not-computable',
      '/clauses/0/from',
    ],
  ])('is refused: one %s', async (_what, change, code, pointer) => {
    const made = await make({});
    const input = { version: made.version, effectiveFrom: '2026-04-01', ends: [], clauses: [], ...change() };
    const { body } = await editorial.post(`/api/contracts/${made.id}/amendments`, input);
    expect(body.code).toBe(code);
    if (pointer) expect(body.errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer);
  });

  it('takes effect after the last closed statement, and only of a contract in force', async () => {
    const made = await make({});
    await addClosedStatement(api, made.id, '2026-06-30');
    const input = {
      version: made.version,
      effectiveFrom: '2026-06-30',
      ends: [{ clauseId: made.clauses[0]!.id }],
      clauses: [],
    };
    const early = await editorial.post(`/api/contracts/${made.id}/amendments`, input).expect(422);
    expect(early.body).toMatchObject({ code: 'amendment-too-early', errors: [{ pointer: '/effectiveFrom' }] });
    await editorial.post(`/api/contracts/${made.id}/amendments`, { ...input, effectiveFrom: '2026-07-01' }).expect(201);
    const draft = await make({ status: 'draft' });
    const other = await editorial.post(`/api/contracts/${draft.id}/amendments`, { ...input, version: 1 }).expect(409);
    expect(other.body.code).toBe('contract-not-active');
  });

  it('proposes the copies in stock on its eve where a contract leaves the sold basis', async () => {
    const other = await addEdition(api, { title: 'Stock' });
    const made = (
      await editorial
        .post('/api/contracts', contractOf(authorId, other, { clauses: [clauseOf(other.id, { basis: 'sold' })] }))
        .expect(201)
    ).body;
    const move = (kind: string, from: string, to: string, copies: number, on: string) =>
      api.sql(
        `INSERT INTO stock_movement (edition_id, kind, from_location_id, to_location_id, copies, moved_on)
         SELECT $1, $2, f.id, t.id, $5, $6 FROM stock_location f, stock_location t WHERE f.code = $3 AND t.code = $4`,
        [other.id, kind, from, to, copies, on],
      );
    await move('printed', 'printer', 'main', 500, '2026-01-10');
    await move('sold', 'main', 'customer', 120, '2026-02-01');
    await move('sold', 'main', 'customer', 50, '2026-03-01');
    const { body } = await editorial.get(`/api/contracts/${made.id}/copies-left?on=2026-03-01`).expect(200);
    expect(body.items).toEqual([{ clauseId: made.clauses[0].id, copies: 380 }]);
  });
});

describe('a termination', () => {
  it('has a day and a reason, and awaits its final statement', async () => {
    const made = await make({});
    const input = {
      version: made.version,
      terminatedOn: '2026-10-31',
      reason: 'out-of-print',
      note: 'Courrier du 2 septembre',
    };
    const { body } = await editorial.post(`/api/contracts/${made.id}/termination`, input).expect(200);
    expect(body).toMatchObject({
      status: 'terminated',
      terminatedOn: '2026-10-31',
      terminationReason: 'out-of-print',
      terminationNote: 'Courrier du 2 septembre',
    });
    const again = await editorial
      .post(`/api/contracts/${made.id}/termination`, { ...input, version: body.version })
      .expect(409);
    expect(again.body.code).toBe('contract-not-active');
  });

  it('is not dated before what was stated', async () => {
    const made = await make({});
    await addClosedStatement(api, made.id, '2026-06-30');
    const input = { version: made.version, terminatedOn: '2026-05-31', reason: 'mutual' };
    const { body } = await editorial.post(`/api/contracts/${made.id}/termination`, input).expect(422);
    expect(body).toMatchObject({ code: 'termination-too-early', errors: [{ pointer: '/terminatedOn' }] });
  });
});

describe('terms that closed statements used', () => {
  it('are corrected by a fact of its own, and the clause is told as it ought to have been', async () => {
    const made = await make({});
    const path = `/api/contracts/${made.id}/clauses/${made.clauses[0]!.id}/corrections`;
    const correction = { version: made.version, reason: 'Le contrat dit 9 %', tiers: [{ rate: '9' }] };
    expect((await editorial.post(path, correction).expect(409)).body.code).toBe('correction-unneeded');
    await addClosedStatement(api, made.id);
    const wrong = await editorial.post(path, { ...correction, tiers: [{ rate: 'neuf' }] }).expect(422);
    expect(wrong.body.errors).toEqual([expect.objectContaining({ pointer: '/tiers/0/rate' })]);
    expect((await editorial.post(path, { ...correction, tiers: [{ rate: '8' }] }).expect(422)).body.code).toBe(
      'correction-same',
    );
    const { body } = await editorial.post(path, correction).expect(201);
    expect(body.clauses[0]).toMatchObject({
      tiers: [{ rate: '9' }],
      corrections: [{ reason: 'Le contrat dit 9 %' }],
      isUsed: true,
    });
    const [stored] = await api.sql<{ tiers: object[] }>(`SELECT tiers FROM contract_clause WHERE id = $1`, [
      made.clauses[0]!.id,
    ]);
    expect(stored!.tiers).toEqual([{ upTo: null, rate: '8' }]);
    const input = {
      ...contractOf(authorId, book, { reference: body.reference }),
      version: body.version,
      notes: 'Relu',
    };
    const clause = { ...clauseOf(book.id), id: made.clauses[0]!.id, excluded: body.clauses[0].excluded };
    const kept = await editorial
      .put(`/api/contracts/${made.id}`, { ...input, clauses: [{ ...clause, tiers: [{ upTo: null, rate: '9' }] }] })
      .expect(200);
    expect(kept.body).toMatchObject({ notes: 'Relu', clauses: [{ tiers: [{ rate: '9' }] }] });
    const raised = await editorial
      .put(`/api/contracts/${made.id}`, {
        ...input,
        version: kept.body.version,
        clauses: [{ ...clause, tiers: [{ upTo: null, rate: '10' }] }],
      })
      .expect(409);
    expect(raised.body.code).toBe('clause-used');
  });

  it('a price too, which the catalogue then shows', async () => {
    const other = await addEdition(api, { title: 'Prix' });
    const correction = {
      editionId: other.id,
      from: '2020-01-01',
      retailPriceInclVat: '15.00',
      reason: 'Prix de la couverture',
    };
    const { body } = await editorial.post('/api/price-corrections', correction).expect(201);
    expect(body).toMatchObject({ priceBefore: '14.00', retailPriceInclVat: '15.00' });
    const edition = await editorial.get(`/api/editions/${other.id}`).expect(200);
    expect(edition.body.prices).toMatchObject([{ validFrom: '2020-01-01', retailPriceInclVat: '15.00' }]);
    expect((await editorial.post('/api/price-corrections', correction).expect(422)).body.code).toBe('correction-same');
    const later = { ...correction, from: '2030-01-01' };
    expect((await editorial.post('/api/price-corrections', later).expect(422)).body.code).toBe('price-correction-date');
    const { items } = (await editorial.get(`/api/price-corrections?editionId=${other.id}`).expect(200)).body;
    expect(items).toHaveLength(1);
  });
});

describe('a set-off', () => {
  it('joins contracts of one person from a day after what was stated', async () => {
    const [a, b] = [await make({}), await make({})];
    const input = { contributorId: authorId, signedOn: '2026-01-10', from: '2026-02-01', contractIds: [a.id, b.id] };
    const { body } = await editorial.post('/api/contracts/set-offs', input).expect(201);
    const read = await editorial.get(`/api/contracts/${a.id}`).expect(200);
    expect(read.body.setOffs).toMatchObject([
      { id: body.id, from: '2026-02-01', contracts: [{ id: a.id }, { id: b.id }] },
    ]);
    expect(
      (await editorial.post('/api/contracts/set-offs', { ...input, contractIds: [a.id] }).expect(422)).body.code,
    ).toBe('set-off-one');
    const stranger = await addContributor(api, 'Autre');
    expect(
      (await editorial.post('/api/contracts/set-offs', { ...input, contributorId: stranger }).expect(422)).body.code,
    ).toBe('set-off-other-author');
    await addClosedStatement(api, a.id, '2026-06-30');
    expect((await editorial.post('/api/contracts/set-offs', input).expect(409)).body.code).toBe('set-off-stated');
    expect((await editorial.delete(`/api/contracts/set-offs/${body.id}`).expect(409)).body.code).toBe('set-off-stated');
  });
});
