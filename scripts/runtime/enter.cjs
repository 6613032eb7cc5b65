/** How every command begins: the packages are there, and the code runs under the project's own Node. */
const { spawn } = require('node:child_process');
const { existsSync, realpathSync } = require('node:fs');
const path = require('node:path');
const { ROOT } = require('./checkout.cjs');
const { ExpectedFailure, run } = require('./expected-failure.cjs');
const { ensureInstalled } = require('./install.cjs');

const OWN_NODE = path.join(ROOT, 'node_modules', 'node', 'bin', 'node');
const OWN_MAJOR = 24;

/** @param {(log: (sentence: string) => void) => Promise<number | void>} work its result is the exit code */
function enter(work, { quiet = false, lastLineOfFault = '' } = {}) {
  const log = (sentence) => (quiet ? process.stderr : process.stdout).write(`${sentence}\n`);
  return run(async () => {
    await ensureInstalled(log);
    return isOwnNode() ? work(log) : runAgainUnderOwnNode();
  }, lastLineOfFault);
}

function isOwnNode() {
  if (existsSync(OWN_NODE)) return realpathSync(process.execPath) === realpathSync(OWN_NODE);
  if (Number(process.versions.node.split('.')[0]) >= OWN_MAJOR) return true;
  throw new ExpectedFailure(
    `npm did not bring Node ${OWN_MAJOR} along, as when its install scripts are turned off: run ` +
      '`npm rebuild node --ignore-scripts=false`, then start again.',
  );
}

/** Signals of the terminal reach both processes; those sent to this one alone are passed on. */
function runAgainUnderOwnNode() {
  const child = spawn(OWN_NODE, process.argv.slice(1), { stdio: 'inherit' });
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

module.exports = { enter };
