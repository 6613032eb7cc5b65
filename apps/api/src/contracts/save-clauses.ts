import { isDeepStrictEqual } from 'node:util';

import { In } from 'typeorm';

import type { Tx } from '../platform/database/database';
import type { ClauseInput } from './clause-dto';
import { clauseFields, type ClauseFields } from './clause-record';
import { columnsOf, withCorrections } from './corrected-terms';
import { contractProblems } from './problems';
import { ContractClauseRecord, TermCorrectionRecord, type ClauseTerms } from './records';

/**
 * Makes a contract's clauses the ones given, in their order; a clause keeps its id, so that statements can name it.
 * The database refuses to change or remove a clause that a closed statement was computed with (clause-used).
 */
export async function saveClauses(tx: Tx, contractId: number, clauses: readonly ClauseInput[]): Promise<void> {
  const stored = await tx.findBy(ContractClauseRecord, { contractId });
  const kept = new Set(clauses.map((clause) => clause.id));
  const removed = stored.filter(({ id }) => !kept.has(id));
  if (removed.length > 0) await tx.delete(ContractClauseRecord, { id: In(removed.map(({ id }) => id)) });
  const corrections = await correctionsOf(tx, contractId);
  const rows = clauses.map((clause, index) => {
    const current = stored.find(({ id }) => id === clause.id);
    if (clause.id !== undefined && !current) throw contractProblems.at(`/clauses/${index}/id`, 'clause-unknown');
    const place = { contractId, position: index + 1 };
    if (!current) return tx.create(ContractClauseRecord, { ...clauseFields(clause), ...place });
    const fields = agreedFields(clauseFields(clause), current, corrections.get(current.id) ?? []);
    return Object.assign(current, fields, place);
  });
  await tx.save(rows);
}

async function correctionsOf(tx: Tx, contractId: number): Promise<Map<number, ClauseTerms[]>> {
  const rows = await tx.find(TermCorrectionRecord, { where: { contractId }, order: { id: 'ASC' } });
  const byClause = Map.groupBy(rows, ({ clauseId }) => clauseId);
  return new Map([...byClause].map(([id, of]) => [id, of.map(({ terms }) => terms)]));
}

/**
 * Corrected terms come back from the page as they are read now; the row keeps what was agreed, or the statements closed
 * before the correction would come out otherwise.
 */
function agreedFields(
  given: ClauseFields,
  current: ContractClauseRecord,
  corrections: readonly ClauseTerms[],
): ClauseFields {
  if (corrections.length === 0) return given;
  const now = withCorrections(current, corrections);
  const corrected = corrections.flatMap((terms) => Object.keys(columnsOf(terms))) as (keyof ClauseFields)[];
  const agreed = corrected
    .filter((name) => isDeepStrictEqual(given[name], now[name]))
    .map((name) => [name, current[name]]);
  return { ...given, ...(Object.fromEntries(agreed) as Partial<ClauseFields>) };
}
