/** `npm start`: everything that is missing is made, then the house is served on one port until it is stopped. */
const { ensureBuilt } = require('./build.cjs');
const { openDatabase } = require('./database.cjs');
const { ExpectedFailure } = require('./expected-failure.cjs');
const { listenFault } = require('./ports.cjs');
const { runApi } = require('./run-api.cjs');
const { listenForStop } = require('./stop-signal.cjs');

const USAGE = `npm start              serves the demonstration house, with its data in .data/
npm start -- --empty   starts an empty house and prints a link for its owner

PORT (3000), HOST (127.0.0.1), COLOPHON_DATA_DIR (.data) and DATABASE_URL (the embedded
PostgreSQL) are read from the environment.`;

async function startApplication(args, log) {
  if (args.includes('--help') || args.includes('-h')) return void log(USAGE);
  const unknown = args.find((argument) => argument !== '--empty');
  if (unknown) throw new ExpectedFailure(`npm start does not know ${unknown}:\n\n${USAGE}`);
  const place = await checkedPlace();
  await ensureBuilt(log);
  const stop = listenForStop();
  const database = await openDatabase({ kind: 'application', log });
  try {
    const empty = args.includes('--empty') ? { COLOPHON_EMPTY: '1' } : {};
    return await runApi({ program: 'main.js', environment: { ...database.environment, ...place, ...empty }, stop });
  } finally {
    await database.stop();
  }
}

/** Looked at before anything is started: a port that is taken is the commonest fault of all. */
async function checkedPlace() {
  const HOST = process.env.HOST || '127.0.0.1';
  const PORT = process.env.PORT || '3000';
  if (!/^\d{1,5}$/.test(PORT) || Number(PORT) > 65_535)
    throw new ExpectedFailure(`PORT=${PORT} is not a port (1 to 65535).`);
  const fault = await listenFault(Number(PORT), HOST);
  if (fault === 'EADDRINUSE') {
    throw new ExpectedFailure(
      `Port ${PORT} is taken by another program, or by Colophon itself: stop it, or choose another port ` +
        `(PORT=${Number(PORT) + 1} npm start).`,
    );
  }
  if (fault === 'EACCES')
    throw new ExpectedFailure(`Port ${PORT} is for root only: choose one above 1023 (PORT=3000 npm start).`);
  if (fault) throw new ExpectedFailure(`HOST=${HOST} is not an address of this machine (${fault}).`);
  return { HOST, PORT };
}

module.exports = { startApplication };
