/** Runs a compiled program of the API beside its database, and ends both in good order. */
const { spawn } = require('node:child_process');
const path = require('node:path');
const { ROOT } = require('./checkout.cjs');

/** The API ends with its launcher, however that one ends. */
const FOLLOW = path.join(__dirname, 'follow-launcher.cjs');

/** Compiled code is kept between starts, which takes a quarter off each. */
const NODE_COMPILE_CACHE = path.join(ROOT, 'node_modules', '.cache', 'compiled');

/**
 * @param {{ program: string, args?: string[], environment: Record<string, string>, stop: { asked: boolean, act: () => void } }} what
 * @returns {Promise<number>} the exit code; 0 when it was asked to stop
 */
function runApi({ program, args = [], environment, stop }) {
  if (stop.asked) return Promise.resolve(0);
  const child = spawn(process.execPath, ['--require', FOLLOW, path.join(ROOT, 'apps/api/dist', program), ...args], {
    cwd: ROOT,
    env: { NODE_COMPILE_CACHE, ...process.env, ...environment },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  stop.act = () => child.kill('SIGTERM');
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(stop.asked ? 0 : (code ?? 1)));
  });
}

module.exports = { runApi };
