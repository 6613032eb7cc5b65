/**
 * The database folder (PostgreSQL calls it a cluster): where it is, and how it is made. It lies in the data folder,
 * unless Colophon runs as root and the unprivileged account that must own it can not enter there.
 */
const { spawnSync } = require('node:child_process');
const { createHash, randomBytes } = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');
const { ExpectedFailure } = require('./expected-failure.cjs');
const { readJson } = require('./database-users.cjs');
const { damaged, explain } = require('./postgres-faults.cjs');
const { accountFor, canEnter, isRoot, letPass, openPlace } = require('./unprivileged.cjs');

/** @param {string} state the folder of passwords and notes, ours, below the data folder */
function chooseCluster(state) {
  const note = path.join(state, 'place.json');
  const known = readJson(note)?.cluster;
  const cluster = known ?? freshPlace(state);
  if (known && path.isAbsolute(known) && !fs.existsSync(known)) {
    throw new ExpectedFailure(
      `The database of this data folder was in ${known}, which is gone: put it back, or remove ${note} to begin with an empty one.`,
    );
  }
  if (!known) writeWhole(note, JSON.stringify({ cluster: path.dirname(cluster) === state ? 'cluster' : cluster }));
  // A place inside the data folder is noted relative to it, so that the folder can be moved.
  return path.resolve(state, cluster);
}

/** In full or not at all: half a password, on a disk that was full, would lock the house out of its own data. */
function writeWhole(file, text, options) {
  fs.writeFileSync(`${file}.new`, text, { ...options, flush: true });
  fs.renameSync(`${file}.new`, file);
}

function freshPlace(state) {
  const inside = path.join(state, 'cluster');
  if (!isRoot()) return inside;
  for (const folder of [path.dirname(state), state]) letPass(folder);
  if (canEnter(state, accountFor(inside))) return inside;
  const place = openPlace(createHash('sha256').update(fs.realpathSync(state)).digest('hex').slice(0, 16));
  fs.mkdirSync(path.dirname(place), { recursive: true, mode: 0o755 });
  fs.mkdirSync(place, { recursive: true, mode: 0o711 });
  return path.join(place, 'cluster');
}

/** Makes the cluster unless it is there. It appears under its name only when complete. */
function createCluster({ cluster, account, program, password, durable, log }) {
  if (fs.existsSync(cluster)) return checkCluster({ cluster, account, program });
  log('Making the database (once)…');
  const unfinished = `${cluster}.unfinished`;
  fs.rmSync(unfinished, { recursive: true, force: true });
  fs.mkdirSync(unfinished, { mode: 0o700 });
  const passwordFile = `${cluster}.password`;
  fs.writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account) for (const own of [unfinished, passwordFile]) fs.chownSync(own, account.uid, account.gid);
  try {
    initdb({ folder: unfinished, account, program, passwordFile, durable });
    fs.renameSync(unfinished, cluster);
  } finally {
    fs.rmSync(passwordFile, { force: true });
    fs.rmSync(unfinished, { recursive: true, force: true });
  }
}

/** French order by ICU; letters as Unicode knows them (C.UTF-8), messages in English because we read them. */
function initdb({ folder, account, program, passwordFile, durable }) {
  const options = [
    '-D',
    folder,
    '-U',
    'postgres',
    `--pwfile=${passwordFile}`,
    '-A',
    'scram-sha-256',
    '-E',
    'UTF8',
    '-k',
  ];
  const locale = ['--locale=C', '--locale-provider=icu', '--icu-locale=fr-FR', '--lc-messages=C'];
  const speed = durable ? [] : ['--no-sync'];
  let text = '';
  for (const letters of ['C.UTF-8', 'en_US.UTF-8', 'C']) {
    const result = spawnSync(program('initdb'), [...options, ...locale, `--lc-ctype=${letters}`, ...speed], {
      ...account,
      cwd: path.dirname(folder),
      encoding: 'utf8',
      env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
    });
    if (result.status === 0) return;
    text = `${result.error?.message ?? ''}${result.stderr ?? ''}`;
    if (!/invalid locale/.test(text)) break;
  }
  throw explain({ text, cluster: folder });
}

function checkCluster({ cluster, account, program }) {
  if (account ? !canEnter(cluster, account) : !mayUse(cluster)) {
    throw new ExpectedFailure(
      `The database folder ${cluster} belongs to another account (${fs.statSync(cluster).uid}), or lies where it can not ` +
        'enter: start Colophon as the one who made it, or choose another folder with COLOPHON_DATA_DIR.',
    );
  }
  const file = path.join(cluster, 'PG_VERSION');
  if (!fs.existsSync(file)) throw damaged(cluster, '(its PG_VERSION is missing)');
  const made = fs.readFileSync(file, 'utf8').trim();
  const ours = spawnSync(program('postgres'), ['--version'], { ...account, cwd: '/', encoding: 'utf8' });
  const [, major] = /\) (\d+)/.exec(ours.stdout ?? '') ?? [];
  if (major && major !== made) {
    throw new ExpectedFailure(
      `The database folder ${cluster} was made by PostgreSQL ${made}, and this Colophon brings ${major}: ` +
        'back it up with the Colophon that made it, and restore that backup here.',
    );
  }
}

function mayUse(cluster) {
  return fs.statSync(cluster).uid === process.getuid?.();
}

/** The password of the database, made once, readable by its owner only. */
function readOrMakePassword(state) {
  const file = path.join(state, 'password');
  if (!fs.existsSync(file)) {
    if (fs.existsSync(path.join(state, 'place.json')) && hasCluster(state)) {
      throw new ExpectedFailure(`The database's password file ${file} is missing: put it back from your backup.`);
    }
    writeWhole(file, randomBytes(24).toString('base64url'), { mode: 0o600 });
  }
  return fs.readFileSync(file, 'utf8').trim();
}

function hasCluster(state) {
  return fs.existsSync(path.resolve(state, readJson(path.join(state, 'place.json')).cluster));
}

module.exports = { chooseCluster, createCluster, readOrMakePassword };
