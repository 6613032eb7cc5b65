import { startTestApi, type ApiClient, type TestApi } from '../../../../../tests/support/api';
import {
  addContributor,
  addEdition,
  clauseOf,
  contractOf,
  type SeededEdition,
} from '../../../../../tests/support/trade';
import { Database } from '../../platform/database/database';
import { systemActor } from '../../platform/sign-in/actor';
import { AcceptPrintRun } from './accept-print-run';

let api: TestApi;
let editorial: ApiClient;
let contributorId: number;

beforeAll(async () => {
  api = await startTestApi();
  editorial = await api.as('editorial');
  contributorId = await addContributor(api);
});
afterAll(() => api.close());

async function planned(edition: SeededEdition): Promise<string> {
  const { body } = await editorial
    .post('/api/print-runs', { editionId: edition.id, quantityPlanned: 3000 })
    .expect(201);
  return `/api/print-runs/${body.id}`;
}

async function accepted(edition: SeededEdition, quantityAccepted = 3000): Promise<string> {
  const run = await planned(edition);
  await editorial.post(`${run}/accept`, { version: 1, acceptedOn: '2026-07-01', quantityAccepted }).expect(200);
  return run;
}

const stockOf = async ({ id }: SeededEdition): Promise<Record<string, unknown>> =>
  (await editorial.get(`/api/editions/${id}/stock`).expect(200)).body;

