/** Installs the packages that are missing or of another version than package-lock.json wants. */
const { spawnSync } = require('node:child_process');
const { existsSync, mkdirSync, readFileSync } = require('node:fs');
const path = require('node:path');
const { ROOT } = require('./checkout.cjs');
const { inTurn } = require('./database-users.cjs');
const { ExpectedFailure } = require('./expected-failure.cjs');

const PATIENCE = 15 * 60_000;

async function ensureInstalled(log) {
  if (isInstalled()) return;
  await inTurn(
    turnFolder(),
    async () => {
      if (isInstalled()) return;
      log('Installing the packages that are missing (a minute or two, once)…');
      install();
      if (!isInstalled())
        throw new ExpectedFailure('npm did not install everything: run `npm install` and read what it says.');
    },
    PATIENCE,
  );
}

/** npm notes what it has installed when it is done; that is compared, package by package, with what is wanted. */
function isInstalled() {
  const wanted = readLock(path.join(ROOT, 'package-lock.json'));
  const installed = readLock(path.join(ROOT, 'node_modules', '.package-lock.json'));
  if (!wanted || !installed) return false;
  return Object.entries(wanted).every(([place, entry]) => {
    if (!place.startsWith('node_modules/') && !place.includes('/node_modules/')) return true;
    const found = installed[place];
    // The packages of other platforms are in the lock file, and are not installed.
    if (!found) return Boolean(entry.optional || entry.devOptional);
    return found.version === entry.version;
  });
}

function readLock(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : undefined;
}

/** Not `npm ci`: it refuses a lock file when a registry lacks the optional packages of some other platform. */
function install() {
  const options = ['install', '--no-audit', '--no-fund', '--include=dev', '--include=optional', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  const [program, first] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
  const result = spawnSync(program, [...first, ...options], {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (result.status === 0) return;
  const said = `${result.stdout ?? ''}${result.stderr ?? ''}${result.error?.message ?? ''}`.trim();
  throw new ExpectedFailure(
    `${said}\n\nThe packages could not be installed: look at what npm says above, then start again.`,
  );
}

/** Two commands at once must not install or build the same thing. */
function turnFolder() {
  const folder = path.join(ROOT, 'tmp');
  mkdirSync(folder, { recursive: true });
  return folder;
}

module.exports = { PATIENCE, ensureInstalled, turnFolder };
