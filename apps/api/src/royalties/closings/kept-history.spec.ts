import { makePayable, openHouseAccount, runTo } from '../../../../../tests/support/payments';
import { Clock } from '../../platform/clock/clock';
import { startTestApi, type ApiClient, type TestApi } from '../../../../../tests/support/api';
import { acceptRun, makeBook, type Book } from '../../../../../tests/support/book';

let api: TestApi;
let owner: ApiClient;

beforeEach(async () => {
  api = await startTestApi();
  owner = await api.as('owner');
});
afterEach(() => api.close());

const firstHalf = { kind: 'period', periodFrom: '2026-01-01', periodTo: '2026-06-30', paymentDate: '2026-07-31' };
const secondHalf = { kind: 'period', periodFrom: '2026-07-01', periodTo: '2026-12-31', paymentDate: '2026-12-31' };

async function close(closing: object): Promise<Record<string, unknown>[]> {
  const { body } = await owner.post('/api/closings', closing).expect(201);
  await owner.post(`/api/closings/${body.id}/close`).expect(200);
  return (await owner.get(`/api/statements?closingId=${body.id}&sort=number`).expect(200)).body.items;
}

/** A book of which a first half is closed: 2,000 copies at 14.00 €, 2,123.20 € paid. */
async function closedBook(options: Parameters<typeof makeBook>[1] = {}): Promise<Book> {
  const book = await makeBook(api, options);
  await acceptRun(api, book, { copies: 2000, on: '2026-02-10' });
  await close(firstHalf);
  return book;
}

/** Changes a record as its page does: the members that it must say, and what is changed. @returns what is answered */
async function edit(path: string, change: object, said: readonly string[] = []): Promise<Record<string, unknown>> {
  const { body } = await owner.get(path).expect(200);
  const members = Object.fromEntries(['version', ...said].map((name) => [name, body[name]]));
  return (await owner.put(path, { ...members, ...change })).body;
}

const HOUSE = [
  'latePenaltyRate',
  'vatLiable',
  'vatOnDebits',
  'paymentTermDays',
  'paymentTermKind',
  'defaultLegalDeposit',
  'secondApproval',
  'yearEndMonth',
];

async function editContract(
  book: Book,
  change: (contract: { clauses: object[]; advances: object[] }) => object,
): Promise<Record<string, unknown>> {
  const path = `/api/contracts/${book.contractId}`;
  const { body } = await owner.get(path).expect(200);
  const clauses = body.clauses.map((clause: { edition?: { id: number } }) => ({
    ...clause,
    editionId: clause.edition?.id,
  }));
  const input = {
    version: body.version,
    reference: body.reference,
    status: body.status,
    contributorId: book.contributorId,
    workId: book.workId,
    signedOn: body.signedOn,
    startsOn: body.startsOn,
    statementFrequency: body.statementFrequency,
    paymentThreshold: body.paymentThreshold,
    clauses: clauses.map(({ id, editionId, basis, tiers, excluded }: Record<string, unknown>) => ({
      ...{ id, basis, tiers },
      editionId: editionId ?? book.editionId,
      ...(excluded ? { excluded } : {}),
    })),
    advances: body.advances,
  };
  return (await owner.put(path, { ...input, ...change(input) })).body;
}

