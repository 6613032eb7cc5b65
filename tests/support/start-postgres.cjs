/**
 * Jest's globalSetup: one PostgreSQL for the whole run, thrown away afterwards. COLOPHON_TEST_POSTGRES=15 takes the
 * oldest release that Colophon supports.
 */
const { mkdtempSync, readdirSync, rmSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const path = require('node:path');
const { readJson } = require('../../scripts/runtime/database-users.cjs');
const { startEmbeddedPostgres } = require('../../scripts/runtime/embedded-postgres.cjs');
const { isAlive, thisProcess } = require('../../scripts/runtime/processes.cjs');

const PREFIX = 'colophon-test-';

module.exports = async function startPostgres() {
  if (globalThis.colophonTestServer) return;
  await removeLeftovers();
  const dataDir = mkdtempSync(path.join(tmpdir(), PREFIX));
  const owner = thisProcess();
  writeFileSync(path.join(dataDir, 'owner.json'), JSON.stringify(owner));
  const release = process.env.COLOPHON_TEST_POSTGRES ?? '18';
  const server = await startEmbeddedPostgres({ dataDir, durable: false, release });
  globalThis.colophonTestServer = { server, dataDir };
  process.env.COLOPHON_TEST_SERVER_URL = server.url;
};

/** A test run that was killed left its server running: the next run stops it. */
async function removeLeftovers() {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const dataDir = path.join(tmpdir(), name);
    const owner = readJson(path.join(dataDir, 'owner.json'));
    if (!owner || isAlive(owner)) continue;
    const release = readJson(path.join(dataDir, 'postgres/cluster/PG_VERSION')) === 15 ? '15' : '18';
    try {
      await (await startEmbeddedPostgres({ dataDir, durable: false, release, kind: 'command' })).stop();
    } catch {
      // It was cut short before it held anything: there is no server to stop.
    }
    rmSync(dataDir, { recursive: true, force: true });
  }
}
