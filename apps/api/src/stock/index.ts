export { AcceptPrintRun } from './accepted-runs/accept-print-run';
export { editionStock } from './edition-stock';
export {
  bookStock,
  freeKinds,
  holdStock,
  movementKinds,
  movementsWithPlaces,
  moveStock,
  ownCopies,
  type FreeKind,
  type MoveOptions,
  type MovementKind,
  type StockMove,
} from './move-stock';
export { StockLocationRecord, StockMovementRecord } from './records';
export { StockModule } from './stock.module';
