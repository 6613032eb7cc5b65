import { readClause } from '@colophon/domain/contracts';
import { Money } from '@colophon/domain/money';

import { clauseInputOf, toClauseDraft, withCorrections } from '../../contracts';
import type { Tx } from '../../platform/database/database';
import type { Entered, Scope } from './load-events';

/** A clause enters as it was agreed; each correction of its terms follows as a fact of its own, over those before it. */
export function termCorrections(_tx: Tx, { clauses }: Scope): Promise<Entered[]> {
  const entered = clauses.flatMap(({ agreed, corrections }) =>
    corrections.map(({ entry }, index): Entered => {
      const terms = corrections.slice(0, index + 1).map((correction) => correction.terms);
      const corrected = readClause(toClauseDraft(clauseInputOf(withCorrections(agreed, terms))));
      const [contract, clause] = [String(agreed.contractId), String(agreed.id)];
      return { entry, event: { type: 'correctClause', contract, clause, terms: corrected } };
    }),
  );
  return Promise.resolve(entered);
}

/** An edition enters with the prices that were known before they were corrected. */
export async function priceCorrections(tx: Tx, { editionIds }: Scope): Promise<Entered[]> {
  const rows: { entry: number; edition: string; from: string; price: string }[] = await tx.query(
    `SELECT entry, edition_id::text AS edition, valid_from AS "from", retail_price_incl_vat::text AS price
     FROM price_correction WHERE edition_id = ANY($1)`,
    [editionIds],
  );
  return rows.map(({ entry, edition, from, price }) => ({
    entry,
    event: { type: 'correctPrice', edition, from, retailPriceInclVat: Money.parse(price) },
  }));
}
