import { Injectable } from '@nestjs/common';

import { Database, type Tx } from '../../platform/database/database';
import { platformProblems } from '../../platform/problems/platform-problems';
import { ClosingRecord } from '../records';
import { dueFrom, statedUntil } from './choose-contracts';
import type { ClosingReview, GoneContract } from './review-dto';
import { CHANGED, LARGE, STATEMENT_BEFORE } from './statement-before';

/** A draft (or what was closed of it) against the period before: what changed, what is new, what is no longer there. */
@Injectable()
export class ReviewClosing {
  constructor(private readonly database: Database) {}

  /** @throws not-found */
  review(id: number): Promise<ClosingReview> {
    return this.database.snapshot(async (tx) => {
      const closing = await tx.findOneBy(ClosingRecord, { id });
      if (!closing) throw platformProblems.create('not-found');
      return { ...(await changes(tx, id)), gone: closing.kind === 'period' ? await gone(tx, closing) : [] };
    });
  }
}

async function changes(tx: Tx, id: number): Promise<Omit<ClosingReview, 'gone'>> {
  const sum = (amount: string): string => `coalesce(sum(b.${amount}), 0)::numeric(14,2)::text`;
  const [row] = await tx.query(
    `SELECT count(*) FILTER (WHERE ${CHANGED})::int AS changed, count(*) FILTER (WHERE b.id IS NULL)::int AS fresh,
       count(*) FILTER (WHERE ${LARGE})::int AS large, count(*) FILTER (WHERE s.gross = 0)::int AS zero,
       count(*) FILTER (WHERE s.has_gap)::int AS gaps,
       jsonb_build_object('statements', count(b.id), 'earned', ${sum('earned')}, 'gross', ${sum('gross')}, 'net', ${sum('net')}) AS before
     FROM royalty_statement s JOIN closing k ON k.id = s.closing_id LEFT JOIN LATERAL (${STATEMENT_BEFORE}) b ON true WHERE k.id = $1`,
    [id],
  );
  return row as Omit<ClosingReview, 'gone'>;
}

type Candidate = Omit<GoneContract, 'reason'> & {
  readonly status: string;
  readonly startsOn: string | null;
  readonly signedOn: string | null;
};

/** Contracts that the period before stated and this one does not, though their turn has come or they ended. */
async function gone(tx: Tx, closing: ClosingRecord): Promise<GoneContract[]> {
  const candidates: Candidate[] = await tx.query(
    `SELECT c.id AS "contractId", c.reference AS "contractReference", p.display_name AS "contributorName", w.title AS "workTitle",
       q.id AS "statementId", q.earned::text, q.net::text, c.status, c.starts_on AS "startsOn", c.signed_on AS "signedOn"
     FROM royalty_statement q JOIN contract c ON c.id = q.contract_id JOIN contributor p ON p.id = c.contributor_id JOIN work w ON w.id = c.work_id
     WHERE q.closing_id = (SELECT h.id FROM closing h WHERE h.status = 'closed' AND h.kind = 'period' AND h.id <> $1
         AND h.entry < coalesce($2::bigint, 9223372036854775807) ORDER BY h.entry DESC LIMIT 1)
       AND NOT EXISTS (SELECT FROM royalty_statement s WHERE s.closing_id = $1 AND s.contract_id = q.contract_id)
     ORDER BY c.reference, c.id`,
    [closing.id, closing.entry],
  );
  const terms = new Map(
    (
      await statedUntil(
        tx,
        candidates.map(({ contractId: id }) => ({ id })),
      )
    ).map((row) => [row.id, row]),
  );
  return candidates.flatMap(({ status, startsOn, signedOn, ...contract }): GoneContract[] => {
    if (status === 'terminated') return [{ ...contract, reason: 'terminated' }];
    const isDue =
      dueFrom({ startsOn, signedOn }, { terms: terms.get(contract.contractId), to: closing.periodTo }) !== undefined;
    return closing.contracts === 'all' || isDue ? [{ ...contract, reason: 'absent' }] : [];
  });
}
