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
let contributorId: number;
let book: SeededEdition;

beforeAll(async () => {
  api = await startTestApi();
  editorial = await api.as('editorial');
  contributorId = await addContributor(api, 'Ménez');
  book = await addEdition(api, { title: 'L’été des goélands' });
});
afterAll(() => api.close());

const pointers = (body: { errors: { pointer: string }[] }) => body.errors.map(({ pointer }) => pointer);

describe('contracts', () => {
  it('keep tiers, exclusions, a share of a common rate and advances, and are found by person and title', async () => {
    const clause = clauseOf(book.id, {
      tiers: [
        { upTo: 3000, rate: '8' },
        { upTo: null, rate: '10.5' },
      ],
      excluded: { authorCopies: 20, legalDeposit: 2, reviewCopiesPercent: '3' },
      copiesBefore: 1200,
      poolShares: ['60', '40'],
      poolIndex: 1,
    });
    const advances = [{ label: 'À la signature', dueOn: '2024-05-02', paidOn: '2024-05-10', amount: '1500' }];
    const input = contractOf(contributorId, book, { clauses: [clause], advances, paymentThreshold: '50.00' });
    const { body } = await editorial.post('/api/contracts', input).expect(201);
    expect(body).toMatchObject({
      contributor: { displayName: 'Anne Ménez' },
      work: { title: 'L’été des goélands' },
      paymentThreshold: '50.00',
      refusals: [],
      warnings: [
        { code: 'threshold-set', pointer: '/paymentThreshold', detail: expect.stringContaining('L132-17-3-1') },
      ],
      advances: [{ label: 'À la signature', amount: '1500.00', isUsed: false }],
    });
    expect(body.clauses[0]).toMatchObject({
      ...clause,
      isUsed: false,
      excluded: { reviewCopies: 0, authorCopies: 20 },
    });

    for (const words of ['menez', 'ete goelands', body.reference]) {
      const found = await editorial.get(`/api/contracts?q=${encodeURIComponent(words)}`).expect(200);
      expect(found.body.items).toEqual([
        expect.objectContaining({ id: body.id, work: 'L’été des goélands', clauseCount: 1 }),
      ]);
    }
    const file = await editorial
      .get('/api/contracts/export?q=menez&columns=reference,work,nextPeriodEndsOn')
      .expect(200);
    expect(file.text).toContain(`${body.reference};L’été des goélands;2026-12-31`);
    const none = await editorial.get('/api/contracts?q=menez&frequency=quarterly').expect(200);
    expect(none.body.total).toBe(0);
  });

  it.each([
    ['no clause at all', [], '/clauses', 'clauses-missing'],
    ['no open end', [{ tiers: [{ upTo: 3000, rate: '8' }] }], '/clauses/0/tiers/0/upTo', 'tiers-no-open-end'],
    [
      'ceilings that fall',
      [{ tiers: [{ upTo: 3000, rate: '8' }, { upTo: 2000, rate: '9' }, { rate: '10' }] }],
      '/clauses/0/tiers/1/upTo',
      'tiers-not-rising',
    ],
    ['a rate above 100', [{ tiers: [{ rate: '800' }] }], '/clauses/0/tiers/0/rate', 'rate-out-of-range'],
    ['a share nobody has', [{ poolShares: ['50', '50'], poolIndex: 2 }], '/clauses/0/poolIndex', 'pool-index-invalid'],
    ['the same copies twice', [{}, {}], '/clauses/1', 'clause-duplicated'],
  ])('are refused when they could not be computed without guessing: %s', async (_, clauses, pointer, code) => {
    const input = contractOf(contributorId, book, { clauses: clauses.map((clause) => clauseOf(book.id, clause)) });
    const refused = await editorial.post('/api/contracts', input).expect(422);
    expect(refused.body).toMatchObject({ code: 'contract-not-computable', errors: [{ pointer, code }] });
    expect(refused.body.errors[0].detail).not.toBe(refused.body.detail);
    const checked = await editorial.post('/api/contracts/check', { clauses: input['clauses'] }).expect(200);
    expect(checked.body.refusals).toEqual([
      expect.objectContaining({ pointer, code, detail: refused.body.errors[0].detail }),
    ]);
  });

  it('may be unfinished as a draft, and become active once nothing is missing', async () => {
    const unfinished = contractOf(contributorId, book, {
      status: 'draft',
      clauses: [clauseOf(book.id, { tiers: [{ upTo: 500, rate: '' }] })],
    });
    const { body: draft } = await editorial.post('/api/contracts', unfinished).expect(201);
    expect(draft.refusals.length).toBeGreaterThan(0);
    const active = { ...unfinished, status: 'active', version: draft.version };
    await editorial.put(`/api/contracts/${draft.id}`, active).expect(422);
    const clauses = [{ ...clauseOf(book.id), id: draft.clauses[0].id }];
    const { body } = await editorial.put(`/api/contracts/${draft.id}`, { ...active, clauses }).expect(200);
    expect(body).toMatchObject({ status: 'active', refusals: [], clauses: [{ id: draft.clauses[0].id }] });
    const back = await editorial
      .put(`/api/contracts/${draft.id}`, { ...active, clauses, status: 'draft', version: body.version })
      .expect(409);
    expect(back.body.code).toBe('contract-status-refused');
    const ended = { ...active, clauses, status: 'terminated', version: body.version };
    const undated = await editorial.put(`/api/contracts/${draft.id}`, ended).expect(422);
    expect(undated.body.code).toBe('termination-date-missing');
    await editorial.put(`/api/contracts/${draft.id}`, { ...ended, terminatedOn: '2026-06-30' }).expect(200);
  });

  it('warn of what old contracts lack without standing in the way, in the reader’s language', async () => {
    const old = contractOf(contributorId, book, { signedOn: null, startsOn: null, minimumFirstRun: null });
    const { body } = await editorial.post('/api/contracts', old).expect(201);
    expect(body.warnings.map(({ code }: { code: string }) => code)).toEqual([
      'no-minimum-first-run',
      'no-signature-date',
    ]);
    const english = await editorial.get(`/api/contracts/${body.id}`).set('Accept-Language', 'en').expect(200);
    expect(english.body.warnings[1].detail).toBe('The date of signature is not known.');
  });

  it('refuse an edition of another work, naming the clause', async () => {
    const other = await addEdition(api, { title: 'Autre livre' });
    const clauses = [clauseOf(book.id), clauseOf(other.id)];
    const refused = await editorial.post('/api/contracts', contractOf(contributorId, book, { clauses })).expect(422);
    expect(refused.body.code).toBe('edition-of-other-work');
    expect(pointers(refused.body)).toEqual(['/clauses/1/editionId']);
  });

  it('keep the clauses and advances of closed statements, and take new ones', async () => {
    const ebook = await addEdition(api, { workId: book.workId, form: 'e-book' });
    const input = contractOf(contributorId, book, {
      advances: [{ label: 'Signature', paidOn: '2024-05-10', amount: '300' }],
    });
    const { body: made } = await editorial.post('/api/contracts', input).expect(201);
    await addClosedStatement(api, made.id);
    const { body: read } = await editorial.get(`/api/contracts/${made.id}`).expect(200);
    expect(read).toMatchObject({ isStated: true, clauses: [{ isUsed: true }], advances: [{ isUsed: true }] });
    const same = {
      ...input,
      version: 1,
      clauses: [{ ...clauseOf(book.id), id: read.clauses[0].id }],
      advances: [{ ...read.advances[0], isUsed: undefined }],
    };
    const put = (change: object) => editorial.put(`/api/contracts/${made.id}`, { ...same, ...change });

    const raised = await put({ clauses: [{ ...same.clauses[0], tiers: [{ rate: '9' }] }] }).expect(409);
    expect(raised.body).toMatchObject({ code: 'clause-used', errors: [{ pointer: '/clauses' }] });
    const removed = await put({ clauses: [clauseOf(ebook.id, { basis: 'sold' })] }).expect(409);
    expect(removed.body.code).toBe('clause-used');
    expect((await put({ advances: [] }).expect(409)).body.code).toBe('advance-used');
    expect((await put({ unitPriceRounding: '4' }).expect(409)).body.code).toBe('contract-stated');

    const added = {
      clauses: [...same.clauses, clauseOf(ebook.id, { basis: 'sold' })],
      advances: [...same.advances, { label: 'Solde', amount: '200' }],
    };
    const { body } = await put(added).expect(200);
    expect(body.clauses.map((clause: { isUsed: boolean }) => clause.isUsed)).toEqual([true, false]);
    const [row] = (await editorial.get(`/api/contracts?q=${made.reference}`)).body.items;
    expect(row).toMatchObject({ lastStatementOn: '2025-12-31', nextPeriodEndsOn: '2026-12-31' });
  });

  it('are written by two people one after the other, never over each other', async () => {
    const input = contractOf(contributorId, book);
    const { body } = await editorial.post('/api/contracts', input).expect(201);
    const clauses = [{ ...clauseOf(book.id), id: body.clauses[0].id }];
    const answers = await Promise.all(
      ['A', 'B'].map((notes) => editorial.put(`/api/contracts/${body.id}`, { ...input, clauses, notes, version: 1 })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('refuse a reference that is used, and whoever may only read', async () => {
    const input = contractOf(contributorId, book);
    await editorial.post('/api/contracts', input).expect(201);
    const refused = await editorial.post('/api/contracts', input).expect(409);
    expect(refused.body).toMatchObject({ code: 'contract-reference-used', errors: [{ pointer: '/reference' }] });
    await (await api.as('sales')).post('/api/contracts', input).expect(403);
  });
});
