// @ts-check
import angular from 'angular-eslint';
import tseslint from 'typescript-eslint';

/** Pure libraries without input or output, the only ones that the domain may use. */
const PURE_LIBRARIES = ['isbn3', 'ibantools'];

/** A rule of the house as a syntax that is refused, with the remedy. */
const refuse = (selector, message) => ({ selector, message });

const NO_ENUM = refuse('TSEnumDeclaration', 'A union of strings says the same and needs no import: no enum.');
const NO_FLOAT_MONEY = [
  refuse("CallExpression[callee.name='parseFloat']", 'Money and rates are exact: read them with Money or Rate.'),
  refuse("MemberExpression[property.name='toFixed']", 'toFixed rounds a float: format with Money or Rate.'),
  refuse("MemberExpression[object.name='Math'][property.name='round']", 'Math.round rounds a float: round with Money.'),
];
const NO_SURROUNDINGS = [
  refuse(
    "NewExpression[callee.name='Date'][arguments.length=0]",
    'Today is an argument: a CalendarDate given by the caller.',
  ),
  refuse(
    "MemberExpression[object.name='Date'][property.name='now']",
    'Today is an argument: a CalendarDate given by the caller.',
  ),
  refuse("MemberExpression[object.name='Math'][property.name='random']", 'The domain gives the same result each time.'),
  refuse("Identifier[name='process']", 'Settings are arguments: the domain does not know where it runs.'),
  refuse(':function[async=true]', 'The domain computes; what waits belongs to the API.'),
  refuse('AwaitExpression', 'The domain computes; what waits belongs to the API.'),
  refuse('Decorator', 'The domain has no framework, hence no decorators.'),
];

/** What every file of ours keeps to. None of these rules needs types, so that linting takes seconds. */
const houseStyle = {
  'no-restricted-syntax': ['error', NO_ENUM],
  'max-lines': ['error', { max: 400 }],
  'max-lines-per-function': ['error', { max: 70, skipBlankLines: true, skipComments: true }],
  'no-console': 'error',
  'no-var': 'error',
  'prefer-const': 'error',
  'object-shorthand': 'error',
  eqeqeq: ['error', 'smart'],
  '@typescript-eslint/no-explicit-any': 'error',
  '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
  '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
  '@typescript-eslint/triple-slash-reference': ['error', { path: 'always', types: 'never', lib: 'always' }],
};

const importFrom = (patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });

const above = (group, message) => ({ group, message });

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/node_modules/**',
      '.nx/**',
      '.data/**',
      '**/.angular/**',
      'coverage/**',
      'tmp/**',
      '**/*.generated.ts',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommended],
    languageOptions: { parserOptions: { experimentalDecorators: true, emitDecoratorMetadata: true } },
    rules: houseStyle,
  },
  {
    files: ['libs/domain/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'error',
      'no-restricted-syntax': ['error', NO_ENUM, ...NO_FLOAT_MONEY, ...NO_SURROUNDINGS],
      ...importFrom([
        {
          regex: `^(?!\\.{1,2}/|(${PURE_LIBRARIES.join('|')})$)`,
          message: `The domain imports itself and pure libraries only (${PURE_LIBRARIES.join(', ')}).`,
        },
      ]),
    },
  },
  {
    files: ['libs/documents/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', NO_ENUM, ...NO_FLOAT_MONEY],
      ...importFrom([
        above(
          ['**/apps/**', '@colophon/api*', '@colophon/admin*', '@colophon/migrations', '@nestjs/*', 'typeorm', 'pg'],
          'Documents turn data into bytes: they import the domain only.',
        ),
      ]),
    },
  },
  {
    files: ['apps/api/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', NO_ENUM, ...NO_FLOAT_MONEY],
      // Nest reads the classes of constructor parameters at run time: an import of the type alone has none.
      '@typescript-eslint/consistent-type-imports': 'off',
      ...importFrom([
        above(
          ['**/apps/admin/**', '@colophon/ui*', '@colophon/api-client*', '@angular/*'],
          'The API knows nothing of the admin.',
        ),
      ]),
    },
  },
  {
    files: ['migrations/**/*.ts'],
    rules: {
      'max-lines-per-function': 'off',
      ...importFrom([
        { regex: '^(?!\\.{1,2}/|typeorm$)', message: 'A migration is history: it imports typeorm only.' },
      ]),
    },
  },
  {
    files: ['apps/admin/**/*.ts', 'libs/ui/**/*.ts'],
    extends: [angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
    rules: {
      // What breaks in a browser is told to its console: there is nowhere else.
      'no-console': ['error', { allow: ['error'] }],
      // Names without suffix, as Angular itself now has them: InvoiceList, not InvoiceListComponent.
      '@angular-eslint/component-class-suffix': 'off',
      '@angular-eslint/directive-class-suffix': 'off',
      '@angular-eslint/component-selector': ['error', { type: 'element', prefix: ['co', 'ui'], style: 'kebab-case' }],
      '@angular-eslint/directive-selector': ['error', { type: 'attribute', prefix: ['co', 'ui'], style: 'camelCase' }],
      ...importFrom([
        above(
          [
            '**/apps/api/**',
            '@colophon/api',
            '@colophon/api/*',
            '@colophon/documents*',
            '@colophon/migrations',
            '@nestjs/*',
            'pg',
            'typeorm',
          ],
          'The admin reaches the API over HTTP, with the types of @colophon/api-client.',
        ),
      ]),
    },
  },
  {
    files: ['libs/ui/**/*.ts'],
    rules: importFrom([above(['**/apps/**', '@colophon/api-client*'], 'Building blocks know no feature.')]),
  },
  {
    files: ['apps/admin/**/*.html', 'libs/ui/**/*.html'],
    extends: [angular.configs.templateRecommended, angular.configs.templateAccessibility],
  },
  {
    files: ['**/*.spec.ts', 'tests/**/*.ts'],
    rules: {
      // A suite is a list of stories: its length says nothing about any function.
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      'no-restricted-syntax': ['error', NO_ENUM],
      'no-restricted-imports': 'off',
    },
  },
  {
    files: ['scripts/**/*.cjs', 'tests/**/*.cjs', 'libs/*/scripts/**/*.cjs', '*.cjs'],
    rules: {
      'max-lines': ['error', { max: 400 }],
      'no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      eqeqeq: ['error', 'smart'],
      'prefer-const': 'error',
    },
  },
);
