import { unitPriceExclVat, type UnitPriceRounding } from '@colophon/domain/catalogue';
import { Money, Rate } from '@colophon/domain/money';

import type { Tx } from '../../platform/database/database';
import { catalogueProblems } from '../problems';
import { EditionPriceRecord } from '../records';
import type { PriceInput, PriceResponse } from './edition-dto';
import { changedFact, type PricedFact } from './priced-facts';

/**
 * Replaces the prices of an edition, touching only what differs, so that the audit trail tells what changed.
 * @throws prices-same-date, price-in-use where royalties were computed with a price that would change
 */
export async function replacePrices(tx: Tx, editionId: number, prices: readonly PriceInput[]): Promise<void> {
  const dates = prices.map(({ validFrom }) => validFrom);
  const repeated = dates.findIndex((date, index) => dates.indexOf(date) !== index);
  if (repeated >= 0) throw catalogueProblems.at(`/prices/${repeated}/validFrom`, 'prices-same-date');
  const stored = await tx.findBy(EditionPriceRecord, { editionId });
  const changed = changedFact({ before: stored, after: prices, facts: await pricedFacts(tx, editionId) });
  if (changed) throw catalogueProblems.at('/prices', 'price-in-use', { date: changed });
  await tx.remove(stored.filter(({ validFrom }) => !dates.includes(validFrom)));
  for (const { validFrom, retailPriceInclVat } of prices) {
    const current = stored.find((price) => price.validFrom === validFrom);
    const fields = { editionId, validFrom, retailPriceInclVat: Money.parse(retailPriceInclVat).toString() };
    await tx.save(EditionPriceRecord, current ? Object.assign(current, fields) : fields);
  }
}

/**
 * Accepted print runs; the periods of closed statements whose contract pays this edition on sales; and the days of sales
 * that such a statement counted late, before its period.
 */
async function pricedFacts(tx: Tx, editionId: number): Promise<PricedFact[]> {
  return tx.query(
    `SELECT accepted_on AS "from", accepted_on AS "to" FROM print_run WHERE edition_id = $1 AND status = 'accepted'
     UNION
     SELECT c.period_from, c.period_to FROM closing c JOIN royalty_statement s ON s.closing_id = c.id
       JOIN contract_clause k ON k.contract_id = s.contract_id
     WHERE c.status = 'closed' AND c.kind = 'period' AND k.edition_id = $1 AND k.basis = 'sold'
     UNION
     SELECT m.moved_on, m.moved_on FROM stock_movement m WHERE m.edition_id = $1 AND m.kind IN ('sold', 'returned')
       AND EXISTS (SELECT FROM contract_clause k JOIN royalty_statement s ON s.contract_id = k.contract_id JOIN closing c ON c.id = s.closing_id
         WHERE k.edition_id = $1 AND k.basis = 'sold' AND c.status = 'closed' AND c.entry > m.entry)
     ORDER BY 1`,
    [editionId],
  );
}

/** Without VAT, as the house rounds it; six decimals stand for a price that is not rounded. */
export function priceExclVat(price: string, vatRate: string, rounding: UnitPriceRounding): string {
  const exact = unitPriceExclVat({ retailPriceInclVat: Money.parse(price), vatRate: Rate.parse(vatRate), rounding });
  return exact.roundedHalfAwayFromZero(6).toExactText(2);
}

export function toPrice(
  { validFrom, retailPriceInclVat }: Pick<EditionPriceRecord, 'validFrom' | 'retailPriceInclVat'>,
  vatRate: string,
  rounding: UnitPriceRounding,
): PriceResponse {
  return { validFrom, retailPriceInclVat, retailPriceExclVat: priceExclVat(retailPriceInclVat, vatRate, rounding) };
}
