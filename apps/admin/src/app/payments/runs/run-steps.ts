import type { PaymentRunResponse } from '@colophon/api-client';
import type { RunStep } from '@colophon/ui/run';
import { TranslocoService } from '@jsverse/transloco';

const STEPS = ['propose', 'approve', 'export', 'execute', 'result'] as const;
export type PaymentStep = (typeof STEPS)[number];

/** What a payment run goes through. */
export function paymentSteps(transloco: TranslocoService): RunStep[] {
  return STEPS.map((key) => ({ key, label: transloco.translate(`payments.steps.${key}`) }));
}

const AT: Readonly<Record<PaymentRunResponse['status'], PaymentStep>> = {
  draft: 'approve',
  approved: 'export',
  exported: 'execute',
  executed: 'result',
  cancelled: 'result',
};

export function stepOf({ status }: Pick<PaymentRunResponse, 'status'>): PaymentStep {
  return AT[status];
}