describe('accepting a print run', () => {
  it('takes a small printer’s run from plan to stock in one go, and freezes price and exclusions', async () => {
    const book = await addEdition(api);
    const clauses = [clauseOf(book.id, { excluded: { authorCopies: 20, legalDeposit: 2, reviewCopiesPercent: '3' } })];
    await editorial.post('/api/contracts', contractOf(contributorId, book, { reference: 'K-1', clauses })).expect(201);
    await editorial.post('/api/contracts', contractOf(contributorId, book, { status: 'draft' })).expect(201);
    const run = await planned(book);
    const { body } = await editorial
      .post(`${run}/accept`, { version: 1, acceptedOn: '2026-07-01', quantityAccepted: 2980 })
      .expect(200);
    expect(body).toMatchObject({ status: 'accepted', next: [], retailPriceInclVat: '14.00', vatRate: '5.5' });
    expect(body.exclusions).toEqual([
      expect.objectContaining({ reference: 'K-1', authorCopies: 20, legalDeposit: 2, reviewCopiesPercent: '3' }),
    ]);
    expect(await stockOf(book)).toMatchObject({ stock: 2980, closing: 2980, gap: 0 });
    const movements = await editorial.get(`/api/stock/movements?editionId=${book.id}`).expect(200);
    expect(movements.body.items).toEqual([
      expect.objectContaining({
        kind: 'printed',
        copies: 2980,
        movedOn: '2026-07-01',
        printRunNumber: 1,
        isFinal: true,
      }),
    ]);
  });

  it('keeps the price of its day, whatever the catalogue says later', async () => {
    const book = await addEdition(api);
    const run = await accepted(book);
    await api.sql(
      `INSERT INTO edition_price (edition_id, valid_from, retail_price_incl_vat) VALUES ($1, '2026-01-01', 16)`,
      [book.id],
    );
    expect((await editorial.get(run)).body.retailPriceInclVat).toBe('14.00');
  });

  it('is done once by two people at the same moment', async () => {
    const book = await addEdition(api);
    const run = await planned(book);
    const acceptance = { version: 1, acceptedOn: '2026-07-01', quantityAccepted: 1000 };
    const answers = await Promise.all([1, 2, 3].map(() => editorial.post(`${run}/accept`, acceptance)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(await stockOf(book)).toMatchObject({ stock: 1000 });
  });

  it('refuses a day without a price where royalties follow, a day to come, and whoever may not', async () => {
    const book = await addEdition(api, { price: null });
    await editorial.post('/api/contracts', contractOf(contributorId, book)).expect(201);
    const run = await planned(book);
    const acceptance = { version: 1, acceptedOn: '2026-07-01', quantityAccepted: 1000 };
    const unpriced = await editorial.post(`${run}/accept`, acceptance).expect(422);
    expect(unpriced.body).toMatchObject({ code: 'no-price-on-date', errors: [{ pointer: '/acceptedOn' }] });
    const future = await editorial.post(`${run}/accept`, { ...acceptance, acceptedOn: '2026-07-16' }).expect(422);
    expect(future.body.code).toBe('print-run-date-in-future');
    await (await api.as('sales')).post(`${run}/accept`, acceptance).expect(403);
    expect(await stockOf(book)).toMatchObject({ stock: 0 });
  });
});

describe('correcting an accepted run', () => {
  it('changes its quantity and the stock by the difference, keeps why, and leaves the run’s date alone', async () => {
    const book = await addEdition(api);
    const run = await accepted(book);
    const correction = {
      version: 2,
      quantityAccepted: 2900,
      reason: 'Une palette manquait',
      correctedOn: '2026-07-10',
    };
    const { body } = await editorial.post(`${run}/correct`, correction).expect(200);
    expect(body).toMatchObject({ quantityAccepted: 2900, acceptedOn: '2026-07-01', version: 3 });
    expect(body.corrections).toMatchObject([
      { acceptedBefore: 3000, acceptedAfter: 2900, reason: 'Une palette manquait' },
    ]);
    expect(await stockOf(book)).toMatchObject({ stock: 2900, gap: 0 });
    const july = await editorial.get(`/api/editions/${book.id}/stock?from=2026-07-05&to=2026-07-15`).expect(200);
    expect(july.body).toMatchObject({ closing: 2900, computedClosing: 2900, gap: 0 });
    expect(july.body.steps[0]).toEqual({ kind: 'opening', copies: 3000, stockAfter: 3000 });
  });

  it('needs a reason, a difference, and a run that is accepted', async () => {
    const book = await addEdition(api);
    const run = await accepted(book);
    const silent = await editorial.post(`${run}/correct`, { version: 2, quantityAccepted: 1, reason: '' }).expect(422);
    expect(silent.body.errors).toEqual([expect.objectContaining({ pointer: '/reason' })]);
    const empty = await editorial
      .post(`${run}/correct`, { version: 2, quantityAccepted: 3000, reason: 'x' })
      .expect(422);
    expect(empty.body.code).toBe('print-run-correction-empty');
    const other = await planned(book);
    const open = await editorial.post(`${other}/correct`, { version: 1, quantityAccepted: 5, reason: 'x' }).expect(409);
    expect(open.body.code).toBe('print-run-not-accepted');
  });

  it('cannot take copies that are gone, unless somebody says why', async () => {
    const book = await addEdition(api);
    const run = await accepted(book, 100);
    await editorial.post('/api/stock/pulping', { editionId: book.id, copies: 90 }).expect(201);
    const correction = { version: 2, quantityAccepted: 80, reason: 'Erreur de comptage' };
    const refused = await editorial.post(`${run}/correct`, correction).expect(409);
    expect(refused.body).toMatchObject({ code: 'stock-insufficient', errors: [{ pointer: '/quantityAccepted' }] });
    await editorial.post(`${run}/correct`, { ...correction, override: true }).expect(200);
    expect(await stockOf(book)).toMatchObject({ stock: -10 });
  });

  it('is the only way: the database refuses to change an accepted run', async () => {
    const book = await addEdition(api);
    const run = await accepted(book);
    const id = run.split('/').at(-1);
    for (const change of [
      'quantity_accepted = 1',
      `accepted_on = '2026-01-01'`,
      'retail_price_incl_vat = 99',
      `exclusions = '[]'`,
    ]) {
      const changed = api.sql(
        `UPDATE print_run SET ${change === `exclusions = '[]'` ? `exclusions = '[1]'` : change} WHERE id = ${id}`,
      );
      await expect(changed).rejects.toThrow('corrected, not changed');
    }
    await expect(api.sql(`DELETE FROM print_run WHERE id = ${id}`)).rejects.toThrow();
    const notes = await editorial.put(run, { version: 2, notes: 'Livré par erreur à Brest' }).expect(200);
    expect(notes.body.notes).toBe('Livré par erreur à Brest');
  });
});

describe('runs of the past', () => {
  it('come by the thousand with their movements, numbered by date, already paid or not', async () => {
    const book = await addEdition(api);
    const old = await addEdition(api, { price: null });
    await editorial.post('/api/contracts', contractOf(contributorId, old)).expect(201);
    const runs = [
      { editionId: book.id, acceptedOn: '2022-03-01', quantityAccepted: 800, externalId: 'T2' },
      {
        editionId: book.id,
        acceptedOn: '2020-03-01',
        quantityAccepted: 1500,
        royaltiesAlreadyPaid: true,
        externalId: 'T1',
      },
      { editionId: old.id, acceptedOn: '2010-03-01', quantityAccepted: 700, royaltiesAlreadyPaid: true },
      ...Array.from({ length: 1000 }, () => ({ editionId: book.id, acceptedOn: '2023-01-01', quantityAccepted: 1 })),
    ];
    const records = await api
      .get(Database)
      .transaction(systemActor, (tx) => api.get(AcceptPrintRun).createAcceptedIn(tx, runs));
    expect(records.slice(0, 3)).toMatchObject([
      { number: 2, retailPriceInclVat: '14.00', royaltiesAlreadyPaid: false, externalId: 'T2' },
      { number: 1, royaltiesAlreadyPaid: true },
      { number: 1, retailPriceInclVat: null, exclusions: [{ authorCopies: 0 }] },
    ]);
    expect(records[1]!.acceptedEntry).toBeLessThan(records[0]!.acceptedEntry!);
    expect(await stockOf(book)).toMatchObject({ stock: 3300, gap: 0 });
    expect(await stockOf(old)).toMatchObject({ stock: 700 });
  });
});
