/**
 * `npm run conformance -- FILE...` runs cases of royalties and invoices through the application's own engine, from its
 * sources, without any build; `npm run -s conformance -- --print FILE...` prints what it computes (docs/conformance.md).
 */
'use strict';
require('./runtime/require-node.cjs');

const fs = require('node:fs');
const path = require('node:path');
const { enter } = require('./runtime/enter.cjs');
const { ExpectedFailure } = require('./runtime/expected-failure.cjs');

const USAGE = 'Usage: npm run conformance -- [--print] FILE... (see docs/conformance.md)';

/** Paths are relative to where the command was called, which npm hides from the working directory. */
const CALLED_FROM = process.env.INIT_CWD || process.cwd();

const PROBLEMS = {
  ENOENT: 'there is no such file',
  EISDIR: 'is a folder, not a file of cases',
  EACCES: 'may not be read',
};

enter(async () => runCases(process.argv.slice(2)), { quiet: true });

function runCases(args) {
  const isPrint = args.includes('--print');
  const names = args.filter((arg) => arg !== '--print' && arg !== '--');
  const unknown = names.find((name) => name.startsWith('-'));
  if (unknown !== undefined) throw new ExpectedFailure(`The option ${unknown} is unknown. ${USAGE}`);
  if (names.length === 0) throw new ExpectedFailure(USAGE);
  const { checkFiles, printFiles } = loadConformance();
  const outcome = (isPrint ? printFiles : checkFiles)(names.map(readCaseFile));
  for (const error of outcome.errors) process.stderr.write(`${error}\n`);
  process.stdout.write(`${outcome.output}\n`);
  return outcome.exitCode;
}

function loadConformance() {
  require('tsx/cjs');
  return require('../libs/domain/src/conformance/index.ts');
}

function readCaseFile(name) {
  try {
    return { name, text: fs.readFileSync(path.resolve(CALLED_FROM, name), 'utf8') };
  } catch (error) {
    return { name, problem: PROBLEMS[error.code] ?? `can not be read (${error.code ?? error.message})` };
  }
}
