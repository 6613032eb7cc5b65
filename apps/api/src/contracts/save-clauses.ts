import { In } from 'typeorm';

import type { Tx } from '../platform/database/database';
import type { ClauseInput } from './contract-dto';
import { contractProblems } from './problems';
import { ContractClauseRecord } from './records';

type ClauseFields = Omit<ContractClauseRecord, 'id' | 'contractId' | 'position'>;

/**
 * Makes a contract's clauses the ones given, in their order; a clause keeps its id, so that statements can name it.
 * The database refuses to change or remove a clause that a closed statement was computed with (clause-used).
 */
export async function saveClauses(tx: Tx, contractId: number, clauses: readonly ClauseInput[]): Promise<void> {
  const stored = await tx.findBy(ContractClauseRecord, { contractId });
  const kept = new Set(clauses.map((clause) => clause.id));
  const removed = stored.filter(({ id }) => !kept.has(id));
  if (removed.length > 0) await tx.delete(ContractClauseRecord, { id: In(removed.map(({ id }) => id)) });
  const rows = clauses.map((clause, index) => {
    const current = stored.find(({ id }) => id === clause.id);
    if (clause.id !== undefined && !current) throw contractProblems.at(`/clauses/${index}/id`, 'clause-unknown');
    const fields = { ...clauseFields(clause), contractId, position: index + 1 };
    return current ? Object.assign(current, fields) : tx.create(ContractClauseRecord, fields);
  });
  await tx.save(rows);
}

function clauseFields(clause: ClauseInput): ClauseFields {
  const { excluded, returnReserve } = clause;
  const isPooled = (clause.poolShares?.length ?? 0) > 0;
  return {
    editionId: clause.editionId,
    basis: clause.basis,
    tiers: clause.tiers.map(({ upTo, rate }) => ({
      upTo: upTo ?? null,
      ...(rate === undefined ? {} : { rate: rate.trim() }),
    })),
    excludedAuthorCopies: excluded?.authorCopies ?? 0,
    excludedLegalDeposit: excluded?.legalDeposit ?? 0,
    excludedReviewCopies: excluded?.reviewCopies ?? 0,
    excludedReviewCopiesPercent: excluded?.reviewCopiesPercent ?? '0',
    copiesBefore: clause.copiesBefore ?? 0,
    poolShares: isPooled ? (clause.poolShares ?? null) : null,
    poolIndex: isPooled ? (clause.poolIndex ?? 0) : null,
    returnReservePercent: returnReserve?.percent ?? null,
    returnReserveMaxStatements: returnReserve?.maxStatements ?? null,
    validFrom: null,
    validUntil: null,
    channels: null,
    territories: null,
    counter: null,
    copiesLeft: null,
    relaunchFrom: null,
    relaunchStatements: null,
    rate: null,
    thirdPartyRight: null,
    thirdPartyOn: null,
    flatAmount: null,
    flatDueOn: null,
    openedById: null,
    endedById: null,
  };
}
