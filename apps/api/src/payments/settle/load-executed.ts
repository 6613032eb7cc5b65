import type { Tx } from '../../platform/database/database';

/** An item of a payment that was made, as the books and the certificates take it; amounts in euros as text. */
export interface ExecutedItem {
  readonly id: number;
  readonly kind: 'statement' | 'advance';
  readonly payeeKind: 'author' | 'rightsHolder' | 'agent';
  readonly statementPayeeId: number | null;
  readonly statementId: number | null;
  readonly advanceId: number | null;
  readonly contractId: number;
  /** Whose contract it is: heirs are paid in the place of its author. */
  readonly authorId: number;
  /** The statement's number, or what the instalment is called. */
  readonly label: string;
  readonly gross: string;
  readonly social: string;
  readonly vat: string;
  readonly vatWithheld: string;
  readonly withholdingTax: string;
  readonly reverseChargeVat: string;
  /** What of the net the contract's agents have; they are paid by items of their own. */
  readonly agentShare: string;
  readonly payerContribution: string;
  readonly payerTraining: string;
  readonly net: string;
}

/** A payment that was made, or that the bank sent back. */
export interface ExecutedPayment {
  readonly id: number;
  readonly runId: number | null;
  readonly contributorId: number;
  readonly payeeName: string;
  readonly method: 'sepa' | 'transfer' | 'cheque' | 'other';
  readonly executedOn: string;
  readonly rejectedOn: string | null;
  readonly endToEndId: string;
  readonly gross: string;
  readonly net: string;
  readonly items: readonly ExecutedItem[];
}

/** In the order of their numbers, each with its items. */
export async function loadExecuted(tx: Tx, ids: readonly number[]): Promise<ExecutedPayment[]> {
  const payments: Omit<ExecutedPayment, 'items'>[] = await tx.query(
    `SELECT id, payment_run_id AS "runId", contributor_id AS "contributorId", payee_name AS "payeeName", method,
       executed_on AS "executedOn", rejected_on AS "rejectedOn", end_to_end_id AS "endToEndId", gross::text, net::text
     FROM royalty_payment WHERE id = ANY($1) AND status IN ('executed', 'rejected') ORDER BY id`,
    [ids],
  );
  const items: (ExecutedItem & { paymentId: number })[] = await tx.query(
    `SELECT i.payment_id AS "paymentId", i.id, i.kind, i.payee_kind AS "payeeKind", i.statement_payee_id AS "statementPayeeId",
       p.statement_id AS "statementId", i.advance_id AS "advanceId", i.contract_id AS "contractId", c.contributor_id AS "authorId", coalesce(s.number, a.label) AS label,
       i.gross::text, i.social::text, i.vat::text, i.vat_withheld::text AS "vatWithheld", i.withholding_tax::text AS "withholdingTax",
       i.reverse_charge_vat::text AS "reverseChargeVat", i.agent_share::text AS "agentShare",
       i.payer_contribution::text AS "payerContribution", i.payer_training::text AS "payerTraining", i.net::text
     FROM royalty_payment_item i JOIN contract c ON c.id = i.contract_id LEFT JOIN royalty_statement_payee p ON p.id = i.statement_payee_id
     LEFT JOIN royalty_statement s ON s.id = p.statement_id LEFT JOIN contract_advance a ON a.id = i.advance_id
     WHERE i.payment_id = ANY($1) ORDER BY i.payment_id, i.position`,
    [ids],
  );
  const byPayment = Map.groupBy(items, ({ paymentId }) => paymentId);
  return payments.map((payment) => ({
    ...payment,
    items: (byPayment.get(payment.id) ?? []).map(({ paymentId: _payment, ...item }) => item),
  }));
}
