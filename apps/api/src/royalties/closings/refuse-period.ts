import { yearOf } from '@colophon/domain/calendar';

import type { Tx } from '../../platform/database/database';
import { royaltiesProblems } from '../problems';
import type { ClosingRecord } from '../records';

/**
 * Two drafts of one period may stand side by side, so this is asked again when one is closed. A period that ends in a
 * year to come is a slip of the hand that would leave no period to close until then.
 * Contracts chosen by their dates need no such care: each is stated from the day after its last statement.
 * @throws closing-period-overlaps, closing-period-too-late
 */
export async function refusePeriod(
  tx: Tx,
  { kind, contracts, periodFrom, periodTo }: Pick<ClosingRecord, 'kind' | 'contracts' | 'periodFrom' | 'periodTo'>,
  today: string,
): Promise<void> {
  if (kind !== 'period') return;
  if (yearOf(periodTo) > yearOf(today)) throw royaltiesProblems.at('/periodTo', 'closing-period-too-late');
  if (contracts === 'due') return;
  const [overlap] = await tx.query(
    `SELECT period_from::text AS "from", period_to::text AS "to" FROM closing
     WHERE kind = 'period' AND status = 'closed' AND period_from <= $2 AND period_to >= $1 ORDER BY period_to DESC LIMIT 1`,
    [periodFrom, periodTo],
  );
  if (overlap) throw royaltiesProblems.at('/periodFrom', 'closing-period-overlaps', overlap);
}
