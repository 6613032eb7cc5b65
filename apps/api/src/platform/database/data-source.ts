import { migrations } from '@colophon/migrations';
import { DataSource, type DataSourceOptions } from 'typeorm';

import { useExactTypes } from './exact-types';
import { records } from './record-registry';

useExactTypes();

/** How the application reaches its house's database; records come from the features, migrations from `migrations/`. */
export function dataSourceOptions(url: string, poolSize = 10): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    entities: records(),
    migrations,
    migrationsTableName: 'schema_migration',
    synchronize: false,
    logging: false,
    poolSize,
    applicationName: 'colophon',
    extra: { options: '-c timezone=UTC -c idle_in_transaction_session_timeout=300000' },
  };
}

export function createDataSource(url: string, poolSize?: number): DataSource {
  return new DataSource(dataSourceOptions(url, poolSize));
}
