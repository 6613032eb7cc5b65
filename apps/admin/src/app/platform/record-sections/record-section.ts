import { InjectionToken, type Type } from '@angular/core';

/**
 * A part of a record's page that a later feature brings: the invoices of a point of sale, say. The page of the earlier
 * feature shows it without knowing it. The component takes the record's `id` as its input.
 */
export interface RecordSection {
  /** Whose page: `point-of-sale`. */
  readonly record: string;
  /** Who may see it. */
  readonly permission: string;
  readonly load: () => Promise<Type<unknown>>;
}

export const RECORD_SECTIONS = new InjectionToken<readonly RecordSection[]>('RECORD_SECTIONS', { factory: () => [] });
