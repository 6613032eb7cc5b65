/** A house that closed statements before a statement had payees finds one for each, as it was paid. */
import { migrations } from '@colophon/migrations';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { migrate } from '../../apps/api/src/platform/database/migrate';
import { createTestDatabase, type TestDatabase } from '../support/database';

let database: TestDatabase;
let client: Client;

beforeEach(async () => {
  database = await createTestDatabase({ migrated: false });
  const before = migrations.filter(({ name }) => Number(name.slice(-13)) < 1700000010000);
  const source = await new DataSource({
    type: 'postgres',
    url: database.url,
    migrationsTableName: 'schema_migration',
    migrations: before,
  }).initialize();
  await source.runMigrations({ transaction: 'each' });
  await source.destroy();
  client = new Client({ connectionString: database.url });
  await client.connect();
});

afterEach(async () => {
  await client.end();
  await database.drop();
});

async function insert(sql: string, values: unknown[] = []): Promise<number> {
  const { rows } = await client.query<{ id: number }>(`INSERT INTO ${sql} RETURNING id`, values);
  return rows[0]!.id;
}

/** A closed statement as the version before wrote it. */
async function closedStatement(amounts: { gross: string; net: string; result: object }): Promise<void> {
  const author = await insert(`contributor (last_name) VALUES ('Kerouredan')`);
  const work = await insert(`work (title) VALUES ('Les marées')`);
  const contract = await insert(
    `contract (reference, status, contributor_id, work_id) VALUES ('C-1', 'active', $1, $2)`,
    [author, work],
  );
  const closing = await insert(
    `closing (kind, period_from, period_to, payment_date) VALUES ('period', '2025-01-01', '2025-12-31', '2026-03-31')`,
  );
  await insert(
    `royalty_statement (closing_id, contract_id, contributor_id, statement_date, earned, adjustments, carried_in, recouped, unrecouped,
       carried_out, gross, net, result, document, stock, position) VALUES ($1, $2, $3, '2025-12-31', $4, 0, 0, 0, 0, 0, $4, $5, $6, '{}', '[]', 1)`,
    [closing, contract, author, amounts.gross, amounts.net, amounts.result],
  );
  await client.query(
    `UPDATE closing SET status = 'closed', entry = nextval('fact_entry'), closed_at = now(), closed_by = 'Anne'`,
  );
}

it.each([
  ['paid', { gross: '100.00', net: '84.77', result: { withholding: { net: '84.77' } } }, { net: '84.77' }],
  ['that pays nothing', { gross: '0.00', net: '0.00', result: {} }, null],
])('gives a statement %s its author as the one payee, and keeps it closed', async (_which, amounts, withholding) => {
  await closedStatement(amounts);
  await migrate(database.url);
  const { rows } = await client.query(
    `SELECT p.position, p.kind, p.share, p.gross, p.net, p.withholding, p.contributor_id = s.contributor_id AS "isAuthor"
     FROM royalty_statement_payee p JOIN royalty_statement s ON s.id = p.statement_id`,
  );
  const { gross, net } = amounts;
  expect(rows).toEqual([{ position: 1, kind: 'author', share: '100', gross, net, withholding, isAuthor: true }]);
  await expect(client.query(`UPDATE royalty_statement_payee SET net = 1`)).rejects.toMatchObject({
    constraint: 'royalty_statement_keep_closed',
  });
  await expect(client.query(`DELETE FROM royalty_statement_payee`)).rejects.toMatchObject({
    constraint: 'royalty_statement_keep_closed',
  });
});

it('asks nobody for a second approval until the house says so', async () => {
  await migrate(database.url);
  const { rows } = await client.query(`SELECT second_approval, year_end_month FROM house`);
  expect(rows).toEqual([{ second_approval: false, year_end_month: 12 }]);
});
