/** Components of the admin and of libs/ui, in jsdom, zoneless as they run in the browser. */
const { createCjsPreset } = require('jest-preset-angular/presets');

const root = `${__dirname}/../..`;

module.exports = {
  ...createCjsPreset({ tsconfig: `${__dirname}/tsconfig.spec.json` }),
  displayName: 'admin',
  rootDir: root,
  roots: ['<rootDir>/apps/admin/src', '<rootDir>/libs/ui/src'],
  testMatch: ['**/*.spec.ts'],
  transformIgnorePatterns: ['/node_modules/(?!(@jsverse|lodash-es|isbn3|.*\\.mjs$))'],
  setupFilesAfterEnv: ['<rootDir>/apps/admin/jest-setup.ts'],
  modulePathIgnorePatterns: ['<rootDir>/(apps|libs)/[^/]+/dist/', '<rootDir>/(.data|.nx|coverage|tmp)/'],
  moduleNameMapper: {
    '^@colophon/ui/(.*)$': '<rootDir>/libs/ui/src/$1/index.ts',
    '^@colophon/domain/(.*)$': '<rootDir>/libs/domain/src/$1/index.ts',
    '^@colophon/api-client$': '<rootDir>/libs/api-client/src/index.ts',
  },
};
