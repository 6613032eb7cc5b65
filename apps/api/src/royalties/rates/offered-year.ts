import type { CalendarDate } from '@colophon/domain/calendar';
import { monthOf, yearOf } from '@colophon/domain/calendar';

import type { OfferedYear, WithholdingRateResponse } from './rate-dto';

/** Payments of January are planned in autumn. */
const FIRST_MONTH = 10;

/** The year after the latest row, once it has begun or is near; only a row that ends with its year can be taken over. */
export function offeredYear(
  latestFirst: readonly Pick<WithholdingRateResponse, 'validFrom' | 'validTo' | 'yearlyCeiling'>[],
  today: CalendarDate,
): OfferedYear | null {
  const [latest] = latestFirst;
  if (!latest?.validTo.endsWith('-12-31')) return null;
  const year = yearOf(latest.validTo) + 1;
  const isNear = yearOf(today) >= year || (yearOf(today) === year - 1 && monthOf(today) >= FIRST_MONTH);
  return isNear ? { year, copiedFrom: latest.validFrom, yearlyCeiling: latest.yearlyCeiling } : null;
}
