/**
 * PostgreSQL refuses to run as root. As root, its programs run as an account that every system already has and that
 * may do nothing (nobody); no account is created. That account must be able to enter the folders it works in.
 */
const { spawnSync } = require('node:child_process');
const { chmodSync, readFileSync, statSync } = require('node:fs');
const path = require('node:path');

/** Where data and programs go when the usual place is closed to the unprivileged account. */
const OPEN_PLACE = '/var/lib/colophon';

const isRoot = () => process.getuid?.() === 0;

/** @returns {{ uid: number, gid: number }} the account nobody, which has another number on some systems */
function nobody() {
  try {
    const line = readFileSync('/etc/passwd', 'utf8').match(/^nobody:[^:]*:(\d+):(\d+):/m);
    if (line) return { uid: Number(line[1]), gid: Number(line[2]) };
  } catch {
    // No such file on this system: the number below is the usual one.
  }
  return { uid: 65534, gid: 65534 };
}

/** Asked of the system itself: permissions, mounts and access lists all have a say. */
function canEnter(folder, account) {
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...account, cwd: '/' }).status === 0;
}

/**
 * The account that runs PostgreSQL on this folder: of a folder already made its owner, else nobody; none unless root.
 * @returns {{ uid: number, gid: number } | undefined}
 */
function accountFor(cluster) {
  if (!isRoot()) return undefined;
  const owner = statSync(cluster, { throwIfNoEntry: false });
  return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : nobody();
}

/** Lets others pass through (not list or read) a folder of ours, so that the account reaches what is its own below. */
function letPass(folder) {
  const { mode } = statSync(folder);
  if ((mode & 0o001) === 0) chmodSync(folder, (mode & 0o777) | 0o011);
}

const openPlace = (...names) => path.join(OPEN_PLACE, ...names);

module.exports = { accountFor, canEnter, isRoot, letPass, openPlace };
