import { migrations } from '@colophon/migrations';
import { DataSource } from 'typeorm';

import { useExactTypes } from './exact-types';

const MIGRATION_LOCK = 7_301_002;

/**
 * Brings a database to the newest shape, each migration in a transaction of its own; safe when two processes start at once.
 * @param upTo the migrations to apply, all by default; fewer to load an older backup in the shape it was made in.
 * @returns the names of the migrations applied now.
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
    const applied = await dataSource.runMigrations({ transaction: 'each' });
    return applied.map((migration) => migration.name);
  } finally {
    await holder.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined);
    await holder.release();
    await dataSource.destroy();
  }
}
