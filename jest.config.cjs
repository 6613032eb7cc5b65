/** One Jest run over the whole workspace; `npm test -- --only NAME` picks projects by name. */
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
  transformIgnorePatterns: ['/node_modules/(?!(@nestjs|nestjs-pino)/)'],
  moduleFileExtensions: ['ts', 'js', 'mjs', 'json', 'node'],
  moduleNameMapper: {
    '^@colophon/domain/(.*)$': '<rootDir>/libs/domain/src/$1/index.ts',
    '^@colophon/documents/(.*)$': '<rootDir>/libs/documents/src/$1/index.ts',
  },
  rootDir: __dirname,
};

module.exports = {
  projects: [
    { ...node, displayName: 'domain', testMatch: ['<rootDir>/libs/domain/**/*.spec.ts'] },
    { ...node, displayName: 'documents', testMatch: ['<rootDir>/libs/documents/**/*.spec.ts'] },
  ],
};
