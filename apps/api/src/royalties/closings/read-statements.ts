import { Injectable } from '@nestjs/common';

import { Database } from '../../platform/database/database';
import { readPage, type ListSpec } from '../../platform/lists/list';
import { platformProblems } from '../../platform/problems/platform-problems';
import { CHANGED, LARGE, STATEMENT_BEFORE } from './statement-before';
import type { StatementPage, StatementQuery, StatementResponse, StatementRow } from './statement-dto';

/** Copies that the lines of a statement count; of a line on receipts there are none. */
const copiesOf = (statement: string): string =>
  `(SELECT coalesce(sum((l ->> 'copies')::int), 0)::int FROM jsonb_array_elements(${statement}.result -> 'lines') l)`;

const STATEMENT_COLUMNS = `s.id, s.closing_id AS "closingId", s.number, s.contract_id AS "contractId", c.reference AS "contractReference",
  s.contributor_id AS "contributorId", p.display_name AS "contributorName", w.title AS "workTitle", s.statement_date AS "statementDate",
  k.payment_date AS "paymentDate", k.status, s.earned::text, s.adjustments::text, s.recouped::text, s.unrecouped::text,
  s.carried_out::text AS "carriedOut", s.gross::text, s.net::text, s.has_gap AS "hasGap",
  (SELECT coalesce(sum((e -> 'stock' ->> 'gap')::int), 0)::int FROM jsonb_array_elements(s.stock) e) AS gap, s.gap_reason AS "gapReason",
  ${copiesOf('s')} AS copies`;

const statementList: ListSpec = {
  select: `${STATEMENT_COLUMNS}, NULL AS previous, false AS "isLargeChange"`,
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
    isZero: '(s.gross = 0) = $::boolean',
  },
  search: `(p.search_text || ' ' || w.search_text || ' ' || fold(coalesce(s.number, '')) || ' ' || c.search_text) LIKE fold($)`,
  totals: {
    earned: 'coalesce(sum(s.earned), 0)::numeric(14,2)',
    gross: 'coalesce(sum(s.gross), 0)::numeric(14,2)',
    net: 'coalesce(sum(s.net), 0)::numeric(14,2)',
  },
};

/** The statements of one closing, each beside its contract's statement before it. */
const reviewList: ListSpec = {
  ...statementList,
  select: `${STATEMENT_COLUMNS}, ${LARGE} AS "isLargeChange",
    CASE WHEN b.id IS NOT NULL THEN jsonb_build_object('statementId', b.id, 'earned', b.earned::text, 'net', b.net::text, 'copies', ${copiesOf('b')}) END AS previous`,
  from: `${statementList.from} LEFT JOIN LATERAL (${STATEMENT_BEFORE}) b ON true`,
  sorts: {
    ...statementList.sorts,
    change: { sql: `abs(s.earned - coalesce(b.earned, 0))`, type: 'numeric' },
  },
  filters: {
    ...statementList.filters,
    change: `CASE $ WHEN 'new' THEN b.id IS NULL WHEN 'large' THEN ${LARGE} ELSE ${CHANGED} END`,
  },
};

/** Statements as they are read. */
@Injectable()
export class ReadStatements {
  constructor(private readonly database: Database) {}

  list(query: StatementQuery): Promise<StatementPage> {
    const { closingId, contractId, contributorId, status, hasGap, isZero, change } = query;
    const filters = { closingId, contractId, contributorId, status, hasGap, isZero };
    const { reader } = this.database;
    if (closingId === undefined) return readPage<StatementRow>(reader, statementList, query, filters);
    return readPage<StatementRow>(reader, reviewList, query, { ...filters, change });
  }

  async one(id: number): Promise<StatementResponse> {
    const [row] = await this.database.reader.query(
      `SELECT ${reviewList.select}, s.carried_in::text AS "carriedIn", s.issued_on AS "issuedOn", s.content_hash AS "contentHash", s.result,
         s.document -> 'book' AS book, s.document ->> 'periodFrom' AS "periodFrom", s.document ->> 'periodTo' AS "periodTo",
         s.document -> 'statementNumbers' AS "statementNumbers",
         (SELECT coalesce(jsonb_agg(jsonb_build_object('contributorId', y.contributor_id, 'name', o.display_name, 'kind', y.kind, 'share', y.share::text,
           'gross', y.gross::text, 'net', y.net::text) ORDER BY y.position), '[]')
           FROM royalty_statement_payee y JOIN contributor o ON o.id = y.contributor_id WHERE y.statement_id = s.id) AS payees
       FROM ${reviewList.from} WHERE s.id = $1`,
      [id],
    );
    if (!row) throw platformProblems.create('not-found');
    return row as StatementResponse;
  }
}
