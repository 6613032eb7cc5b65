import { stockEquation, type StockFigures } from '@colophon/domain/stock';

import type { Tx } from '../platform/database/database';
import { platformProblems } from '../platform/problems/platform-problems';
import { movementsWithPlaces, ownCopies } from './move-stock';
import type { EditionStockResponse } from './stock-response-dto';

interface PeriodSums extends StockFigures {
  readonly title: string;
  readonly isbn13: string | null;
  readonly stock: number;
  readonly closing: number;
}

const inPeriod = 'm.moved_on >= $2';
const net = (kind: string, sign = ''): string =>
  `coalesce(${sign}sum(${ownCopies}) FILTER (WHERE m.kind = '${kind}' AND ${inPeriod} AND m.moved_on <= $3), 0)::int AS "${kind}"`;

/** The stock equation of an edition over a period: what the law wants on the statement, from the movements. */
export async function editionStock(
  tx: Tx,
  editionId: number,
  period: { readonly from: string | null; readonly to: string },
): Promise<EditionStockResponse> {
  const [sums]: PeriodSums[] = await tx.query(
    `SELECT coalesce(e.title, w.title) AS title, e.isbn13, s.* FROM edition e JOIN work w ON w.id = e.work_id,
     LATERAL (SELECT coalesce(sum(${ownCopies}), 0)::int AS stock,
       coalesce(sum(${ownCopies}) FILTER (WHERE m.moved_on <= $3), 0)::int AS closing,
       coalesce(sum(${ownCopies}) FILTER (WHERE NOT ${inPeriod} OR (m.kind = 'opening' AND m.moved_on <= $3)), 0)::int AS opening,
       ${net('printed')}, ${net('sold', '-')}, ${net('returned')}, ${net('free', '-')}, ${net('destroyed', '-')}, ${net('counted')}
       FROM ${movementsWithPlaces} WHERE m.edition_id = e.id) s WHERE e.id = $1`,
    [editionId, period.from ?? '-infinity', period.to],
  );
  if (!sums) throw platformProblems.create('not-found');
  const { title, isbn13, stock, closing, ...figures } = sums;
  const { steps, computedClosing, gap } = stockEquation(withCorrections(figures), closing);
  return { editionId, title, isbn13, stock, ...period, steps: [...steps], computedClosing, closing, gap };
}

/**
 * A correction dated in another period than what it corrects may leave a kind below nothing: it is told as a difference
 * found, as on the statements, so that the equation stays true.
 */
function withCorrections(figures: StockFigures): StockFigures {
  const { printed, sold, returned, free, destroyed } = figures;
  const shown = {
    printed: below(printed),
    sold: below(sold),
    returned: below(returned),
    free: below(free),
    destroyed: below(destroyed),
  };
  const added = shown.printed + shown.returned - shown.sold - shown.free - shown.destroyed;
  return {
    opening: figures.opening,
    printed: printed - shown.printed,
    sold: sold - shown.sold,
    returned: returned - shown.returned,
    free: free - shown.free,
    destroyed: destroyed - shown.destroyed,
    counted: figures.counted + added,
  };
}

function below(copies: number): number {
  return Math.min(0, copies);
}
