import type { TestApi } from './api';

/** A book by SQL, for specs of what comes after the catalogue: valid by default, the spec says what matters. */
export interface BookOptions {
  readonly title?: string;
  readonly isbn13?: string;
  readonly price?: string;
  readonly author?: string;
  readonly tiers?: { upTo?: number; rate: string }[];
  readonly basis?: 'printed' | 'sold';
  readonly threshold?: string;
}

export interface Book {
  readonly workId: number;
  readonly editionId: number;
  readonly contributorId: number;
  readonly contractId: number;
  readonly clauseId: number;
}

let counter = 0;

/** A work with one edition, an author, and an active contract with one clause. */
export async function makeBook(api: TestApi, options: BookOptions = {}): Promise<Book> {
  counter += 1;
  const isbn13 = options.isbn13 ?? isbn(counter);
  const id = async (sql: string, parameters: unknown[]) => (await api.sql<{ id: number }>(sql, parameters))[0]!.id;
  const contributorId = await id(`INSERT INTO contributor (last_name, first_name) VALUES ($1, 'Anne') RETURNING id`, [
    options.author ?? `Auteur ${counter}`,
  ]);
  const workId = await id(`INSERT INTO work (title) VALUES ($1) RETURNING id`, [options.title ?? `Livre ${counter}`]);
  await api.sql(`INSERT INTO work_contributor (work_id, contributor_id, role, sequence) VALUES ($1, $2, 'A01', 1)`, [
    workId,
    contributorId,
  ]);
  const editionId = await id(
    `INSERT INTO edition (work_id, product_form, isbn13, vat_rate) VALUES ($1, 'paperback', $2, 5.5) RETURNING id`,
    [workId, isbn13],
  );
  await api.sql(
    `INSERT INTO edition_price (edition_id, valid_from, retail_price_incl_vat) VALUES ($1, '2020-01-01', $2)`,
    [editionId, options.price ?? '14.00'],
  );
  const contractId = await id(
    `INSERT INTO contract (reference, status, contributor_id, work_id, signed_on, payment_threshold) VALUES ($1, 'active', $2, $3, '2024-01-05', $4) RETURNING id`,
    [`C-${String(counter).padStart(4, '0')}`, contributorId, workId, options.threshold ?? '0'],
  );
  const clauseId = await id(
    `INSERT INTO contract_clause (contract_id, position, edition_id, basis, tiers) VALUES ($1, 1, $2, $3, $4) RETURNING id`,
    [
      contractId,
      editionId,
      options.basis ?? 'printed',
      JSON.stringify((options.tiers ?? [{ rate: '8' }]).map((tier) => ({ upTo: null, ...tier }))),
    ],
  );
  return { workId, editionId, contributorId, contractId, clauseId };
}

/** An accepted run with its movement, as acceptance writes them. */
export async function acceptRun(
  api: TestApi,
  book: Pick<Book, 'editionId'>,
  run: { copies: number; on: string; paidBefore?: boolean },
): Promise<number> {
  const [row] = await api.sql<{ id: number }>(
    `INSERT INTO print_run (edition_id, number, status, accepted_on, quantity_ordered, quantity_delivered, quantity_accepted, royalties_already_paid, accepted_entry)
     VALUES ($1, 1 + (SELECT count(*) FROM print_run WHERE edition_id = $1), 'accepted', $2, $3, $3, $3, $4, nextval('fact_entry')) RETURNING id`,
    [book.editionId, run.on, run.copies, run.paidBefore ?? false],
  );
  await api.sql(
    `INSERT INTO stock_movement (edition_id, kind, from_location_id, to_location_id, copies, moved_on, print_run_id)
     SELECT $1, 'printed', f.id, t.id, $2, $3, $4 FROM stock_location f, stock_location t WHERE f.code = 'printer' AND t.code = 'main'`,
    [book.editionId, run.copies, run.on, row!.id],
  );
  return row!.id;
}

/** A valid ISBN of the range 979-10-97 for the n-th book of a spec. */
export function isbn(n: number): string {
  const body = `9791097${String(n).padStart(5, '0')}`;
  const sum = [...body].reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3), 0);
  return `${body}${(10 - (sum % 10)) % 10}`;
}
