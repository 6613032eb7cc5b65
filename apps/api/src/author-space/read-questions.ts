import type { Tx } from '../platform/database/database';
import { readPage, type ListSpec, type Page } from '../platform/lists/list';
import { platformProblems } from '../platform/problems/platform-problems';
import type { AuthorQuestion, QuestionQuery, QuestionResponse } from './question-dto';

const moment = (column: string): string => `to_char(${column}, 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

const OWN = `q.id, q.statement_id AS "statementId", s.number AS "statementNumber", w.title AS "workTitle", q.line_label AS "lineLabel",
  q.line_amount AS "lineAmount", q.body, q.status, ${moment('q.asked_at')} AS "askedAt", q.answer, ${moment('q.answered_at')} AS "answeredAt"`;

const FROM = `author_question q JOIN royalty_statement s ON s.id = q.statement_id JOIN contract c ON c.id = s.contract_id
  JOIN work w ON w.id = c.work_id JOIN contributor p ON p.id = q.contributor_id`;

const questionList: ListSpec = {
  select: `${OWN}, q.version, q.contributor_id AS "contributorId", p.display_name AS "contributorName", p.email AS "contributorEmail",
    q.locale, q.answered_by AS "answeredBy"`,
  from: FROM,
  id: 'q.id',
  sorts: {
    askedAt: { sql: 'q.id', type: 'integer' },
    contributor: { sql: 'p.sort_name', type: 'text' },
  },
  defaultSort: '-askedAt',
  filters: { id: 'q.id = $', status: 'q.status = $', contributorId: 'q.contributor_id = $' },
  search: `(q.search_text || ' ' || p.search_text) LIKE fold($)`,
};

/** An author's own questions, the latest first. */
export function readOwnQuestions(tx: Tx, contributorId: number): Promise<AuthorQuestion[]> {
  return tx.query(`SELECT ${OWN} FROM ${FROM} WHERE q.contributor_id = $1 ORDER BY q.id DESC LIMIT 200`, [
    contributorId,
  ]);
}

/** @throws not-found */
export async function readOwnQuestion(tx: Tx, contributorId: number, id: number): Promise<AuthorQuestion> {
  const [question] = await tx.query(`SELECT ${OWN} FROM ${FROM} WHERE q.contributor_id = $1 AND q.id = $2`, [
    contributorId,
    id,
  ]);
  if (!question) throw platformProblems.create('not-found');
  return question as AuthorQuestion;
}

/** What authors asked, as the house reads it. */
export function readQuestions(tx: Tx, query: QuestionQuery): Promise<Page<QuestionResponse>> {
  const { status, contributorId, ...list } = query;
  return readPage(tx, questionList, list, { status, contributorId });
}

/** @throws not-found */
export async function readQuestion(tx: Tx, id: number): Promise<QuestionResponse> {
  const { items } = await readPage<QuestionResponse>(tx, questionList, {}, { id });
  if (!items[0]) throw platformProblems.create('not-found');
  return items[0];
}
