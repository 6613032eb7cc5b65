import { Injectable } from '@nestjs/common';

import { Database } from '../../platform/database/database';
import { readPage, type ListSpec } from '../../platform/lists/list';
import { platformProblems } from '../../platform/problems/platform-problems';
import type {
  ClosingPage,
  ClosingQuery,
  ClosingResponse,
  StatementPage,
  StatementQuery,
  StatementResponse,
  StatementRow,
} from './closing-dto';

const TOTALS = `(SELECT jsonb_build_object('statements', count(*)::int, 'earned', coalesce(sum(s.earned), 0)::numeric(14,2)::text,
  'adjustments', coalesce(sum(s.adjustments), 0)::numeric(14,2)::text, 'recouped', coalesce(sum(s.recouped), 0)::numeric(14,2)::text,
  'carriedOut', coalesce(sum(s.carried_out), 0)::numeric(14,2)::text, 'gross', coalesce(sum(s.gross), 0)::numeric(14,2)::text,
  'net', coalesce(sum(s.net), 0)::numeric(14,2)::text, 'gaps', (count(*) FILTER (WHERE s.has_gap))::int,
  'unexplainedGaps', (count(*) FILTER (WHERE s.has_gap AND coalesce(s.gap_reason, '') = ''))::int)
  FROM royalty_statement s WHERE s.closing_id = k.id) AS totals`;

const closingList: ListSpec = {
  select: `k.id, k.version, k.kind, k.status, k.period_from AS "periodFrom", k.period_to AS "periodTo", k.print_run_id AS "printRunId",
    (SELECT w.title || ', ' || r.number FROM print_run r JOIN edition e ON e.id = r.edition_id JOIN work w ON w.id = e.work_id WHERE r.id = k.print_run_id) AS "printRunLabel",
    k.payment_date AS "paymentDate", to_char(k.closed_at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "closedAt", k.closed_by AS "closedBy", ${TOTALS},
    (SELECT max(t.id) FROM background_task t WHERE t.kind = 'statement-documents' AND (t.params ->> 'closingId')::int = k.id) AS "documentsTaskId"`,
  from: 'closing k',
  id: 'k.id',
  sorts: { periodTo: { sql: 'k.period_to', type: 'date' } },
  defaultSort: '-periodTo',
  filters: { status: 'k.status = $', id: 'k.id = $' },
  search: `k.print_run_id IN (SELECT r.id FROM print_run r JOIN edition e ON e.id = r.edition_id JOIN work w ON w.id = e.work_id
    WHERE w.search_text LIKE fold($))`,
};

const STATEMENT_COLUMNS = `s.id, s.closing_id AS "closingId", s.number, s.contract_id AS "contractId", c.reference AS "contractReference",
  s.contributor_id AS "contributorId", p.display_name AS "contributorName", w.title AS "workTitle", s.statement_date AS "statementDate",
  k.payment_date AS "paymentDate", k.status, s.earned::text, s.adjustments::text, s.recouped::text, s.unrecouped::text,
  s.carried_out::text AS "carriedOut", s.gross::text, s.net::text, s.has_gap AS "hasGap",
  (SELECT coalesce(sum((e -> 'stock' ->> 'gap')::int), 0)::int FROM jsonb_array_elements(s.stock) e) AS gap, s.gap_reason AS "gapReason"`;

const statementList: ListSpec = {
  select: STATEMENT_COLUMNS,
  from: `royalty_statement s JOIN closing k ON k.id = s.closing_id JOIN contract c ON c.id = s.contract_id
    JOIN contributor p ON p.id = s.contributor_id JOIN work w ON w.id = c.work_id`,
  id: 's.id',
  sorts: {
    number: { sql: `coalesce(s.number, '')`, type: 'text' },
    contributor: { sql: 'p.sort_name', type: 'text' },
    work: { sql: 'w.sort_title', type: 'text' },
    statementDate: { sql: 's.statement_date', type: 'date' },
    gross: { sql: 's.gross', type: 'numeric' },
    net: { sql: 's.net', type: 'numeric' },
  },
  defaultSort: '-statementDate',
  filters: {
    closingId: 's.closing_id = $',
    contractId: 's.contract_id = $',
    contributorId: 's.contributor_id = $',
    status: 'k.status = $',
    hasGap: 's.has_gap = $::boolean',
  },
  search: `(p.search_text || ' ' || w.search_text || ' ' || fold(coalesce(s.number, '')) || ' ' || c.search_text) LIKE fold($)`,
  totals: {
    earned: 'coalesce(sum(s.earned), 0)::numeric(14,2)',
    gross: 'coalesce(sum(s.gross), 0)::numeric(14,2)',
    net: 'coalesce(sum(s.net), 0)::numeric(14,2)',
  },
};

/** Closings and statements as they are read. */
@Injectable()
export class ReadClosings {
  constructor(private readonly database: Database) {}

  list(query: ClosingQuery): Promise<ClosingPage> {
    return readPage<ClosingResponse>(this.database.reader, closingList, query, { status: query.status });
  }

  async one(id: number): Promise<ClosingResponse> {
    const page = await readPage<ClosingResponse>(this.database.reader, closingList, {}, { id });
    const [closing] = page.items;
    if (!closing) throw platformProblems.create('not-found');
    return closing;
  }

  statements(query: StatementQuery): Promise<StatementPage> {
    const { closingId, contractId, contributorId, status, hasGap } = query;
    return readPage<StatementRow>(this.database.reader, statementList, query, {
      closingId,
      contractId,
      contributorId,
      status,
      hasGap,
    });
  }

  async statement(id: number): Promise<StatementResponse> {
    const [row] = await this.database.reader.query(
      `SELECT ${STATEMENT_COLUMNS}, s.carried_in::text AS "carriedIn", s.issued_on AS "issuedOn", s.content_hash AS "contentHash", s.result,
         s.document -> 'book' AS book, s.document ->> 'periodFrom' AS "periodFrom", s.document ->> 'periodTo' AS "periodTo",
         s.document -> 'statementNumbers' AS "statementNumbers"
       FROM ${statementList.from} WHERE s.id = $1`,
      [id],
    );
    if (!row) throw platformProblems.create('not-found');
    return row as StatementResponse;
  }
}
