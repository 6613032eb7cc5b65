/**
 * How long a list keeps one waiting at 100,000 editions and a million invoices, under load from 8 connections: the 95th
 * percentile of the API beside that of the same SQL through bare `pg` and node:http, in turns on the same database.
 */
import autocannon from 'autocannon';
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { ended, startHouse, type House } from './house';
import { short, timesBaseline, type Bench, type Figure } from './figure';
import { addressesOf, listCases, statementsOf, type ListCase, type Statement } from './list-cases';
import { seedLists } from './seed-lists';

const CONNECTIONS = 8;
const MOST = 3;

/** @param only the cases whose names hold this */
export async function benchmarkLists(bench: Bench, only = ''): Promise<Figure[]> {
  const house = await startHouse(bench, 'lists', { COLOPHON_TASKS: '0', COLOPHON_TRUSTED_PROXIES: '1' });
  try {
    const size = bench.isQuick ? { editions: 2_000, invoices: 20_000 } : { editions: 100_000, invoices: 1_000_000 };
    bench.log(`Seeding ${size.editions} editions and ${size.invoices} invoices…`);
    await seedLists(house.client, size);
    return await measureAll(bench, house, only);
  } finally {
    await house.stop();
  }
}

async function measureAll(bench: Bench, house: House, only: string): Promise<Figure[]> {
  const all = await listCases(house.client, new Date().toISOString().slice(0, 10));
  const cases = all.filter(({ what }) => what.includes(only));
  const bare = await startBareServer(house, cases);
  const figures: Figure[] = [];
  try {
    for (const list of cases) {
      const figure = await measureCase(list, { house, bare: bare.address, seconds: bench.isQuick ? 1 : 2 });
      bench.log(`${figure.what}: ${figure.measured}, bare ${figure.baseline}, ${figure.ratio}`);
      figures.push(figure);
    }
  } finally {
    await ended(bare.child);
  }
  return figures;
}

/** In turns and twice, so that a machine that is slow for a while is slow for both. */
async function measureCase(list: ListCase, given: { house: House; bare: string; seconds: number }): Promise<Figure> {
  const paths = addressesOf(list);
  const { house, bare } = given;
  const times: { ours: number[]; baseline: number[] } = { ours: [], baseline: [] };
  let seconds = given.seconds;
  for (const url of [bare, house.address]) {
    const warm = await load({ url, paths, seconds: 0.5, headers: house.headers });
    // A list that takes longer than this needs a longer look, or it has no answer at all.
    if (warm.length === 0) seconds = 15;
  }
  for (let turn = 0; turn < 2; turn += 1) {
    times.baseline.push(...(await load({ url: bare, paths, seconds, headers: {} })));
    times.ours.push(...(await load({ url: house.address, paths, seconds, headers: house.headers })));
  }
  const figure = timesBaseline(`p95 ${list.what}`, {
    ours: p95(times.ours),
    baseline: p95(times.baseline),
    unit: 'ms',
    most: MOST,
  });
  const perSecond = short(times.ours.length / (2 * seconds));
  return { ...figure, measured: `${figure.measured} (${perSecond}/s)` };
}

let visitors = 0;

/** As a visitor of its own behind a proxy: nobody asks for 3,000 pages a minute, and the API refuses who does. @returns the milliseconds of each answer */
async function load(given: {
  url: string;
  paths: readonly string[];
  seconds: number;
  headers: Readonly<Record<string, string>>;
}): Promise<number[]> {
  const { url, paths, seconds, headers } = given;
  const times: number[] = [];
  visitors += 1;
  const run = autocannon({
    url,
    connections: CONNECTIONS,
    duration: seconds,
    headers: { ...headers, 'x-forwarded-for': `10.0.${visitors >> 8}.${visitors & 255}` },
    requests: paths.map((path) => ({ path })),
  });
  const faults = new Set<number>();
  run.on('response', (_client, status, _bytes, milliseconds) => {
    times.push(milliseconds);
    if (status !== 200) faults.add(status);
  });
  const { errors } = await run;
  if (faults.size > 0 || errors > 0)
    throw new Error(`${url}${paths[0]} answered ${[...faults].join(', ')}, and ${errors} times not at all.`);
  return times;
}

function p95(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * 0.95)] ?? NaN;
}

async function startBareServer(house: House, cases: readonly ListCase[]) {
  const answers: Record<string, Statement[]> = {};
  for (const list of cases) {
    for (const [index, address] of addressesOf(list).entries()) {
      answers[address] = await statementsOf(house.client, list, list.queries[index] ?? {});
    }
  }
  const child = fork(join(__dirname, 'bare-server.cjs'), { execArgv: [] });
  child.send({ databaseUrl: house.databaseUrl, answers });
  const port = await new Promise<number>((resolve) => {
    child.once('message', (message: { port: number }) => resolve(message.port));
  });
  return { child, address: `http://127.0.0.1:${port}` };
}
