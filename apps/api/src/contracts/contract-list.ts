import type { ListSpec } from '../platform/lists/list';
import type { ListExport } from '../platform/lists/list-export';
import type { ContractRow } from './contract-response-dto';
import { nextPeriodEnd } from './next-period';

/** What the list's SQL gives; the next period is worked out from it. */
export type ListedContract = Omit<ContractRow, 'nextPeriodEndsOn'> & { lastPeriodTo: string | null };

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

/** A row of the wire. @param today after which an active contract that was never stated is stated first */
export function toContractRow({ lastPeriodTo, ...row }: ListedContract, today: string): ContractRow {
  const isAwaited = row.status === 'active';
  return { ...row, nextPeriodEndsOn: isAwaited ? nextPeriodEnd(row.statementFrequency, lastPeriodTo, today) : null };
}

export const contractExport = (today: string): ListExport<ListedContract> => ({
  name: { fr: 'contrats', en: 'contracts' },
  spec: contractList,
  columns: {
    reference: { fr: 'Référence', en: 'Reference', type: 'text', value: (row) => row.reference },
    contributor: { fr: 'Contributeur', en: 'Contributor', type: 'text', value: (row) => row.contributor },
    work: { fr: 'Œuvre', en: 'Work', type: 'text', value: (row) => row.work },
    status: { fr: 'État', en: 'Status', type: 'text', value: (row) => row.status },
    signedOn: { fr: 'Signé le', en: 'Signed on', type: 'date', value: (row) => row.signedOn },
    statementFrequency: { fr: 'Redditions', en: 'Statements', type: 'text', value: (row) => row.statementFrequency },
    clauseCount: { fr: 'Clauses', en: 'Clauses', type: 'integer', value: (row) => row.clauseCount },
    lastStatementOn: {
      fr: 'Dernière reddition',
      en: 'Last statement',
      type: 'date',
      value: (row) => row.lastStatementOn,
    },
    nextPeriodEndsOn: {
      fr: 'Prochaine période',
      en: 'Next period',
      type: 'date',
      value: (row) => toContractRow(row, today).nextPeriodEndsOn,
    },
  },
});
