/** The launcher as people meet it: as a process that is started, interrupted, killed and fed with faults. */
import { existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
// eslint-disable-next-line @typescript-eslint/no-require-imports -- the scripts are plain CommonJS, they run before any build
const { freePort, launch, makeCheckout } = require('./small-checkout.cjs') as SmallCheckout;

interface Launched {
  pid: number;
  output: string;
  ended: Promise<number | null>;
  ready(): Promise<Launched>;
  killGroup(signal: NodeJS.Signals): void;
}

interface SmallCheckout {
  freePort(): Promise<number>;
  makeCheckout(): string;
  launch(root: string, script: string, options?: { args?: string[]; environment?: Record<string, string> }): Launched;
}

jest.setTimeout(60_000);

let root: string;
let port: number;
const state = (...names: string[]): string => join(root, '.data', 'postgres', ...names);
const start = (environment = {}, args: string[] = []): Launched =>
  launch(root, 'start.cjs', { args, environment: { PORT: String(port), ...environment } });
const notes = async (method = 'GET'): Promise<string> => (await fetch(`http://127.0.0.1:${port}`, { method })).text();

const stop = async (running: Launched): Promise<number | null> => {
  running.killGroup('SIGINT');
  return running.ended;
};

beforeEach(async () => {
  root = makeCheckout();
  port = await freePort();
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

const expectOneSentence = (output: string, sentence: RegExp): void => {
  expect(output).toMatch(sentence);
  expect(output).not.toMatch(/^\s+at .*:\d+/m);
  expect(output.trim().split('\n')).toHaveLength(1);
};

it('builds once, keeps what was written, and ends with 0 on Ctrl-C, database included', async () => {
  const first = await start().ready();
  expect(await notes('POST')).toBe('1');
  expect(await stop(first)).toBe(0);
  expect(existsSync(state('cluster', 'postmaster.pid'))).toBe(false);
  const second = await start({}, ['--empty']).ready();
  expect(second.output).toContain('READY 1');
  expect(second.output).not.toContain('Building');
  expect(await notes()).toBe('1');
  expect(await stop(second)).toBe(0);
  expect(readFileSync(join(root, 'builds.txt'), 'utf8')).toBe('built\n');
});

it('recovers what was committed after kill -9 of the whole process group', async () => {
  const killed = await start().ready();
  expect(await notes('POST')).toBe('1');
  killed.killGroup('SIGKILL');
  await killed.ended;
  const again = await start().ready();
  expect(await notes()).toBe('1');
  expect(await stop(again)).toBe(0);
  expect(existsSync(state('cluster', 'postmaster.pid'))).toBe(false);
});

it('recovers after the database itself was killed, also when its number now belongs to another program', async () => {
  const killed = await start().ready();
  expect(await notes('POST')).toBe('1');
  const pidFile = state('cluster', 'postmaster.pid');
  const lines = readFileSync(pidFile, 'utf8').split('\n');
  process.kill(Number(lines[0]), 'SIGKILL');
  killed.killGroup('SIGKILL');
  await killed.ended;
  writeFileSync(pidFile, [String(process.pid), ...lines.slice(1)].join('\n'));
  const again = await start().ready();
  expect(await notes()).toBe('1');
  expect(await stop(again)).toBe(0);
});

it('lets the API end when only its launcher is killed, so that the port is free again', async () => {
  const killed = await start().ready();
  process.kill(killed.pid, 'SIGKILL');
  await killed.ended;
  const again = await start().ready();
  expect(await stop(again)).toBe(0);
});

it('refuses a second start on the same data folder, in one sentence', async () => {
  const first = await start().ready();
  const second = start({ PORT: String(await freePort()) });
  expect(await second.ended).toBe(1);
  expectOneSentence(second.output, /already running on this data folder \(process \d+\)/);
  expect(await stop(first)).toBe(0);
});

it('runs a command on the running database, leaves it running, and passes on its exit code', async () => {
  const application = await start().ready();
  await notes('POST');
  const command = launch(root, 'colophon.cjs', { args: ['3'], environment: { INIT_CWD: '/usr' } });
  expect(await command.ended).toBe(3);
  expect(command.output).toBe('NOTES 1 /usr\n');
  expect(await notes()).toBe('1');
  expect(await stop(application)).toBe(0);
  const alone = launch(root, 'colophon.cjs', { args: ['0'] });
  expect(await alone.ended).toBe(0);
  expect(alone.output).toContain('NOTES 1');
  expect(existsSync(state('cluster', 'postmaster.pid'))).toBe(false);
});

it('needs no database to show the help of a command', async () => {
  const help = launch(root, 'colophon.cjs', { args: ['import', '--help'] });
  expect(await help.ended).toBe(0);
  expect(existsSync(join(root, '.data'))).toBe(false);
});

describe('with a fault that a person can put right', () => {
  const listening = (): Promise<Server> =>
    new Promise((resolve) => {
      const server = createServer();
      server.listen(port, '127.0.0.1', () => resolve(server));
    });

  it('names the port that is taken, and starts nothing', async () => {
    const other = await listening();
    const refused = start();
    expect(await refused.ended).toBe(1);
    other.close();
    expectOneSentence(refused.output, new RegExp(`Port ${port} is taken`));
    expect(existsSync(join(root, '.data'))).toBe(false);
  });

  it.each([
    [{ PORT: 'three' }, /PORT=three is not a port/],
    [{ HOST: '203.0.113.7' }, /HOST=203.0.113.7 is not an address of this machine/],
    [{ DATABASE_URL: 'mysql://localhost/x' }, /not an address like postgres:/],
    [{ DATABASE_URL: 'postgres://me:secret@127.0.0.1:1/x' }, /me@127.0.0.1:1\/x\) can not be used: nothing answers/],
  ])('says what is wrong with %j', async (environment, sentence) => {
    const refused = start(environment);
    expect(await refused.ended).toBe(1);
    expectOneSentence(refused.output.replace('Building api…\n', ''), sentence);
    expect(refused.output).not.toContain('secret');
  });

  it('says which folder is damaged, whatever is missing in it', async () => {
    expect(await stop(await start().ready())).toBe(0);
    const wal = state('cluster', 'global', 'pg_control');
    const kept = readFileSync(wal);
    truncateSync(wal, 10);
    const damaged = start();
    expect(await damaged.ended).toBe(1);
    expectOneSentence(damaged.output, /database folder .*cluster is damaged/);
    writeFileSync(wal, kept);
    rmSync(state('cluster', 'PG_VERSION'));
    const other = start();
    expect(await other.ended).toBe(1);
    expectOneSentence(other.output, /cluster is damaged \(its PG_VERSION is missing\)/);
  });

  it('says that the password file is missing rather than making another', async () => {
    expect(await stop(await start().ready())).toBe(0);
    rmSync(state('password'));
    const refused = start();
    expect(await refused.ended).toBe(1);
    expectOneSentence(refused.output, /password file .* is missing/);
  });

  it('refuses an option it does not know', async () => {
    const refused = start({}, ['--emtpy']);
    expect(await refused.ended).toBe(1);
    expect(refused.output).toContain('npm start does not know --emtpy');
  });
});

it('says in one sentence that Node is too old, in words that an old Node can read', async () => {
  const source = readFileSync(join(root, 'scripts', 'runtime', 'require-node.cjs'), 'utf8');
  const said: string[] = [];
  const old = {
    versions: { node: '12.22.12' },
    stderr: { write: (text: string) => said.push(text) },
    exit: (code: number) => {
      throw new Error(`exit ${code}`);
    },
  };
  expect(() => new Function('process', source)(old)).toThrow('exit 1');
  expectOneSentence(said.join(''), /Colophon needs Node 20 or later.*12\.22\.12/);
  expect(source).not.toMatch(/=>|`|\?\?|\?\.|\b(const|let|class|async)\b/);
  for (const script of ['start.cjs', 'colophon.cjs', 'test.cjs']) {
    const lines = readFileSync(join(root, 'scripts', script), 'utf8').split('\n');
    expect(lines[1]).toBe(`require('./runtime/require-node.cjs');`);
    expect(lines.slice(0, 5).join('\n')).not.toMatch(/\?\?|\?\.|\b(class|async)\b/);
  }
});
