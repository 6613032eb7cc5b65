import type { RunStep } from '@colophon/ui/run';
import { TranslocoService } from '@jsverse/transloco';

const STEPS = ['choose', 'check', 'documents'] as const;

/** What a closing goes through, from choosing to the documents. */
export function closingSteps(transloco: TranslocoService): RunStep[] {
  return STEPS.map((key) => ({ key, label: transloco.translate(`royalties.closings.steps.${key}`) }));
}
