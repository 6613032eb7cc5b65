import { readClause, type ClauseDraft } from '@colophon/domain/contracts';
import { Money, Rate } from '@colophon/domain/money';
import type { ContractFacts, EditionFacts, RoyaltyFacts } from '@colophon/domain/royalties';

import type { Tx } from '../../platform/database/database';
import { loadAuthors } from './load-authors';
import { loadEvents } from './load-events';
import { loadRates } from './load-rates';
import type { ContractRow } from './scope';

/** Facts as the engine takes them, with what a person needs to be told where one is at fault. */
export interface LoadedFacts {
  readonly facts: RoyaltyFacts;
  readonly contracts: readonly ContractRow[];
}

/**
 * Everything that the royalties of these contracts follow from, in one snapshot: clauses, prices, profiles, and the
 * facts in the order in which they were entered, earlier closings among them. Identifiers are the records' own, as text.
 */
export async function loadFacts(tx: Tx, contracts: readonly ContractRow[]): Promise<LoadedFacts> {
  const ids = contracts.map((contract) => contract.id);
  const clauses = await loadClauses(tx, ids);
  const editionIds = [...new Set(clauses.map((clause) => clause.editionId))];
  const byContract = Map.groupBy(clauses, (clause) => clause.contractId);
  const [house] = await tx.query(`SELECT unit_price_rounding AS rounding FROM house`);
  const withholdingRates = await loadRates(tx);
  const authorIds = [...new Set(contracts.map((contract) => contract.contributorId))];
  const facts: RoyaltyFacts = {
    unitPriceRounding: house.rounding,
    editions: await loadEditions(tx, editionIds),
    authors: await loadAuthors(tx, authorIds, withholdingRates),
    contracts: contracts.map((contract) => contractFacts(contract, byContract.get(contract.id) ?? [])),
    events: await loadEvents(tx, { contractIds: ids, editionIds }),
    withholdingRates,
  };
  return { facts, contracts };
}

interface ClauseRow {
  readonly id: string;
  readonly contractId: number;
  readonly editionId: number;
  readonly basis: 'printed' | 'sold';
  readonly tiers: { upTo?: number; rate: string }[];
  readonly copiesBefore: number;
  readonly authorCopies: number;
  readonly legalDeposit: number;
  readonly reviewCopies: number;
  readonly reviewCopiesPercent: string;
  readonly poolShares: string[] | null;
  readonly poolIndex: number | null;
  readonly reservePercent: string | null;
  readonly reserveStatements: number | null;
}

function loadClauses(tx: Tx, contractIds: readonly number[]): Promise<ClauseRow[]> {
  return tx.query(
    `SELECT id::text, contract_id AS "contractId", edition_id AS "editionId", basis, tiers, copies_before AS "copiesBefore",
       excluded_author_copies AS "authorCopies", excluded_legal_deposit AS "legalDeposit", excluded_review_copies AS "reviewCopies",
       excluded_review_copies_percent::text AS "reviewCopiesPercent", pool_shares AS "poolShares", pool_index AS "poolIndex",
       return_reserve_percent::text AS "reservePercent", return_reserve_max_statements AS "reserveStatements"
     FROM contract_clause WHERE contract_id = ANY($1) ORDER BY contract_id, position`,
    [contractIds],
  );
}

/** The clauses of contracts as their documents tell them, by contract. */
export async function loadClauseDrafts(tx: Tx, contractIds: readonly number[]): Promise<Map<number, ClauseDraft[]>> {
  const rows = Map.groupBy(await loadClauses(tx, contractIds), (row) => row.contractId);
  return new Map([...rows].map(([id, clauses]) => [id, clauses.map(clauseDraft)]));
}

const DEFAULT_RESERVE_STATEMENTS = 2;

function clauseDraft(row: ClauseRow): ClauseDraft {
  const { id, basis, tiers, copiesBefore } = row;
  const shared = { id, edition: String(row.editionId), basis, tiers, copiesBefore };
  if (basis === 'sold') {
    if (row.reservePercent === null) return shared;
    const maxStatements = row.reserveStatements ?? DEFAULT_RESERVE_STATEMENTS;
    return { ...shared, returnReserve: { percent: row.reservePercent, maxStatements } };
  }
  const { authorCopies, legalDeposit, reviewCopies, reviewCopiesPercent, poolShares, poolIndex } = row;
  const excluded = { authorCopies, legalDeposit, reviewCopies, reviewCopiesPercent };
  return { ...shared, excluded, ...(poolShares && poolIndex !== null ? { poolShares, poolIndex } : {}) };
}

function contractFacts(contract: ContractRow, clauses: readonly ClauseRow[]): ContractFacts {
  return {
    id: String(contract.id),
    author: String(contract.contributorId),
    clauses: clauses.map((clause) => readClause(clauseDraft(clause))),
    paymentThreshold: Money.parse(contract.paymentThreshold),
    ...(contract.unitPriceRounding ? { unitPriceRounding: contract.unitPriceRounding } : {}),
    ...(contract.startsOn ? { from: contract.startsOn } : {}),
    ...(contract.terminatedOn ? { until: contract.terminatedOn } : {}),
  };
}

async function loadEditions(tx: Tx, ids: readonly number[]): Promise<EditionFacts[]> {
  const rows: { id: number; vatRate: string; prices: { from: string; price: string }[] }[] = await tx.query(
    `SELECT e.id, e.vat_rate::text AS "vatRate",
       coalesce(jsonb_agg(jsonb_build_object('from', p.valid_from, 'price', p.retail_price_incl_vat::text) ORDER BY p.valid_from)
         FILTER (WHERE p.id IS NOT NULL), '[]') AS prices
     FROM edition e LEFT JOIN edition_price p ON p.edition_id = e.id WHERE e.id = ANY($1) GROUP BY e.id`,
    [ids],
  );
  return rows.map(({ id, vatRate, prices }) => ({
    id: String(id),
    vatRate: Rate.parse(vatRate),
    prices: prices.map(({ from, price }) => ({ from, retailPriceInclVat: Money.parse(price) })),
  }));
}
