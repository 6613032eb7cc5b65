export { heldBalance, type HeldBalance, type HeldState } from './held-balance';
export {
  differenceReasons,
  netDifference,
  type AnnouncedNet,
  type DifferenceReason,
  type NetDifference,
} from './net-difference';
export { payItems, type EarlierParts, type ItemsToPay, type ItemToPay, type PaidItem } from './pay-items';
export {
  paymentRunStatuses,
  paymentStatuses,
  runMayBecome,
  type PaymentRunStatus,
  type PaymentStatus,
} from './run-status';
