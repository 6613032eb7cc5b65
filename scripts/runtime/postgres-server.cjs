/** Starts, finds and stops the server of one database folder. */
const { spawn } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { ExpectedFailure } = require('./expected-failure.cjs');
const { explain, isPortTaken, isStillDying } = require('./postgres-faults.cjs');
const { freePort } = require('./ports.cjs');
const { isPostmasterOf, sleep } = require('./processes.cjs');

/** The whole product, database included, fits into 1 GiB. */
const SMALL_MEMORY = {
  shared_buffers: '64MB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  effective_cache_size: '256MB',
  max_connections: '60',
  min_wal_size: '64MB',
  max_wal_size: '512MB',
  jit: 'off',
};

/** For databases that are thrown away: nothing is waited for, so nothing survives a power cut. */
const THROWN_AWAY = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '120' };

/** @returns {{ pid: number, port: number, ready: boolean } | undefined} what the server says of itself in its folder */
function readPidFile(cluster) {
  try {
    const lines = fs.readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * The server that runs on the folder now, if any: an orphan of a Colophon that was killed, or one that another command
 * started. A pid file left by a crash whose number now belongs to another program is removed: PostgreSQL would take
 * that program for itself and refuse to start.
 */
async function findServer(cluster) {
  for (let wait = 0; wait < 600; wait++) {
    const server = readPidFile(cluster);
    if (!server) return undefined;
    if (!isPostmasterOf(server.pid, fs.realpathSync(cluster))) {
      fs.rmSync(path.join(cluster, 'postmaster.pid'), { force: true });
      return undefined;
    }
    if (server.ready) return server;
    await sleep(100);
  }
  throw new ExpectedFailure(`The database in ${cluster} has been starting for a minute: look at its log.`);
}

/** Starts the server on the wished port, or a free one, and waits until it takes connections. */
async function startServer({ cluster, account, program, durable, wishedPort, logFile }) {
  let port = await freePort(wishedPort);
  const until = Date.now() + 60_000;
  for (;;) {
    const text = await tryStart({ cluster, account, program, durable, port, logFile });
    if (text === undefined) return { ...readPidFile(cluster), port };
    const again = isPortTaken(text) || isStillDying(text);
    if (!again || Date.now() > until) throw explain({ text, cluster, logFile });
    if (isPortTaken(text)) port = await freePort();
    await sleep(200);
  }
}

/** @returns {Promise<string | undefined>} nothing when the server is ready, else what it wrote before it ended */
async function tryStart({ cluster, account, program, durable, port, logFile }) {
  const log = fs.openSync(logFile, 'a', 0o600);
  const from = fs.fstatSync(log).size;
  // A group of its own: a Ctrl-C in the terminal is for the application, which then stops the server in good order.
  const child = spawn(program('postgres'), ['-D', cluster, ...settings(port, durable)], {
    ...account,
    cwd: cluster,
    detached: true,
    stdio: ['ignore', log, log],
    env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
  });
  fs.closeSync(log);
  let ended = false;
  let fault = '';
  child.once('error', (error) => ((ended = true), (fault = error.message)));
  child.once('exit', () => (ended = true));
  while (!ended) {
    const server = readPidFile(cluster);
    if (server?.ready && server.pid === child.pid) return child.unref();
    await sleep(20);
  }
  return fault + readFrom(logFile, from);
}

function settings(port, durable) {
  const all = {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    ...SMALL_MEMORY,
    ...(durable ? {} : THROWN_AWAY),
  };
  return Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

function readFrom(file, position) {
  return fs.readFileSync(file).subarray(position).toString('utf8');
}

/** Stops the server in good order: sessions are ended, everything is written. */
async function stopServer(cluster) {
  const server = readPidFile(cluster);
  if (!server || !isPostmasterOf(server.pid, fs.realpathSync(cluster))) return;
  for (const [signal, patience] of [
    ['SIGINT', 30_000],
    ['SIGQUIT', 10_000],
  ]) {
    process.kill(server.pid, signal);
    for (const until = Date.now() + patience; Date.now() < until; await sleep(20)) {
      if (readPidFile(cluster)?.pid !== server.pid) return;
      if (!isPostmasterOf(server.pid, fs.realpathSync(cluster))) return;
    }
  }
}

/** A log that only ever grows fills the disk of a house that never looks at it. */
function turnLog(logFile, limit = 5_000_000) {
  const size = fs.statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
  if (size > limit) fs.renameSync(logFile, `${logFile}.1`);
}

module.exports = { findServer, startServer, stopServer, turnLog };
