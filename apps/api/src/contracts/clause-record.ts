import type { Tx } from '../platform/database/database';
import type { ClauseBasis, ClauseInput, TierInput } from './clause-dto';
import { withCorrections } from './corrected-terms';
import type { ClauseTerms, ContractClauseRecord, StoredTier } from './records';

/** A clause's members as columns: all of them, those that its basis lacks empty. */
export type ClauseFields = Omit<ContractClauseRecord, 'id' | 'contractId' | 'position' | 'openedById' | 'endedById'>;

export function clauseFields(clause: ClauseInput): ClauseFields {
  const { excluded, returnReserve } = clause;
  const isPooled = (clause.poolShares?.length ?? 0) > 0;
  return {
    editionId: clause.editionId,
    basis: clause.basis,
    tiers: (clause.tiers ?? []).map(storedTier),
    excludedAuthorCopies: excluded?.authorCopies ?? 0,
    excludedLegalDeposit: excluded?.legalDeposit ?? 0,
    excludedReviewCopies: excluded?.reviewCopies ?? 0,
    excludedReviewCopiesPercent: excluded?.reviewCopiesPercent ?? '0',
    copiesBefore: clause.copiesBefore ?? 0,
    poolShares: isPooled ? (clause.poolShares ?? null) : null,
    poolIndex: isPooled ? (clause.poolIndex ?? 0) : null,
    returnReservePercent: returnReserve?.percent ?? null,
    returnReserveMaxStatements: returnReserve?.maxStatements ?? null,
    relaunchFrom: returnReserve?.relaunch?.from ?? null,
    relaunchStatements: returnReserve?.relaunch?.statements ?? null,
    ...scopeFields(clause),
    rate: textOrNull(clause.rate),
    thirdPartyRight: clause.right ?? null,
    thirdPartyOn: clause.on ?? null,
    flatAmount: textOrNull(clause.amount),
    flatDueOn: clause.dueOn ?? null,
  };
}

function scopeFields(clause: ClauseInput) {
  return {
    validFrom: clause.from ?? null,
    validUntil: clause.until ?? null,
    channels: clause.channels?.length ? clause.channels : null,
    territories: clause.territories?.length ? clause.territories : null,
    counter: clause.counter?.trim() || null,
    copiesLeft: clause.copiesLeft ?? null,
  };
}

/** A tier with what it says only. */
export function storedTier({ upTo, rate, amountPerCopy }: TierInput): StoredTier {
  const due = amountPerCopy === undefined ? { rate: (rate ?? '').trim() } : { amountPerCopy: amountPerCopy.trim() };
  return { upTo: upTo ?? null, ...due };
}

const textOrNull = (text: string | null | undefined): string | null => text?.trim() || null;

/** The clause as it would be written: what the importer and the checks compare. */
export function clauseInputOf(clause: ContractClauseRecord): Required<ClauseInput> {
  const { id, editionId, tiers, copiesBefore, poolShares, poolIndex } = clause;
  const basis = clause.basis as ClauseBasis;
  return {
    ...{ id, editionId, basis, copiesBefore, poolShares, poolIndex },
    tiers: tiers.map((tier) => ({ ...tier })),
    excluded: basis === 'printed' ? exclusionsOf(clause) : null,
    returnReserve: reserveOf(clause),
    from: clause.validFrom,
    until: clause.validUntil,
    channels: clause.channels,
    territories: clause.territories,
    counter: clause.counter,
    copiesLeft: clause.copiesLeft,
    rate: clause.rate,
    right: clause.thirdPartyRight,
    on: clause.thirdPartyOn as 'net' | 'gross' | null,
    amount: clause.flatAmount,
    dueOn: clause.flatDueOn,
  };
}

export function exclusionsOf(clause: ContractClauseRecord) {
  return {
    authorCopies: clause.excludedAuthorCopies,
    legalDeposit: clause.excludedLegalDeposit,
    reviewCopies: clause.excludedReviewCopies,
    reviewCopiesPercent: clause.excludedReviewCopiesPercent,
  };
}

const DEFAULT_RESERVE_STATEMENTS = 2;

function reserveOf(clause: ContractClauseRecord): Required<ClauseInput>['returnReserve'] {
  const { returnReservePercent: percent, returnReserveMaxStatements, relaunchFrom, relaunchStatements } = clause;
  if (percent === null) return null;
  const relaunch =
    relaunchFrom === null ? {} : { relaunch: { from: relaunchFrom, statements: relaunchStatements ?? 1 } };
  return { percent, maxStatements: returnReserveMaxStatements ?? DEFAULT_RESERVE_STATEMENTS, ...relaunch };
}

/** A clause as it was agreed, and each correction of its terms, oldest first. */
export interface StoredClause {
  readonly agreed: ContractClauseRecord;
  readonly corrections: readonly { readonly entry: number; readonly terms: ClauseTerms }[];
}

/** As statements read it from now on. */
export const nowOf = ({ agreed, corrections }: StoredClause): ContractClauseRecord =>
  withCorrections(
    agreed,
    corrections.map(({ terms }) => terms),
  );

const numeric = new Set(['rate', 'flatAmount', 'returnReservePercent', 'excludedReviewCopiesPercent']);

/** The clauses of contracts in their order; thousands at once, so without the mapper. */
export async function storedClauses(tx: Tx, contractIds: readonly number[]): Promise<StoredClause[]> {
  const columns = Object.entries(columnsOfClause).map(
    ([name, column]) => `l.${column}${numeric.has(name) ? '::text' : ''} AS "${name}"`,
  );
  const rows: (ContractClauseRecord & { corrections: StoredClause['corrections'] | null })[] = await tx.query(
    `SELECT ${columns.join(', ')}, (SELECT jsonb_agg(jsonb_build_object('entry', t.entry, 'terms', t.terms) ORDER BY t.entry)
       FROM term_correction t WHERE t.clause_id = l.id) AS corrections
     FROM contract_clause l WHERE l.contract_id = ANY($1) ORDER BY l.contract_id, l.position`,
    [contractIds],
  );
  return rows.map(({ corrections, ...agreed }) => ({ agreed, corrections: corrections ?? [] }));
}

const columnsOfClause: Readonly<Record<keyof ContractClauseRecord, string>> = {
  id: 'id',
  contractId: 'contract_id',
  position: 'position',
  editionId: 'edition_id',
  basis: 'basis',
  tiers: 'tiers',
  excludedAuthorCopies: 'excluded_author_copies',
  excludedLegalDeposit: 'excluded_legal_deposit',
  excludedReviewCopies: 'excluded_review_copies',
  excludedReviewCopiesPercent: 'excluded_review_copies_percent',
  copiesBefore: 'copies_before',
  poolShares: 'pool_shares',
  poolIndex: 'pool_index',
  returnReservePercent: 'return_reserve_percent',
  returnReserveMaxStatements: 'return_reserve_max_statements',
  validFrom: 'valid_from',
  validUntil: 'valid_until',
  channels: 'channels',
  territories: 'territories',
  counter: 'counter',
  copiesLeft: 'copies_left',
  relaunchFrom: 'relaunch_from',
  relaunchStatements: 'relaunch_statements',
  rate: 'rate',
  thirdPartyRight: 'third_party_right',
  thirdPartyOn: 'third_party_on',
  flatAmount: 'flat_amount',
  flatDueOn: 'flat_due_on',
  openedById: 'opened_by_id',
  endedById: 'ended_by_id',
};
