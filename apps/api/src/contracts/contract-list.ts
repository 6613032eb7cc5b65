import type { ListSpec } from '../platform/lists/list';

const lastClosed = `FROM royalty_statement s JOIN closing k ON k.id = s.closing_id WHERE s.contract_id = c.id AND k.status = 'closed'`;

/** The list of contracts. The last statement is read here, the next period is worked out from it in the code. */
export const contractList: ListSpec = {
  select: `c.id, c.reference, c.status, c.contributor_id AS "contributorId", p.display_name AS contributor, c.work_id AS "workId",
    w.title AS work, c.signed_on AS "signedOn", c.statement_frequency AS "statementFrequency",
    (SELECT count(*)::int FROM contract_clause l WHERE l.contract_id = c.id) AS "clauseCount",
    (SELECT max(s.statement_date) ${lastClosed}) AS "lastStatementOn",
    (SELECT max(k.period_to) ${lastClosed} AND k.kind = 'period') AS "lastPeriodTo"`,
  from: 'contract c JOIN contributor p ON p.id = c.contributor_id JOIN work w ON w.id = c.work_id',
  id: 'c.id',
  sorts: {
    reference: { sql: 'c.reference', type: 'text' },
    contributor: { sql: 'p.sort_name', type: 'text' },
    work: { sql: 'w.sort_title', type: 'text' },
    status: { sql: 'c.status', type: 'text' },
    signedOn: { sql: `coalesce(c.signed_on, '0001-01-01'::date)`, type: 'date' },
  },
  defaultSort: 'reference',
  filters: {
    contributorId: 'c.contributor_id = $',
    workId: 'c.work_id = $',
    status: 'c.status = $',
    frequency: 'c.statement_frequency = $',
  },
  search: `c.search_text LIKE fold($) OR c.contributor_id IN (SELECT id FROM contributor WHERE search_text LIKE fold($))
    OR c.work_id IN (SELECT id FROM work WHERE search_text LIKE fold($))`,
};
