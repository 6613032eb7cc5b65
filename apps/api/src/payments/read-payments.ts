import { PAYABLE_ID_OF_ITEM } from './payables/load-payables';
import type { PaymentItemResponse, PaymentResponse, PaymentRow } from './payment-dto';
import type { ListSpec } from '../platform/lists/list';
import type { ListExport } from '../platform/lists/list-export';
import type { Tx } from '../platform/database/database';

type StoredPayment = Omit<PaymentResponse, 'items' | 'createdAt'> & { id: number; createdAt: Date };
type StoredItem = Omit<PaymentItemResponse, 'lines' | 'paidThisYear'> & {
  paymentId: number;
  withholding: { trace?: PaymentItemResponse['lines']; paidThisYear?: string };
};

const PAYMENT = `SELECT y.id, y.payment_run_id AS "runId", y.contributor_id AS "contributorId", c.display_name AS "payeeName",
    y.payee_name AS "legalName", y.status, y.method, y.reference, '•••• ' || y.iban_last4 AS "ibanMasked", y.executed_on AS "executedOn",
    y.gross::text, y.net::text, y.end_to_end_id AS "endToEndId", y.rejected_on AS "rejectedOn", y.rejection_reason AS "rejectionReason",
    y.replaces_payment_id AS "replacesPaymentId",
    (SELECT max(n.id) FROM royalty_payment n WHERE n.replaces_payment_id = y.id AND n.status <> 'cancelled') AS "replacedByPaymentId",
    (SELECT m.id FROM mail_message m WHERE m.key = 'payment-advice:' || y.id) AS "adviceMailId",
    y.created_at AS "createdAt", y.created_by AS "createdBy"
  FROM royalty_payment y JOIN contributor c ON c.id = y.contributor_id`;

const ITEM = `SELECT i.payment_id AS "paymentId", i.id, ${PAYABLE_ID_OF_ITEM} AS "payableId", i.kind, i.payee_kind AS "payeeKind",
    i.contract_id AS "contractId", c.reference AS "contractReference", w.title AS "workTitle", p.statement_id AS "statementId",
    coalesce(s.number, a.label) AS label, coalesce(k.payment_date, a.due_on) AS "dueOn", coalesce(p.gross, a.amount)::text AS "wholeGross",
    i.gross::text, i.social::text, i.vat::text, i.vat_withheld::text AS "vatWithheld", i.withholding_tax::text AS "withholdingTax",
    i.agent_share::text AS "agentShare", i.payer_contribution::text AS "payerContribution", i.net::text, i.stated_net::text AS "statedNet",
    i.difference, i.withholding
  FROM royalty_payment_item i JOIN contract c ON c.id = i.contract_id JOIN work w ON w.id = c.work_id
  LEFT JOIN royalty_statement_payee p ON p.id = i.statement_payee_id LEFT JOIN royalty_statement s ON s.id = p.statement_id
  LEFT JOIN closing k ON k.id = s.closing_id LEFT JOIN contract_advance a ON a.id = i.advance_id`;

/** Payments with their items and the trace of each amount, by payee. */
export async function readPayments(
  tx: Tx,
  which: { readonly runId: number } | { readonly ids: readonly number[] },
): Promise<PaymentResponse[]> {
  const [condition, value] = 'runId' in which ? ['y.payment_run_id = $1', which.runId] : ['y.id = ANY($1)', which.ids];
  const payments: StoredPayment[] = await tx.query(`${PAYMENT} WHERE ${condition} ORDER BY c.sort_name, y.id`, [value]);
  const items: StoredItem[] = await tx.query(`${ITEM} WHERE i.payment_id = ANY($1) ORDER BY i.payment_id, i.position`, [
    payments.map(({ id }) => id),
  ]);
  const byPayment = Map.groupBy(items, ({ paymentId }) => paymentId);
  return payments.map(({ createdAt, ...payment }) => ({
    ...payment,
    createdAt: createdAt.toISOString(),
    items: (byPayment.get(payment.id) ?? []).map(itemResponse),
  }));
}

function itemResponse({ paymentId: _payment, withholding, ...item }: StoredItem): PaymentItemResponse {
  return { ...item, paidThisYear: withholding.paidThisYear ?? null, lines: withholding.trace ?? [] };
}

/** All payments, the latest first. */
export const paymentList: ListSpec = {
  select: `payment.id, run_id AS "runId", contributor_id AS "contributorId", payee_name AS "payeeName", status, method,
    executed_on AS "executedOn", date, gross::text, withheld::text, net::text`,
  from: `(SELECT y.id, y.payment_run_id AS run_id, y.contributor_id, c.display_name AS payee_name, c.sort_name, c.search_text, y.status, y.method,
      y.executed_on, coalesce(y.executed_on, u.execution_date) AS date, y.gross, y.gross - y.net AS withheld, y.net
    FROM royalty_payment y JOIN contributor c ON c.id = y.contributor_id LEFT JOIN payment_run u ON u.id = y.payment_run_id) payment`,
  id: 'payment.id',
  sorts: {
    date: { sql: 'date', type: 'date' },
    payeeName: { sql: 'sort_name', type: 'text' },
    gross: { sql: 'gross', type: 'numeric' },
    net: { sql: 'net', type: 'numeric' },
  },
  defaultSort: '-date',
  filters: {
    contributorId: 'contributor_id = $::int',
    runId: 'run_id = $::int',
    status: `status = ANY(string_to_array($, ','))`,
    year: 'extract(year FROM executed_on) = $::int',
  },
  search: 'search_text LIKE fold($)',
  totals: {
    gross: 'coalesce(sum(gross), 0)::numeric(14,2)',
    withheld: 'coalesce(sum(withheld), 0)::numeric(14,2)',
    net: 'coalesce(sum(net), 0)::numeric(14,2)',
  },
};

export const paymentExport: ListExport<PaymentRow> = {
  name: { fr: 'paiements', en: 'payments' },
  spec: paymentList,
  columns: {
    payeeName: { fr: 'Bénéficiaire', en: 'Payee', type: 'text', value: (row) => row.payeeName },
    date: { fr: 'Date', en: 'Date', type: 'date', value: (row) => row.date },
    status: { fr: 'État', en: 'Status', type: 'text', value: (row, locale) => STATUS_WORDS[row.status][locale] },
    gross: { fr: 'Brut', en: 'Gross', type: 'money', value: (row) => row.gross },
    withheld: { fr: 'Retenues', en: 'Withheld', type: 'money', value: (row) => row.withheld },
    net: { fr: 'Net', en: 'Net', type: 'money', value: (row) => row.net },
  },
};

const STATUS_WORDS: Readonly<Record<PaymentRow['status'], { readonly fr: string; readonly en: string }>> = {
  planned: { fr: 'prévu', en: 'planned' },
  exported: { fr: 'transmis', en: 'exported' },
  executed: { fr: 'exécuté', en: 'executed' },
  rejected: { fr: 'rejeté', en: 'rejected' },
  cancelled: { fr: 'annulé', en: 'cancelled' },
};
