/** One Jest run over the whole workspace; `npm test -- --only NAME` picks projects by name. */
const { existsSync } = require('node:fs');

/** The instant at which the tests run; `npm test` runs some again in the January after. */
process.env.COLOPHON_NOW ??= '2026-07-15T09:00:00Z';

const swc = [
  '@swc/jest',
  {
    jsc: {
      target: 'es2023',
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true },
    },
    module: { type: 'commonjs' },
  },
];

/** What every Node project shares; Nest 12 ships ES modules only, so those packages are transformed too. */
const node = {
  testEnvironment: 'node',
  transform: { '^.+\\.(t|j|mj)s$': swc },
  transformIgnorePatterns: [
    '/node_modules/(?!(@nestjs|modele-social|nestjs-pino|@sparticuz|pg-boss|serialize-error|non-error|is-safe-filename|croner|any-ascii)/)',
  ],
  modulePathIgnorePatterns: ['<rootDir>/(apps|libs)/[^/]+/dist/', '<rootDir>/(.data|.nx|coverage|tmp)/'],
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'node'],
  moduleNameMapper: {
    '^@colophon/domain/(.*)$': '<rootDir>/libs/domain/src/$1/index.ts',
    '^@colophon/documents/(.*)$': '<rootDir>/libs/documents/src/$1/index.ts',
    '^@colophon/migrations$': '<rootDir>/migrations/src/index.ts',
  },
  rootDir: __dirname,
};

/** With one PostgreSQL a run; each test file makes its database with tests/support/database.ts. */
const withPostgres = {
  ...node,
  globalSetup: '<rootDir>/tests/support/start-postgres.cjs',
  globalTeardown: '<rootDir>/tests/support/stop-postgres.cjs',
};

const project = (displayName, base, folder) => ({
  ...base,
  displayName,
  testMatch: [`<rootDir>/${folder}/**/*.spec.ts`],
});

const admin = existsSync(`${__dirname}/apps/admin/jest.config.cjs`) ? ['<rootDir>/apps/admin/jest.config.cjs'] : [];

module.exports = {
  // Generous: a busy machine is not a broken program.
  testTimeout: 60_000,
  projects: [
    project('domain', node, 'libs/domain'),
    project('documents', node, 'libs/documents'),
    project('api', withPostgres, 'apps/api'),
    project('scenarios', withPostgres, 'tests/scenarios'),
    project('migrations', withPostgres, 'tests/migrations'),
    project('browser', withPostgres, 'tests/browser'),
    project('house-rules', node, 'tests/house-rules'),
    project('runtime', node, 'scripts'),
    ...admin,
  ],
};
