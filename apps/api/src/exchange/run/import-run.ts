import type { Tx } from '../../platform/database/database';
import type { Problem } from '../../platform/problems/problem';
import { validationPipe } from '../../platform/validation/validation-pipe';
import { asProblem } from '../../platform/problems/problem-filter';
import type { Actor } from '../../platform/sign-in/actor';
import type { RowCounts } from '../import-report';
import type { ImportRow, Pointers } from './import-row';
import type { Issues } from './issues';

/** What an import does its work with: one transaction, whoever asked, and where faults are told. */
export interface ImportRun {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly today: string;
  readonly issues: Issues;
  /** Keys (`number:978…`) of titles whose rows have errors: whoever names them is told so, and not that they are unknown. */
  readonly refusedKeys: Set<string>;
  /** One row more is done. */
  advance(rows?: number): Promise<void>;
}

export type Change = Exclude<keyof RowCounts, 'refused'>;

/** Writes the rows of one kind of file. */
export interface KindImporter {
  importRows(run: ImportRun, rows: readonly ImportRow[]): Promise<void>;
}

const pipe = validationPipe();

/** Checks a request as its route would, with the same DTO. @throws validation, a field each */
export async function checked<T extends object>(dto: new () => T, input: object): Promise<T> {
  return (await pipe.transform(input, { type: 'body', metatype: dto })) as T;
}

/**
 * Does a row's work so that its failure takes nothing else with it: what a use case refuses is told at the row's cells,
 * and the rows after it are still tried.
 */
export async function tryRow(
  run: ImportRun,
  row: ImportRow,
  tell: Pointers | ((refused: unknown) => void),
  work: () => Promise<Change | undefined>,
): Promise<void> {
  const before = row.isFaulty;
  let change: Change | undefined;
  await run.tx.query('SAVEPOINT import_row');
  try {
    change = await work();
  } catch (error) {
    await run.tx.query('ROLLBACK TO SAVEPOINT import_row');
    if (typeof tell === 'function') tell(error);
    else row.refuse(error, tell);
  }
  await run.tx.query('RELEASE SAVEPOINT import_row');
  const isRefused = before || row.isFaulty || change === undefined;
  row.table.counts[isRefused ? 'refused' : change!] += 1;
  await run.advance();
}

/** Does the work of many rows at once. @returns what refused it, everything undone; undefined where it is done */
export async function tryTogether(tx: Tx, work: () => Promise<void>): Promise<Problem | undefined> {
  await tx.query('SAVEPOINT import_rows');
  try {
    await work();
    await tx.query('RELEASE SAVEPOINT import_rows');
    return undefined;
  } catch (error) {
    const problem = asProblem(error);
    if (!problem) throw error;
    await tx.query('ROLLBACK TO SAVEPOINT import_rows');
    return problem;
  }
}

/** Members that a file does not give are left as they are: an empty cell never erases. */
export function given<T extends object>(members: T): Partial<T> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as Partial<T>;
}

/** Whether two requests say the same; absent, null and empty are the same nothing. */
export function saysTheSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(canonical(a)) === JSON.stringify(canonical(b));
}

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? undefined : value.map(canonical);
  if (value === null || value === '') return undefined;
  if (typeof value !== 'object') return value;
  const members = Object.entries(value as object)
    .map(([name, member]) => [name, canonical(member)] as const)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return members.length === 0 ? undefined : Object.fromEntries(members);
}
