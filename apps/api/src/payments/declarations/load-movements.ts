import { reversed, type PaidMovement } from '@colophon/domain/declarations';
import { Money } from '@colophon/domain/money';

import type { Tx } from '../../platform/database/database';

type AmountColumn = keyof PaidMovement['amounts'];

type MovementRow = Readonly<Record<AmountColumn, string>> & {
  readonly beneficiary: string;
  readonly payeeKind: PaidMovement['payeeKind'];
  readonly date: string;
  readonly rejectedOn: string | null;
};

const AMOUNTS = {
  gross: 'gross',
  socialBase: 'social_base',
  csg: 'csg',
  crds: 'crds',
  pensionBase: 'pension_base',
  pension: 'pension',
  training: 'training',
  social: 'social',
  vat: 'vat',
  vatWithheld: 'vat_withheld',
  reverseChargeVat: 'reverse_charge_vat',
  withholdingTax: 'withholding_tax',
  net: 'net',
} as const satisfies Record<AmountColumn, string>;

/** What was paid, or came back, in a calendar year: each item as it was executed, by author's name, and taken back. */
export async function loadMovements(tx: Tx, year: number): Promise<PaidMovement[]> {
  const columns = Object.entries(AMOUNTS).map(([name, column]) => `i.${column}::text AS "${name}"`);
  const rows: MovementRow[] = await tx.query(
    `SELECT i.contributor_id::text AS beneficiary, i.payee_kind AS "payeeKind", y.executed_on::text AS date, y.rejected_on::text AS "rejectedOn",
       ${columns.join(', ')}
     FROM royalty_payment_item i JOIN royalty_payment y ON y.id = i.payment_id JOIN contributor c ON c.id = i.contributor_id
     WHERE y.status IN ('executed', 'rejected')
       AND (y.executed_on BETWEEN make_date($1, 1, 1) AND make_date($1, 12, 31)
         OR y.rejected_on BETWEEN make_date($1, 1, 1) AND make_date($1, 12, 31))
     ORDER BY c.sort_name, i.contributor_id, y.executed_on, i.id`,
    [year],
  );
  return rows.flatMap(({ rejectedOn, ...row }) => {
    const movement = movementOf(row);
    return rejectedOn === null ? [movement] : [movement, reversed(movement, rejectedOn)];
  });
}

function movementOf({ beneficiary, payeeKind, date, ...amounts }: Omit<MovementRow, 'rejectedOn'>): PaidMovement {
  const parsed = Object.fromEntries(Object.entries(amounts).map(([name, amount]) => [name, Money.parse(amount)]));
  return { beneficiary, payeeKind, date, amounts: parsed as unknown as PaidMovement['amounts'] };
}
