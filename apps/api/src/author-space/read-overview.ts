import { Injectable } from '@nestjs/common';

import { contractBalances, PAYABLES } from '../payments';
import { Clock } from '../platform/clock/clock';
import { Database, type Tx } from '../platform/database/database';
import type { AuthorBalance, AuthorComing, AuthorOverviewResponse } from './author-dto';
import { readNextStatements } from './next-statements';
import { readOwnPayments } from './read-own-payments';
import { readOwnStatements } from './read-own-statements';

/** The first page: what was I paid, what is coming, when. */
@Injectable()
export class ReadOverview {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  read(contributorId: number): Promise<AuthorOverviewResponse> {
    const today = this.clock.today();
    const year = Number(today.slice(0, 4));
    return this.database.snapshot(async (tx) => {
      const [lastPayment] = await readOwnPayments(tx, contributorId, 1);
      const [lastStatement] = await readOwnStatements(tx, contributorId, 1);
      const [sums] = await tx.query(
        `SELECT coalesce(sum(net) FILTER (WHERE extract(year FROM executed_on) = $2), 0)::numeric(14,2)::text AS "paidThisYear",
           coalesce(sum(net) FILTER (WHERE extract(year FROM executed_on) = $2 - 1), 0)::numeric(14,2)::text AS "paidLastYear",
           (SELECT count(*)::int FROM author_question WHERE contributor_id = $1 AND status = 'open') AS "openQuestions"
         FROM royalty_payment WHERE contributor_id = $1 AND status = 'executed'`,
        [contributorId, year],
      );
      return {
        ...{ lastPayment: lastPayment ?? null, year, ...sums },
        coming: await readComing(tx, contributorId),
        nextStatements: await readNextStatements(tx, contributorId, today),
        balances: await readBalances(tx, contributorId, year),
        lastStatement: lastStatement ?? null,
      };
    });
  }
}

/** What is owed and not yet paid, the first due first; what stands in a payment under way included. */
function readComing(tx: Tx, contributorId: number): Promise<AuthorComing[]> {
  return tx.query(
    `SELECT kind, label, work_title AS "workTitle", statement_id AS "statementId", due_on AS "dueOn",
       (left_gross + planned)::numeric(14,2)::text AS gross,
       CASE WHEN kind = 'statement' AND paid = 0 THEN stated_net::text END AS net
     FROM ${PAYABLES} WHERE contributor_id = $1 AND left_gross + planned > 0 ORDER BY due_on NULLS LAST, id LIMIT 50`,
    [contributorId],
  );
}

/** By contract that the author signed: what is not recouped yet, and what waits for the next statement. */
function readBalances(tx: Tx, contributorId: number, year: number): Promise<AuthorBalance[]> {
  return tx.query(
    `SELECT id AS "contractId", reference AS "contractReference", work_title AS "workTitle", unrecouped::text, carried::numeric(14,2)::text AS carried
     FROM ${contractBalances(year)} WHERE contributor_id = $1 AND (unrecouped <> 0 OR carried <> 0) ORDER BY work_title, id`,
    [contributorId],
  );
}
