import { Injectable } from '@nestjs/common';

import { Database } from '../../platform/database/database';
import { readPage, type ListSpec } from '../../platform/lists/list';
import { platformProblems } from '../../platform/problems/platform-problems';
import type { Actor } from '../../platform/sign-in/actor';
import { holds } from '../../platform/sign-in/permissions';
import type { ClosingPage, ClosingQuery, ClosingResponse } from './closing-dto';

const TOTALS = `(SELECT jsonb_build_object('statements', count(*)::int, 'earned', coalesce(sum(s.earned), 0)::numeric(14,2)::text,
  'adjustments', coalesce(sum(s.adjustments), 0)::numeric(14,2)::text, 'recouped', coalesce(sum(s.recouped), 0)::numeric(14,2)::text,
  'carriedOut', coalesce(sum(s.carried_out), 0)::numeric(14,2)::text, 'gross', coalesce(sum(s.gross), 0)::numeric(14,2)::text,
  'net', coalesce(sum(s.net), 0)::numeric(14,2)::text, 'gaps', (count(*) FILTER (WHERE s.has_gap))::int,
  'unexplainedGaps', (count(*) FILTER (WHERE s.has_gap AND coalesce(s.gap_reason, '') = ''))::int)
  FROM royalty_statement s WHERE s.closing_id = k.id) AS totals`;

const nameOf = (column: string): string => `(SELECT u.display_name FROM app_user u WHERE u.id = k.${column})`;

const closingList: ListSpec = {
  select: `k.id, k.version, k.kind, k.status, k.period_from AS "periodFrom", k.period_to AS "periodTo", k.print_run_id AS "printRunId",
    (SELECT w.title || ', ' || r.number FROM print_run r JOIN edition e ON e.id = r.edition_id JOIN work w ON w.id = e.work_id WHERE r.id = k.print_run_id) AS "printRunLabel",
    k.contracts, k.contract_id AS "contractId", (SELECT c.reference FROM contract c WHERE c.id = k.contract_id) AS "contractReference",
    CASE WHEN k.approved_at IS NOT NULL THEN 'approved' WHEN k.status = 'draft' AND (SELECT second_approval FROM house) THEN 'waiting' END AS approval,
    ${nameOf('created_by')} AS "createdBy", ${nameOf('computed_by')} AS "computedBy", ${nameOf('approved_by')} AS "approvedBy",
    to_char(k.approved_at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "approvedAt", array_remove(ARRAY[k.created_by, k.computed_by], NULL) AS authors,
    k.payment_date AS "paymentDate", to_char(k.closed_at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "closedAt", k.closed_by AS "closedBy", ${TOTALS},
    (SELECT max(t.id) FROM background_task t WHERE t.kind = 'statement-documents' AND (t.params ->> 'closingId')::int = k.id) AS "documentsTaskId"`,
  from: 'closing k',
  id: 'k.id',
  sorts: { periodTo: { sql: 'k.period_to', type: 'date' } },
  defaultSort: '-periodTo',
  filters: { status: 'k.status = $', id: 'k.id = $' },
  search: `k.contract_id IN (SELECT c.id FROM contract c WHERE c.search_text LIKE fold($)) OR k.print_run_id IN (SELECT r.id FROM print_run r JOIN edition e ON e.id = r.edition_id JOIN work w ON w.id = e.work_id
    WHERE w.search_text LIKE fold($))`,
};

type ClosingRow = Omit<ClosingResponse, 'mayApprove'> & { readonly authors: readonly number[] };

/** Closings as they are read by somebody, who may approve what others computed. */
@Injectable()
export class ReadClosings {
  constructor(private readonly database: Database) {}

  async list(actor: Actor, query: ClosingQuery): Promise<ClosingPage> {
    const page = await readPage<ClosingRow>(this.database.reader, closingList, query, { status: query.status });
    return { ...page, items: page.items.map((row) => asSeenBy(actor, row)) };
  }

  /** @throws not-found */
  async one(actor: Actor, id: number): Promise<ClosingResponse> {
    const page = await readPage<ClosingRow>(this.database.reader, closingList, {}, { id });
    const [closing] = page.items;
    if (!closing) throw platformProblems.create('not-found');
    return asSeenBy(actor, closing);
  }
}

function asSeenBy(actor: Actor, { authors, ...closing }: ClosingRow): ClosingResponse {
  const isOther = actor.id !== null && !authors.includes(actor.id);
  return {
    ...closing,
    mayApprove: closing.approval === 'waiting' && isOther && holds(actor.role, 'royalties.approve'),
  };
}
