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

const refused = async (more: object) =>
  (await editorial.post('/api/contracts', contractOf(authorId, book, more)).expect(422)).body;

describe('a contract says', () => {
  it('every basis, in one contract, and is read back as it was written', async () => {
    const ebook = await addEdition(api, { workId: book.workId, form: 'e-book' });
    const clauses = [
      clauseOf(book.id, {
        tiers: [
          { upTo: 2000, amountPerCopy: '0.80' },
          { upTo: null, amountPerCopy: '1.00' },
        ],
        until: '2026-12-31',
        counter: 'papier',
      }),
      clauseOf(book.id, {
        basis: 'sold',
        from: '2027-01-01',
        channels: ['online'],
        territories: ['BE', 'CH'],
        counter: 'papier',
        returnReserve: { percent: '20', maxStatements: 2, relaunch: { from: '2027-06-01', statements: 1 } },
      }),
      { editionId: ebook.id, basis: 'netReceipts', rate: '25' },
      { editionId: book.id, basis: 'thirdParty', rate: '50', right: 'translation', on: 'gross' },
      { editionId: book.id, basis: 'flatFee', amount: '1500', dueOn: '2026-09-01' },
    ];
    const more = {
      clauses,
      guaranteedMinimum: '3000',
      optionUntil: '2028-01-31',
      optionNote: 'Deuxième roman',
      endsOn: '2035-12-31',
    };
    const made = await make(more);
    const { body } = await editorial.get(`/api/contracts/${made.id}`).expect(200);
    expect(body).toMatchObject({
      guaranteedMinimum: '3000.00',
      optionUntil: '2028-01-31',
      optionNote: 'Deuxième roman',
      refusals: [],
      clauses: [
        clauses[0],
        clauses[1],
        { ...clauses[2], tiers: [], from: null },
        clauses[3],
        { ...clauses[4], amount: '1500.00' },
      ],
    });
    const again = body.clauses.map(
      ({ edition: _e, isUsed: _u, openedBy: _o, endedBy: _n, corrections: _c, ...clause }: Record<string, unknown>) =>
        clause,
    );
    const written = again.map((clause: Record<string, unknown>) =>
      clause['basis'] === 'printed' ? clause : { ...clause, excluded: null },
    );
    const input = {
      ...contractOf(authorId, book, more),
      reference: body.reference,
      clauses: written,
      version: body.version,
    };
    const saved = await editorial.put(`/api/contracts/${made.id}`, input).expect(200);
    expect(saved.body.clauses).toEqual(body.clauses);
  });

  it.each([
    ['a rate that is missing', [{ basis: 'netReceipts' }], '/clauses/0/rate'],
    ['a flat fee without a day', [{ basis: 'flatFee', amount: '100' }], '/clauses/0/dueOn'],
    ['a flat fee of nothing', [{ basis: 'flatFee', amount: '0', dueOn: '2026-01-01' }], '/clauses/0/amount'],
    ['tiers of two kinds', [{ tiers: [{ upTo: 100, rate: '8' }, { amountPerCopy: '1' }] }], '/clauses/0/tiers/1'],
    ['channels of a printed clause', [{ channels: ['online'] }], '/clauses/0/channels'],
    ['an end before the beginning', [{ from: '2026-02-01', until: '2026-01-01' }], '/clauses/0/until'],
    ['copies left of a clause without end', [{ basis: 'sold', copiesLeft: 10 }], '/clauses/0/copiesLeft'],
    ['a country that is none', [{ basis: 'sold', territories: ['Belgique'] }], '/clauses/0/territories/0'],
    [
      'a relaunch of two years',
      [
        {
          basis: 'sold',
          returnReserve: { percent: '5', maxStatements: 2, relaunch: { from: '2026-01-01', statements: 9 } },
        },
      ],
      '/clauses/0/returnReserve/relaunch/statements',
    ],
  ])('nothing that cannot be computed: %s', async (_what, clauses, pointer) => {
    const { code, errors } = await refused({ clauses: clauses.map(({ ...clause }) => onBook(clause)) });
    expect(code).toBe('contract-not-computable');
    expect(errors.map((error: { pointer: string }) => error.pointer)).toEqual([expect.stringContaining(pointer)]);
    expect(errors[0].detail).toEqual(expect.stringMatching(/\S/));
  });

  function onBook(clause: { basis?: string }): object {
    return clause.basis && !['printed', 'sold'].includes(clause.basis)
      ? { editionId: book.id, ...clause }
      : clauseOf(book.id, clause);
  }

  it('what is missing, and a draft may leave it so', async () => {
    const draft = await make({
      status: 'draft',
      clauses: [
        { editionId: book.id, basis: 'flatFee' },
        { editionId: book.id, basis: 'thirdParty' },
      ],
    });
    const { body } = await editorial.get(`/api/contracts/${draft.id}`).expect(200);
    expect(body.refusals.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/clauses/0/amount',
      '/clauses/1/rate',
    ]);
  });
});

describe('payees', () => {
  it('share a hundred percent, an agent taking part of theirs', async () => {
    const [heir, sister, agent] = [
      await addContributor(api, 'Ayant'),
      await addContributor(api, 'Droit'),
      await addContributor(api, 'Agence'),
    ];
    const payees = [
      { contributorId: heir, kind: 'rightsHolder', share: '66.67' },
      { contributorId: sister, kind: 'rightsHolder', share: '33.33' },
      { contributorId: agent, kind: 'agent', share: '15' },
    ];
    const { id } = await make({ payees });
    const { body } = await editorial.get(`/api/contracts/${id}`).expect(200);
    expect(body.payees).toMatchObject(payees);
    expect(body.payees[2]).toMatchObject({ displayName: 'Anne Agence', from: null });
    const wrong = await refused({ payees: [payees[0], { ...payees[1], share: '30' }] });
    expect(wrong.errors).toEqual([expect.objectContaining({ pointer: '/payees', code: 'payee-shares-total' })]);
    const twice = await refused({
      payees: [
        { ...payees[0], share: '50' },
        { ...payees[0], share: '50' },
      ],
    });
    expect(twice.errors).toEqual([
      expect.objectContaining({ pointer: '/payees/1/contributorId', code: 'payee-invalid' }),
    ]);
    const nobody = await refused({ payees: [{ ...payees[0], contributorId: 999_999, share: '100' }] });
    expect(nobody).toMatchObject({
      code: 'contract-contributor-unknown',
      errors: [{ pointer: '/payees/0/contributorId' }],
    });
  });

  it('follow each other from a day on, after what was stated', async () => {
    const heir = await addContributor(api, 'Héritier');
    const { id } = await make({});
    await addClosedStatement(api, id);
    const { body } = await editorial.get(`/api/contracts/${id}`).expect(200);
    const heirs = (from: string | null) => ({
      ...contractOf(authorId, book, { reference: body.reference }),
      version: body.version,
      clauses: [{ ...clauseOf(book.id), id: body.clauses[0].id }],
      payees: [{ contributorId: heir, kind: 'rightsHolder', share: '100', from }],
    });
    const early = await editorial.put(`/api/contracts/${id}`, heirs(null)).expect(409);
    expect(early.body).toMatchObject({ code: 'payees-stated', errors: [{ pointer: '/payees' }] });
    const { body: after } = await editorial.put(`/api/contracts/${id}`, heirs('2026-03-01')).expect(200);
    expect(after.payees).toMatchObject([{ contributorId: heir, from: '2026-03-01' }]);
  });
});

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
