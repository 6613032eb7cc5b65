/// <reference path="./untyped.d.ts" />
import LayoutBuilder, { type PlacedNode } from 'pdfmake/js/LayoutBuilder';

/** Points that a heading of a level wants below it: for itself, the head of a table and a first row. */
export const ROOM_BELOW: Readonly<Record<number, number>> = { 1: 125, 2: 80 };

type Builder = typeof LayoutBuilder.prototype;

const place = LayoutBuilder.prototype.processNode;

/**
 * A heading (`headlineLevel`) whose text would begin on the next page goes there with it. pdfmake's own way,
 * `pageBreakBefore`, lays the whole document out again for each heading that it moves: a long statement thirteen times.
 * Here the heading is moved as it is placed, and the document is laid out once.
 */
export function keepHeadings(): void {
  LayoutBuilder.prototype.processNode = placeWithRoom;
}

function placeWithRoom(this: Builder, node: PlacedNode, isVerticalAlignmentAllowed?: boolean): void {
  if (lacksRoom(this, node)) this.writer.moveToNextPage();
  place.call(this, node, isVerticalAlignmentAllowed);
}

function lacksRoom({ writer }: Builder, node: PlacedNode): boolean {
  const room = ROOM_BELOW[node.headlineLevel ?? 0];
  if (room === undefined || node.pageBreak === 'before' || writer.transactionLevel > 0) return false;
  return writer.context().availableHeight - (node._margin?.[1] ?? 0) < room;
}
