/** Runs one step and counts what passed and what failed in it. */
const { spawn } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { ROOT } = require('../runtime/checkout.cjs');

/** @typedef {{ name: string, passed: number, failed: number, seconds: number, output: string }} Result */

/** @param {import('./steps.cjs').Step} step @param {string[]} extra for Jest @returns {Promise<Result>} */
async function runStep(step, extra) {
  const begin = Date.now();
  const result = await (step.command ? runCheck(step) : step.counted ? runCounted(step) : runJest(step, extra));
  return { name: step.name, ...result, seconds: (Date.now() - begin) / 1000 };
}

async function runCheck({ command }) {
  const { code, output } = await execute(command, {});
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output };
}

/** A program whose last line is "N passed, N failed". */
async function runCounted({ counted }) {
  const { code, output } = await execute(counted, {});
  const [, passed, failed] = /(\d+) passed, (\d+) failed\s*$/.exec(output) ?? [];
  if (passed === undefined) return { passed: 0, failed: 1, output };
  return { passed: Number(passed), failed: Number(failed) || (code === 0 ? 0 : 1), output };
}

async function runJest({ projects, environment, serial }, extra) {
  const report = path.join(ROOT, 'tmp', `jest-${process.pid}.json`);
  fs.mkdirSync(path.dirname(report), { recursive: true });
  fs.rmSync(report, { force: true });
  const options = [
    '--selectProjects',
    ...projects,
    '--json',
    `--outputFile=${report}`,
    ...(serial ? ['--runInBand'] : []),
  ];
  const quoted = [...options, ...extra].map((option) => JSON.stringify(option)).join(' ');
  const { code, output } = await execute(`node node_modules/jest/bin/jest.js ${quoted}`, environment ?? {});
  const counts = fs.existsSync(report) ? countReport(JSON.parse(fs.readFileSync(report, 'utf8'))) : undefined;
  fs.rmSync(report, { force: true });
  if (!counts) return { passed: 0, failed: 1, output };
  // Jest can fail as a whole, its tests all green: a global setup that breaks, no test found at all.
  const failed = counts.failed || (code === 0 ? 0 : 1);
  return { passed: counts.passed, failed, output: counts.skipped ? `${output}\n${counts.skipped}` : output };
}

/** A test that is skipped, or a file that can not be read, has not passed: it counts as failed. */
function countReport(report) {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, numRuntimeErrorTestSuites } = report;
  const skipped = numPendingTests + numTodoTests;
  return {
    passed: numPassedTests,
    failed: numFailedTests + numRuntimeErrorTestSuites + skipped,
    skipped: skipped ? `${skipped} tests were skipped: a test runs, or it is removed.` : '',
  };
}

/** Standard output of Jest is its JSON report, which is in a file already: only what it tells people is kept. */
function execute(command, environment) {
  const bin = path.join(ROOT, 'node_modules', '.bin');
  const isJest = command.includes('--json');
  const child = spawn(command, {
    cwd: ROOT,
    shell: true,
    stdio: ['ignore', isJest ? 'ignore' : 'pipe', 'pipe'],
    env: { ...process.env, ...environment, NO_COLOR: '1', PATH: `${bin}${path.delimiter}${process.env.PATH}` },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (piece) => (output += piece));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output: output.trim() }));
  });
}

module.exports = { runStep };
