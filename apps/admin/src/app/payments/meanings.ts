import type { ContractBalanceRow, PaymentResponse, PaymentRunResponse } from '@colophon/api-client';
import type { Meaning } from '@colophon/ui/status';

/** What each state means for who reads it. */
export const RUN_MEANINGS: Readonly<Record<PaymentRunResponse['status'], Meaning>> = {
  draft: 'due',
  approved: 'due',
  exported: 'due',
  executed: 'done',
  cancelled: 'neutral',
};

export const PAYMENT_MEANINGS: Readonly<Record<PaymentResponse['status'], Meaning>> = {
  planned: 'due',
  exported: 'due',
  executed: 'done',
  rejected: 'late',
  cancelled: 'neutral',
};

export const HELD_MEANINGS: Readonly<Record<ContractBalanceRow['heldState'], Meaning>> = {
  none: 'neutral',
  held: 'neutral',
  alert: 'due',
  overdue: 'late',
  released: 'done',
};
