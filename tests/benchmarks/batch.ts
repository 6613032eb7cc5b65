/**
 * The documents of a closing, a PDF and a workbook of each statement, made by its task in the product as it runs: time
 * from the close to the last document, CPU a document, memory at each quarter. In the largest the program is killed half
 * way and started again: it goes on where it was, and makes nothing twice.
 */
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { resident, wait } from './memory';
import { short, told, type Bench, type Figure } from './figure';
import { startHouse, type House } from './house';
import { seedBooks } from './seed-books';

const QUARTERS = [1, 2, 3, 4];
/** Clock ticks of a second, as Linux tells CPU time to everybody. */
const TICKS = 100;

export async function benchmarkBatch(bench: Bench): Promise<Figure[]> {
  if (process.platform !== 'linux') return [told('batch', 'measured on Linux only')];
  const sizes = bench.isQuick ? [20, 40] : [1250, 2500, 5000];
  const figures: Figure[] = [];
  let first: number | undefined;
  for (const size of sizes) {
    const made = await measureSize(bench, size);
    first ??= made.cpu / size;
    figures.push(...figuresOf(size, made, first));
    bench.log(
      `${size} statements: ${short(made.seconds)} s, CPU ${short(made.cpu)} s, memory ${made.memory.join(', ')} MiB`,
    );
  }
  figures.push(await killedHalfWay(bench, sizes[0] ?? 20));
  return figures;
}

interface Made {
  readonly seconds: number;
  readonly cpu: number;
  /** PSS in MiB at each quarter. */
  readonly memory: readonly number[];
  readonly pages: number;
}

function figuresOf(size: number, { seconds, cpu, memory, pages }: Made, first: number): Figure[] {
  const [quarter = 0, , , end = 0] = memory;
  const perSecond = `${short((size * 2) / seconds)} documents/s`;
  return [
    told(`${size} statements, PDF and workbook, ${availableParallelism()} cores`, `${short(seconds)} s, ${perSecond}`),
    told(`CPU of the program a statement (${pages} pages and a workbook)`, `${short((cpu / size) * 1000)} ms`, {
      baseline: `${short(first * 1000)} ms at the first size`,
      ratio: `×${short(cpu / size / first)}`,
    }),
    told('memory at each quarter (PSS)', `${memory.join(', ')} MiB`, {
      baseline: `${quarter} MiB at the first`,
      ratio: `×${short(end / quarter)}`,
    }),
  ];
}

const TERMS = { kind: 'period', periodFrom: '2026-01-01', periodTo: '2026-06-30', paymentDate: '2026-07-31' };

async function closed(house: House, size: number): Promise<void> {
  await seedBooks(house.client, size);
  const { id } = await house.call<{ id: number }>('POST', '/api/closings', TERMS);
  await house.call('POST', `/api/closings/${id}/close`);
}

async function measureSize(bench: Bench, size: number): Promise<Made> {
  const house = await startHouse(bench, `batch${size}`);
  try {
    await closed(house, size);
    const start = performance.now();
    const cpuBefore = cpuOf(house.pid);
    const memory: number[] = [];
    for (const quarter of QUARTERS) {
      await reach(house, (size * 2 * quarter) / QUARTERS.length);
      memory.push(resident(house.pid).pss);
    }
    const seconds = (performance.now() - start) / 1000;
    return { seconds, cpu: cpuOf(house.pid) - cpuBefore, memory, pages: await pagesOfOne(house) };
  } finally {
    await house.stop();
  }
}

async function killedHalfWay(bench: Bench, size: number): Promise<Figure> {
  const house = await startHouse(bench, `killed${size}`);
  try {
    await closed(house, size);
    await reach(house, size);
    await house.crash();
    const before = await countOf(house, 'statement_document');
    await reach(house, size * 2);
    const files = await countOf(house, 'stored_file');
    const twice = files - (await countOf(house, 'statement_document'));
    return told(
      `${size} statements, program killed with ${before} documents made`,
      `${size * 2} documents after a new start, ${twice} made twice`,
    );
  } finally {
    await house.stop();
  }
}

/** Waits until so many documents are kept. */
async function reach(house: House, documents: number): Promise<void> {
  while ((await countOf(house, 'statement_document')) < documents) await wait(0.2);
}

async function countOf({ client }: House, table: 'statement_document' | 'stored_file'): Promise<number> {
  const { rows } = await client.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${table}`);
  return rows[0]?.count ?? 0;
}

async function pagesOfOne({ client }: House): Promise<number> {
  const { rows } = await client.query<{ bytes: Buffer }>(
    `SELECT bytes FROM stored_file WHERE media_type = 'application/pdf' LIMIT 1`,
  );
  return (rows[0]?.bytes.toString('latin1').match(/\/Type \/Page\b/g) ?? []).length;
}

/** Seconds of CPU that the program has used, all its threads. */
function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / TICKS;
}
