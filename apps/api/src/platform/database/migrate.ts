import { migrations } from '@colophon/migrations';
import { DataSource, type QueryRunner } from 'typeorm';

import { ConfigError } from '../config/config';
import { useExactTypes } from './exact-types';

const MIGRATION_LOCK = 7_301_002;

/**
 * Brings a database to the newest shape, each migration in a transaction of its own; safe when two processes start at once.
 * @param upTo the migrations to apply, all by default; fewer to load an older backup in the shape it was made in.
 * @returns the names of the migrations applied now.
 * @throws ConfigError for a database that a newer version has changed already
 */
export async function migrate(url: string, upTo: typeof migrations = migrations): Promise<string[]> {
  useExactTypes();
  const dataSource = new DataSource({
    type: 'postgres',
    url,
    migrations: upTo,
    migrationsTableName: 'schema_migration',
    poolSize: 2,
  });
  await dataSource.initialize();
  const holder = dataSource.createQueryRunner();
  try {
    await holder.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await refuseNewer(holder);
    const applied = await dataSource.runMigrations({ transaction: 'each' });
    return applied.map((migration) => migration.name);
  } finally {
    await holder.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined);
    await holder.release();
    await dataSource.destroy();
  }
}

/** An older program would write into a shape that it does not know. */
async function refuseNewer(holder: QueryRunner): Promise<void> {
  const [{ exists }] = await holder.query(`SELECT to_regclass('schema_migration') IS NOT NULL AS exists`);
  if (!exists) return;
  const names = migrations.map(({ name }) => name);
  const [newer] = await holder.query(
    `SELECT name FROM schema_migration WHERE name <> ALL($1) ORDER BY id DESC LIMIT 1`,
    [names],
  );
  if (!newer) return;
  throw new ConfigError(
    `This database was brought to a newer version of Colophon (${newer.name}): start that version, or restore a backup made before it.`,
  );
}
