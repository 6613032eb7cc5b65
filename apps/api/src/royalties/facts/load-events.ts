import { Money } from '@colophon/domain/money';
import type { RoyaltyEvent } from '@colophon/domain/royalties';

import type { Tx } from '../../platform/database/database';

interface Scope {
  readonly contractIds: readonly number[];
  readonly editionIds: readonly number[];
}

interface Entered {
  readonly entry: number;
  readonly event: RoyaltyEvent;
}

/** The facts of these contracts and editions in the order in which they became known (`fact_entry`). */
export async function loadEvents(tx: Tx, scope: Scope): Promise<RoyaltyEvent[]> {
  const entered = [
    ...(await runs(tx, scope)),
    ...(await corrections(tx, scope)),
    ...(await sales(tx, scope)),
    ...(await advances(tx, scope)),
    ...(await closings(tx, scope)),
  ];
  return entered.sort((a, b) => a.entry - b.entry).map(({ event }) => event);
}

/** A run enters with the quantity first accepted; each correction follows as a fact of its own. */
async function runs(tx: Tx, { editionIds }: Scope): Promise<Entered[]> {
  const rows: {
    entry: number;
    id: string;
    edition: string;
    date: string;
    royaltiesAlreadyPaid: boolean;
    accepted: number;
    price: string | null;
  }[] = await tx.query(
    `SELECT r.accepted_entry AS entry, r.id::text, r.edition_id::text AS edition, r.accepted_on AS date,
         r.royalties_already_paid AS "royaltiesAlreadyPaid", r.retail_price_incl_vat::text AS price,
         coalesce((SELECT c.accepted_before FROM print_run_correction c WHERE c.print_run_id = r.id ORDER BY c.entry LIMIT 1), r.quantity_accepted) AS accepted
       FROM print_run r WHERE r.status = 'accepted' AND r.edition_id = ANY($1)`,
    [editionIds],
  );
  return rows.map(({ entry, price, ...run }) => ({
    entry,
    event: { type: 'printRun', ...run, ...(price === null ? {} : { retailPriceInclVat: Money.parse(price) }) },
  }));
}

async function corrections(tx: Tx, { editionIds }: Scope): Promise<Entered[]> {
  const rows: { entry: number; run: string; accepted: number }[] = await tx.query(
    `SELECT c.entry, c.print_run_id::text AS run, c.accepted_after AS accepted
     FROM print_run_correction c JOIN print_run r ON r.id = c.print_run_id WHERE r.edition_id = ANY($1)`,
    [editionIds],
  );
  return rows.map(({ entry, ...correction }) => ({ entry, event: { type: 'correctPrintRun', ...correction } }));
}

/** Only where a clause is on the sold basis: on the printed basis sales pay nothing. An undone sale is a return. */
async function sales(tx: Tx, { contractIds }: Scope): Promise<Entered[]> {
  const rows: { entry: number; edition: string; kind: string; copies: number; date: string }[] = await tx.query(
    `SELECT m.entry, m.edition_id::text AS edition, m.kind, m.copies, m.moved_on AS date FROM stock_movement m
     WHERE m.kind IN ('sold', 'returned') AND m.edition_id IN (
       SELECT edition_id FROM contract_clause WHERE contract_id = ANY($1) AND basis = 'sold')`,
    [contractIds],
  );
  return rows.map(({ entry, edition, kind, copies, date }) => {
    const isSale = (kind === 'sold') === copies > 0;
    return { entry, event: { type: isSale ? 'sale' : 'return', edition, date, copies: Math.abs(copies) } };
  });
}

async function advances(tx: Tx, { contractIds }: Scope): Promise<Entered[]> {
  const rows: { entry: number; contract: string; date: string; amount: string }[] = await tx.query(
    `SELECT paid_entry AS entry, contract_id::text AS contract, paid_on AS date, amount::text AS amount FROM contract_advance
     WHERE contract_id = ANY($1) AND paid_on IS NOT NULL`,
    [contractIds],
  );
  return rows.map(({ entry, contract, date, amount }) => ({
    entry,
    event: { type: 'payAdvance', contract, date, amount: Money.parse(amount) },
  }));
}

/** Earlier closings, each for the contracts that it stated and no other. */
async function closings(tx: Tx, { contractIds }: Scope): Promise<Entered[]> {
  const rows: (ClosingTerms & { entry: number })[] = await tx.query(
    `SELECT k.entry, k.kind, k.period_from AS "periodFrom", k.period_to AS "periodTo", k.print_run_id AS "printRunId",
       k.payment_date AS "paymentDate", array_agg(s.contract_id::text ORDER BY s.position) AS contracts
     FROM closing k JOIN royalty_statement s ON s.closing_id = k.id
     WHERE k.status = 'closed' AND s.contract_id = ANY($1) GROUP BY k.id`,
    [contractIds],
  );
  return rows.map(({ entry, ...terms }) => ({ entry, event: closingEvent(terms) }));
}

/** What a closing is to the engine. */
export interface ClosingTerms {
  readonly kind: 'period' | 'print-run';
  readonly periodFrom: string | null;
  readonly periodTo: string;
  readonly printRunId: number | null;
  readonly paymentDate: string;
  readonly contracts: readonly string[];
}

export function closingEvent(terms: ClosingTerms): RoyaltyEvent {
  const { paymentDate, contracts, periodTo } = terms;
  if (terms.kind === 'print-run') {
    return { type: 'closePrintRun', run: String(terms.printRunId), date: periodTo, paymentDate, contracts };
  }
  return { type: 'closePeriod', from: terms.periodFrom ?? periodTo, to: periodTo, paymentDate, contracts };
}
