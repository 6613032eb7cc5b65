import { entryOfPayment, mergedLines, reversedEntry, type EntryLine } from '@colophon/domain/accounting';
import { Money, Rational, splitByLargestRemainder } from '@colophon/domain/money';

import { postEntries, type EntryToPost } from '../../accounting';
import type { Tx } from '../../platform/database/database';
import type { ExecutedItem, ExecutedPayment } from './load-executed';

/** What payments write into the books: what was owed is paid, what was withheld is owed to others. One entry a transfer. */
export async function enterPaymentsInBooks(tx: Tx, payments: readonly ExecutedPayment[]): Promise<void> {
  const agents = await loadAgents(tx, payments);
  await postEntries(
    tx,
    payments.map((payment) => ({
      ...entryFor(payment, payment.executedOn),
      label: `Paiement ${payment.payeeName} – ${payment.items.map(({ label }) => label).join(', ')}`,
      purpose: 'paid',
      lines: linesOf(payment, agents),
    })),
  );
}

/** The opposite entry, on the day the bank sent the money back. */
export async function takePaymentOutOfBooks(tx: Tx, payment: ExecutedPayment): Promise<void> {
  const agents = await loadAgents(tx, [payment]);
  const date = payment.rejectedOn ?? payment.executedOn;
  const label = `Rejet du paiement ${payment.endToEndId} – ${payment.payeeName}`;
  const lines = reversedEntry(linesOf(payment, agents));
  await postEntries(tx, [{ ...entryFor(payment, date), label, purpose: 'rejected', lines }]);
}

function entryFor(payment: ExecutedPayment, date: string): Pick<EntryToPost, 'journal' | 'date' | 'document'> {
  const { id, endToEndId, executedOn } = payment;
  return { journal: 'bank', date, document: { type: 'royalty_payment', id, number: endToEndId, date: executedOn } };
}

/** The agents of an item with their weights, by the item's id. */
type Agents = ReadonlyMap<number, readonly { readonly person: string; readonly weight: string }[]>;

/** Of a statement, those it names; of an instalment, those in force on the day it was due. */
async function loadAgents(tx: Tx, payments: readonly ExecutedPayment[]): Promise<Agents> {
  const rows: { item: number; person: string; weight: string }[] = await tx.query(
    `SELECT i.id AS item, p.contributor_id::text AS person, p.gross::text AS weight
       FROM royalty_payment_item i JOIN royalty_statement_payee o ON o.id = i.statement_payee_id
       JOIN royalty_statement_payee p ON p.statement_id = o.statement_id AND p.kind = 'agent' AND p.gross > 0
       WHERE i.payment_id = ANY($1) AND i.agent_share <> 0
     UNION ALL SELECT i.id, p.contributor_id::text, p.share::text
       FROM royalty_payment_item i JOIN contract_advance a ON a.id = i.advance_id
       JOIN contract_payee p ON p.contract_id = i.contract_id AND p.kind = 'agent'
         AND coalesce(p.valid_from, '-infinity') = (SELECT max(coalesce(v.valid_from, '-infinity')) FROM contract_payee v
           WHERE v.contract_id = i.contract_id AND coalesce(v.valid_from, '-infinity') <= coalesce(a.due_on, 'infinity'))
       WHERE i.payment_id = ANY($1) AND i.agent_share <> 0
     ORDER BY 1, 2`,
    [payments.map(({ id }) => id)],
  );
  return Map.groupBy(rows, ({ item }) => item);
}

function linesOf(payment: ExecutedPayment, agents: Agents): EntryLine[] {
  return mergedLines(
    payment.items.flatMap((item) =>
      entryOfPayment({
        ...claimOf(payment, item),
        gross: Money.parse(item.gross),
        social: Money.parse(item.social),
        vat: Money.parse(item.vat),
        vatWithheld: Money.parse(item.vatWithheld),
        withholdingTax: Money.parse(item.withholdingTax),
        reverseChargedVat: Money.parse(item.reverseChargeVat),
        net: Money.parse(item.net),
        payerContribution: Money.parse(item.payerContribution),
        toAgents: toAgents(item, agents),
      }),
    ),
  );
}

/**
 * An advance is a claim on its contract, kept in the name of its author, from whom it is recouped, even where heirs had it.
 * An agent's part was owed to it since its author was paid, whatever was paid to the author.
 */
function claimOf({ contributorId }: ExecutedPayment, { kind, payeeKind, authorId }: ExecutedItem) {
  const isClaim = kind === 'advance' && payeeKind !== 'agent';
  return { person: String(isClaim ? authorId : contributorId), kind: isClaim ? kind : 'statement' } as const;
}

function toAgents({ id, agentShare }: ExecutedItem, agents: Agents) {
  const share = Money.parse(agentShare);
  if (share.isZero) return [];
  const known = agents.get(id) ?? [];
  if (known.length === 0) throw new Error(`The agents of payment item ${id} are not known`);
  const weights = known.map(({ weight }) => Rational.parse(weight));
  const parts = splitByLargestRemainder(share, weights);
  return known.map(({ person }, index) => ({ person, amount: parts[index] ?? Money.zero }));
}
