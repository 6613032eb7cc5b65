/** `npm run colophon -- …`: the use cases without a browser, on the running database or on one started for them. */
const { ensureBuilt } = require('./build.cjs');
const { callFolder } = require('./checkout.cjs');
const { openDatabase } = require('./database.cjs');
const { runApi } = require('./run-api.cjs');
const { listenForStop } = require('./stop-signal.cjs');

const asksForHelp = (args) =>
  args.length === 0 || args[0] === 'help' || args.some((argument) => ['--help', '-h'].includes(argument));

async function runCommand(args, log) {
  await ensureBuilt(log);
  const stop = listenForStop();
  const environment = { COLOPHON_CALL_DIR: callFolder() };
  if (asksForHelp(args)) return runApi({ program: 'cli.js', args, environment, stop });
  const database = await openDatabase({ kind: 'command', log });
  try {
    return await runApi({ program: 'cli.js', args, environment: { ...environment, ...database.environment }, stop });
  } finally {
    await database.stop();
  }
}

module.exports = { runCommand };
