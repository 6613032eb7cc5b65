import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';

import { freeKinds, movementKinds, type FreeKind, type MovementKind } from './move-stock';

export class StockRow {
  /** Of the edition. */
  id: number;
  workId: number;
  title: string;
  isbn13: string | null;
  productForm: string;
  /** Copies the house owns, all movements counted. */
  stock: number;
  printed: number;
  sold: number;
  returned: number;
  free: number;
  destroyed: number;
  /** Differences found at counts. */
  counted: number;
  lastMovedOn: string | null;
}

export class StockPage {
  items: StockRow[];
  nextCursor: string | null;
  total: number;
  totalIsCapped: boolean;
}

export class MovementRow {
  id: number;
  movedOn: string;
  @IsIn(movementKinds)
  kind: MovementKind;
  @ApiProperty({ enum: [...freeKinds, null], nullable: true })
  freeKind: FreeKind | null;
  editionId: number;
  title: string;
  isbn13: string | null;
  /** What it adds to the copies the house owns; below 0 where it takes some. */
  copies: number;
  reason: string | null;
  /** Where the copies were sold, where it is known. */
  channel: string | null;
  territory: string | null;
  actor: string;
  printRunId: number | null;
  printRunNumber: number | null;
  invoiceId: number | null;
  invoiceNumber: string | null;
  /** The movement it undoes. */
  correctsId: number | null;
  /** It was undone by another, or comes from a document: it cannot be undone here. */
  isFinal: boolean;
}

export class MovementPage {
  items: MovementRow[];
  nextCursor: string | null;
  total: number;
  totalIsCapped: boolean;
}

export class WrittenMovements {
  /** The movements written, in the order asked; none for a count that found what was booked. */
  movementIds: number[];
}

export class CountedLine {
  editionId: number;
  title: string;
  booked: number;
  counted: number;
  /** What was found less what was booked. */
  difference: number;
}

export class CountResult {
  lines: CountedLine[];
}

export class StockStep {
  @IsIn(['opening', 'printed', 'sold', 'returned', 'free', 'destroyed', 'counted'])
  kind: 'opening' | 'printed' | 'sold' | 'returned' | 'free' | 'destroyed' | 'counted';
  /** Signed, as it counts. */
  copies: number;
  stockAfter: number;
}

export class EditionStockResponse {
  editionId: number;
  title: string;
  isbn13: string | null;
  /** Copies the house owns today. */
  stock: number;
  from: string | null;
  to: string;
  /** opening + printed − sold + returned − free − destroyed ± counted, a step each. */
  steps: StockStep[];
  computedClosing: number;
  /** The copies at the end of the period by the movements alone. */
  closing: number;
  /** closing − computedClosing; 0 where the equation balances. */
  gap: number;
}
