import { readPeriod, readSignedWholeNumber } from '@colophon/domain/exchange';
import { Injectable } from '@nestjs/common';

import { moveStock, type FreeKind, type MovementKind, type StockMove } from '../../stock';
import { tryTogether, type ImportRun, type KindImporter } from '../run/import-run';
import type { ImportRow } from '../run/import-row';
import { KnownEditions } from './known-editions';

const kinds = [
  'opening',
  'sold',
  'returned',
  'free',
  'destroyed',
  'counted',
] as const satisfies readonly MovementKind[];
type FigureKind = (typeof kinds)[number];

interface Figure {
  readonly row: ImportRow;
  readonly key: string;
  readonly editionId: number;
  readonly kind: FigureKind;
  readonly copies: number;
  readonly movedOn: string;
  readonly freeKind: FreeKind | undefined;
}

/**
 * Period figures of a house whose sales live elsewhere: a movement for each figure, on the last day of its period. One
 * that is imported again with another number is corrected by the difference: movements are never rewritten.
 */
@Injectable()
export class ImportFigures implements KindImporter {
  async importRows(run: ImportRun, rows: readonly ImportRow[]): Promise<void> {
    const editions = await KnownEditions.read(run);
    const byRow = new Map(rows.map((row) => [row, readRow(run, row, editions)]));
    refuseRepeated([...byRow.values()].flat());
    const figures = [...byRow.values()].flat().filter(({ row }) => !row.isFaulty);
    const written = await writtenFigures(run, figures);
    const moves = figures.flatMap((figure, index) => moveOf(figure, index, written.get(figure.key)) ?? []);
    await write(run, figures, moves);
    for (const [row, ofRow] of byRow) {
      const isNew = ofRow.every(({ key }) => !written.has(key));
      const differs = ofRow.some(({ key, copies }) => copies !== (written.get(key)?.copies ?? 0));
      row.table.counts[row.isFaulty ? 'refused' : !differs ? 'unchanged' : isNew ? 'created' : 'changed'] += 1;
      await run.advance();
    }
  }
}

function readRow(run: ImportRun, row: ImportRow, editions: KnownEditions): Figure[] {
  const edition = editions.find(row);
  const period = row.read('period', readPeriod);
  const from = row.date('from') ?? period?.from;
  const to = row.date('to') ?? period?.to;
  const freeKind = row.choice('freeKind', 'freeKind') ?? 'promotion';
  const copies = kinds.map(
    (kind) => [kind, kind === 'counted' ? row.read(kind, readSignedWholeNumber) : row.whole(kind)] as const,
  );
  if (!from || !to) {
    if (!row.isFaulty) row.error('period', 'period-incomplete');
    return [];
  }
  if (to > run.today) row.error(row.has('to') ? 'to' : 'period', 'period-in-future', { today: run.today });
  if (from > to) row.error('from', 'dates-inverted', { from, to });
  if (!edition || row.isFaulty) return [];
  return copies.flatMap(([kind, count]) => {
    if (count === undefined) return [];
    const key = `figures:${edition.id}:${from}:${to}:${kind}`;
    const movedOn = kind === 'opening' ? from : to;
    return [
      {
        ...{ row, key, kind, movedOn },
        editionId: edition.id,
        copies: count,
        freeKind: kind === 'free' ? freeKind : undefined,
      },
    ];
  });
}

function refuseRepeated(figures: readonly Figure[]): void {
  const first = new Map<string, Figure>();
  for (const figure of figures) {
    const other = first.get(figure.key);
    if (!other) first.set(figure.key, figure);
    else if (other.copies !== figure.copies && other.row !== figure.row) {
      figure.row.error(undefined, 'row-repeated', { row: other.row.number, file: other.row.table.fileName });
    }
  }
}

interface Written {
  readonly copies: number;
  /** How many movements have brought it there. */
  readonly times: number;
}

async function writtenFigures({ tx }: ImportRun, figures: readonly Figure[]): Promise<Map<string, Written>> {
  const rows: { key: string; copies: number; times: number }[] = await tx.query(
    `SELECT regexp_replace(m.external_id, '~\\d+$', '') AS key, count(*)::int AS times,
       sum(CASE WHEN m.kind = 'counted' AND f.kind = 'own' THEN -m.copies ELSE m.copies END)::int AS copies
     FROM stock_movement m JOIN stock_location f ON f.id = m.from_location_id
     WHERE regexp_replace(m.external_id, '~\\d+$', '') = ANY($1) GROUP BY 1`,
    [figures.map(({ key }) => key)],
  );
  return new Map(rows.map((row) => [row.key, row]));
}

/** The movement that makes what is written what the figure says; none where it does already. */
function moveOf(figure: Figure, index: number, written: Written | undefined): StockMove | undefined {
  const copies = figure.copies - (written?.copies ?? 0);
  if (copies === 0) return undefined;
  const { key, editionId, kind, movedOn, freeKind } = figure;
  const externalId = written ? `${key}~${written.times + 1}` : key;
  return { ...{ editionId, kind, copies, movedOn, freeKind, externalId }, pointer: `/${index}` };
}

async function write(run: ImportRun, figures: readonly Figure[], moves: readonly StockMove[]): Promise<void> {
  const refused = await tryTogether(run.tx, () => moveStock(run.tx, moves).then(() => undefined));
  for (const { pointer, code, details } of refused?.fields ?? []) {
    const figure = figures[Number(pointer.slice(1))];
    figure?.row.error(figure.kind, code, details ?? refused?.details ?? {});
  }
}
