/**
 * What Colophon holds in memory: the API at rest, while it makes a thousand documents and after; then the whole running
 * product, its database included, with a gibibyte to live in.
 */
import { readFileSync } from 'node:fs';
import { absolute, short, told, type Bench, type Figure } from './figure';
import { startHouse, type House } from './house';
import { liveInOneGibibyte } from './one-gibibyte';
import { seedBooks } from './seed-books';

const GOAL_IDLE = 200;

export async function benchmarkMemory(bench: Bench): Promise<Figure[]> {
  if (process.platform !== 'linux') return [told('memory', 'measured on Linux only')];
  return [...(await measureApi(bench)), ...(await liveInOneGibibyte(bench))];
}

async function measureApi(bench: Bench): Promise<Figure[]> {
  const documents = bench.isQuick ? 40 : 1000;
  const house = await startHouse(bench, 'memory');
  try {
    await wait(bench.isQuick ? 2 : 15);
    const idle = resident(house.pid);
    await seedBooks(house.client, documents / 2);
    const samples = await whileMakingDocuments(house, documents);
    bench.log(`idle ${idle.pss}, ${samples.map(({ made, pss }) => `${made} documents ${pss}`).join(', ')} MiB`);
    await wait(bench.isQuick ? 2 : 30);
    const after = resident(house.pid);
    return [
      absolute('API at rest, resident', { ours: idle.rss, unit: 'MiB', most: GOAL_IDLE }),
      told('API at rest, its own share (PSS)', `${idle.pss} MiB`),
      ...samples.map(({ made, pss }) => told(`after ${made} documents (PSS)`, `${pss} MiB`, beside(pss, samples[0]))),
      told('at rest again after them (PSS)', `${after.pss} MiB`, {
        baseline: `${idle.pss} MiB before`,
        ratio: `×${short(after.pss / idle.pss)}`,
      }),
    ];
  } finally {
    await house.stop();
  }
}

function beside(pss: number, first: { made: number; pss: number } | undefined) {
  if (!first) return {};
  return { baseline: `${first.pss} MiB after ${first.made}`, ratio: `×${short(pss / first.pss)}` };
}

/** Closes a period, which makes a PDF and a workbook of each statement in the background; looks at each quarter. */
async function whileMakingDocuments(house: House, documents: number): Promise<{ made: number; pss: number }[]> {
  const terms = { kind: 'period', periodFrom: '2026-01-01', periodTo: '2026-06-30', paymentDate: '2026-07-31' };
  const { id } = await house.call<{ id: number }>('POST', '/api/closings', terms);
  await house.call('POST', `/api/closings/${id}/close`);
  const samples: { made: number; pss: number }[] = [];
  for (const made of [1, 2, 3, 4].map((quarter) => (documents * quarter) / 4)) {
    while ((await documentsOf(house)) < made) await wait(0.2);
    samples.push({ made, pss: resident(house.pid).pss });
  }
  return samples;
}

async function documentsOf({ client }: House): Promise<number> {
  const { rows } = await client.query<{ count: number }>('SELECT count(*)::int AS count FROM statement_document');
  return rows[0]?.count ?? 0;
}

/** In MiB: what is resident, and the process's own share of it where pages are shared with others. */
export function resident(pid: number): { rss: number; pss: number } {
  const text = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  const of = (name: string) => Math.round(Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(text)?.[1]) / 1024);
  return { rss: of('Rss'), pss: of('Pss') };
}

export function wait(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}
