/** What 1700000013000 makes of the tax profiles and rates that are there, and what 1700000015700 refuses. */
import { migrations } from '@colophon/migrations';
import { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../support/database';

const NAME = 'Tax1700000013000';
const before = migrations[migrations.findIndex(({ name }) => name === NAME) - 1]!.name;
const last = migrations.at(-1)!.name;

let database: TestDatabase;

async function upTo(name: string): Promise<DataSource> {
  const count = migrations.findIndex((one) => one.name === name) + 1;
  const options = {
    url: database.url,
    migrationsTableName: 'schema_migration',
    migrations: migrations.slice(0, count),
  };
  const source = await new DataSource({ type: 'postgres', ...options }).initialize();
  await source.runMigrations({ transaction: 'each' });
  return source;
}

beforeEach(async () => {
  database = await createTestDatabase({ migrated: false });
});
afterEach(() => database.drop());

it('gives each profile of before the situation that it shows, and changes nothing of how it is taxed', async () => {
  const old = await upTo(before);
  await old.query(`
    INSERT INTO contributor (last_name) VALUES ('Auteur'), ('Dispense'), ('Étranger');
    INSERT INTO contributor_tax_profile (contributor_id, valid_from, social, vat, withholding_tax_rate, exempt_until) VALUES
      (1, '2024-01-01', 'withheld', 'withheld', 0, NULL), (2, '2024-01-01', 'exempt', 'liable', 0, '2026-12-31'),
      (3, '2024-01-01', 'exempt', 'none', 25, NULL)`);
  const [trail] = await old.query(`SELECT count(*)::int AS entries FROM audit_entry`);
  await old.destroy();
  const source = await upTo(last);
  expect(
    await source.query(
      `SELECT situation, social, vat, trim_scale(withholding_tax_rate)::text AS rate, exempt_until::text AS until FROM contributor_tax_profile ORDER BY id`,
    ),
  ).toEqual([
    { situation: 'author', social: 'withheld', vat: 'withheld', rate: '0', until: null },
    { situation: 'exempt', social: 'exempt', vat: 'liable', rate: '0', until: '2026-12-31' },
    { situation: 'abroad', social: 'exempt', vat: 'none', rate: '25', until: null },
  ]);
  const [after] = await source.query(
    `SELECT count(*)::int AS entries FROM audit_entry WHERE entity_type IN ('contributor', 'withholding_rate')`,
  );
  expect(after.entries).toBe(trail.entries);
  expect(
    await source.query(
      `SELECT to_char(valid_from, 'YYYY') AS year, trim_scale(withholding_tax_rate)::text AS tax, trim_scale(pension_relief_rate)::text AS relief
       FROM withholding_rate WHERE valid_from < '2023-01-01' ORDER BY valid_from`,
    ),
  ).toEqual([
    { year: '2020', tax: '28', relief: '0.75' },
    { year: '2021', tax: '26.5', relief: '0.75' },
    { year: '2022', tax: '25', relief: '0.75' },
  ]);
  await source.destroy();
});

describe('a profile', () => {
  let source: DataSource;
  const pay = (on: string) =>
    source.query(`
    INSERT INTO royalty_payment (contributor_id, status, executed_on, method, gross, net, payee_name, end_to_end_id, created_by)
    VALUES (1, 'executed', '${on}', 'cheque', 10, 10, 'A', 'E-${on}', 'me')`);
  const change = (set: string) => source.query(`UPDATE contributor_tax_profile SET ${set} WHERE id = 1`);
  const refused = { constraint: 'tax_profile_keep_paid' };

  beforeEach(async () => {
    source = await upTo(last);
    await source.query(`
      INSERT INTO contributor (last_name) VALUES ('A');
      INSERT INTO contributor_tax_profile (contributor_id, valid_from, situation, social, vat, exempt_until) VALUES
        (1, '2026-01-01', 'exempt', 'exempt', 'withheld', '2026-06-30')`);
  });
  afterEach(() => source.destroy());

  it('changes as long as nobody was paid by it', async () => {
    await change(`social = 'withheld', situation = 'author'`);
    await pay('2026-07-31');
    await expect(change(`vat = 'none'`)).rejects.toMatchObject(refused);
    await expect(source.query(`DELETE FROM contributor_tax_profile`)).rejects.toMatchObject(refused);
    await expect(
      source.query(
        `INSERT INTO contributor_tax_profile (contributor_id, valid_from, situation, social, vat) VALUES (1, '2026-07-31', 'author', 'withheld', 'none')`,
      ),
    ).rejects.toMatchObject(refused);
    await source.query(
      `INSERT INTO contributor_tax_profile (contributor_id, valid_from, situation, social, vat) VALUES (1, '2026-08-01', 'author', 'withheld', 'none')`,
    );
  });

  it.each([
    ['a certificate that lasts longer, over a payment', '2026-07-31', `exempt_until = '2026-12-31'`, true],
    ['a certificate that lasts longer, up to the eve of a payment', '2026-07-31', `exempt_until = '2026-07-30'`, false],
    ['a certificate that ends sooner, before a payment', '2026-05-31', `exempt_until = '2026-05-30'`, true],
    ['a certificate that ends sooner, after a payment', '2026-05-31', `exempt_until = '2026-05-31'`, false],
    ['a certificate without an end, over a payment', '2026-07-31', `exempt_until = NULL`, true],
    ['another reason for the same tax', '2026-05-31', `situation = 'rightsHolder', certificate_number = 'D'`, false],
    ['forms that end sooner, before a payment', '2026-05-31', `forms_until = '2026-04-30'`, true],
  ])('with %s', async (_what, paidOn, set, isRefused) => {
    await pay(paidOn);
    if (isRefused) await expect(change(set)).rejects.toMatchObject(refused);
    else await change(set);
  });
});

it('a certificate stands as it was issued; only its being void is written, once', async () => {
  const source = await upTo(last);
  await source.query(`
    INSERT INTO contributor (last_name) VALUES ('A');
    INSERT INTO royalty_payment (contributor_id, status, executed_on, method, gross, net, payee_name, end_to_end_id, created_by)
      VALUES (1, 'executed', '2026-07-31', 'cheque', 10, 10, 'A', 'E-1', 'me');
    INSERT INTO withholding_certificate (number, payment_id, contributor_id, executed_on, issued_on, content, content_hash)
      VALUES ('CP-2026-00001', 1, 1, '2026-07-31', '2026-07-31', '{}', repeat('a', 64))`);
  const kept = { constraint: 'withholding_certificate_keep' };
  await expect(source.query(`UPDATE withholding_certificate SET content = '{"gross": "1"}'`)).rejects.toMatchObject(
    kept,
  );
  await expect(source.query(`DELETE FROM withholding_certificate`)).rejects.toMatchObject(kept);
  await source.query(`UPDATE withholding_certificate SET voided_on = '2026-08-03', void_reason = 'rejet'`);
  await expect(source.query(`UPDATE withholding_certificate SET void_reason = 'autre'`)).rejects.toMatchObject(kept);
  await source.destroy();
});
