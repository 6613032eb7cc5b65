/** What 1700000012000 leaves of the movements that are there, and what it refuses of receipts, licences and their income. */
import { migrations } from '@colophon/migrations';
import { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../support/database';

const NAME = 'Income1700000012000';
const before = migrations[migrations.findIndex(({ name }) => name === NAME) - 1]!.name;

let database: TestDatabase;
let source: DataSource | undefined;

async function upTo(last: string): Promise<DataSource> {
  const count = migrations.findIndex(({ name }) => name === last) + 1;
  const options = {
    url: database.url,
    migrationsTableName: 'schema_migration',
    migrations: migrations.slice(0, count),
  };
  source = await new DataSource({ type: 'postgres', ...options }).initialize();
  await source.runMigrations({ transaction: 'each' });
  return source;
}

beforeEach(async () => {
  database = await createTestDatabase({ migrated: false });
});
afterEach(async () => {
  if (source?.isInitialized) await source.destroy();
  await database.drop();
});

const book = `INSERT INTO work (title) VALUES ('Les marées');
  INSERT INTO edition (work_id, product_form, vat_rate) VALUES (1, 'paperback', 5.5);`;

it('leaves the movements of before as they were: sold nobody knows where', async () => {
  const old = await upTo(before);
  await old.query(`${book} INSERT INTO stock_movement (edition_id, kind, from_location_id, to_location_id, copies, moved_on)
    SELECT 1, 'sold', f.id, t.id, 12, '2026-01-05' FROM stock_location f, stock_location t WHERE f.code = 'main' AND t.code = 'customer'`);
  const [was] = await old.query(`SELECT to_jsonb(m) AS row FROM stock_movement m`);
  await old.destroy();
  const now = await upTo(NAME);
  const [is] = await now.query(`SELECT to_jsonb(m) AS row FROM stock_movement m`);
  expect(is.row).toEqual({ ...was.row, channel: null, territory: null });
});

const receipt = `INSERT INTO net_receipt (edition_id, received_on, mode, amount) VALUES (1, '2026-03-31', 'unit', 563.46)`;
const opposite = `INSERT INTO net_receipt (edition_id, received_on, mode, amount, cancels_id, reason)
  VALUES (1, '2026-03-31', 'unit', -563.46, 1, 'Non')`;
const licence = `INSERT INTO rights_licence (reference, work_id, licensee, "right") VALUES ('CES-1', 1, 'Kampa', 'translation')`;
const income = (amounts: string) =>
  `INSERT INTO rights_income (licence_id, edition_id, cashed_on, gross, foreign_tax, agent_fee, net) VALUES (1, 1, '2026-02-20', ${amounts})`;

it.each([
  ['a receipt that is changed', [receipt], `UPDATE net_receipt SET amount = 1`, 'net_receipt_append_only'],
  ['a receipt that is deleted', [receipt], `DELETE FROM net_receipt`, 'net_receipt_append_only'],
  ['a receipt of nothing', [], receipt.replace('563.46', '0'), 'net_receipt_amount_check'],
  ['a mode that is none', [], receipt.replace('unit', 'barter'), 'net_receipt_mode_check'],
  ['a receipt cancelled twice', [receipt, opposite], opposite, 'net_receipt_cancels_key'],
  ['an income whose net is another', [licence], income('1000, 50, 0, 960'), 'rights_income_net_check'],
  ['deductions above the gross', [licence], income('100, 60, 50, -10'), 'rights_income_signs_check'],
  [
    'an income that is changed',
    [licence, income('1000, 50, 95, 855')],
    `UPDATE rights_income SET gross = 1`,
    'rights_income_append_only',
  ],
  [
    'a licence that has paid and is deleted',
    [licence, income('1000, 0, 0, 1000')],
    `DELETE FROM rights_licence`,
    'rights_income_licence_fkey',
  ],
])('refuses %s', async (_what, first, then, constraint) => {
  const head = await upTo(NAME);
  for (const sql of [book, ...first]) await head.query(sql);
  await expect(head.query(then)).rejects.toMatchObject({ driverError: { constraint } });
});

it('gives a receipt back only to the import that is undone', async () => {
  const head = await upTo(NAME);
  await head.query(book);
  await head.query(receipt);
  await head.query(`BEGIN; SET LOCAL colophon.undo_import = 'on'; DELETE FROM net_receipt; COMMIT`);
  expect(await head.query(`SELECT count(*)::int AS left FROM net_receipt`)).toEqual([{ left: 0 }]);
});
