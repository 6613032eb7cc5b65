/** The figures of `npm run bench`: each benchmark by its name, run one after another, told as one table. */
import { readFileSync, writeFileSync } from 'node:fs';
import { benchmarkAdmin } from './admin';
import { benchmarkBatch } from './batch';
import { benchmarkClosing } from './closing';
import { benchmarkDocuments } from './documents';
import type { Bench, Benchmark, Figure } from './figure';
import { benchmarkLists } from './lists';
import { describeMachine } from './machine';
import { benchmarkMemory } from './memory';
import { benchmarkRoyalties } from './royalties';

export const benchmarks: Readonly<Record<string, Benchmark>> = {
  royalties: benchmarkRoyalties,
  closing: benchmarkClosing,
  documents: benchmarkDocuments,
  batch: benchmarkBatch,
  lists: benchmarkLists,
  memory: benchmarkMemory,
  admin: benchmarkAdmin,
};

/** The tables as Markdown by the name of their benchmark, and the machine they were measured on. */
export interface Outcome {
  readonly machine: string;
  readonly tables: Readonly<Record<string, string>>;
}

/** @param done told after each benchmark what there is so far */
export async function runBenchmarks(
  bench: Bench,
  names: readonly string[],
  done: (sofar: Outcome) => void,
): Promise<Outcome> {
  const machine = await describeMachine(bench.serverUrl);
  const tables: Record<string, string> = {};
  for (const name of names) {
    bench.log(`— ${name}`);
    const benchmark = benchmarks[name];
    if (!benchmark) throw new Error(`There is no benchmark “${name}”.`);
    tables[name] = table(await benchmark(bench));
    done({ machine, tables });
  }
  return { machine, tables };
}

/** Puts what was measured between the markers of a page; what was not measured now stays as it was. */
export function writeOutcome(file: string, { machine, tables }: Outcome): void {
  let page = readFileSync(file, 'utf8');
  for (const [name, text] of Object.entries({ machine, ...tables })) {
    const place = new RegExp(`<!-- ${name} -->[^]*?<!-- /${name} -->`);
    if (!place.test(page)) throw new Error(`${file} lacks the markers of “${name}”.`);
    page = page.replace(place, () => `<!-- ${name} -->\n\n${text}\n\n<!-- /${name} -->`);
  }
  writeFileSync(file, page);
}

function table(figures: readonly Figure[]): string {
  const head = ['figure', 'Colophon', 'baseline', 'ratio', 'goal', ''];
  const rows = figures.map(({ what, measured, baseline, ratio, goal, isMet }) => [
    ...[what, measured, baseline, ratio, goal],
    isMet === undefined ? '' : isMet ? 'met' : 'missed',
  ]);
  const widths = head.map((cell, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0), 3));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}
