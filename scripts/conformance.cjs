/**
 * `npm run conformance -- FILE...` runs cases of royalties and invoices through the application's own engine, from its
 * sources, without any build; `npm run -s conformance -- --print FILE...` prints what it computes. See docs/conformance.md.
 */
'use strict';

const fs = require('node:fs');
const path = require('node:path');

const usage = 'Usage: npm run conformance -- [--print] FILE...  (see docs/conformance.md)';

/** Paths are relative to where the command was called, which npm hides from the working directory. */
const calledFrom = process.env.INIT_CWD || process.cwd();

function main(args) {
  const isPrint = args.includes('--print');
  const names = args.filter((arg) => arg !== '--print' && arg !== '--');
  const unknown = names.find((name) => name.startsWith('-'));
  if (unknown !== undefined) return stop(`The option ${unknown} is unknown. ${usage}`);
  if (names.length === 0) return stop(usage);
  const { checkFiles, printFiles } = loadConformance();
  const outcome = (isPrint ? printFiles : checkFiles)(names.map(readCaseFile));
  for (const error of outcome.errors) process.stderr.write(`${error}\n`);
  process.stdout.write(`${outcome.output}\n`);
  process.exitCode = outcome.exitCode;
}

function loadConformance() {
  require('tsx/cjs');
  return require(path.join(__dirname, '..', 'libs', 'domain', 'src', 'conformance', 'index.ts'));
}

function readCaseFile(name) {
  try {
    return { name, text: fs.readFileSync(path.resolve(calledFrom, name), 'utf8') };
  } catch (error) {
    return { name, problem: problems[error.code] ?? `can not be read (${error.code ?? error.message})` };
  }
}

const problems = {
  ENOENT: 'there is no such file',
  EISDIR: 'is a folder, not a file of cases',
  EACCES: 'may not be read',
};

function stop(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}

try {
  main(process.argv.slice(2));
} catch (error) {
  if (error?.code !== 'MODULE_NOT_FOUND') throw error;
  stop('The packages this command needs are not installed: run "npm install" first.');
}