describe('an edit that would change a closed statement is refused at once, and the next closing goes through', () => {
  afterEach(() => close(secondHalf));

  it('of the house’s rounding', async () => {
    await closedBook();
    expect(await edit('/api/house', { legalName: 'Maison', unitPriceRounding: '4' }, HOUSE)).toMatchObject({
      code: 'house-rounding-stated',
      errors: [expect.objectContaining({ pointer: '/unitPriceRounding' })],
    });
    expect(await edit('/api/house', { legalName: 'Maison', unitPriceRounding: '2' }, HOUSE)).toMatchObject({
      legalName: 'Maison',
    });
  });

  it('of an edition’s VAT rate', async () => {
    const { editionId } = await closedBook();
    const change = await edit(`/api/editions/${editionId}`, { vatRate: '20' }, ['productForm', 'isbn13']);
    expect(change).toMatchObject({
      code: 'vat-rate-stated',
      errors: [expect.objectContaining({ pointer: '/vatRate' })],
    });
  });

  it('of the price of a sale that was counted late', async () => {
    const { editionId } = await makeBook(api, { basis: 'sold' });
    await acceptRun(api, { editionId }, { copies: 100, on: '2025-10-01' });
    await sell(editionId, { copies: 10, on: '2025-11-03' });
    await close(firstHalf);
    const prices = [
      { validFrom: '2020-01-01', retailPriceInclVat: '14.00' },
      { validFrom: '2025-11-01', retailPriceInclVat: '15.00' },
    ];
    expect(await edit(`/api/editions/${editionId}`, { prices }, ['productForm', 'isbn13', 'vatRate'])).toMatchObject({
      code: 'price-in-use',
    });
  });

  it('of the tax profile by which somebody was paid; until then the net that was stated stays, and the profile is free', async () => {
    await openHouseAccount(api);
    const { contributorId } = await closedBook();
    await makePayable(api, contributorId, { profile: false });
    const path = `/api/contributors/${contributorId}`;
    const exempt = { social: 'exempt', vat: 'none', withholdingTaxRate: '0' };
    const profiles = [{ validFrom: '2026-07-01', ...exempt }];
    expect(await edit(path, { taxProfiles: profiles }, ['lastName'])).toMatchObject({
      taxProfiles: [{ situation: 'exempt' }],
    });
    const [statement] = (await owner.get('/api/statements').expect(200)).body.items;
    expect(statement).toMatchObject({ gross: '2123.20', net: '1799.83' });
    api.get(Clock).moveTo(new Date('2026-07-31T10:00:00Z'));
    const run = await runTo(owner, 'executed');
    expect(run).toMatchObject({ net: '2123.20' });
    expect(await edit(path, { taxProfiles: [] }, ['lastName'])).toMatchObject({ code: 'tax-profile-paid' });
    const later = [...profiles, { validFrom: '2026-08-01', social: 'withheld', vat: 'withheld' }];
    expect(await edit(path, { taxProfiles: later }, ['lastName'])).not.toHaveProperty('code');
  });

  it('of an exemption’s end before the payment, after which contributions are withheld again', async () => {
    await openHouseAccount(api);
    const { contributorId } = await closedBook();
    await makePayable(api, contributorId, { profile: false });
    const path = `/api/contributors/${contributorId}`;
    const exempt = { validFrom: '2026-07-01', social: 'exempt', vat: 'none', withholdingTaxRate: '0' };
    const until = (exemptUntil: string) => edit(path, { taxProfiles: [{ ...exempt, exemptUntil }] }, ['lastName']);
    expect(await until('2026-11-30')).not.toHaveProperty('code');
    const runId = await acceptRun(
      api,
      { editionId: await editionOf(contributorId) },
      { copies: 100, on: '2026-07-02' },
    );
    const [withheld] = await close({ kind: 'print-run', printRunId: runId, paymentDate: '2026-12-15' });
    expect(withheld).toMatchObject({ gross: '106.16', net: '89.14' });
    api.get(Clock).moveTo(new Date('2026-07-31T10:00:00Z'));
    await runTo(owner, 'executed');
    expect(await until('2026-07-30')).toMatchObject({ code: 'tax-profile-paid' });
    expect(await until('2026-12-31')).not.toHaveProperty('code');
  });

  it('of a threshold that would have held a payment back, or paid what was held', async () => {
    const paid = await makeBook(api);
    const held = await makeBook(api, { threshold: '50' });
    await acceptRun(api, paid, { copies: 100, on: '2026-02-10' });
    await acceptRun(api, held, { copies: 10, on: '2026-02-10' });
    await close(firstHalf);
    expect(await editContract(paid, () => ({ paymentThreshold: '200' }))).toMatchObject({ code: 'threshold-stated' });
    expect(await editContract(held, () => ({ paymentThreshold: '5' }))).toMatchObject({ code: 'threshold-stated' });
    expect(await editContract(paid, () => ({ paymentThreshold: '60' }))).toMatchObject({ paymentThreshold: '60.00' });
    expect(await editContract(held, () => ({ paymentThreshold: '30' }))).toMatchObject({ paymentThreshold: '30.00' });
  });

  it('of the first day or the end of a contract, across a run that was counted', async () => {
    const book = await closedBook();
    expect(await editContract(book, () => ({ startsOn: '2026-03-01' }))).toMatchObject({
      code: 'contract-dates-stated',
    });
    expect(await editContract(book, () => ({ startsOn: '2026-02-10' }))).toMatchObject({ startsOn: '2026-02-10' });
    const ended = { status: 'terminated', terminatedOn: '2026-02-09' };
    expect(await editContract(book, () => ended)).toMatchObject({ code: 'contract-dates-stated' });
    await acceptRun(api, await makeBook(api), { copies: 1, on: '2026-07-02' });
  });

  it('of the clauses: one is not added on copies that were there before', async () => {
    const book = await closedBook();
    const other = await makeBook(api);
    const older = await makeBook(api);
    const editions = [other.editionId, older.editionId];
    await api.sql(`UPDATE edition SET work_id = $1 WHERE id = ANY($2)`, [book.workId, editions]);
    const clause = { editionId: other.editionId, basis: 'printed', tiers: [{ rate: '5' }] };
    const twice = { ...clause, editionId: book.editionId, basis: 'sold' };
    await acceptRun(api, other, { copies: 500, on: '2026-06-01' });
    expect(await editContract(book, ({ clauses }) => ({ clauses: [...clauses, twice] }))).not.toHaveProperty('code');
    expect(await editContract(book, ({ clauses }) => ({ clauses: [...clauses, clause] }))).not.toHaveProperty('code');
    await acceptRun(api, older, { copies: 500, on: '2025-06-01' });
    await close({ ...firstHalf, periodFrom: '2025-01-01', periodTo: '2025-12-31', paymentDate: '2026-07-31' });
    const third = { ...clause, editionId: older.editionId };
    expect(await editContract(book, ({ clauses }) => ({ clauses: [...clauses, third] }))).toMatchObject({
      code: 'clause-too-late',
    });
  });

  it('of an advance that counted for the ceilings of the author’s other contracts', async () => {
    const book = await makeBook(api);
    await api.sql(
      `INSERT INTO contract (reference, status, contributor_id, work_id) VALUES ('AVANCE', 'active', $1, $2)`,
      [book.contributorId, book.workId],
    );
    await api.sql(
      `INSERT INTO contract_advance (contract_id, label, paid_on, amount) SELECT id, 'Signature', '2026-01-15', 48000 FROM contract WHERE reference = 'AVANCE'`,
    );
    const runId = await acceptRun(api, book, { copies: 2000, on: '2026-02-10' });
    await close({ kind: 'print-run', printRunId: runId, paymentDate: '2026-03-31' });
    await expect(api.sql(`UPDATE contract_advance SET amount = 1`)).rejects.toThrow('has counted this advance');
    await expect(api.sql(`DELETE FROM contract_advance`)).rejects.toThrow('has counted this advance');
    await api.sql(`UPDATE contract SET status = 'terminated', terminated_on = '2026-06-01' WHERE reference = 'AVANCE'`);
  });

  it('and an advance of a draft counts from the day that the draft becomes a contract', async () => {
    const book = await makeBook(api);
    await api.sql(`INSERT INTO contract (reference, contributor_id, work_id) VALUES ('AVANCE', $1, $2)`, [
      book.contributorId,
      book.workId,
    ]);
    await api.sql(
      `INSERT INTO contract_advance (contract_id, label, paid_on, amount) SELECT id, 'Signature', '2026-01-15', 48000 FROM contract WHERE reference = 'AVANCE'`,
    );
    await acceptRun(api, book, { copies: 2000, on: '2026-02-10' });
    await close(firstHalf);
    await api.sql(`UPDATE contract SET status = 'active' WHERE reference = 'AVANCE'`);
  });
});

