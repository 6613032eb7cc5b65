/** Components and their building blocks, in jsdom, with HTTP faked at the wire. */
module.exports = {
  displayName: 'admin',
  preset: 'jest-preset-angular',
  rootDir: '../..',
  roots: ['<rootDir>/apps/admin/src', '<rootDir>/libs/ui'],
  testMatch: ['<rootDir>/apps/admin/src/**/*.spec.ts', '<rootDir>/libs/ui/**/*.spec.ts'],
  setupFilesAfterEnv: ['<rootDir>/apps/admin/src/test-setup.ts'],
  transform: {
    '^.+\\.(ts|js|mjs|html|svg)$': [
      'jest-preset-angular',
      { tsconfig: '<rootDir>/apps/admin/tsconfig.spec.json', stringifyContentPathRegex: '\\.(html|svg)$' },
    ],
  },
  transformIgnorePatterns: ['node_modules/(?!(.*\\.mjs$|@jsverse/))'],
  moduleNameMapper: {
    '^@colophon/ui/(.*)$': '<rootDir>/libs/ui/src/$1/index.ts',
    '^@colophon/domain/(.*)$': '<rootDir>/libs/domain/src/$1/index.ts',
    '^@colophon/api-client$': '<rootDir>/libs/api-client/src/index.ts',
  },
};
