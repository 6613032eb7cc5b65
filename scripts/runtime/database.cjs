/** The database of this house: its own server when DATABASE_URL names one, else the embedded one. */
const { dataFolder } = require('./checkout.cjs');

/**
 * @param {{ kind: 'application' | 'command', log: (sentence: string) => void }} options
 * @returns {Promise<{ environment: Record<string, string>, stop: () => Promise<void> }>}
 */
async function openDatabase({ kind, log }) {
  const dataDir = dataFolder();
  if (process.env.DATABASE_URL) {
    await require('./own-database.cjs').checkOwnDatabase(process.env.DATABASE_URL);
    return { environment: { COLOPHON_DATA_DIR: dataDir }, stop: async () => {} };
  }
  const server = await require('./embedded-postgres.cjs').startEmbeddedPostgres({ dataDir, kind, log });
  if (kind === 'application' && !server.cluster.startsWith(dataDir)) {
    log(`As root, the database runs as an unprivileged account, with its data in ${server.cluster}.`);
  }
  const environment = { COLOPHON_DATA_DIR: dataDir, DATABASE_URL: server.url, COLOPHON_EMBEDDED: '1' };
  return { environment, stop: server.stop };
}

module.exports = { openDatabase };
