import type { Tx } from '../platform/database/database';
import { platformProblems } from '../platform/problems/platform-problems';
import type { AuthorCertificate, AuthorPaymentItem, AuthorPaymentResponse, AuthorPaymentRow } from './author-dto';
import { OWN_PAYMENT } from './visible';

const ROW = `y.id, y.executed_on AS "executedOn", y.gross::text, (y.gross - y.net)::text AS withheld, y.net::text,
  '•••• ' || y.iban_last4 AS "ibanMasked"`;

/** What was paid to the author, the latest first. */
export function readOwnPayments(tx: Tx, contributorId: number, limit = 500): Promise<AuthorPaymentRow[]> {
  return tx.query(
    `SELECT ${ROW} FROM royalty_payment y WHERE ${OWN_PAYMENT} ORDER BY y.executed_on DESC, y.id DESC LIMIT ${limit}`,
    [contributorId],
  );
}

const ITEM = `SELECT coalesce(s.number, a.label) AS label, w.title AS "workTitle", p.statement_id AS "statementId", i.gross::text,
    i.social::text, i.vat::text, i.vat_withheld::text AS "vatWithheld", i.withholding_tax::text AS "withholdingTax",
    i.agent_share::text AS "agentShare", i.net::text, coalesce(i.withholding -> 'trace', '[]') AS lines
  FROM royalty_payment_item i JOIN contract c ON c.id = i.contract_id JOIN work w ON w.id = c.work_id
  LEFT JOIN royalty_statement_payee p ON p.id = i.statement_payee_id LEFT JOIN royalty_statement s ON s.id = p.statement_id
  LEFT JOIN contract_advance a ON a.id = i.advance_id
  WHERE i.payment_id = $2 AND i.contributor_id = $1 ORDER BY i.position`;

/** @throws not-found, also for somebody else's and for one that the bank has not made */
export async function readOwnPayment(tx: Tx, contributorId: number, id: number): Promise<AuthorPaymentResponse> {
  const [payment]: Omit<AuthorPaymentResponse, 'items'>[] = await tx.query(
    `SELECT ${ROW}, coalesce(y.reference, y.end_to_end_id) AS reference,
       (SELECT f.id FROM withholding_certificate f WHERE f.payment_id = y.id AND f.contributor_id = $1) AS "certificateId"
     FROM royalty_payment y WHERE y.id = $2 AND ${OWN_PAYMENT}`,
    [contributorId, id],
  );
  if (!payment) throw platformProblems.create('not-found');
  const items: AuthorPaymentItem[] = await tx.query(ITEM, [contributorId, id]);
  return { ...payment, items };
}

/** The author's certificates of what was withheld, the latest first. */
export function readOwnCertificates(tx: Tx, contributorId: number): Promise<AuthorCertificate[]> {
  return tx.query(
    `SELECT f.id, f.number, f.executed_on AS "executedOn", y.gross::text, y.net::text, f.voided_on AS "voidedOn"
     FROM withholding_certificate f JOIN royalty_payment y ON y.id = f.payment_id
     WHERE f.contributor_id = $1 ORDER BY f.executed_on DESC, f.id DESC LIMIT 500`,
    [contributorId],
  );
}
