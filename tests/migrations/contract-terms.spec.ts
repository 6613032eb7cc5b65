/** What 1700000010000 makes of the contracts that are there, and what it refuses from then on. */
import { migrations } from '@colophon/migrations';
import { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../support/database';

const NAME = 'ContractTerms1700000010000';

let database: TestDatabase;

async function upTo(last: string): Promise<DataSource> {
  const count = migrations.findIndex(({ name }) => name === last) + 1;
  const options = {
    url: database.url,
    migrationsTableName: 'schema_migration',
    migrations: migrations.slice(0, count),
  };
  const source = await new DataSource({ type: 'postgres', ...options }).initialize();
  await source.runMigrations({ transaction: 'each' });
  return source;
}

/** A contract of before: two clauses, of which a closed statement used both. */
async function seed(source: DataSource): Promise<void> {
  await source.query(`
    INSERT INTO contributor (last_name) VALUES ('Ménez'); INSERT INTO work (title) VALUES ('Les marées');
    INSERT INTO edition (work_id, product_form, vat_rate) VALUES (1, 'paperback', 5.5), (1, 'e-book', 5.5);
    INSERT INTO contract (reference, status, contributor_id, work_id) VALUES ('C-1', 'active', 1, 1);
    INSERT INTO contract_clause (contract_id, position, edition_id, basis, tiers) VALUES
      (1, 1, 1, 'printed', '[{"upTo": 3000, "rate": "8"}, {"upTo": null, "rate": "10"}]'), (1, 2, 2, 'sold', '[{"rate": "12"}]');
    INSERT INTO closing (kind, period_from, period_to, payment_date) VALUES ('period', '2025-01-01', '2025-12-31', '2025-12-31');
    INSERT INTO royalty_statement (closing_id, contract_id, contributor_id, statement_date, earned, adjustments, carried_in, recouped,
      unrecouped, carried_out, gross, net, result, stock, document, position)
      VALUES (1, 1, 1, '2025-12-31', 0, 0, 0, 0, 0, 0, 0, 0, '{}', '[]', '{}', 1);
    UPDATE closing SET status = 'closed', entry = nextval('fact_entry'), closed_at = clock_timestamp();`);
}

beforeEach(async () => {
  database = await createTestDatabase({ migrated: false });
});
afterEach(() => database.drop());

const before = migrations[migrations.findIndex(({ name }) => name === NAME) - 1]!.name;

it('leaves the clauses of before as they were: in force on every day, for every channel, paid to the author', async () => {
  const old = await upTo(before);
  await seed(old);
  const [clauses] = await old.query(`SELECT jsonb_agg(to_jsonb(l) ORDER BY id) AS rows FROM contract_clause l`);
  await old.destroy();
  const source = await upTo(NAME);
  const [now] = await source.query(`SELECT jsonb_agg(to_jsonb(l) ORDER BY id) AS rows FROM contract_clause l`);
  expect(now.rows).toMatchObject(clauses.rows);
  expect(now.rows[0]).toMatchObject({
    valid_from: null,
    valid_until: null,
    channels: null,
    territories: null,
    rate: null,
  });
  expect(await source.query(`SELECT guaranteed_minimum, option_until, termination_reason FROM contract`)).toEqual([
    { guaranteed_minimum: null, option_until: null, termination_reason: null },
  ]);
  expect(await source.query(`SELECT * FROM contract_payee`)).toEqual([]);
  await source.destroy();
});

describe('what closed statements used', () => {
  let source: DataSource;
  beforeEach(async () => {
    const old = await upTo(before);
    await seed(old);
    await old.destroy();
    source = await upTo(NAME);
  });
  afterEach(() => source.destroy());

  it.each([
    ['its rate', `UPDATE contract_clause SET rate = 5 WHERE id = 1`, 'contract_clause_keep_used'],
    ['its first day', `UPDATE contract_clause SET valid_from = '2025-02-01' WHERE id = 1`, 'contract_clause_keep_used'],
    ['its channels', `UPDATE contract_clause SET channels = '["online"]' WHERE id = 1`, 'contract_clause_keep_used'],
    [
      'an end before the last statement',
      `UPDATE contract_clause SET valid_until = '2025-11-30' WHERE id = 1`,
      'contract_clause_keep_used',
    ],
    [
      'a counter shared with another used clause',
      `UPDATE contract_clause SET counter = 'same' WHERE id IN (1, 2)`,
      'contract_clause_keep_used',
    ],
    [
      'payees of the past',
      `INSERT INTO contract_payee (contract_id, position, contributor_id, kind, share) VALUES (1, 1, 1, 'author', 100)`,
      'contract_payee_keep_stated',
    ],
    [
      'a flat fee of the past',
      `INSERT INTO contract_clause (contract_id, position, edition_id, basis, tiers, flat_amount, flat_due_on) VALUES (1, 3, 1, 'flatFee', '[]', 5, '2025-06-01')`,
      'contract_clause_keep_stated',
    ],
    [
      'a set-off of the past',
      `WITH a AS (INSERT INTO set_off_agreement (contributor_id, signed_on, valid_from) VALUES (1, '2025-01-01', '2025-12-31') RETURNING id)
       SELECT 1 FROM a`,
      null,
    ],
  ])('refuses %s', async (_what, statement, constraint) => {
    if (constraint) await expect(source.query(statement)).rejects.toMatchObject({ constraint });
    else {
      await source.query(statement);
      const join = `INSERT INTO set_off_contract (agreement_id, contract_id) VALUES (1, 1)`;
      await expect(source.query(join)).rejects.toMatchObject({ constraint: 'set_off_keep_stated' });
    }
  });

  it('takes an amendment that begins after the last statement', async () => {
    await source.query(`
      INSERT INTO contract_amendment (contract_id, number, effective_from) VALUES (1, 1, '2026-03-01');
      UPDATE contract_clause SET valid_until = '2026-02-28', ended_by_id = 1, counter = 'one', copies_left = 400 WHERE id = 2;
      INSERT INTO contract_clause (contract_id, position, edition_id, basis, tiers, valid_from, opened_by_id, counter)
        VALUES (1, 3, 2, 'printed', '[{"rate": "9"}]', '2026-03-01', 1, 'one');
      INSERT INTO contract_payee (contract_id, position, contributor_id, kind, share, valid_from) VALUES (1, 1, 1, 'rightsHolder', 100, '2026-01-01');
      UPDATE contract SET guaranteed_minimum = 500, ends_on = '2030-01-01'`);
    await expect(source.query(`UPDATE contract SET ends_on = '2025-06-30'`)).rejects.toMatchObject({
      constraint: 'contract_keep_minimum',
    });
    await expect(source.query(`DELETE FROM contract_amendment`)).rejects.toThrow();
  });
});
