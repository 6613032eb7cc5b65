import { Injectable } from '@nestjs/common';

import { moveStock, type StockMove } from '../../stock';
import { tryTogether, type ImportRun, type KindImporter } from '../run/import-run';
import type { ImportRow } from '../run/import-row';
import { readFigureRow, type Figure, type FigureRow, type ReportedReceipts } from './figure-rows';
import { KnownEditions } from './known-editions';
import { differs, writeReceipts, writtenReceipts } from './write-receipts';

/**
 * What a distributor or a platform reports of a period, or a house whose sales live elsewhere: a movement for each figure,
 * on the last day of its period, and a receipt for what was paid over. One that is imported again with another number is
 * corrected by the difference: neither is ever rewritten.
 */
@Injectable()
export class ImportFigures implements KindImporter {
  async importRows(run: ImportRun, rows: readonly ImportRow[]): Promise<void> {
    const editions = await KnownEditions.read(run);
    const byRow = new Map(rows.map((row) => [row, readFigureRow(run, row, editions)]));
    refuseRepeated(
      [...byRow.values()].flatMap(({ figures }) => figures),
      ({ copies }) => copies,
    );
    refuseRepeated(
      [...byRow.values()].flatMap(({ receipts }) => receipts),
      ({ amount }) => amount,
    );
    const figures = whole(byRow, ({ figures: found }) => found);
    const receipts = whole(byRow, ({ receipts: found }) => found);
    const written = { copies: await writtenFigures(run, figures), receipts: await writtenReceipts(run, receipts) };
    const moves = figures.flatMap((figure, index) => moveOf(figure, index, written.copies.get(figure.key)) ?? []);
    await write(run, figures, moves);
    await writeReceipts(
      run,
      receipts.filter(({ row }) => !row.isFaulty),
      written.receipts,
    );
    for (const [row, found] of byRow) {
      row.table.counts[row.isFaulty ? 'refused' : changeOf(found, written)] += 1;
      await run.advance();
    }
  }
}

/** Of the rows without a fault; a figure that two rows tell alike is one. */
function whole<T extends Figure | ReportedReceipts>(
  byRow: ReadonlyMap<ImportRow, FigureRow>,
  of: (row: FigureRow) => readonly T[],
): T[] {
  const found = [...byRow.values()].flatMap(of).filter(({ row }) => !row.isFaulty);
  return [...new Map(found.map((each) => [each.key, each])).values()];
}

interface WrittenBefore {
  readonly copies: ReadonlyMap<string, Written>;
  readonly receipts: Awaited<ReturnType<typeof writtenReceipts>>;
}

function changeOf({ figures, receipts }: FigureRow, written: WrittenBefore): 'created' | 'changed' | 'unchanged' {
  const copiesDiffer = figures.some(({ key, copies }) => copies !== (written.copies.get(key)?.copies ?? 0));
  const receiptsDiffer = receipts.some((report) => differs(report, written.receipts.get(report.key)));
  if (!copiesDiffer && !receiptsDiffer) return 'unchanged';
  const isKnown =
    figures.some(({ key }) => written.copies.has(key)) || receipts.some(({ key }) => written.receipts.has(key));
  return isKnown ? 'changed' : 'created';
}

function refuseRepeated<T extends Figure | ReportedReceipts>(told: readonly T[], valueOf: (each: T) => unknown): void {
  const first = new Map<string, T>();
  for (const each of told) {
    const other = first.get(each.key);
    if (!other) first.set(each.key, each);
    else if (valueOf(other) !== valueOf(each) && other.row !== each.row) {
      each.row.error(undefined, 'row-repeated', { row: other.row.number, file: other.row.table.fileName });
    }
  }
}

interface Written {
  readonly copies: number;
  /** How many movements have brought it there. */
  readonly times: number;
}

/** As its kind counts them: a count that found fewer was written from the stock to where counts go. */
const signed = (movement: string, from: string): string =>
  `CASE WHEN ${movement}.kind = 'counted' AND ${from}.kind = 'own' THEN -${movement}.copies ELSE ${movement}.copies END`;

/** What is written of each figure, what was undone by hand taken off. */
async function writtenFigures({ tx }: ImportRun, figures: readonly Figure[]): Promise<Map<string, Written>> {
  const rows: { key: string; copies: number; times: number }[] = await tx.query(
    `SELECT regexp_replace(m.external_id, '~\\d+$', '') AS key, count(*)::int AS times,
       sum(${signed('m', 'f')} + coalesce(${signed('c', 'cf')}, 0))::int AS copies
     FROM stock_movement m JOIN stock_location f ON f.id = m.from_location_id
       LEFT JOIN stock_movement c ON c.corrects_id = m.id LEFT JOIN stock_location cf ON cf.id = c.from_location_id
     WHERE regexp_replace(m.external_id, '~\\d+$', '') = ANY($1) GROUP BY 1`,
    [figures.map(({ key }) => key)],
  );
  return new Map(rows.map((row) => [row.key, row]));
}

/** The movement that makes what is written what the figure says; none where it does already. */
function moveOf(figure: Figure, index: number, written: Written | undefined): StockMove | undefined {
  const copies = figure.copies - (written?.copies ?? 0);
  if (copies === 0) return undefined;
  const { key, editionId, kind, movedOn, freeKind, channel, territory } = figure;
  const externalId = written ? `${key}~${written.times + 1}` : key;
  return { ...{ editionId, kind, copies, movedOn, freeKind, channel, territory, externalId }, pointer: `/${index}` };
}

async function write(run: ImportRun, figures: readonly Figure[], moves: readonly StockMove[]): Promise<void> {
  const refused = await tryTogether(run.tx, () => moveStock(run.tx, moves).then(() => undefined));
  for (const { pointer, code, details } of refused?.fields ?? []) {
    const figure = figures[Number(pointer.slice(1))];
    figure?.row.error(figure.kind, code, details ?? refused?.details ?? {});
  }
}
