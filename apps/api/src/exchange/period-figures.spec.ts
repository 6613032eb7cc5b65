import { startImports } from '../../../../tests/support/imports';
import { smallHouse } from '../../../../tests/support/imports';
import { Database } from '../platform/database/database';
import { statementsOf } from '../royalties/facts/compute';
import { loadFacts } from '../royalties/facts/load-facts';
import { allContracts } from '../royalties/facts/scope';

const PRINTED = '9782070612758';
const DIGITAL = '9782070612765';

let imports: Awaited<ReturnType<typeof startImports>>;

beforeAll(async () => {
  imports = await startImports();
  const { 'chiffres.csv': _figures, ...house } = smallHouse;
  await imports.importNow(house);
  await imports.api.sql(
    `UPDATE contract_clause SET basis = 'netReceipts', tiers = '[]', rate = 25 WHERE edition_id = (SELECT id FROM edition WHERE isbn13 = $1)`,
    [DIGITAL],
  );
});
afterAll(() => imports.api.close());

const heads =
  'ISBN;Période;Canal;Pays;Mode de vente;Ventes;Retours;Gratuits;Pilon;Écart d’inventaire;Recettes nettes HT;Relevé';
const file = (...rows: string[]) => ({ 'releve-distributeur.csv': [heads, ...rows, ''].join('\n') });

const rows = (sql: string) => imports.api.sql(sql);
const movements = () =>
  rows(`SELECT m.kind, m.copies, m.moved_on AS day, m.channel, m.territory FROM stock_movement m JOIN edition e ON e.id = m.edition_id
    WHERE e.isbn13 = '${PRINTED}' AND m.external_id LIKE 'figures:%' ORDER BY m.id`);
const receipts = () =>
  rows(`SELECT amount, mode, channel, copies, received_on AS day, reference FROM net_receipt ORDER BY id`);

async function undo(id: number): Promise<void> {
  await imports.owner.post(`/api/imports/${id}/undo`).expect(204);
}

/** The contract's statement of the first quarter, by the engine, from what is in the database. */
const statement = () =>
  imports.api.get(Database).snapshot(async (tx) => {
    const closing = { type: 'closePeriod' as const, from: '2026-01-01', to: '2026-03-31', paymentDate: '2026-06-30' };
    return (await statementsOf(tx, await loadFacts(tx, await allContracts(tx)), [closing])).at(-1)!;
  });

it('are written as movements of their channel and country, and as receipts of their mode', async () => {
  const applied = await imports.importNow(
    file(
      `${PRINTED};T1 2026;librairie;;;300;20;5;3;-2;;`,
      `${PRINTED};T1 2026;En ligne;Belgique;;40;;;;;;`,
      `${DIGITAL};T1 2026;Kobo;;à l’unité;85;;;;;563,46;K-2026-1`,
      `${DIGITAL};T1 2026;Kobo;;abonnement;;;;;;40,02;K-2026-1`,
    ),
  );
  expect(applied.tables[0]).toMatchObject({ kind: 'figures', counts: { created: 4, changed: 0, refused: 0 } });
  const day = '2026-03-31';
  expect(await movements()).toEqual([
    { kind: 'sold', copies: 300, day, channel: 'independent-bookshop', territory: null },
    { kind: 'returned', copies: 20, day, channel: 'independent-bookshop', territory: null },
    { kind: 'free', copies: 5, day, channel: 'independent-bookshop', territory: null },
    { kind: 'destroyed', copies: 3, day, channel: 'independent-bookshop', territory: null },
    { kind: 'counted', copies: 2, day, channel: 'independent-bookshop', territory: null },
    { kind: 'sold', copies: 40, day, channel: 'online', territory: 'BE' },
  ]);
  expect(await receipts()).toEqual([
    { amount: '563.46', mode: 'unit', channel: 'Kobo', copies: 85, day, reference: 'K-2026-1' },
    { amount: '40.02', mode: 'subscription', channel: 'Kobo', copies: null, day, reference: 'K-2026-1' },
  ]);
  await undo(applied.id);
});

