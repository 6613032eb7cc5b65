/**
 * The one way by which copies move: each movement leaves one place and arrives in another, and is never changed.
 *
 * Who takes copies holds the edition until the transaction ends, so that two people cannot both take the last one.
 */
import { isDigital, type ProductForm } from '@colophon/domain/catalogue';

import type { Tx } from '../platform/database/database';
import { Problem, type FieldReference } from '../platform/problems/problem';
import { stockProblems } from './problems';

export const movementKinds = ['opening', 'printed', 'sold', 'returned', 'free', 'destroyed', 'counted'] as const;
export type MovementKind = (typeof movementKinds)[number];

export const freeKinds = ['author', 'legal-deposit', 'review', 'promotion'] as const;
export type FreeKind = (typeof freeKinds)[number];

/** Copies of one edition that move for one reason. */
export interface StockMove {
  readonly editionId: number;
  readonly kind: MovementKind;
  /** Never 0. Below 0 for a count that found fewer, or to undo an earlier movement of the same kind. */
  readonly copies: number;
  /** The day on which they moved, `YYYY-MM-DD`. */
  readonly movedOn: string;
  /** For the kind `free`, and only for it. */
  readonly freeKind?: FreeKind | undefined;
  readonly printRunId?: number | undefined;
  readonly invoiceLineId?: number | undefined;
  /** The movement that this one undoes. */
  readonly correctsId?: number | undefined;
  readonly reason?: string | undefined;
  /** Where they were sold, where it is known: the kind of the point of sale or the house's own word, and an ISO country code. */
  readonly channel?: string | undefined;
  readonly territory?: string | undefined;
  readonly externalId?: string | undefined;
  /** Where in the request the quantity stands, for the sentence of a refusal: `/lines/0/quantity`. */
  readonly pointer?: string | undefined;
}

export interface MoveOptions {
  /** Lets the stock become negative: the caller has a reason, and writes it down. */
  readonly allowNegative?: boolean;
}

interface HeldEdition {
  readonly id: number;
  readonly title: string;
  readonly productForm: ProductForm;
}

/** From where and to where each kind goes, by the codes of the places. */
const ways: Readonly<Record<MovementKind, { readonly from: string; readonly to: string; readonly adds: boolean }>> = {
  opening: { from: 'count', to: 'main', adds: true },
  printed: { from: 'printer', to: 'main', adds: true },
  sold: { from: 'main', to: 'customer', adds: false },
  returned: { from: 'customer', to: 'main', adds: true },
  free: { from: 'main', to: 'free', adds: false },
  destroyed: { from: 'main', to: 'destroyed', adds: false },
  counted: { from: 'count', to: 'main', adds: true },
};

/** What one movement `m` adds to the copies the house owns; its places are joined as `f` and `t`. */
export const ownCopies = `m.copies * ((t.kind = 'own')::int - (f.kind = 'own')::int)`;

/** Movements with their places, for every sum over {@link ownCopies}. */
export const movementsWithPlaces = `stock_movement m JOIN stock_location f ON f.id = m.from_location_id JOIN stock_location t ON t.id = m.to_location_id`;

/**
 * Writes movements, all or none. Call it once a transaction with all moves: editions are held in one order.
 * Files (e-books, audio) can be sold and returned; they have no stock that could run out.
 * @returns the movements' ids, in the order of `moves`
 * @throws stock-insufficient (409, one field a move that has a pointer), stock-edition-unknown, stock-of-a-file
 */
export async function moveStock(tx: Tx, moves: readonly StockMove[], options: MoveOptions = {}): Promise<number[]> {
  if (moves.length === 0) return [];
  const editions = await holdStock(
    tx,
    moves.map((move) => move.editionId),
  );
  refuseUnknown(moves, editions);
  const ids = await insert(tx, moves);
  if (!options.allowNegative) await refuseNegative(tx, moves, editions);
  return ids;
}

