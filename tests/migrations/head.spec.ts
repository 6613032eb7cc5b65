import { migrations } from '@colophon/migrations';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { migrate } from '../../apps/api/src/platform/database/migrate';
import { createTestDatabase, type TestDatabase } from '../support/database';

let database: TestDatabase;

beforeEach(async () => {
  database = await createTestDatabase({ migrated: false });
});

afterEach(() => database.drop());

/** Everything a schema is made of, as text that two databases can be compared by. */
async function describeSchema(url: string): Promise<string[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ line: string }>(`
    SELECT format('%s.%s %s%s', table_name, column_name, data_type, CASE is_nullable WHEN 'NO' THEN ' NOT NULL' ELSE '' END) AS line
      FROM information_schema.columns WHERE table_schema = 'public'
    UNION ALL SELECT format('%s %s', conname, pg_get_constraintdef(oid)) FROM pg_constraint WHERE connamespace = 'public'::regnamespace
    UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
    UNION ALL SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
    ORDER BY 1`);
  await client.end();
  return rows.map(({ line }) => line);
}

it('brings an empty database to head, and finds nothing left to do', async () => {
  expect(await migrate(database.url)).toEqual(migrations.map(({ name }) => name));
  expect(await migrate(database.url)).toEqual([]);
});

it('brings every earlier version to the same schema as an empty database', async () => {
  const direct = await createTestDatabase();
  const source = new DataSource({ type: 'postgres', url: database.url, migrationsTableName: 'schema_migration' });
  for (let count = 1; count <= migrations.length; count++) {
    await source.setOptions({ migrations: migrations.slice(0, count) }).initialize();
    expect((await source.runMigrations({ transaction: 'each' })).map(({ name }) => name)).toEqual([
      migrations[count - 1]!.name,
    ]);
    await source.destroy();
  }
  expect(await describeSchema(database.url)).toEqual(await describeSchema(direct.url));
  await direct.drop();
});

it('lets two processes start at once: one migrates, the other finds it done', async () => {
  const applied = await Promise.all([migrate(database.url), migrate(database.url), migrate(database.url)]);
  expect(applied.map((names) => names.length).sort((a, b) => a - b)).toEqual([0, 0, migrations.length]);
});

it('leaves a database of a newer version alone, and says so', async () => {
  await migrate(database.url);
  const client = new Client({ connectionString: database.url });
  await client.connect();
  await client.query(`INSERT INTO schema_migration (timestamp, name) VALUES (9999999999999, 'Tomorrow9999999999999')`);
  await client.end();
  await expect(migrate(database.url)).rejects.toThrow('newer version of Colophon (Tomorrow9999999999999)');
});
