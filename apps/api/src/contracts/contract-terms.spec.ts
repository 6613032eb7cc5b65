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

  it.each<[what: string, clauses: Record<string, unknown>[], pointer: string]>([
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

  function onBook(clause: Record<string, unknown>): object {
    const { basis } = clause;
    return typeof basis === 'string' && !['printed', 'sold'].includes(basis)
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
