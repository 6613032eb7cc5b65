/**
 * The embedded PostgreSQL: a real server, from npm, that serves one data folder on the loopback and needs nothing
 * installed. `npm start`, the command line, the tests and the benchmarks all start it here.
 */
const fs = require('node:fs');
const path = require('node:path');
const { Client } = require('pg');
const { readJson, inTurn, register } = require('./database-users.cjs');
const { ExpectedFailure } = require('./expected-failure.cjs');
const { chooseCluster, createCluster, readOrMakePassword } = require('./postgres-cluster.cjs');
const { locatePrograms } = require('./postgres-programs.cjs');
const { findServer, startServer, stopServer, turnLog } = require('./postgres-server.cjs');
const { accountFor } = require('./unprivileged.cjs');

/**
 * @typedef {object} Options
 * @property {string} dataDir the data folder; the server's own things are in its `postgres/`
 * @property {(sentence: string) => void} [log] told what takes long or what one should know
 * @property {'application' | 'command'} [kind] one application at a time, any number of commands
 * @property {boolean} [durable] false for databases that are thrown away
 * @property {'18' | '15'} [release] 15 is the oldest supported, for tests
 *
 * @param {Options} options
 * @returns {Promise<{ url: string, port: number, cluster: string, attached: boolean, stop: () => Promise<void> }>}
 *   `cluster`: the folder of the database, outside the data folder when an unprivileged account could not enter that.
 *   `attached`: the server was running already. `stop` leaves it running while another process uses it.
 * @throws {ExpectedFailure} a sentence for everything that can be put right
 */
async function startEmbeddedPostgres({
  dataDir,
  log = () => {},
  kind = 'application',
  durable = true,
  release = '18',
}) {
  const state = path.join(path.resolve(dataDir), 'postgres');
  fs.mkdirSync(state, { recursive: true });
  const user = register(state, kind);
  const stop = () => leave(state, user);
  try {
    return { ...(await inTurn(state, () => ensureRunning({ state, log, durable, release }))), stop };
  } catch (error) {
    user.leave();
    throw error;
  }
}

async function ensureRunning({ state, log, durable, release }) {
  const cluster = chooseCluster(state);
  const account = accountFor(cluster);
  const program = locatePrograms({ release, account, log });
  const password = readOrMakePassword(state);
  createCluster({ cluster, account, program, password, durable, log });
  const running = await findServer(cluster);
  const notes = path.join(state, 'server.json');
  const logFile = path.join(state, 'server.log');
  if (!running) turnLog(logFile);
  const wishedPort = readJson(notes)?.port;
  const server = running ?? (await startServer({ cluster, account, program, durable, wishedPort, logFile }));
  fs.writeFileSync(notes, JSON.stringify({ port: server.port }));
  await ensureDatabase({ port: server.port, password, logFile });
  const url = `postgres://colophon:${password}@127.0.0.1:${server.port}/colophon`;
  return { url, port: server.port, cluster, attached: running !== undefined };
}

/**
 * The application's role owns its database and is no superuser: what works here works on a house's own server.
 * Looked at on each start, because the first one may have been cut short between the two.
 */
async function ensureDatabase({ port, password, logFile }) {
  const client = new Client({ host: '127.0.0.1', port, user: 'postgres', password, database: 'postgres' });
  try {
    await client.connect();
    const { rows } = await client.query(
      `SELECT (SELECT count(*)::int FROM pg_roles WHERE rolname = 'colophon') AS roles,
              (SELECT count(*)::int FROM pg_database WHERE datname = 'colophon') AS databases`,
    );
    if (!rows[0].roles) {
      await client.query(`CREATE ROLE colophon LOGIN CREATEDB CREATEROLE PASSWORD '${password}'`);
    }
    if (!rows[0].databases) await client.query('CREATE DATABASE colophon OWNER colophon');
  } catch (error) {
    throw new ExpectedFailure(`The embedded database answers with a fault: ${error.message} (its log is ${logFile}).`);
  } finally {
    await client.end().catch(() => {});
  }
}

/** The last user turns the server off. */
async function leave(state, user) {
  await inTurn(state, async () => {
    user.leave();
    const { cluster } = readJson(path.join(state, 'place.json')) ?? {};
    if (cluster && user.isLast()) await stopServer(path.resolve(state, cluster));
  });
}

module.exports = { startEmbeddedPostgres };
