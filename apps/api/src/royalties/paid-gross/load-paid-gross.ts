import { Money } from '@colophon/domain/money';

import type { FactLoader } from '../facts/load-events';

/** What the people paid by these contracts were really paid: the engine counts it for the yearly ceilings only. */
export const paidGross: FactLoader = async (tx, { contractIds }) => {
  const rows: { entry: number; author: string; date: string; amount: string }[] = await tx.query(
    `SELECT g.entry, g.contributor_id::text AS author, g.paid_on AS date, g.amount::text FROM paid_gross g
     WHERE g.contributor_id IN (SELECT contributor_id FROM contract WHERE id = ANY($1)
       UNION SELECT contributor_id FROM contract_payee WHERE contract_id = ANY($1) AND kind <> 'agent')`,
    [contractIds],
  );
  return rows.map(({ entry, author, date, amount }) => ({
    entry,
    event: { type: 'paidElsewhere', author, date, amount: Money.parse(amount) },
  }));
};
