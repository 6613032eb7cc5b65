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
  advancesAfterTheEnd,
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

/** Of an instalment `a`: it was recorded as paid once its contract had been finally stated. */
const AFTER_THE_END = `EXISTS (SELECT FROM closing k WHERE k.kind = 'termination' AND k.status = 'closed'
  AND k.contract_id = a.contract_id AND k.entry < a.paid_entry)`;

async function advances(tx: Tx, { contractIds }: Scope): Promise<Entered[]> {
  const rows: { entry: number; contract: string; date: string; amount: string }[] = await tx.query(
    `SELECT paid_entry AS entry, contract_id::text AS contract, paid_on AS date, amount::text AS amount FROM contract_advance a
     WHERE contract_id = ANY($1) AND paid_on IS NOT NULL AND NOT ${AFTER_THE_END}`,
    [contractIds],
  );
  return rows.map(({ entry, contract, date, amount }) => ({
    entry,
    event: { type: 'payAdvance', contract, date, amount: Money.parse(amount) },
  }));
}

/** No royalty is left to recoup an instalment paid after the final statement: it counts for its payees' ceilings alone. */
async function advancesAfterTheEnd(tx: Tx, { contractIds }: Scope): Promise<Entered[]> {
  const rows: { entry: number; author: string; date: string; amount: string }[] = await tx.query(
    `SELECT a.paid_entry AS entry, coalesce(p.contributor_id, c.contributor_id)::text AS author, a.paid_on AS date,
       round(a.amount * coalesce(p.share, 100) / 100, 2)::text AS amount
     FROM contract_advance a JOIN contract c ON c.id = a.contract_id
     LEFT JOIN contract_payee p ON p.contract_id = a.contract_id AND p.kind <> 'agent'
       AND coalesce(p.valid_from, '-infinity') = (SELECT max(coalesce(v.valid_from, '-infinity')) FROM contract_payee v
         WHERE v.contract_id = a.contract_id AND coalesce(v.valid_from, '-infinity') <= a.paid_on)
     WHERE a.contract_id = ANY($1) AND a.paid_on IS NOT NULL AND ${AFTER_THE_END}`,
    [contractIds],
  );
  return rows.map(({ entry, author, date, amount }) => ({
    entry,
    event: { type: 'paidElsewhere', author, date, amount: Money.parse(amount) },
  }));
}