/** Holds the stock of these editions until the transaction ends: what is read of it afterwards stays true. */
export async function holdStock(tx: Tx, editionIds: readonly number[]): Promise<Map<number, HeldEdition>> {
  const rows: HeldEdition[] = await tx.query(
    `SELECT e.id, coalesce(e.title, w.title) AS title, e.product_form AS "productForm"
     FROM edition e JOIN work w ON w.id = e.work_id WHERE e.id = ANY($1) ORDER BY e.id FOR NO KEY UPDATE OF e`,
    [[...new Set(editionIds)]],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** The copies that the house owns of each edition, all movements counted; 0 where none ever moved. */
export async function bookStock(tx: Tx, editionIds: readonly number[]): Promise<Map<number, number>> {
  const rows: { id: number; copies: number }[] = await tx.query(
    `SELECT e.id, (SELECT coalesce(sum(${ownCopies}), 0)::int FROM ${movementsWithPlaces} WHERE m.edition_id = e.id) AS copies
     FROM edition e WHERE e.id = ANY($1)`,
    [[...new Set(editionIds)]],
  );
  return new Map(rows.map((row) => [row.id, row.copies]));
}

function refuseUnknown(moves: readonly StockMove[], editions: ReadonlyMap<number, HeldEdition>): void {
  const faults = moves.flatMap((move): FieldReference[] => {
    const edition = editions.get(move.editionId);
    const pointer = move.pointer ?? '/editionId';
    if (!edition) return [{ pointer, code: 'stock-edition-unknown' }];
    const isMeant = !isDigital(edition.productForm) || move.kind === 'sold' || move.kind === 'returned';
    return isMeant ? [] : [{ pointer, code: 'stock-of-a-file', details: { title: edition.title } }];
  });
  const first = faults[0];
  if (first) throw new Problem(first.code, first.details, faults);
}

async function insert(tx: Tx, moves: readonly StockMove[]): Promise<number[]> {
  const rows: { id: number }[] = await tx.query(
    `INSERT INTO stock_movement (external_id, edition_id, kind, free_kind, from_location_id, to_location_id, copies, moved_on,
       print_run_id, invoice_line_id, corrects_id, reason, channel, territory)
     SELECT move.external_id, move.edition_id, move.kind, move.free_kind, f.id, t.id, move.copies, move.moved_on,
       move.print_run_id, move.invoice_line_id, move.corrects_id, move.reason, move.channel, move.territory
     FROM jsonb_to_recordset($1) AS move (position int, external_id text, edition_id int, kind text, free_kind text, "from" text, "to" text,
       copies int, moved_on date, print_run_id int, invoice_line_id int, corrects_id bigint, reason text, channel text, territory text)
     JOIN stock_location f ON f.code = move."from" JOIN stock_location t ON t.code = move."to"
     ORDER BY move.position RETURNING id`,
    [JSON.stringify(moves.map(toRow))],
  );
  return rows.map((row) => row.id);
}

/** A count that found fewer copies takes them to where counts go, rather than bringing a negative number. */
function toRow(move: StockMove, position: number): object {
  const { from, to } = ways[move.kind];
  const isReversed = move.kind === 'counted' && move.copies < 0;
  return {
    position,
    external_id: move.externalId,
    edition_id: move.editionId,
    kind: move.kind,
    free_kind: move.freeKind,
    from: isReversed ? to : from,
    to: isReversed ? from : to,
    copies: isReversed ? -move.copies : move.copies,
    moved_on: move.movedOn,
    print_run_id: move.printRunId,
    invoice_line_id: move.invoiceLineId,
    corrects_id: move.correctsId,
    reason: move.reason,
    channel: move.channel,
    territory: move.territory,
  };
}

async function refuseNegative(
  tx: Tx,
  moves: readonly StockMove[],
  editions: ReadonlyMap<number, HeldEdition>,
): Promise<void> {
  const taking = moves.filter((move) => takes(move) && !isDigital(editions.get(move.editionId)!.productForm));
  if (taking.length === 0) return;
  const stock = await bookStock(
    tx,
    taking.map((move) => move.editionId),
  );
  const short = taking.filter((move) => (stock.get(move.editionId) ?? 0) < 0);
  const faults = short.map((move) => shortage(move, { moves, stock, editions }));
  const first = faults[0];
  if (first) {
    const pointed = faults.filter((fault) => fault.pointer !== '');
    throw stockProblems.create('stock-insufficient', first.details, pointed);
  }
}

function takes(move: StockMove): boolean {
  return ways[move.kind].adds ? move.copies < 0 : move.copies > 0;
}

function shortage(
  move: StockMove,
  known: {
    readonly moves: readonly StockMove[];
    readonly stock: ReadonlyMap<number, number>;
    readonly editions: ReadonlyMap<number, HeldEdition>;
  },
): FieldReference & { readonly details: { title: string; available: number; wanted: number } } {
  const same = known.moves.filter((other) => other.editionId === move.editionId);
  const change = same.reduce((sum, other) => sum + (ways[other.kind].adds ? other.copies : -other.copies), 0);
  const wanted = same.filter(takes).reduce((sum, other) => sum + Math.abs(other.copies), 0);
  const available = (known.stock.get(move.editionId) ?? 0) - change;
  const { title } = known.editions.get(move.editionId)!;
  return { pointer: move.pointer ?? '', code: 'stock-insufficient', details: { title, available, wanted } };
}
