import type { EarlierParts } from '@colophon/domain/payments';
import { Money } from '@colophon/domain/money';
import { readWithholding, sumWithholdings, type PlainWithholding } from '@colophon/domain/withholding';

import type { Tx } from '../../platform/database/database';
import type { Payable } from '../payables/load-payables';
import { PAID_BY_TRANSFER } from '../payables/payables-sql';

/** The key of one item of one person, whatever payment it stands in. */
export function itemKey(item: Pick<Payable, 'statementPayeeId' | 'advanceId' | 'contributorId'>): string {
  return `${item.statementPayeeId ?? ''}/${item.advanceId ?? ''}/${item.contributorId}`;
}

/** What executed payments have paid of each of these, by {@link itemKey}. */
export async function paidBefore(tx: Tx, payables: readonly Payable[]): Promise<Map<string, EarlierParts>> {
  const rows: {
    statementPayeeId: number | null;
    advanceId: number | null;
    contributorId: number;
    gross: string;
    agentShare: string;
    withholding: PlainWithholding;
  }[] = await tx.query(
    `SELECT i.statement_payee_id AS "statementPayeeId", i.advance_id AS "advanceId", i.contributor_id AS "contributorId",
       i.gross::text, i.agent_share::text AS "agentShare", i.withholding
     FROM royalty_payment_item i JOIN royalty_payment y ON y.id = i.payment_id
     WHERE y.status = 'executed' AND i.payee_kind <> 'agent' AND (i.statement_payee_id = ANY($1) OR i.advance_id = ANY($2))
     ORDER BY y.executed_on, y.id`,
    [payables.map((payable) => payable.statementPayeeId), payables.map((payable) => payable.advanceId)],
  );
  const groups = Map.groupBy(rows, itemKey as (row: (typeof rows)[number]) => string);
  return new Map([...groups].map(([key, parts]) => [key, sumOf(parts)]));
}

function sumOf(parts: readonly { gross: string; agentShare: string; withholding: PlainWithholding }[]): EarlierParts {
  return {
    gross: Money.sum(parts.map(({ gross }) => Money.parse(gross))),
    agentShare: Money.sum(parts.map(({ agentShare }) => Money.parse(agentShare))),
    withholding: sumWithholdings(parts.map(({ withholding }) => readWithholding(withholding))),
  };
}

/**
 * Gross that each of these people was really paid in a calendar year: executed payments by their day, and instalments
 * that were marked as paid on a contract without a payment, but for those that are recorded now. Agents' parts are not
 * their gross.
 */
export async function paidInYear(
  tx: Tx,
  { ids, year, recorded }: { ids: readonly number[]; year: number; recorded: readonly (number | null)[] },
): Promise<Map<number, Money>> {
  const rows: { contributorId: number; gross: string }[] = await tx.query(
    `SELECT contributor_id AS "contributorId", sum(gross)::text AS gross FROM (
       SELECT i.contributor_id, i.gross FROM royalty_payment_item i JOIN royalty_payment y ON y.id = i.payment_id
         WHERE y.status = 'executed' AND i.payee_kind <> 'agent' AND i.contributor_id = ANY($1)
           AND y.executed_on BETWEEN make_date($2, 1, 1) AND make_date($2, 12, 31)
       UNION ALL
       SELECT c.contributor_id, a.amount FROM contract_advance a JOIN contract c ON c.id = a.contract_id
         WHERE c.status <> 'draft' AND a.id <> ALL($3) AND c.contributor_id = ANY($1) AND a.paid_on BETWEEN make_date($2, 1, 1) AND make_date($2, 12, 31)
           AND NOT ${PAID_BY_TRANSFER}
     ) paid GROUP BY 1`,
    [ids, year, recorded.filter((id) => id !== null)],
  );
  return new Map(rows.map(({ contributorId, gross }) => [contributorId, Money.parse(gross)]));
}
