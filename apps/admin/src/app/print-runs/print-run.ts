import type { PrintRunResponse } from '@colophon/api-client';
import type { Meaning } from '@colophon/ui/status';

export type PrintRunStatus = PrintRunResponse['status'];

export const PRINT_RUN_STATUSES: readonly PrintRunStatus[] = [
  'planned',
  'ordered',
  'delivered',
  'accepted',
  'cancelled',
];

export const MEANING_OF_STATUS: Readonly<Record<PrintRunStatus, Meaning>> = {
  planned: 'neutral',
  ordered: 'due',
  delivered: 'due',
  accepted: 'done',
  cancelled: 'blocked',
};
