import { addDays, type CalendarDate } from '@colophon/domain/calendar';
import { lastPeriodEnded, legalDeadline, type StatementFrequency } from '@colophon/domain/contracts';

import type { Tx } from '../platform/database/database';
import type { AuthorNextStatement } from './author-dto';

interface StatedContract {
  readonly contractReference: string;
  readonly workTitle: string;
  readonly frequency: StatementFrequency;
  readonly yearEndMonth: number;
  readonly startsOn: CalendarDate | null;
  readonly statedUntil: CalendarDate | null;
}

/** When the next statement of each contract is due: of the period that is over, or of the one that runs. */
export async function readNextStatements(
  tx: Tx,
  contributorId: number,
  today: CalendarDate,
): Promise<AuthorNextStatement[]> {
  const contracts: StatedContract[] = await tx.query(
    `SELECT c.reference AS "contractReference", w.title AS "workTitle", c.statement_frequency AS frequency, h.year_end_month AS "yearEndMonth",
       coalesce(c.starts_on, c.signed_on)::text AS "startsOn",
       (SELECT max(k.period_to)::text FROM royalty_statement s JOIN closing k ON k.id = s.closing_id
         WHERE s.contract_id = c.id AND k.status = 'closed' AND k.kind <> 'print-run') AS "statedUntil"
     FROM contract c JOIN work w ON w.id = c.work_id, house h
     WHERE c.status = 'active' AND (c.contributor_id = $1 OR EXISTS (SELECT FROM contract_payee y WHERE y.contract_id = c.id AND y.contributor_id = $1))
     ORDER BY w.sort_title, c.id LIMIT 200`,
    [contributorId],
  );
  return contracts
    .map((contract) => nextOf(contract, today))
    .sort((a, b) => (a.deadline < b.deadline ? -1 : Number(a.deadline > b.deadline)));
}

function nextOf(
  { contractReference, workTitle, startsOn, statedUntil, ...terms }: StatedContract,
  today: CalendarDate,
): AuthorNextStatement {
  const over = lastPeriodEnded(terms, today).to;
  const isStated = statedUntil !== null && statedUntil >= over;
  const hasNotBegun = startsOn !== null && startsOn > over;
  const periodTo = isStated || hasNotBegun ? periodAfter(terms, statedUntil ?? over, today) : over;
  return { contractReference, workTitle, periodTo, deadline: legalDeadline(periodTo) };
}

/** The end of the first period that ends after a day that is stated, and is not over yet. */
function periodAfter(
  terms: Pick<StatedContract, 'frequency' | 'yearEndMonth'>,
  stated: CalendarDate,
  today: CalendarDate,
): CalendarDate {
  const after = stated > today ? stated : today;
  for (let days = 1; days <= 400; days += 28) {
    const { to } = lastPeriodEnded(terms, addDays(after, days));
    if (to > stated && to >= today) return to;
  }
  return lastPeriodEnded(terms, addDays(after, 400)).to;
}