describe('contracts that follow each other', () => {
  it('share no run: each is paid for what was printed from its first day to its end', async () => {
    const old = await makeBook(api);
    await acceptRun(api, old, { copies: 2000, on: '2026-02-10' });
    await close(firstHalf);
    await acceptRun(api, old, { copies: 1000, on: '2026-07-05' });
    await api.sql(`UPDATE contract SET status = 'terminated', terminated_on = '2026-07-10' WHERE id = $1`, [
      old.contractId,
    ]);
    await api.sql(
      `WITH amended AS (INSERT INTO contract (reference, status, contributor_id, work_id, starts_on)
         VALUES ('Z-AVENANT', 'active', $1, $2, '2026-07-11') RETURNING id)
       INSERT INTO contract_clause (contract_id, position, edition_id, basis, tiers) SELECT id, 1, $3, 'printed', '[{"rate":"10"}]' FROM amended`,
      [old.contributorId, old.workId, old.editionId],
    );
    const late = await acceptRun(api, old, { copies: 100, on: '2026-07-14' });
    const statements = await close(secondHalf);
    expect(statements.map(({ earned }) => earned)).toEqual(['1061.60', '132.70']);
    await owner.post(`/api/print-runs/${late}/correct`, { version: 1, quantityAccepted: 90, reason: 'x' }).expect(200);
  });

  it('leave nothing behind: a terminated contract is stated until all is paid, then no more', async () => {
    const book = await makeBook(api);
    await acceptRun(api, book, { copies: 2000, on: '2026-02-10' });
    await api.sql(`UPDATE contract SET status = 'terminated', terminated_on = '2026-03-01' WHERE id = $1`, [
      book.contractId,
    ]);
    expect(await close(firstHalf)).toMatchObject([{ gross: '2123.20' }]);
    const { body } = await owner.post('/api/closings', secondHalf).expect(422);
    expect(body.code).toBe('closing-nothing-to-state');
  });
});

