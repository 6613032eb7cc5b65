export {
  bookStock,
  freeKinds,
  holdStock,
  movementKinds,
  moveStock,
  type FreeKind,
  type MoveOptions,
  type MovementKind,
  type StockMove,
} from './move-stock';
export { StockLocationRecord, StockMovementRecord } from './records';
