/**
 * Who uses a database folder now: at most one application (`npm start`) and any number of commands. The server is
 * started by whoever comes first and stopped by whoever leaves last. A user that was killed left its name behind: names
 * of the dead are crossed out by the next who looks.
 */
const { mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } = require('node:fs');
const path = require('node:path');
const { ExpectedFailure } = require('./expected-failure.cjs');
const { isAlive, sleep, thisProcess } = require('./processes.cjs');

let registrations = 0;

/** Registers this process among the users of the folder. @param {'application' | 'command'} kind */
function register(state, kind) {
  const folder = path.join(state, 'users');
  mkdirSync(folder, { recursive: true });
  const others = livingUsers(folder);
  const application = others.find((user) => user.kind === 'application');
  if (kind === 'application' && application) {
    throw new ExpectedFailure(
      `Colophon is already running on this data folder (process ${application.pid}): stop it first, ` +
        'or choose another folder with COLOPHON_DATA_DIR.',
    );
  }
  const file = path.join(folder, `${process.pid}-${++registrations}.json`);
  writeFileSync(file, JSON.stringify({ ...thisProcess(), kind }));
  return {
    leave: () => rmSync(file, { force: true }),
    isLast: () => livingUsers(folder).length === 0,
  };
}

function livingUsers(folder) {
  const living = [];
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name);
    const user = readJson(file);
    if (user && isAlive(user)) living.push(user);
    else rmSync(file, { force: true });
  }
  return living;
}

/** Starting and stopping exclude each other, also between processes. Waits up to `patience` ms for another's turn. */
async function inTurn(state, work, patience = 90_000) {
  const file = path.join(state, 'turn.json');
  const until = Date.now() + patience;
  while (!takeTurn(file)) {
    if (Date.now() > until) {
      throw new ExpectedFailure(
        `Another start of Colophon on this data folder (process ${readJson(file)?.pid}) does not get ready: stop it first.`,
      );
    }
    await sleep(50);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function takeTurn(file) {
  try {
    writeFileSync(file, JSON.stringify(thisProcess()), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    const holder = readJson(file);
    // An empty file is being written at this moment, or was when its writer died: both are over in a second.
    if (holder ? !isAlive(holder) : isOld(file)) rmSync(file, { force: true });
    return false;
  }
}

function isOld(file) {
  try {
    return Date.now() - statSync(file).mtimeMs > 1000;
  } catch {
    return false;
  }
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

module.exports = { inTurn, readJson, register };