describe('a period', () => {
  it('is closed once, even where two drafts of it were open', async () => {
    await makeBook(api);
    const drafts = [await owner.post('/api/closings', firstHalf), await owner.post('/api/closings', firstHalf)];
    await owner.post(`/api/closings/${drafts[0]!.body.id}/close`).expect(200);
    const { body } = await owner.post(`/api/closings/${drafts[1]!.body.id}/close`).expect(409);
    expect(body.code).toBe('closing-period-overlaps');
  });

  it('does not end in a year to come', async () => {
    const typo = { ...firstHalf, periodTo: '2062-06-30', paymentDate: '2062-07-31' };
    const { body } = await owner.post('/api/closings', typo).expect(422);
    expect(body.code).toBe('closing-period-too-late');
  });
});

async function sell(editionId: number, { copies, on }: { copies: number; on: string }): Promise<void> {
  await api.sql(
    `INSERT INTO stock_movement (edition_id, kind, from_location_id, to_location_id, copies, moved_on)
     SELECT $1, 'sold', f.id, t.id, $2, $3 FROM stock_location f, stock_location t WHERE f.code = 'main' AND t.code = 'customer'`,
    [editionId, copies, on],
  );
}

async function editionOf(contributorId: number): Promise<number> {
  const [row] = await api.sql<{ id: number }>(
    `SELECT edition_id AS id FROM contract_clause l JOIN contract c ON c.id = l.contract_id WHERE c.contributor_id = $1`,
    [contributorId],
  );
  return row!.id;
}

it('says in the reader’s language what stands in the way of a closing', async () => {
  const book = await makeBook(api);
  await api.sql(`DELETE FROM edition_price WHERE edition_id = $1`, [book.editionId]);
  await acceptRun(api, book, { copies: 10, on: '2026-02-10' });
  const french = await owner.post('/api/closings', firstHalf).expect(422);
  expect(french.body.detail).toContain('Aucun prix n’est en vigueur à cette date');
  const english = await owner.post('/api/closings', firstHalf, { 'Accept-Language': 'en' }).expect(422);
  expect(english.body.detail).toMatch(/^The closing cannot be computed: Livre .* No price/);
  const early = { ...firstHalf, periodFrom: '2018-01-01', periodTo: '2018-12-31', paymentDate: '2019-06-30' };
  const { body } = await owner.post('/api/closings', early).expect(422);
  expect(body).toMatchObject({ code: 'closing-before-rates', errors: [{ pointer: '/paymentDate' }] });
});

it('pays a run of before the catalogue at the price that came with it', async () => {
  const book = await makeBook(api);
  await api.sql(
    `INSERT INTO print_run (edition_id, number, status, accepted_on, quantity_accepted, retail_price_incl_vat, vat_rate, accepted_entry)
     VALUES ($1, 1, 'accepted', '2015-02-10', 100, 10.55, 5.5, nextval('fact_entry'))`,
    [book.editionId],
  );
  const { body } = await owner.post('/api/closings', firstHalf).expect(201);
  expect(body.totals).toMatchObject({ earned: '80.00' });
});
