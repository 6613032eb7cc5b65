import type { Tx } from '../platform/database/database';
import { platformProblems } from '../platform/problems/platform-problems';
import type { AuthorStatementResponse, AuthorStatementRow } from './author-dto';
import { ONLY_PAYEE, OWN_DOCUMENTS, OWN_PAGE, OWN_STATEMENT } from './visible';

const ROW = `s.id, s.number, w.title AS "workTitle", c.reference AS "contractReference", s.statement_date AS "statementDate",
  s.issued_on AS "issuedOn", s.document ->> 'periodFrom' AS "periodFrom", s.document ->> 'periodTo' AS "periodTo",
  k.payment_date AS "paymentDate", s.earned::text, coalesce(own.gross, 0)::numeric(14,2)::text AS gross,
  coalesce(own.net, 0)::numeric(14,2)::text AS net, coalesce(own.kind, 'author') AS "payeeKind", coalesce(own.share, 0)::text AS share,
  ${OWN_DOCUMENTS} AS "hasDocuments", ${OWN_PAGE} AS "hasOwnPage"`;

const FROM = `royalty_statement s JOIN closing k ON k.id = s.closing_id JOIN contract c ON c.id = s.contract_id JOIN work w ON w.id = c.work_id
  LEFT JOIN LATERAL (SELECT sum(y.gross) AS gross, sum(y.net) AS net, min(y.kind) AS kind, sum(y.share) AS share,
      (array_agg(y.withholding ORDER BY y.position))[1] AS withholding
    FROM royalty_statement_payee y WHERE y.statement_id = s.id AND y.contributor_id = $1) own ON true`;

/** The author's statements, the latest first. */
export function readOwnStatements(tx: Tx, contributorId: number, limit = 500): Promise<AuthorStatementRow[]> {
  return tx.query(
    `SELECT ${ROW} FROM ${FROM} WHERE ${OWN_STATEMENT} ORDER BY s.statement_date DESC, s.id DESC LIMIT ${limit}`,
    [contributorId],
  );
}

type Issued = Record<string, unknown> & { payees?: readonly { author: string }[] };
type Found = Omit<AuthorStatementResponse, 'result'> & {
  readonly result: Issued;
  readonly withholding: unknown;
  readonly isAlone: boolean;
};

/** A statement with its trace. @throws not-found, also for somebody else's */
export async function readOwnStatement(tx: Tx, contributorId: number, id: number): Promise<AuthorStatementResponse> {
  const [found]: Found[] = await tx.query(
    `SELECT ${ROW}, ${ONLY_PAYEE} AS "isAlone", own.withholding, s.result, s.document -> 'book' AS book, s.document -> 'statementNumbers' AS "statementNumbers"
     FROM ${FROM} WHERE s.id = $2 AND ${OWN_STATEMENT}`,
    [contributorId, id],
  );
  if (!found) throw platformProblems.create('not-found');
  const { withholding: _withholding, isAlone, ...statement } = found;
  return { ...statement, result: isAlone ? found.result : ownPart(found, contributorId) };
}

/** What the contract earned is every payee's to read; who else is paid, how much and with what withheld, is not. */
function ownPart({ withholding, ...statement }: Found, contributorId: number): Issued {
  const { withholding: _all, payees, ...result } = statement.result;
  return {
    ...result,
    net: statement.net,
    ...(withholding ? { withholding } : {}),
    payees: (payees ?? []).filter(({ author }) => author === String(contributorId)),
  };
}

/** @throws not-found, also for somebody else's and for a document that tells what is withheld from others */
export async function refuseOthersDocument(tx: Tx, contributorId: number, id: number): Promise<void> {
  await closingWhere(tx, contributorId, { id, condition: OWN_DOCUMENTS });
}

/** The closing whose page in this payee's name comes with the statement. @throws not-found */
export function closingOfOwnPage(tx: Tx, contributorId: number, id: number): Promise<number> {
  return closingWhere(tx, contributorId, { id, condition: OWN_PAGE });
}

async function closingWhere(tx: Tx, contributorId: number, of: { id: number; condition: string }): Promise<number> {
  const [found] = await tx.query(
    `SELECT k.id FROM royalty_statement s JOIN closing k ON k.id = s.closing_id WHERE s.id = $2 AND ${OWN_STATEMENT} AND ${of.condition}`,
    [contributorId, of.id],
  );
  if (!found) throw platformProblems.create('not-found');
  return found.id;
}
