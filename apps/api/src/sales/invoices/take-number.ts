import { yearOf } from '@colophon/domain/calendar';

import type { Tx } from '../../platform/database/database';
import { salesProblems } from '../problems';
import type { InvoiceKind } from '../records';

const seriesOf: Record<InvoiceKind, string> = { invoice: 'FA', 'credit-note': 'AV' };

export interface TakenNumber {
  readonly code: string;
  readonly year: number;
  readonly number: string;
  readonly previousHash: string | null;
}

interface SeriesRow {
  readonly last_number: number;
  readonly last_date: string | null;
  readonly last_hash: string | null;
  readonly newest_year: number;
}

/**
 * Takes the next number of a series and holds the series until the transaction ends: a transaction that fails gives its
 * number back, so there is no gap (CGI ann. II 242 nonies A). Everyone who posts waits here, so nothing slow comes after.
 * @throws issue-date-before-last where the series has a later date
 */
export async function takeNumber(tx: Tx, kind: InvoiceKind, issueDate: string): Promise<TakenNumber> {
  const code = seriesOf[kind];
  const year = yearOf(issueDate);
  const [series]: SeriesRow[] = await tx.query(
    `INSERT INTO number_series AS s (code, year, last_number) VALUES ($1, $2, 1)
     ON CONFLICT (code, year) DO UPDATE SET last_number = s.last_number + 1
     RETURNING last_number, last_date, last_hash, (SELECT max(year) FROM number_series WHERE code = $1 AND last_number > 0) AS newest_year`,
    [code, year],
  );
  const { last_number: count, last_date: lastDate, last_hash: previousHash, newest_year: newestYear } = series!;
  const isLate = (lastDate !== null && issueDate < lastDate) || (newestYear !== null && newestYear > year);
  if (isLate) throw await dateBeforeLast(tx, code, Math.max(year, newestYear ?? year));
  return { code, year, number: numberOf(code, year, count), previousHash };
}

function numberOf(code: string, year: number, count: number): string {
  return `${code}${year}-${String(count).padStart(5, '0')}`;
}

/** The last document is not the one just numbered, which is given back. */
async function dateBeforeLast(tx: Tx, code: string, year: number) {
  const [last]: { number: string; date: string }[] = await tx.query(
    `SELECT number, issue_date AS date FROM invoice WHERE number LIKE $1 ORDER BY length(number) DESC, number DESC LIMIT 1`,
    [`${code}${year}-%`],
  );
  return salesProblems.at('/issueDate', 'issue-date-before-last', {
    number: last?.number ?? `${code}${year}`,
    date: last?.date ?? `${year}`,
  });
}
