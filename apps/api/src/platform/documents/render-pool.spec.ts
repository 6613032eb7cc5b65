import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { RenderPool } from './render-pool';

/** A thread that speaks the protocol, and fails, dies or dawdles when it is told to. */
const THREAD = `
  const { parentPort } = require('node:worker_threads');
  parentPort.on('message', ({ id, text, act }) => {
    if (act === 'die') process.exit(3);
    if (act === 'throw') throw new Error('out of ink');
    if (act === 'refuse') return parentPort.postMessage({ id, error: 'totals contradict their lines' });
    setTimeout(() => parentPort.postMessage({ id, bytes: new TextEncoder().encode(text) }), act === 'dawdle' ? 200 : 0);
  });`;

let folder: string;
let pool: RenderPool;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'colophon-pool-'));
  writeFileSync(join(folder, 'thread.cjs'), THREAD);
});
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => {
  pool = new RenderPool({ file: join(folder, 'thread.cjs'), size: 2, idleMs: 150 });
});
afterEach(() => pool.close());

const run = async (text: string, act?: string) => new TextDecoder().decode(await pool.run({ text, act }));
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

it('starts no thread before there is work, and never more than it may', async () => {
  expect(pool.running).toBe(0);
  const texts = Array.from({ length: 20 }, (_, i) => `page ${i}`);
  const answers = Promise.all(texts.map((text) => run(text)));
  expect(pool.running).toBe(2);
  expect(await answers).toEqual(texts);
});

it('ends threads that have nothing to do, and starts new ones when there is work again', async () => {
  await run('one');
  expect(pool.running).toBe(1);
  await wait(600);
  expect(pool.running).toBe(0);
  expect(await run('two')).toBe('two');
});

it('tells what cannot be rendered, and goes on with the same thread', async () => {
  await expect(run('x', 'refuse')).rejects.toThrow('totals contradict their lines');
  expect(await run('next')).toBe('next');
});

it.each(['die', 'throw'])('loses only the job of a thread that does %s', async (act) => {
  const [dead, ...others] = await Promise.allSettled([run('x', act), run('a'), run('b'), run('c')]);
  expect(dead.status).toBe('rejected');
  expect(others).toEqual(['a', 'b', 'c'].map((value) => ({ status: 'fulfilled', value })));
});

it('refuses what waits or runs when it is closed', async () => {
  const waiting = Promise.allSettled([run('a', 'dawdle'), run('b', 'dawdle'), run('c')]);
  await pool.close();
  expect((await waiting).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  expect(pool.running).toBe(0);
  await expect(run('d')).rejects.toThrow('stopping');
});
