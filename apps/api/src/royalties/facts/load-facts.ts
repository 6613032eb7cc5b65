import { readClause, type ClauseDraft } from '@colophon/domain/contracts';
import { Money, Rate } from '@colophon/domain/money';
import type { ContractFacts, DatedPayee, EditionFacts, RoyaltyFacts } from '@colophon/domain/royalties';

import { clauseInputOf, nowOf, storedClauses, toClauseDraft, type StoredClause } from '../../contracts';
import type { Tx } from '../../platform/database/database';
import { loadAuthors } from './load-authors';
import { loadEvents } from './load-events';
import { loadPayees, loadSetOffs } from './load-payees';
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
  const clauses = await storedClauses(tx, ids);
  const editionIds = [...new Set(clauses.map(({ agreed }) => agreed.editionId))];
  const parts = { clauses: Map.groupBy(clauses, ({ agreed }) => agreed.contractId), payees: await loadPayees(tx, ids) };
  const [house] = await tx.query(`SELECT unit_price_rounding AS rounding FROM house`);
  const withholdingRates = await loadRates(tx);
  const payeeIds = [...parts.payees.values()].flat().map((payee) => Number(payee.author));
  const authorIds = [...new Set([...contracts.map((contract) => contract.contributorId), ...payeeIds])];
  const facts: RoyaltyFacts = {
    unitPriceRounding: house.rounding,
    editions: await loadEditions(tx, editionIds),
    authors: await loadAuthors(tx, authorIds, withholdingRates),
    contracts: contracts.map((contract) => contractFacts(contract, parts)),
    setOffs: await loadSetOffs(tx, ids),
    events: await loadEvents(tx, { contractIds: ids, editionIds, clauses }),
    withholdingRates,
  };
  return { facts, contracts };
}

/** The clauses of contracts as their documents tell them, by contract: as the last correction left them. */
export async function loadClauseDrafts(tx: Tx, contractIds: readonly number[]): Promise<Map<number, ClauseDraft[]>> {
  const byContract = Map.groupBy(await storedClauses(tx, contractIds), ({ agreed }) => agreed.contractId);
  return new Map(
    [...byContract].map(([id, clauses]) => [id, clauses.map((clause) => toClauseDraft(clauseInputOf(nowOf(clause))))]),
  );
}

interface Parts {
  readonly clauses: ReadonlyMap<number, readonly StoredClause[]>;
  readonly payees: ReadonlyMap<number, readonly DatedPayee[]>;
}

/** Clauses as they were agreed: corrections of their terms are facts that come after. */
function contractFacts(contract: ContractRow, { clauses, payees }: Parts): ContractFacts {
  const own = clauses.get(contract.id) ?? [];
  const paid = payees.get(contract.id);
  const { guaranteedMinimum, startsOn, terminatedOn, endsOn, unitPriceRounding } = contract;
  return {
    id: String(contract.id),
    author: String(contract.contributorId),
    clauses: own.map(({ agreed }) => readClause(toClauseDraft(clauseInputOf(agreed)))),
    paymentThreshold: Money.parse(contract.paymentThreshold),
    ...(unitPriceRounding ? { unitPriceRounding } : {}),
    ...(startsOn ? { from: startsOn } : {}),
    ...(terminatedOn ? { until: terminatedOn } : {}),
    ...(paid ? { payees: paid } : {}),
    ...(guaranteedMinimum ? { guaranteedMinimum: Money.parse(guaranteedMinimum) } : {}),
    ...(endsOn ? { endsOn } : {}),
  };
}

/** With the prices that were known before they were corrected: corrections are facts that come after. */
async function loadEditions(tx: Tx, ids: readonly number[]): Promise<EditionFacts[]> {
  const rows: { id: number; vatRate: string; prices: { from: string; price: string }[] }[] = await tx.query(
    `WITH known AS (SELECT p.edition_id, p.valid_from, CASE WHEN k.id IS NULL THEN p.retail_price_incl_vat ELSE k.price_before END AS price
       FROM edition_price p LEFT JOIN LATERAL (SELECT * FROM price_correction k
         WHERE k.edition_id = p.edition_id AND k.valid_from = p.valid_from ORDER BY k.entry LIMIT 1) k ON true
       WHERE p.edition_id = ANY($1))
     SELECT e.id, e.vat_rate::text AS "vatRate",
       coalesce(jsonb_agg(jsonb_build_object('from', p.valid_from, 'price', p.price::text) ORDER BY p.valid_from)
         FILTER (WHERE p.price IS NOT NULL), '[]') AS prices
     FROM edition e LEFT JOIN known p ON p.edition_id = e.id WHERE e.id = ANY($1) GROUP BY e.id`,
    [ids],
  );
  return rows.map(({ id, vatRate, prices }) => ({
    id: String(id),
    vatRate: Rate.parse(vatRate),
    prices: prices.map(({ from, price }) => ({ from, retailPriceInclVat: Money.parse(price) })),
  }));
}
