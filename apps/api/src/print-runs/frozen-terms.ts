import { priceInForce, type Price } from '@colophon/domain/catalogue';
import { Money } from '@colophon/domain/money';
import { within } from '@colophon/domain/rules';

import { paysOn, printedClausesOf, type ClauseExclusions, type PrintedClause } from '../contracts';
import type { Tx } from '../platform/database/database';

/** A run about to be accepted, as far as its price and exclusions depend on it. */
export interface Acceptance {
  readonly acceptedOn: string;
  readonly quantityAccepted: number;
  readonly royaltiesAlreadyPaid?: boolean | undefined;
  /** Instead of the price in force: for history whose prices are not in the catalogue. */
  readonly retailPriceInclVat?: string | undefined;
}

/** What the royalties of a run are computed with, whatever the catalogue and the contracts become later. */
export interface FrozenTerms {
  readonly retailPriceInclVat: string | null;
  readonly vatRate: string;
  readonly exclusions: ClauseExclusions[];
}

export type FreezeTerms = (editionId: number, acceptance: Acceptance) => FrozenTerms;

interface EditionTerms {
  readonly id: number;
  readonly vatRate: string;
  readonly prices: readonly { readonly from: string; readonly price: string }[];
}

/** Reads once what the terms of any run of these editions are frozen from. */
export async function readTerms(tx: Tx, editionIds: readonly number[]): Promise<FreezeTerms> {
  const editions: EditionTerms[] = await tx.query(
    `SELECT e.id, e.vat_rate::text AS "vatRate", (SELECT coalesce(jsonb_agg(jsonb_build_object('from', p.valid_from,
       'price', p.retail_price_incl_vat::text)), '[]') FROM edition_price p WHERE p.edition_id = e.id) AS prices
     FROM edition e WHERE e.id = ANY($1)`,
    [[...new Set(editionIds)]],
  );
  const clauses = await printedClausesOf(tx, editionIds);
  const byEdition = new Map(editions.map((edition) => [edition.id, edition]));
  const clausesByEdition = Map.groupBy(clauses, (clause) => clause.editionId);
  return (editionId, acceptance) => {
    const edition = byEdition.get(editionId);
    if (!edition) throw new Error(`The edition ${editionId} was not read.`);
    return freeze(edition, clausesByEdition.get(editionId) ?? [], acceptance);
  };
}

/** @throws no-price-on-date where royalties follow from the run and no price is in force */
function freeze(edition: EditionTerms, clauses: readonly PrintedClause[], acceptance: Acceptance): FrozenTerms {
  const { acceptedOn, royaltiesAlreadyPaid, retailPriceInclVat } = acceptance;
  const bearing = clauses.filter((clause) => royaltiesAlreadyPaid === true || paysOn(clause, acceptedOn));
  const exclusions = bearing.map((clause) => clause.exclusions);
  const { vatRate } = edition;
  if (retailPriceInclVat) return { retailPriceInclVat, vatRate, exclusions };
  const prices = edition.prices.map(({ from, price }): Price => ({ from, retailPriceInclVat: Money.parse(price) }));
  const isDue = exclusions.length > 0 && !royaltiesAlreadyPaid;
  if (!isDue && !prices.some(({ from }) => from <= acceptedOn))
    return { retailPriceInclVat: null, vatRate, exclusions };
  const price = within('/acceptedOn', () => priceInForce(prices, acceptedOn));
  return { retailPriceInclVat: price.retailPriceInclVat.toString(), vatRate, exclusions };
}
