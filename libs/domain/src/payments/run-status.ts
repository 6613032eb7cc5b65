/**
 * The life of a payment run, as a table of what may follow what.
 *
 * What people get wrong: once its file went out, a run can no longer be cancelled, because the bank may pay it all the
 * same; what the bank sends back is a reject, payment by payment.
 */
export const paymentRunStatuses = ['draft', 'approved', 'exported', 'executed', 'cancelled'] as const;
export type PaymentRunStatus = (typeof paymentRunStatuses)[number];

export const paymentStatuses = ['planned', 'exported', 'executed', 'rejected', 'cancelled'] as const;
export type PaymentStatus = (typeof paymentStatuses)[number];

const next: Readonly<Record<PaymentRunStatus, readonly PaymentRunStatus[]>> = {
  draft: ['draft', 'approved', 'cancelled'],
  approved: ['draft', 'exported', 'cancelled'],
  exported: ['executed'],
  executed: [],
  cancelled: [],
};

export function runMayBecome(from: PaymentRunStatus, to: PaymentRunStatus): boolean {
  return next[from].includes(to);
}
