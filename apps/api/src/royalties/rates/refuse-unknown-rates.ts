import { yearOf, type CalendarDate } from '@colophon/domain/calendar';

import type { Tx } from '../../platform/database/database';
import { royaltiesProblems } from '../problems';

/** What a payment date lacks: it lies before the table begins, or in a year that nobody has entered yet. */
export type UnknownRates =
  { readonly kind: 'before'; readonly first: CalendarDate } | { readonly kind: 'missing'; readonly year: number };

/** @returns undefined where the date has rates */
export async function unknownRates(tx: Tx, date: CalendarDate): Promise<UnknownRates | undefined> {
  const [row] = await tx.query(
    `SELECT coalesce(min(valid_from)::text, '9999-12-31') AS first, coalesce(bool_or($1 BETWEEN valid_from AND valid_to), false) AS known
     FROM withholding_rate`,
    [date],
  );
  if (row.known) return undefined;
  return date < row.first ? { kind: 'before', first: row.first } : { kind: 'missing', year: yearOf(date) };
}

/** @throws closing-before-rates, rates-missing with the year whose rates can be confirmed for it */
export async function refuseUnknownRates(tx: Tx, date: CalendarDate, pointer = '/paymentDate'): Promise<void> {
  const unknown = await unknownRates(tx, date);
  if (unknown?.kind === 'before') throw royaltiesProblems.at(pointer, 'closing-before-rates', { first: unknown.first });
  if (!unknown) return;
  throw royaltiesProblems.at(pointer, 'rates-missing', { date, year: unknown.year, before: unknown.year - 1 });
}
