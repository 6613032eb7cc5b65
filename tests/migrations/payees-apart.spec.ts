/** Documents made before payees were kept apart stay as they were, and are told from those made since. */
import { migrations } from '@colophon/migrations';
import { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../support/database';

const NAME = 'PayeesApart1700000019000';

let database: TestDatabase;

async function upTo(count: number): Promise<DataSource> {
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

it('marks the documents of before as telling of all payees, and those made since as keeping them apart', async () => {
  const place = migrations.findIndex(({ name }) => name === NAME);
  const old = await upTo(place);
  await old.query(`
    INSERT INTO contributor (last_name) VALUES ('Ménez'); INSERT INTO work (title) VALUES ('Les marées');
    INSERT INTO contract (reference, status, contributor_id, work_id) VALUES ('C-1', 'active', 1, 1);
    INSERT INTO closing (kind, period_from, period_to, payment_date) VALUES ('period', '2025-01-01', '2025-12-31', '2025-12-31');
    INSERT INTO royalty_statement (closing_id, contract_id, contributor_id, statement_date, earned, adjustments, carried_in, recouped,
      unrecouped, carried_out, gross, net, result, stock, document, position)
      VALUES (1, 1, 1, '2025-12-31', 0, 0, 0, 0, 0, 0, 0, 0, '{}', '[]', '{}', 1);
    INSERT INTO stored_file (sha256, file_name, media_type, byte_length, bytes) VALUES (repeat('0', 64), 'x.pdf', 'application/pdf', 1, 'x');
    INSERT INTO statement_document (statement_id, format, locale, file_id) VALUES (1, 'pdf', 'fr', 1);`);
  await old.destroy();
  const source = await upTo(place + 1);
  await source.query(
    `INSERT INTO statement_document (statement_id, format, locale, file_id) VALUES (1, 'pdf', 'en', 1)`,
  );
  expect(await source.query(`SELECT locale, keeps_payees_apart AS apart FROM statement_document ORDER BY id`)).toEqual([
    { locale: 'fr', apart: false },
    { locale: 'en', apart: true },
  ]);
  await source.destroy();
});
