/**
 * `npm run bench` measures Colophon beside baselines of the same run and prints a table and the machine
 * (docs/benchmarks.md). It is no test: a figure that misses its goal is told, never a failure.
 */
'use strict';
require('./runtime/require-node.cjs');

const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { ensureBuilt } = require('./runtime/build.cjs');
const { ROOT } = require('./runtime/checkout.cjs');
const { enter } = require('./runtime/enter.cjs');
const { ExpectedFailure } = require('./runtime/expected-failure.cjs');

const NAMES = ['royalties', 'closing', 'documents', 'batch', 'lists', 'memory', 'admin'];
const USAGE = `npm run bench                  measures everything (some ten minutes)
npm run bench -- --only NAME   only one of ${NAMES.join(', ')} (again for more)
npm run bench -- --quick       small sizes, to see that it runs
npm run bench -- --write       puts the tables into docs/benchmarks.md`;

enter(async (log) => bench(process.argv.slice(2), log));

async function bench(args, log) {
  if (args.includes('--help')) return void log(USAGE);
  const options = readOptions(args);
  await ensureBuilt(log);
  // As root, the database's account must be able to enter.
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'colophon-bench-'));
  fs.chmodSync(folder, 0o755);
  const { startEmbeddedPostgres } = require('./runtime/embedded-postgres.cjs');
  const server = await startEmbeddedPostgres({ dataDir: path.join(folder, 'data'), log });
  try {
    require('tsx/cjs');
    const { runBenchmarks, writeOutcome } = require('../tests/benchmarks/index.ts');
    const given = { isQuick: options.isQuick, serverUrl: server.url, folder, log };
    const write = (outcome) => options.isWrite && writeOutcome(path.join(ROOT, 'docs/benchmarks.md'), outcome);
    const outcome = await runBenchmarks(given, options.names, write);
    for (const [name, table] of Object.entries(outcome.tables)) log(`\n${name}\n\n${table}`);
    log(`\n${outcome.machine}`);
  } finally {
    await server.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

function readOptions(args) {
  const names = [];
  const flags = new Set();
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index];
    if (arg === '--only' && NAMES.includes(args[index + 1])) names.push(args[(index += 1)]);
    else if (arg === '--quick' || arg === '--write') flags.add(arg);
    else throw new ExpectedFailure(`npm run bench does not know ${args.slice(index).join(' ')}:\n\n${USAGE}`);
  }
  return { names: names.length ? names : NAMES, isQuick: flags.has('--quick'), isWrite: flags.has('--write') };
}
