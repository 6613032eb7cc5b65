import type { ImportResponse } from '@colophon/api-client';
import type { Meaning } from '@colophon/ui/status';

export type ImportStatus = ImportResponse['status'];

/** The kinds of file, in the order in which they are applied. */
export const fileKinds = ['contributors', 'titles', 'points-of-sale', 'contracts', 'print-runs', 'figures'] as const;
export type FileKind = (typeof fileKinds)[number];

export const meaningOf: Readonly<Record<ImportStatus, Meaning>> = {
  checking: 'due',
  refused: 'late',
  ready: 'neutral',
  applying: 'due',
  applied: 'done',
  undone: 'blocked',
};
