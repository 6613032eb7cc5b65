/**
 * Pages and workbooks a second. One thread of ours beside pdfmake (or exceljs) as it comes, in turns, each in a process
 * of its own, counted by CPU time so that another program's work does not count; then all cores through the API's pool.
 */
import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { aLine, anInvoice } from '../../libs/documents/src/invoices/invoice.fixture';
import { aRichStatement } from '../../libs/documents/src/statements/statement.fixture';
import { median, short, told, type Bench, type Figure } from './figure';

/** Times the rate of pdfmake, and of exceljs, as they come. */
const GOALS = { pdf: 2.5, xlsx: 1 } as const;

interface Paper {
  readonly what: string;
  readonly kind: 'invoice' | 'statement';
  readonly format: 'pdf' | 'xlsx';
  readonly data: object;
}

interface Made {
  readonly documents: number;
  readonly seconds: number;
  readonly cpu: number;
  readonly pages: number;
}

export async function benchmarkDocuments(bench: Bench): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const paper of papers()) figures.push(...(await measurePaper(bench, paper)));
  return figures;
}

function papers(): Paper[] {
  const invoice = twentyLines();
  const statement = aRichStatement();
  return [
    { what: 'invoice of 20 lines', kind: 'invoice', format: 'pdf', data: invoice },
    { what: 'statement', kind: 'statement', format: 'pdf', data: statement },
    { what: 'invoice workbook', kind: 'invoice', format: 'xlsx', data: invoice },
    { what: 'statement workbook', kind: 'statement', format: 'xlsx', data: statement },
  ];
}

/** 20 × 86.26 = 1725.20, and 5.5 % of it. */
function twentyLines(): object {
  return anInvoice({
    lines: Array.from({ length: 20 }, () => aLine()),
    vat: [{ rate: '5.5', base: '1725.20', amount: '94.89' }],
    totalExclVat: '1725.20',
    totalVat: '94.89',
    totalInclVat: '1820.09',
  });
}

async function measurePaper(bench: Bench, paper: Paper): Promise<Figure[]> {
  const turns = bench.isQuick ? 1 : 3;
  const seconds = bench.isQuick ? 1 : 3;
  const made = { ours: [] as number[], bare: [] as number[], alone: [] as number[], threads: [] as number[] };
  let pages = 1;
  for (let turn = 0; turn < turns; turn += 1) {
    made.bare.push(perCpuSecond(await make(paper, 'bare', seconds)));
    const ours = await make(paper, 'ours', seconds);
    made.ours.push(perCpuSecond(ours));
    made.alone.push(perSecond(ours));
    pages = Math.max(1, ours.pages);
    made.threads.push(perSecond(await make(paper, 'threads', seconds)));
  }
  const [ours, bare] = [median(made.ours), median(made.bare)];
  const [alone, threads] = [median(made.alone), median(made.threads)];
  bench.log(`${paper.what}: ${short(ours)}, bare ${short(bare)}, all cores ${short(threads)} documents a second`);
  return [oneThread(paper, { ours, bare, pages }), allCores(paper, { alone, threads, pages })];
}

function oneThread({ what, format }: Paper, given: { ours: number; bare: number; pages: number }): Figure {
  const { ours, bare, pages } = given;
  const unit = format === 'pdf' ? 'pages' : 'files';
  const name = pages > 1 ? `${what} (${pages} pages)` : what;
  return {
    what: `${name}, one core`,
    measured: `${short(ours * pages)} ${unit}/s`,
    baseline: `${short(bare * pages)} ${unit}/s`,
    ratio: `×${short(ours / bare)}`,
    goal: `≥ ×${GOALS[format]}`,
    isMet: ours / bare >= GOALS[format],
  };
}

function allCores({ what, format }: Paper, given: { alone: number; threads: number; pages: number }): Figure {
  const { alone, threads, pages } = given;
  const unit = format === 'pdf' ? 'pages' : 'files';
  return told(`${what}, ${availableParallelism()} cores`, `${short(threads * pages)} ${unit}/s`, {
    baseline: `${short(alone * pages)} ${unit}/s on one`,
    ratio: `×${short(threads / alone)}`,
  });
}

const perCpuSecond = ({ documents, cpu }: Made): number => documents / cpu;
const perSecond = ({ documents, seconds }: Made): number => documents / seconds;

function make({ kind, format, data }: Paper, by: 'ours' | 'bare' | 'threads', seconds: number): Promise<Made> {
  const child = fork(join(__dirname, 'render-bench.cjs'), { execArgv: [] });
  child.send({ by, kind, format, data, seconds, size: availableParallelism() });
  return new Promise((resolve, reject) => {
    child.once('message', (made) => resolve(made as Made));
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`Making the ${kind} ended with ${code}.`)));
  });
}
