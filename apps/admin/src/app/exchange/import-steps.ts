import type { RunStep } from '@colophon/ui/run';
import type { TranslocoService } from '@jsverse/transloco';

/** The steps of an import, in the reader's language. */
export function importSteps(transloco: TranslocoService): readonly RunStep[] {
  return ['files', 'check', 'apply', 'done'].map((key) => ({
    key,
    label: transloco.translate(`exchange.steps.${key}`),
  }));
}
