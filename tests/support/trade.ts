import type { TestApi } from './api';

/** Valid rows straight into the database, so that a spec shows only what matters to it. */

export interface SeededEdition {
  readonly id: number;
  readonly workId: number;
}

let serial = 0;

export async function addContributor(api: TestApi, lastName = 'Kerouredan'): Promise<number> {
  const [row] = await api.sql<{ id: number }>(
    `INSERT INTO contributor (last_name, first_name) VALUES ($1, 'Anne') RETURNING id`,
    [lastName],
  );
  return row!.id;
}

/** An edition with its work, and a price from 2020 on unless `price` is null. */
export async function addEdition(
  api: TestApi,
  { title = 'Les marées', form = 'paperback', price = '14.00' as string | null, workId = 0 } = {},
): Promise<SeededEdition> {
  const [work] = workId
    ? [{ id: workId }]
    : await api.sql<{ id: number }>(`INSERT INTO work (title) VALUES ($1) RETURNING id`, [title]);
  const [edition] = await api.sql<{ id: number }>(
    `INSERT INTO edition (work_id, product_form, isbn13, vat_rate) VALUES ($1, $2, $3, 5.5) RETURNING id`,
    [work!.id, form, isbnOf(++serial)],
  );
  if (price !== null) {
    await api.sql(
      `INSERT INTO edition_price (edition_id, valid_from, retail_price_incl_vat) VALUES ($1, '2020-01-01', $2)`,
      [edition!.id, price],
    );
  }
  return { id: edition!.id, workId: work!.id };
}

function isbnOf(number: number): string {
  const twelve = `97829001${String(number).padStart(4, '0')}`;
  const sum = [...twelve].reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3), 0);
  return `${twelve}${(10 - (sum % 10)) % 10}`;
}

/** A contract as the API takes it: one printed clause at 8 %, active. */
export function contractOf(contributorId: number, edition: SeededEdition, more: object = {}): Record<string, unknown> {
  return {
    reference: `C-${++serial}`,
    status: 'active',
    contributorId,
    workId: edition.workId,
    signedOn: '2024-05-02',
    startsOn: '2024-05-02',
    statementFrequency: 'annual',
    minimumFirstRun: 500,
    clauses: [clauseOf(edition.id)],
    advances: [],
    ...more,
  };
}

export function clauseOf(editionId: number, more: object = {}): Record<string, unknown> {
  return { editionId, basis: 'printed', tiers: [{ rate: '8' }], ...more };
}

/** A closed statement of a contract, as the royalties will write it: enough for what depends on its being closed. */
export async function addClosedStatement(api: TestApi, contractId: number, periodTo = '2025-12-31'): Promise<void> {
  const [closing] = await api.sql<{ id: number }>(
    `INSERT INTO closing (kind, period_from, period_to, payment_date) VALUES ('period', date_trunc('year', $1::date), $1, $1) RETURNING id`,
    [periodTo],
  );
  await api.sql(
    `INSERT INTO royalty_statement (closing_id, contract_id, contributor_id, statement_date, earned, adjustments, carried_in,
       recouped, unrecouped, carried_out, gross, net, result, stock, document, position)
     SELECT $1, id, contributor_id, $3, 0, 0, 0, 0, 0, 0, 0, 0, '{}', '[]', '{}', 1 FROM contract WHERE id = $2`,
    [closing!.id, contractId, periodTo],
  );
  await api.sql(
    `UPDATE closing SET status = 'closed', entry = nextval('fact_entry'), closed_at = clock_timestamp() WHERE id = $1`,
    [closing!.id],
  );
}
