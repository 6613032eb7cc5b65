const { mkdirSync } = require('node:fs');
const { tmpdir, userInfo } = require('node:os');
const { join } = require('node:path');

/**
 * What `npm test` runs, in order. A static check counts as one test; every test of Jest counts. The tests run on a
 * fixed clock (jest.config.cjs); the scenarios run again in January of the year after, when periods, numbers and
 * payment dates have changed years.
 */
const NEXT_JANUARY = '2027-01-12T09:00:00Z';

/** @typedef {{ name: string, group: string, command?: string, projects?: string[], environment?: object, serial?: boolean, build?: boolean }} Step */

/** @param {string} name @param {string} command @returns {Step} */
const check = (name, command) => ({ name, group: name, command });

/** @param {string} name a project of jest.config.cjs @returns {Step} */
const jest = (name, more = {}) => ({ name, group: name, projects: [name], ...more });

/** @returns {Step[]} */
function allSteps() {
  return [
    check('format', 'prettier --check --cache --log-level warn .'),
    check(
      'lint',
      'eslint --max-warnings 0 --cache --cache-strategy content --cache-location node_modules/.cache/eslint/ .',
    ),
    { ...check('types', 'tsc -b && tsc -p apps/admin/tsconfig.spec.json --noEmit --module preserve'), build: true },
    { ...check('openapi', 'node scripts/openapi.cjs --check'), build: true },
    jest('house-rules'),
    jest('domain'),
    jest('documents'),
    jest('runtime'),
    jest('migrations'),
    jest('api'),
    jest('admin'),
    jest('scenarios'),
    ...conformance(),
    jest('scenarios', { name: 'scenarios on PostgreSQL 15', environment: { COLOPHON_TEST_POSTGRES: '15' } }),
    jest('scenarios', { name: 'scenarios in January', environment: { COLOPHON_NOW: NEXT_JANUARY } }),
    jest('browser', { serial: true, build: true, environment: { TMPDIR: ownFolder() } }),
  ];
}

/** The browser is unpacked into the temporary folder: each user of the machine needs one of their own. */
function ownFolder() {
  const folder = join(tmpdir(), `colophon-${userInfo().uid}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

/** Cases of the royalty engine kept outside this repository, when the caller has some. */
function conformance() {
  const file = process.env.COLOPHON_CONFORMANCE_CASES;
  if (!file) return [];
  return [
    { name: 'conformance', group: 'conformance', counted: `node scripts/conformance.cjs ${JSON.stringify(file)}` },
  ];
}

const isStatic = (step) => step.command !== undefined;

module.exports = { allSteps, isStatic };
