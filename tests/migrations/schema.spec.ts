import { Client } from 'pg';
import { createTestDatabase, type TestDatabase } from '../support/database';

let database: TestDatabase;
let client: Client;

beforeAll(async () => {
  database = await createTestDatabase();
  client = new Client({ connectionString: database.url });
  await client.connect();
});

afterAll(async () => {
  await client.end();
  await database.drop();
});

const rows = async (sql: string): Promise<string[]> =>
  (await client.query<{ name: string }>(sql)).rows.map((row) => row.name);

it('makes every table of the first delivery on an empty database', async () => {
  const tables = await rows(`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`);
  expect(tables).toEqual(expect.arrayContaining(['house', 'stored_file', 'schema_migration']));
});
