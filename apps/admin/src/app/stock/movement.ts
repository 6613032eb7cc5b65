import type { FreeCopiesInput, MovementRow } from '@colophon/api-client';

export type MovementKind = MovementRow['kind'];
export type FreeKind = FreeCopiesInput['kind'];

export const MOVEMENT_KINDS: readonly MovementKind[] = [
  'opening',
  'printed',
  'sold',
  'returned',
  'free',
  'destroyed',
  'counted',
];
export const FREE_KINDS: readonly FreeKind[] = ['author', 'review', 'legal-deposit', 'promotion'];
