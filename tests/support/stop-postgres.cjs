/** Jest's globalTeardown. */
const { rmSync } = require('node:fs');

module.exports = async function stopPostgres() {
  const { server, dataDir } = globalThis.colophonTestServer ?? {};
  if (!server) return;
  globalThis.colophonTestServer = undefined;
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
};
