/** A PostgreSQL of the house's own (DATABASE_URL): said early and in one sentence when it can not be used. */
const { Client } = require('pg');
const { ExpectedFailure } = require('./expected-failure.cjs');

const OLDEST = 15;

const REMEDIES = {
  ECONNREFUSED: 'nothing answers there: is the server running, and are host and port right?',
  ENOTFOUND: 'its host is not known: is the name right?',
  EAI_AGAIN: 'its host is not known: is the name right, and is there a network?',
  ETIMEDOUT: 'it does not answer in time: are host, port and firewall right?',
  '28P01': 'user or password are refused.',
  28000: 'the server does not let this user in.',
  '3D000': 'that database does not exist: create it first (`CREATE DATABASE …`).',
};

/** @param {string} url @throws {ExpectedFailure} */
async function checkOwnDatabase(url) {
  const shown = withoutPassword(url);
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  // A server that goes away while it is asked is reported by the query, not by an event that nobody hears.
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query('SHOW server_version_num');
    const major = Math.trunc(Number(rows[0].server_version_num) / 10_000);
    if (major < OLDEST) {
      throw new ExpectedFailure(
        `DATABASE_URL (${shown}) is PostgreSQL ${major}, and Colophon needs ${OLDEST} or later.`,
      );
    }
  } catch (error) {
    if (error instanceof ExpectedFailure) throw error;
    const code = error.code ?? error.errors?.[0]?.code;
    throw new ExpectedFailure(`DATABASE_URL (${shown}) can not be used: ${REMEDIES[code] ?? error.message}`);
  } finally {
    await client.end().catch(() => {});
  }
}

/** The address as it may be shown on a screen. @throws {ExpectedFailure} when it is none */
function withoutPassword(text) {
  let url;
  try {
    url = new URL(text);
  } catch {
    url = undefined;
  }
  if (!url || !/^postgres(ql)?:$/.test(url.protocol)) {
    throw new ExpectedFailure('DATABASE_URL is not an address like postgres://user:password@host:5432/database.');
  }
  return `${url.protocol}//${url.username ? `${url.username}@` : ''}${url.host}${url.pathname}`;
}

module.exports = { checkOwnDatabase };
