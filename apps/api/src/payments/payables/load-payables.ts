import { Money } from '@colophon/domain/money';
import type { PayeeKind } from '@colophon/domain/contracts';
import type { WithholdingLine } from '@colophon/domain/withholding';

import type { Tx } from '../../platform/database/database';
import { PAYABLES } from './payables-sql';

/** What a statement announced for its planned day. */
export interface StatedWithholding {
  readonly net: string;
  readonly lines: readonly WithholdingLine[];
}

/** Something that is owed to somebody; amounts in euros. */
export interface Payable {
  readonly id: number;
  readonly kind: 'statement' | 'advance';
  readonly statementPayeeId: number | null;
  readonly advanceId: number | null;
  readonly statementId: number | null;
  readonly contractId: number;
  readonly contractReference: string;
  readonly workTitle: string;
  readonly contributorId: number;
  readonly payeeKind: PayeeKind;
  /** The statement's number, or what the instalment is called. */
  readonly label: string;
  readonly dueOn: string | null;
  /** The contract says that it was paid on this day, and no payment does. */
  readonly markedOn: string | null;
  readonly wholeGross: Money;
  readonly leftGross: Money;
  readonly statedNet: string | null;
  readonly statedWithholding: StatedWithholding | null;
  readonly agentFee: Money;
  /** Where the bank sent it back: the payment that the next one replaces. */
  readonly rejectedPaymentId: number | null;
}

type PayableRow = Omit<Payable, 'wholeGross' | 'leftGross' | 'agentFee'> & {
  readonly wholeGross: string;
  readonly leftGross: string;
  readonly agentFee: string;
};

export interface PayableScope {
  /** What falls due by this day; without one, whatever is owed, due or not. */
  readonly dueBy?: string;
  readonly ids?: readonly number[];
  /** What stands in a payment already too: to compute that payment anew. */
  readonly evenPlanned?: boolean;
}

/** What is left to pay, by payee and due date. */
export async function loadPayables(tx: Tx, { dueBy, ids, evenPlanned = false }: PayableScope): Promise<Payable[]> {
  const rows: PayableRow[] = await tx.query(
    `SELECT id, kind, statement_payee_id AS "statementPayeeId", advance_id AS "advanceId", statement_id AS "statementId",
       contract_id AS "contractId", contract_reference AS "contractReference", work_title AS "workTitle",
       contributor_id AS "contributorId", payee_kind AS "payeeKind", label, due_on AS "dueOn", marked_on AS "markedOn",
       whole_gross::numeric(14,2)::text AS "wholeGross",
       left_gross::numeric(14,2)::text AS "leftGross", stated_net::text AS "statedNet", stated_withholding AS "statedWithholding",
       agent_fee::numeric(14,2)::text AS "agentFee",
       rejected_payment_id AS "rejectedPaymentId"
     FROM ${PAYABLES}
     WHERE (left_gross > 0 OR $3) AND (marked_on IS NULL OR $2::bigint[] IS NOT NULL) AND ($1::date IS NULL OR due_on <= $1) AND ($2::bigint[] IS NULL OR id = ANY($2))
     ORDER BY contributor_id, due_on NULLS LAST, id`,
    [dueBy ?? null, ids ?? null, evenPlanned],
  );
  return rows.map(({ wholeGross, leftGross, agentFee, ...row }) => ({
    ...row,
    wholeGross: Money.parse(wholeGross),
    leftGross: Money.parse(leftGross),
    agentFee: Money.parse(agentFee ?? '0'),
  }));
}

/** The identifier of a payable, as {@link PAYABLES} makes it, for an item that stands in a payment. */
export const PAYABLE_ID_OF_ITEM = `CASE WHEN i.kind = 'statement' THEN i.statement_payee_id * 2::bigint
  ELSE i.advance_id * 10000000::bigint + i.contributor_id * 2 + 1 END`;
