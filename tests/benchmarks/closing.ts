/**
 * How long a closing keeps one waiting, from the request to its answer, without documents: once as a draft, then for
 * good (which computes it anew while no fact can be entered). The baseline inserts the same rows by bare `pg`.
 */
import { Client } from 'pg';
import { absolute, median, short, told, type Bench, type Figure } from './figure';
import { startHouse, type House } from './house';
import { seedBases } from './seed-bases';
import { seedBooks } from './seed-books';

const GOAL_AT = 1000;
const GOAL_SECONDS = 5;

export async function benchmarkClosing(bench: Bench): Promise<Figure[]> {
  const sizes = bench.isQuick ? [50] : [250, 500, GOAL_AT];
  const figures: Figure[] = [];
  for (const size of sizes) figures.push(...(await measureSize(bench, size)));
  return [...figures, ...(await measureMixed(bench))];
}

/** All bases in one house, at a thousand statements and at ten thousand: what ten times as many cost, ten times being linear. */
async function measureMixed(bench: Bench): Promise<Figure[]> {
  const [few, many] = bench.isQuick ? [20, 60] : [1000, 10_000];
  const small = await measureBases(bench, few);
  const large = await measureBases(bench, many);
  const growth = (part: 'draft' | 'close') => (large[part] / small[part]) * (few / many);
  const beside = (part: 'draft' | 'close') => ({
    baseline: `${short(small[part])} s for ${few}`,
    ratio: `×${short(growth(part))} of linear`,
  });
  const goal = growth('draft') <= LINEAR && growth('close') <= LINEAR;
  return [
    told(`draft of ${many} statements, all bases mixed`, `${short(large.draft)} s`, beside('draft')),
    {
      ...told(`close ${many} statements, all bases mixed`, `${short(large.close)} s`, beside('close')),
      goal: `at most ×${LINEAR} of linear`,
      isMet: goal,
    },
  ];
}

/** Half above linear: caches are colder in a larger house, and collections of garbage longer. */
const LINEAR = 1.5;

async function measureBases(bench: Bench, statements: number): Promise<{ draft: number; close: number }> {
  const house = await startHouse(bench, `bases${statements}`, { COLOPHON_TASKS: '0' });
  try {
    await seedBooks(house.client, statements);
    await seedBases(house.client, statements);
    const draft = await seconds(() => house.call('POST', '/api/closings', TERMS));
    const { rows } = await house.client.query<{ id: number }>('SELECT id FROM closing');
    const close = await seconds(() => house.call('POST', `/api/closings/${rows[0]?.id}/close`));
    bench.log(`${statements}, all bases: draft ${short(draft)} s, close ${short(close)} s`);
    return { draft, close };
  } finally {
    await house.stop();
  }
}

async function measureSize(bench: Bench, statements: number): Promise<Figure[]> {
  const house = await startHouse(bench, `closing${statements}`, { COLOPHON_TASKS: '0' });
  try {
    await seedBooks(house.client, statements);
    const turns = bench.isQuick ? 1 : 3;
    const drafts = await repeated(turns, () => draft(house));
    const baseline = await repeated(turns, () => insertAgain(house));
    const { id } = await house.call<{ id: number }>('POST', '/api/closings', TERMS);
    const close = await seconds(() => house.call('POST', `/api/closings/${id}/close`));
    bench.log(
      `${statements}: draft ${short(median(drafts))} s, close ${short(close)} s, rows ${short(median(baseline))} s`,
    );
    return [
      figure(`draft of ${statements} statements`, { ours: median(drafts), baseline: median(baseline), statements }),
      figure(`close ${statements} statements`, { ours: close, baseline: median(baseline), statements }),
    ];
  } finally {
    await house.stop();
  }
}

const TERMS = { kind: 'period', periodFrom: '2026-01-01', periodTo: '2026-06-30', paymentDate: '2026-07-31' };

function figure(what: string, given: { ours: number; baseline: number; statements: number }): Figure {
  const { ours, baseline, statements } = given;
  const beside = { baseline: `${short(baseline)} s for the rows`, ratio: `×${short(ours / baseline)}` };
  if (statements !== GOAL_AT) return told(what, `${short(ours)} s`, beside);
  return { ...absolute(what, { ours, unit: 's', most: GOAL_SECONDS }), ...beside };
}

/** A draft is dropped again, outside the measure; the last one stays for the baseline to copy. */
async function draft(house: House): Promise<number> {
  await house.client.query('DELETE FROM royalty_statement');
  await house.client.query('DELETE FROM closing');
  return seconds(() => house.call('POST', '/api/closings', TERMS));
}

/** The rows of the draft once more, as another closing's, a statement of SQL each as `pg` comes, in one transaction. */
async function insertAgain(house: House): Promise<number> {
  const client = new Client({ connectionString: house.databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>('SELECT * FROM royalty_statement');
    await client.query('BEGIN');
    const { rows: made } = await client.query<{ id: number }>(
      `INSERT INTO closing (kind, period_from, period_to, payment_date) VALUES ('period', '2026-01-01', '2026-06-30', '2026-07-31') RETURNING id`,
    );
    const values = rows.map(({ id: _id, ...row }) => ({ ...row, closing_id: made[0]?.id }));
    const taken = await seconds(async () => {
      for (const row of values) await insert(client, row);
    });
    await client.query('ROLLBACK');
    return taken;
  } finally {
    await client.end();
  }
}

async function insert(client: Client, row: Record<string, unknown>): Promise<void> {
  const names = Object.keys(row);
  const values = Object.values(row).map((value) =>
    typeof value === 'object' && value !== null && !(value instanceof Date) ? JSON.stringify(value) : value,
  );
  const places = names.map((_, index) => `$${index + 1}`).join(', ');
  await client.query(`INSERT INTO royalty_statement (${names.join(', ')}) VALUES (${places})`, values);
}

async function repeated(turns: number, measure: () => Promise<number>): Promise<number[]> {
  const taken: number[] = [];
  for (let turn = 0; turn < turns; turn += 1) taken.push(await measure());
  return taken;
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}