it('balance the stock and pay the share of the receipts', async () => {
  const report = file(`${PRINTED};T1 2026;;;;300;20;5;3;-2;;`, `${DIGITAL};T1 2026;;;;85;;;;;563,46;`);
  const applied = await imports.importNow(report);
  const [edition] = await rows(`SELECT id FROM edition WHERE isbn13 = '${PRINTED}'`);
  const { body } = await imports.owner
    .get(`/api/editions/${edition!['id']}/stock?from=2026-01-01&to=2026-03-31`)
    .expect(200);
  const opening = 1500;
  expect(body.steps.map(({ kind, copies }: { kind: string; copies: number }) => [kind, copies])).toEqual(
    expect.arrayContaining([
      ['sold', -300],
      ['returned', 20],
      ['free', -5],
      ['destroyed', -3],
      ['counted', -2],
    ]),
  );
  expect(body).toMatchObject({ closing: opening + 1000 - 300 + 20 - 5 - 3 - 2, gap: 0 });
  const { lines } = await statement();
  expect(lines).toContainEqual(expect.objectContaining({ kind: 'netReceipts', receipts: '563.46', amount: '140.87' }));
  await undo(applied.id);
});

it('change nothing when the same report comes again, and by the difference when another does', async () => {
  const first = await imports.importNow(file(`${DIGITAL};T1 2026;Kobo;;;85;;;;;563,46;`));
  const again = await imports.importNow(file(`${DIGITAL};T1 2026;Kobo;;;85;;;;;563,46;`));
  expect(again.tables[0].counts).toEqual({ created: 0, changed: 0, refused: 0, unchanged: 1 });
  const other = await imports.importNow(file(`${DIGITAL};T1 2026;Kobo;;;80;;;;;530,00;`));
  expect(other.tables[0].counts).toMatchObject({ changed: 1 });
  expect(await receipts()).toEqual([
    expect.objectContaining({ amount: '563.46', copies: 85 }),
    expect.objectContaining({ amount: '-33.46', copies: -5 }),
  ]);
  await undo(other.id);
  await undo(again.id);
  await undo(first.id);
  expect(await receipts()).toEqual([]);
});

it('count from nothing again where somebody took them back by hand', async () => {
  const first = await imports.importNow(file(`${DIGITAL};T1 2026;;;;85;;;;;563,46;`, `${PRINTED};T1 2026;;;;30;;;;;;`));
  const [receipt] = await rows('SELECT id FROM net_receipt');
  await imports.owner.post(`/api/receipts/${receipt!['id']}/cancel`, { reason: 'Mauvais relevé' }).expect(201);
  const [sale] = await rows(
    `SELECT max(m.id) AS id FROM stock_movement m JOIN edition e ON e.id = m.edition_id WHERE isbn13 = '${PRINTED}' AND kind = 'sold'`,
  );
  await imports.owner.post('/api/stock/corrections', { movementId: sale!['id'], reason: 'Mauvais relevé' }).expect(201);
  await imports.importNow(file(`${DIGITAL};T1 2026;;;;80;;;;;530,00;`, `${PRINTED};T1 2026;;;;28;;;;;;`));
  expect(await rows('SELECT sum(amount)::text AS amount FROM net_receipt')).toEqual([{ amount: '530.00' }]);
  expect(
    await rows(`SELECT sum(copies)::int AS copies FROM stock_movement m JOIN edition e ON e.id = m.edition_id
    WHERE isbn13 = '${PRINTED}' AND kind = 'sold'`),
  ).toEqual([{ copies: 28 }]);
  expect(first.status).toBe('applied');
});

it('are refused cell by cell, and receipts by who may not enter them', async () => {
  const editorial = await imports.api.as('editorial');
  const { errorsOf } = await imports.bring(file(`${DIGITAL};T1 2026;;Atlantide;troc;85;;;;;12,00;`), editorial);
  expect(errorsOf.map(({ column, code }) => [column, code])).toEqual([
    ['Pays', 'country-unknown'],
    ['Mode de vente', 'choice-unknown'],
    ['Recettes nettes HT', 'receipts-forbidden'],
  ]);
});
