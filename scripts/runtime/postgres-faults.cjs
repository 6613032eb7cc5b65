/** What PostgreSQL says in its log, told in one sentence that a person can act on. */
const { ExpectedFailure } = require('./expected-failure.cjs');

const DAMAGED =
  /not a valid data directory|checkpoint record|control file|checksum|could not (open|read|access) (file|directory|the)|is missing|invalid (data|record|magic)|incorrect|lacks|PANIC|configuration file .* contains errors|unrecognized|could not load|syntax error/i;

/** The last lines of the log that say why the server stopped. */
function lastFault(text) {
  const faults = text.split('\n').filter((line) => /\b(FATAL|PANIC|ERROR)\b|error:|: could not/.test(line));
  return (faults.at(-1) ?? text.trim().split('\n').at(-1) ?? '').replace(/^[\d-]+ [\d:.]+ \S+ \[\d+\] /, '').trim();
}

const isPortTaken = (text) => /Address already in use|could not bind/.test(text);

/** The memory of a server that was killed is still in use while its last processes end. */
const isStillDying = (text) => /pre-existing shared memory block/.test(text);

/** @param {{ text: string, cluster: string, logFile?: string }} fault @returns {ExpectedFailure} */
function explain({ text, cluster, logFile }) {
  const last = lastFault(text);
  const because = `(${last || 'it said nothing'}${logFile ? `; its log is ${logFile}` : ''})`;
  if (/No space left on device|Disk quota exceeded/.test(text)) {
    return new ExpectedFailure(`The disk is full, so that the database can not start: free some space ${because}.`);
  }
  if (/could not (map|create) (anonymous )?shared memory|Cannot allocate memory|out of memory/.test(text)) {
    return new ExpectedFailure(`There is not enough memory to start the database: Colophon needs 1 GiB ${because}.`);
  }
  if (/Permission denied|has wrong ownership|invalid permissions/.test(text)) {
    return new ExpectedFailure(`The database may not use ${cluster}: give the folder back to its owner ${because}.`);
  }
  if (DAMAGED.test(text)) return damaged(cluster, because);
  return new ExpectedFailure(`The embedded PostgreSQL does not start ${because}.`);
}

/** @param {string} because @returns {ExpectedFailure} */
function damaged(cluster, because) {
  return new ExpectedFailure(
    `The database folder ${cluster} is damaged ${because}: move it away and restore a backup ` +
      '(`npm run colophon -- restore FILE`), or ask for help before changing anything in it.',
  );
}

module.exports = { damaged, explain, isPortTaken, isStillDying };
