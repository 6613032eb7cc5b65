import type { ReceiptMode } from '@colophon/domain/royalties';
import { readOpenChoice, readPeriod, readSignedWholeNumber } from '@colophon/domain/exchange';

import { holds } from '../../platform/sign-in/permissions';
import type { FreeKind, MovementKind } from '../../stock';
import type { ImportRow } from '../run/import-row';
import type { ImportRun } from '../run/import-run';
import type { KnownEditions } from './known-editions';

const kinds = [
  'opening',
  'sold',
  'returned',
  'free',
  'destroyed',
  'counted',
] as const satisfies readonly MovementKind[];
export type FigureKind = (typeof kinds)[number];

/** Where and when the copies and the receipts of a row come from. */
interface ReportedBy {
  readonly row: ImportRow;
  readonly editionId: number;
  readonly channel: string | undefined;
  readonly territory: string | undefined;
}

/** Copies of one kind. */
export interface Figure extends ReportedBy {
  /** What it is known by, however often it is imported. */
  readonly key: string;
  readonly kind: FigureKind;
  readonly copies: number;
  readonly movedOn: string;
  readonly freeKind: FreeKind | undefined;
}

/** Net receipts. */
export interface ReportedReceipts extends ReportedBy {
  readonly key: string;
  /** Euros. */
  readonly amount: string;
  readonly mode: ReceiptMode;
  readonly copies: number | undefined;
  readonly receivedOn: string;
  readonly reference: string | undefined;
}

export interface FigureRow {
  readonly figures: readonly Figure[];
  readonly receipts: readonly ReportedReceipts[];
}

const nothing: FigureRow = { figures: [], receipts: [] };

/** What a row reports of a period; nothing where it is at fault, which is told. */
export function readFigureRow(run: ImportRun, row: ImportRow, editions: KnownEditions): FigureRow {
  const edition = editions.find(row);
  const period = readPeriodOf(run, row);
  const cells = readCells(row);
  if (row.has('receipts') && !holds(run.actor.role, 'royalties.write')) row.error('receipts', 'receipts-forbidden');
  if (!edition || !period || row.isFaulty) return nothing;
  const { channel, territory, mode, freeKind, copies, amount, reference } = cells;
  const by = { row, editionId: edition.id, channel, territory };
  const where = [channel, territory, mode].some((part) => part !== undefined);
  const from = where
    ? `${period.from}:${period.to}:${[channel, territory, mode].map((part) => part ?? '').join('|')}`
    : `${period.from}:${period.to}`;
  const key = (what: string) => `figures:${edition.id}:${from}:${what}`;
  const figures = kinds.flatMap((kind): Figure[] => {
    const count = copies[kind];
    if (count === undefined) return [];
    const movedOn = kind === 'opening' ? period.from : period.to;
    return [{ ...by, key: key(kind), kind, copies: count, movedOn, freeKind: kind === 'free' ? freeKind : undefined }];
  });
  if (amount === undefined) return { figures, receipts: [] };
  const counted = copies.sold === undefined ? undefined : copies.sold - (copies.returned ?? 0);
  const reported = { amount, mode: mode ?? 'unit', copies: counted, receivedOn: period.to, reference };
  return { figures, receipts: [{ ...by, key: key('receipts'), ...reported }] };
}

function readPeriodOf(run: ImportRun, row: ImportRow): { from: string; to: string } | undefined {
  const period = row.read('period', readPeriod);
  const from = row.date('from') ?? period?.from;
  const to = row.date('to') ?? period?.to;
  if (!from || !to) {
    if (!row.isFaulty) row.error('period', 'period-incomplete');
    return undefined;
  }
  if (to > run.today) row.error(row.has('to') ? 'to' : 'period', 'period-in-future', { today: run.today });
  if (from > to) row.error('from', 'dates-inverted', { from, to });
  return { from, to };
}

function readCells(row: ImportRow) {
  const copies: Partial<Record<FigureKind, number>> = {};
  for (const kind of kinds) {
    const count = kind === 'counted' ? row.read(kind, readSignedWholeNumber) : row.whole(kind);
    if (count !== undefined) copies[kind] = count;
  }
  const channel = row.read('channel', (text) => readOpenChoice('pointOfSaleKind', text));
  if (channel !== undefined && channel.length > LONGEST_CHANNEL) row.error('channel', 'maxLength');
  return {
    copies,
    channel,
    territory: row.country('territory'),
    mode: row.choice('mode', 'receiptMode'),
    freeKind: row.choice('freeKind', 'freeKind') ?? ('promotion' as const),
    amount: row.amount('receipts'),
    reference: row.text('statement'),
  };
}

const LONGEST_CHANNEL = 50;
