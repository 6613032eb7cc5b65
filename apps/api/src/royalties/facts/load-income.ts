import { Money } from '@colophon/domain/money';
import type { ReceiptMode } from '@colophon/domain/royalties';

import type { Tx } from '../../platform/database/database';
import type { Entered, Scope } from './load-events';

/** What came in for the editions that these contracts share: their net receipts, and what their sold rights paid. */
export async function income(tx: Tx, scope: Scope): Promise<Entered[]> {
  return [...(await receipts(tx, scope)), ...(await rightsIncome(tx, scope))];
}

const sharedEditions = (basis: 'netReceipts' | 'thirdParty'): string =>
  `(SELECT edition_id FROM contract_clause WHERE contract_id = ANY($1) AND basis = '${basis}')`;

interface ReceiptFact {
  readonly entry: number;
  readonly edition: string;
  readonly date: string;
  readonly amount: string;
  readonly mode: ReceiptMode;
  readonly copies: number | null;
  readonly channel: string | null;
  readonly territory: string | null;
  readonly reference: string | null;
}

async function receipts(tx: Tx, { contractIds }: Scope): Promise<Entered[]> {
  const rows: ReceiptFact[] = await tx.query(
    `SELECT entry, edition_id::text AS edition, received_on AS date, amount::text AS amount, mode, copies, channel, territory, reference
     FROM net_receipt WHERE edition_id IN ${sharedEditions('netReceipts')}`,
    [contractIds],
  );
  return rows.map(({ entry, edition, date, amount, mode, ...more }) => ({
    entry,
    event: { type: 'receipts', edition, date, mode, amount: Money.parse(amount), ...present(more) },
  }));
}

interface RightsIncomeFact {
  readonly entry: number;
  readonly edition: string;
  readonly date: string;
  readonly gross: string;
  readonly foreignTax: string;
  readonly agentFee: string;
  readonly cashed: string;
  readonly licensee: string;
  readonly right: string;
  readonly territories: readonly string[];
  readonly reference: string | null;
}

/** The engine takes the agent's fee off what the licensee paid; a licence of several countries is of none in particular. */
async function rightsIncome(tx: Tx, { contractIds }: Scope): Promise<Entered[]> {
  const rows: RightsIncomeFact[] = await tx.query(
    `SELECT i.entry, i.edition_id::text AS edition, i.cashed_on AS date, i.gross::text AS gross, i.foreign_tax::text AS "foreignTax",
       i.agent_fee::text AS "agentFee", (i.gross - i.foreign_tax)::text AS cashed, v.licensee, v."right", v.territories,
       coalesce(i.reference, v.reference) AS reference
     FROM rights_income i JOIN rights_licence v ON v.id = i.licence_id WHERE i.edition_id IN ${sharedEditions('thirdParty')}`,
    [contractIds],
  );
  return rows.map(({ entry, edition, date, gross, foreignTax, agentFee, cashed, licensee, right, ...row }) => {
    const amounts = { amount: Money.parse(cashed), gross: Money.parse(gross), foreignTax: Money.parse(foreignTax) };
    const territory = row.territories.length === 1 ? row.territories[0] : null;
    const named = { licensee, right, ...present({ territory, reference: row.reference }) };
    const event = { type: 'rightsIncome' as const, edition, date, ...amounts, ...named };
    const fee = Money.parse(agentFee);
    return { entry, event: fee.isZero ? event : { ...event, agentFee: fee } };
  });
}

/** Without what is not known. */
export function present<T extends object>(members: T): { [Member in keyof T]?: NonNullable<T[Member]> } {
  const known = Object.entries(members).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(known) as { [Member in keyof T]?: NonNullable<T[Member]> };
}
