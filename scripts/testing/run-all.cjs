/** `npm test`: every step, its summary, and on the last line how many passed and failed. */
const { ensureBuilt } = require('../runtime/build.cjs');
const { sentenceFor, ExpectedFailure } = require('../runtime/expected-failure.cjs');
const { runStep } = require('./run-step.cjs');
const { allSteps, isStatic } = require('./steps.cjs');

/** @returns {Promise<number>} the exit code */
async function runAll(args, log) {
  const { only, extra } = readArguments(args);
  const steps = allSteps().filter(({ group }) => !only.length || only.includes(group));
  const results = [];
  const report = (result) => (results.push(result), show(result, log));
  const needsBuild = !only.length || only.includes('build') || steps.some(({ build }) => build);
  if (needsBuild) report(await runBuild(log));
  await inPairs(steps.filter(isStatic), async (step) => report(await runStep(step, extra)));
  for (const step of steps.filter((other) => !isStatic(other))) report(await runStep(step, extra));
  return sumUp(results, log);
}

/** `--only domain,api` or several `--only`; whatever else is given is handed to Jest, as in `--only api -t invoice`. */
function readArguments(args) {
  const names = new Set(['build', ...allSteps().map(({ group }) => group)]);
  const only = [];
  const extra = [];
  for (let index = 0; index < args.length; index++) {
    if (args[index] === '--only') only.push(...(args[++index] ?? '').split(','));
    else extra.push(args[index]);
  }
  const unknown = only.find((name) => !names.has(name));
  if (unknown !== undefined) {
    throw new ExpectedFailure(`npm test -- --only does not know “${unknown}”: give one of ${[...names].join(', ')}.`);
  }
  return { only, extra };
}

/** Building the API and the admin is a check too: the admin's templates are type-checked there. */
async function runBuild(log) {
  const begin = Date.now();
  const seconds = () => (Date.now() - begin) / 1000;
  try {
    await ensureBuilt(log);
    return { name: 'build', passed: 1, failed: 0, seconds: seconds(), output: '' };
  } catch (error) {
    return { name: 'build', passed: 0, failed: 1, seconds: seconds(), output: sentenceFor(error) ?? error.stack };
  }
}

/** Two at a time: the static checks use one core each. */
async function inPairs(steps, work) {
  const queue = [...steps];
  const worker = async () => {
    for (let step = queue.shift(); step; step = queue.shift()) await work(step);
  };
  await Promise.all([worker(), worker()]);
}

function show({ name, passed, failed, seconds, output }, log) {
  if (failed && output) log(`\n${output}\n`);
  log(
    `${failed ? '✗' : '✓'} ${name.padEnd(28)} ${String(passed).padStart(5)} passed ${failed ? `${failed} FAILED` : ''} (${seconds.toFixed(1)} s)`,
  );
}

function sumUp(results, log) {
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  const failing = results.filter(({ failed }) => failed).map(({ name }) => name);
  log(failing.length ? `\nFailed: ${failing.join(', ')}\n` : '');
  log(`${sum('passed')} passed, ${sum('failed')} failed`);
  return failing.length ? 1 : 0;
}

module.exports = { runAll };
