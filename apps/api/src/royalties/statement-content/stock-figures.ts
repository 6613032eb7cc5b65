import { stockEquation } from '@colophon/domain/stock';

import type { Tx } from '../../platform/database/database';
import { movementsWithPlaces, ownCopies } from '../../stock';
import type { SoldBy, StockDetail, StockFiguresOfPeriod } from './snapshot';

/** An edition over a period, both days included. */
export interface StockQuestion {
  readonly editionId: number;
  readonly from: string;
  readonly to: string;
}

interface FigureRow {
  readonly position: number;
  readonly kind: string;
  readonly freeKind: string | null;
  readonly channel: string | null;
  readonly territory: string | null;
  /** Where destroyed copies went: « Pilon », « Pertes ». */
  readonly place: string | null;
  readonly before: number;
  readonly within: number;
}

/** A stock account, and what its sold and destroyed copies are made of. */
export interface StockAnswer {
  readonly figures: StockFiguresOfPeriod;
  readonly detail: StockDetail;
}

/** The stock account of many editions, each over a period of its own, in one query; answers in the questions' order. */
export async function stockFigures(tx: Tx, questions: readonly StockQuestion[]): Promise<StockFiguresOfPeriod[]> {
  return (await stockAccounts(tx, questions)).map((answer) => answer.figures);
}

/** The same with its detail. */
export async function stockAccounts(tx: Tx, questions: readonly StockQuestion[]): Promise<StockAnswer[]> {
  const rows: FigureRow[] = await tx.query(
    `SELECT q.position::int, m.kind, m.free_kind AS "freeKind", m.channel, m.territory,
       CASE WHEN m.kind = 'destroyed' THEN CASE WHEN t.kind = 'destroyed' THEN t.name ELSE f.name END END AS place,
       coalesce(sum(${ownCopies}) FILTER (WHERE m.moved_on < q."from" OR m.kind = 'opening'), 0)::int AS before,
       coalesce(sum(${ownCopies}) FILTER (WHERE m.moved_on >= q."from" AND m.kind <> 'opening'), 0)::int AS within
     FROM jsonb_to_recordset($1::jsonb) AS q (position int, "editionId" int, "from" date, "to" date)
     JOIN (${movementsWithPlaces}) ON m.edition_id = q."editionId" AND m.moved_on <= q."to"
     GROUP BY q.position, m.kind, m.free_kind, m.channel, m.territory, place ORDER BY m.channel NULLS LAST, m.territory NULLS LAST, place`,
    [JSON.stringify(questions.map((question, position) => ({ ...question, position })))],
  );
  const byQuestion = Map.groupBy(rows, (row) => row.position);
  return questions.map((_, position) => {
    const own = byQuestion.get(position) ?? [];
    const account = figures(own);
    return { figures: account, detail: detailOf(own, account) };
  });
}

function detailOf(rows: readonly FigureRow[], account: StockFiguresOfPeriod): StockDetail {
  const soldBy = channelsOf(rows);
  const sum = (counts: readonly number[]) => counts.reduce((so, count) => so + count, 0);
  const isWhole =
    sum(soldBy.map(({ sold }) => sold)) === account.sold &&
    sum(soldBy.map(({ returned }) => returned)) === account.returned;
  const isNamed = soldBy.some(({ channel, territory }) => channel !== null || territory !== null);
  const destroyedAt = placesOf(rows);
  return {
    soldBy: isWhole && isNamed ? soldBy : [],
    destroyedAt: sum(destroyedAt.map(({ copies }) => copies)) === account.destroyed ? destroyedAt : [],
  };
}

/** By channel and country, those without either last; a correction that leaves one below nothing makes the list untold. */
function channelsOf(rows: readonly FigureRow[]): SoldBy[] {
  const sales = rows.filter(({ kind, within }) => (kind === 'sold' || kind === 'returned') && within !== 0);
  const groups = Map.groupBy(sales, ({ channel, territory }) => `${channel ?? ''}/${territory ?? ''}`);
  return [...groups.values()].map((group) => {
    const moved = (wanted: string) =>
      group.filter(({ kind }) => kind === wanted).reduce((so, { within }) => so + within, 0);
    const [{ channel, territory }] = group as [FigureRow];
    return { channel, territory, sold: 0 - moved('sold'), returned: moved('returned') };
  });
}

function placesOf(rows: readonly FigureRow[]): StockDetail['destroyedAt'] {
  const destroyed = rows.filter(({ kind, within }) => kind === 'destroyed' && within !== 0);
  const groups = Map.groupBy(destroyed, ({ place }) => place ?? '');
  return [...groups].map(([place, group]) => ({ place, copies: 0 - group.reduce((so, { within }) => so + within, 0) }));
}

function figures(rows: readonly FigureRow[]): StockFiguresOfPeriod {
  const moved = (kind: string) => rows.filter((row) => row.kind === kind).reduce((sum, row) => sum + row.within, 0);
  const freeRows = rows.filter((row) => row.kind === 'free' && row.within < 0);
  const free = Object.fromEntries(freeRows.map((row) => [row.freeKind ?? 'promotion', 0 - row.within]));
  const account = {
    opening: rows.reduce((sum, row) => sum + row.before, 0),
    printed: Math.max(0, moved('printed')),
    sold: Math.max(0, 0 - moved('sold')),
    returned: Math.max(0, moved('returned')),
    free: freeRows.reduce((sum, row) => sum - row.within, 0),
    destroyed: Math.max(0, 0 - moved('destroyed')),
  };
  const counted = moved('counted') + undoneElsewhere(rows, moved);
  const { computedClosing: expected } = stockEquation({ ...account, counted });
  const closing = Math.max(0, expected);
  return { ...account, counted, free, expected, closing, gap: closing - expected };
}

/**
 * A correction dated in another period than what it corrects may leave a kind below nothing here: it is told as a
 * difference found, so that the equation stays true.
 */
function undoneElsewhere(rows: readonly FigureRow[], moved: (kind: string) => number): number {
  const free = rows.filter((row) => row.kind === 'free' && row.within > 0).reduce((sum, row) => sum + row.within, 0);
  const entered = Math.min(0, moved('printed')) + Math.min(0, moved('returned'));
  return entered + Math.max(0, moved('sold')) + Math.max(0, moved('destroyed')) + free;
}
