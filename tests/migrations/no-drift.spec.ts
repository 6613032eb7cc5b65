/** The records of the API and the tables of the migrations say the same: columns, types, what may be empty. */
import 'reflect-metadata';
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Client } from 'pg';
import { DataSource, type EntityMetadata } from 'typeorm';
import { dataSourceOptions } from '../../apps/api/src/platform/database/data-source';
import { createTestDatabase, type TestDatabase } from '../support/database';

interface ColumnOfTable {
  readonly type: string;
  readonly nullable: boolean;
  /** The database gives a value when none is given. */
  readonly filled: boolean;
}

let database: TestDatabase;
let source: DataSource;
let tables: Map<string, Map<string, ColumnOfTable>>;

beforeAll(async () => {
  database = await createTestDatabase();
  for (const file of recordFiles(resolve(__dirname, '../../apps/api/src'))) await import(file);
  source = await new DataSource(dataSourceOptions(database.url, 1)).initialize();
  tables = await readTables(database.url);
});

afterAll(async () => {
  await source?.destroy();
  await database.drop();
});

/** Each feature registers its records when its file is read. */
function recordFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return recordFiles(path);
    return /(^|-)records?\.ts$/.test(entry.name) ? [path] : [];
  });
}

async function readTables(url: string): Promise<typeof tables> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<ColumnOfTable & { table: string; column: string }>(`
    SELECT relname AS "table", attname AS "column", format_type(atttypid, NULL) AS type, NOT attnotnull AS nullable,
           atthasdef OR attidentity <> '' AS filled
    FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
    WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'v', 'm') AND attnum > 0 AND NOT attisdropped`);
  await client.end();
  const found: typeof tables = new Map();
  for (const { table, column, ...rest } of rows) {
    if (!found.has(table)) found.set(table, new Map());
    found.get(table)?.set(column, rest);
  }
  return found;
}

function driftOf(record: EntityMetadata): string[] {
  const table = tables.get(record.tableName);
  if (!table) return [`${record.name}: there is no table ${record.tableName}`];
  const columns = record.columns.flatMap((column) => {
    const actual = table.get(column.databaseName);
    const name = `${record.tableName}.${column.databaseName}`;
    if (!actual) return [`${name} is in ${record.name} and not in the table`];
    const type = source.driver.normalizeType(column) + (column.isArray ? '[]' : '');
    const said = `${type}${column.isNullable ? '' : ' NOT NULL'}`;
    const is = `${actual.type}${actual.nullable ? '' : ' NOT NULL'}`;
    return said === is ? [] : [`${name} is ${is}, and ${record.name} says ${said}`];
  });
  return [...columns, ...missingOf(record, table)];
}

/** A column that must be given and that the record does not know would make every insert fail. */
function missingOf(record: EntityMetadata, table: Map<string, ColumnOfTable>): string[] {
  const known = new Set(record.columns.map((column) => column.databaseName));
  return [...table]
    .filter(([name, column]) => !known.has(name) && !column.nullable && !column.filled)
    .map(([name]) => `${record.tableName}.${name} must be given, and ${record.name} does not know it`);
}

it('has a table with the same columns for every record', () => {
  expect(source.entityMetadatas.length).toBeGreaterThan(5);
  expect(source.entityMetadatas.flatMap(driftOf)).toEqual([]);
});

it('sees a column that drifted', () => {
  const [record] = source.entityMetadatas;
  const table = tables.get(record!.tableName)!;
  const [name, column] = [...table][0]!;
  table.set(name, { ...column, type: 'point' });
  expect(driftOf(record!)).toHaveLength(1);
  table.set(name, column);
});
