/**
 * For the tests of this folder: a checkout of its own with these very scripts and the packages of this one, whose API
 * is a few lines. So a launcher is killed, starved and damaged without touching anything real.
 */
const { spawn } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { ROOT } = require('./checkout.cjs');
const { freePort } = require('./ports.cjs');

const MAIN = `
const { createServer } = require('node:http');
const { Client } = require('pg');
const client = new Client({ connectionString: process.env.DATABASE_URL });
client.on('error', () => {});
const stop = async () => { server.close(); await client.end(); process.exit(0); };
process.once('SIGTERM', stop); process.once('SIGINT', stop);
const server = createServer(async (request, response) => {
  if (request.method === 'POST') await client.query("INSERT INTO note VALUES ('kept')");
  response.end(String((await client.query('SELECT count(*) AS n FROM note')).rows[0].n));
});
(async () => {
  await client.connect();
  await client.query('CREATE TABLE IF NOT EXISTS note (text text)');
  server.listen(Number(process.env.PORT), process.env.HOST, () => console.log('READY', process.env.COLOPHON_EMPTY ?? 'demo'));
})();
`;

const CLI = `
const { Client } = require('pg');
(async () => {
  if (process.argv.includes('--help')) return console.log('help');
  const client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  console.log('NOTES', (await client.query('SELECT count(*) AS n FROM note')).rows[0].n, process.env.COLOPHON_CALL_DIR);
  await client.end();
  process.exitCode = Number(process.argv[2] ?? 0);
})();
`;

function makeCheckout() {
  const root = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'colophon-launcher-')));
  fs.chmodSync(root, 0o755);
  fs.cpSync(path.join(ROOT, 'scripts'), path.join(root, 'scripts'), { recursive: true });
  fs.symlinkSync(path.join(ROOT, 'node_modules'), path.join(root, 'node_modules'));
  for (const file of ['package.json', 'package-lock.json', 'tsconfig.json'])
    fs.copyFileSync(path.join(ROOT, file), path.join(root, file));
  for (const folder of ['apps/api/source', 'libs', 'migrations'])
    fs.mkdirSync(path.join(root, folder), { recursive: true });
  fs.writeFileSync(path.join(root, 'apps/api/source/main.js'), MAIN);
  fs.writeFileSync(path.join(root, 'apps/api/source/cli.js'), CLI);
  const build = { command: 'cp -R apps/api/source apps/api/dist && echo built >> builds.txt' };
  fs.writeFileSync(path.join(root, 'apps/api/project.json'), JSON.stringify({ name: 'api', targets: { build } }));
  return root;
}

/** Runs one of the scripts in a process group of its own, as a terminal does. */
function launch(root, script, { args = [], environment = {} } = {}) {
  const { DATABASE_URL, COLOPHON_DATA_DIR, PORT, HOST, NODE_OPTIONS, ...inherited } = process.env;
  const child = spawn(process.execPath, [path.join(root, 'scripts', script), ...args], {
    cwd: root,
    detached: true,
    env: { ...inherited, INIT_CWD: root, ...environment },
  });
  const running = { pid: child.pid, output: '' };
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => (running.output += piece));
  running.ended = new Promise((resolve) => child.once('close', (code) => resolve(code)));
  running.ready = async () => {
    const end = running.ended.then(() => 'ended');
    while (!running.output.includes('READY')) {
      const state = await Promise.race([end, new Promise((resolve) => setTimeout(resolve, 20))]);
      if (state === 'ended') throw new Error(`It ended before it was ready:\n${running.output}`);
    }
    return running;
  };
  running.killGroup = (signal) => process.kill(-child.pid, signal);
  return running;
}

module.exports = { freePort, launch, makeCheckout };
