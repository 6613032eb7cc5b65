import type { RoyaltyEvent } from '@colophon/domain/royalties';

import type { Tx } from '../../platform/database/database';

/** A contract that a closing states, and the first day of its statement where that is not the closing's. */
export interface Stated {
  readonly contract: string;
  readonly from: string | null;
}

/** What a closing is to the engine. */
export interface ClosingTerms {
  readonly kind: 'period' | 'print-run' | 'termination';
  readonly periodFrom: string | null;
  readonly periodTo: string;
  readonly printRunId: number | null;
  readonly paymentDate: string;
  /** In the order of its statements. */
  readonly stated: readonly Stated[];
}

/** Earlier closings, each for the contracts that it stated and no other. */
export async function closings(
  tx: Tx,
  { contractIds }: { readonly contractIds: readonly number[] },
): Promise<{ readonly entry: number; readonly event: RoyaltyEvent }[]> {
  const rows: (ClosingTerms & { entry: number })[] = await tx.query(
    `SELECT k.entry, k.kind, k.period_from AS "periodFrom", k.period_to AS "periodTo", k.print_run_id AS "printRunId",
       k.payment_date AS "paymentDate",
       jsonb_agg(jsonb_build_object('contract', s.contract_id::text, 'from', s.period_from) ORDER BY s.position) AS stated
     FROM closing k JOIN royalty_statement s ON s.closing_id = k.id
     WHERE k.status = 'closed' AND s.contract_id = ANY($1) GROUP BY k.id`,
    [contractIds],
  );
  return rows.flatMap(({ entry, ...terms }) => closingEvents(terms).map((event) => ({ entry, event })));
}

/**
 * One event for each first day among its statements, the earliest first: yearly and half-yearly contracts are stated
 * together at the year's end. A draft and what is closed of it must give the same events in the same order.
 */
export function closingEvents(terms: ClosingTerms): RoyaltyEvent[] {
  const { paymentDate, periodTo, stated } = terms;
  if (terms.kind === 'print-run') {
    const contracts = stated.map(({ contract }) => contract);
    return [{ type: 'closePrintRun', run: String(terms.printRunId), date: periodTo, paymentDate, contracts }];
  }
  const first = ({ from }: Stated): string => from ?? terms.periodFrom ?? periodTo;
  if (terms.kind === 'termination') {
    return stated.map((one) => ({
      type: 'terminate',
      contract: one.contract,
      from: first(one),
      date: periodTo,
      paymentDate,
    }));
  }
  const groups = [...Map.groupBy(stated, first)].sort(([a], [b]) => (a < b ? -1 : 1));
  return groups.map(([from, group]) => {
    const contracts = group.map(({ contract }) => contract);
    return { type: 'closePeriod', from, to: periodTo, paymentDate, contracts };
  });
}
