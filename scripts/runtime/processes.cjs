/**
 * Who is alive. A process number alone says nothing after a crash: numbers are used again, and in a container the same
 * ones come back at each start. So a process is named by its number and the moment it started.
 */
const { readFileSync, readlinkSync } = require('node:fs');
const { execFileSync } = require('node:child_process');

/** @returns {string | undefined} when the process started, as the system tells it; undefined when it is gone */
function startedAt(pid) {
  if (process.platform !== 'linux') return startedAtByPs(pid);
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name, in brackets, may hold spaces: the fields are counted from behind it. State is the 3rd, start the 22nd.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? undefined : `${bootId()}/${fields[19]}`;
  } catch {
    return undefined;
  }
}

function startedAtByPs(pid) {
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined;
  } catch {
    return undefined;
  }
}

function bootId() {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return '';
  }
}

/** @returns {{ pid: number, startedAt: string | undefined }} */
function thisProcess() {
  return { pid: process.pid, startedAt: startedAt(process.pid) };
}

/** Is this very process, and not another that got its number, still alive? */
function isAlive({ pid, startedAt: then }) {
  const now = startedAt(pid);
  return now !== undefined && (then === undefined || now === then);
}

/** Is that process the PostgreSQL of this data folder? A postmaster works inside its folder, and nobody else does. */
function isPostmasterOf(pid, cluster) {
  if (startedAt(pid) === undefined) return false;
  if (process.platform === 'linux') {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === cluster;
    } catch {
      return false;
    }
  }
  try {
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).includes(cluster);
  } catch {
    return false;
  }
}

const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

module.exports = { isAlive, isPostmasterOf, sleep, startedAt, thisProcess };
