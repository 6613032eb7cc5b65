import type { Tx } from '../../platform/database/database';
import type { Entered, Scope } from './load-events';
import { placeOfSale, type SoldThrough } from './place-of-sale';

interface MovedRow extends SoldThrough {
  readonly entry: number;
  readonly edition: string;
  readonly kind: string;
  readonly copies: number;
  readonly date: string;
}

/** Only where a clause is on the sold basis: on the printed basis sales pay nothing. An undone sale is a return. */
export async function sales(tx: Tx, { contractIds }: Scope): Promise<Entered[]> {
  const rows: MovedRow[] = await tx.query(
    `SELECT m.entry, m.edition_id::text AS edition, m.kind, m.copies, m.moved_on AS date, m.channel, m.territory,
       p.kind AS "customerKind", coalesce(p.delivery_address, p.billing_address) ->> 'country' AS "customerCountry"
     FROM stock_movement m LEFT JOIN invoice_line l ON l.id = m.invoice_line_id LEFT JOIN invoice i ON i.id = l.invoice_id
       LEFT JOIN point_of_sale p ON p.id = i.point_of_sale_id
     WHERE m.kind IN ('sold', 'returned') AND m.edition_id IN (
       SELECT edition_id FROM contract_clause WHERE contract_id = ANY($1) AND basis = 'sold')`,
    [contractIds],
  );
  return rows.map((row) => {
    const { entry, edition, kind, copies, date } = row;
    const type = (kind === 'sold') === copies > 0 ? 'sale' : 'return';
    return { entry, event: { type, edition, date, copies: Math.abs(copies), ...placeOfSale(row) } };
  });
}
