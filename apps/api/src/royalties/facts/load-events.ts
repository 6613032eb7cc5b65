import { Money } from '@colophon/domain/money';
import type { RoyaltyEvent } from '@colophon/domain/royalties';

import type { StoredClause } from '../../contracts';
import type { Tx } from '../../platform/database/database';
import { closings } from './load-closings';
import { priceCorrections, termCorrections } from './load-corrections';
import { income } from './load-income';
import { sales } from './load-sales';
import { paidGross } from '../paid-gross/load-paid-gross';

export interface Scope {
  readonly contractIds: readonly number[];
  readonly editionIds: readonly number[];
  /** Of these contracts. */
  readonly clauses: readonly StoredClause[];
}

export interface Entered {
  readonly entry: number;
  readonly event: RoyaltyEvent;
}

/** Reads one kind of facts. A new kind is a file of its own and a line in the list below. */
export type FactLoader = (tx: Tx, scope: Scope) => Promise<readonly Entered[]>;

const loaders: readonly FactLoader[] = [
  runs,
  corrections,
  sales,
  income,
  advances,
  termCorrections,
  priceCorrections,
  paidGross,
  closings,
];

/** The facts of these contracts and editions in the order in which they became known (`fact_entry`). */
export async function loadEvents(tx: Tx, scope: Scope): Promise<RoyaltyEvent[]> {
  const entered: Entered[] = [];
  for (const load of loaders) entered.push(...(await load(tx, scope)));
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
