import { availabilities, type Availability } from '@colophon/domain/catalogue';
import type { Meaning } from '@colophon/ui/status';

export const AVAILABILITIES: readonly Availability[] = availabilities;

const MEANINGS: Partial<Record<Availability, Meaning>> = {
  'in-stock': 'done',
  reprinting: 'due',
  'temporarily-unavailable': 'due',
  'out-of-stock': 'due',
  'not-available': 'blocked',
  'out-of-print': 'blocked',
  withdrawn: 'blocked',
  cancelled: 'blocked',
  recalled: 'blocked',
};

/** What it means for who wants a copy. */
export const meaningOf = (availability: Availability): Meaning => MEANINGS[availability] ?? 'neutral';
