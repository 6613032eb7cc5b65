import { readContract } from '../contracts';
import type { Tx } from '../platform/database/database';
import { platformProblems } from '../platform/problems/platform-problems';
import type { AuthorContractResponse, AuthorContractRow } from './author-dto';
import { OWN_CONTRACT } from './visible';

const ROW = `c.id, c.reference, c.status, w.title AS "workTitle", c.signed_on AS "signedOn", c.starts_on AS "startsOn",
  c.ends_on AS "endsOn", c.terminated_on AS "terminatedOn"`;
const FROM = `contract c JOIN work w ON w.id = c.work_id`;

/** The contracts that the author signed. */
export function readOwnContracts(tx: Tx, contributorId: number): Promise<AuthorContractRow[]> {
  return tx.query(
    `SELECT ${ROW} FROM ${FROM} WHERE ${OWN_CONTRACT} ORDER BY w.sort_title, c.signed_on DESC NULLS LAST, c.id LIMIT 500`,
    [contributorId],
  );
}

/** A contract's terms; the house's own notes and warnings stay with the house. @throws not-found, also for somebody else's */
export async function readOwnContract(
  tx: Tx,
  author: { readonly contributorId: number; readonly locale: 'fr' | 'en'; readonly today: string },
  id: number,
): Promise<AuthorContractResponse> {
  const [row]: AuthorContractRow[] = await tx.query(`SELECT ${ROW} FROM ${FROM} WHERE c.id = $2 AND ${OWN_CONTRACT}`, [
    author.contributorId,
    id,
  ]);
  if (!row) throw platformProblems.create('not-found');
  const { statementFrequency, paymentThreshold, guaranteedMinimum, clauses, advances, payees, amendments } =
    await readContract(tx, id, author);
  return {
    ...row,
    ...{ statementFrequency, paymentThreshold, guaranteedMinimum, clauses, advances, payees },
    amendments: amendments.map((amendment) => ({ ...amendment, note: null })),
  };
}
