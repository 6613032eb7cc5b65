/**
 * The yearly return of fees and royalties (DAS2, CGI 240): who was paid how much in a calendar year, VAT included.
 *
 * What people get wrong: it goes by the date of payment and counts advances, VAT is the whole 10 % although the publisher
 * paid most of it to the Treasury on the author's behalf, and the threshold is that of the year of payment.
 */
import { makeDate, type CalendarDate } from '../calendar';
import { Money } from '../money';
import { byBeneficiary, declaredBetween, type BeneficiaryAmounts, type PaidMovement } from './paid-movement';

export interface DatedThreshold {
  readonly from: CalendarDate;
  readonly amount: Money;
}

export interface FeeRow extends BeneficiaryAmounts {
  readonly inclVat: Money;
  /** Above the threshold: must be named. */
  readonly isDue: boolean;
}

export interface FeeReturn {
  readonly year: number;
  readonly threshold: Money;
  readonly rows: readonly FeeRow[];
  /** Of those that must be named. */
  readonly total: Money;
}

export function feeReturn(given: {
  readonly movements: readonly PaidMovement[];
  readonly year: number;
  readonly thresholds: readonly DatedThreshold[];
}): FeeReturn {
  const { year } = given;
  const [from, to] = [makeDate(year, 1, 1), makeDate(year, 12, 31)];
  const threshold = thresholdOn(given.thresholds, to);
  const rows = byBeneficiary(declaredBetween(given.movements, { from, to })).map((row) => {
    const inclVat = row.amounts.gross.plus(row.amounts.vat);
    return { ...row, inclVat, isDue: inclVat.compare(threshold) > 0 };
  });
  return { year, threshold, rows, total: Money.sum(rows.filter(({ isDue }) => isDue).map(({ inclVat }) => inclVat)) };
}

/** The last that has begun; none known names everybody. */
function thresholdOn(thresholds: readonly DatedThreshold[], day: CalendarDate): Money {
  const begun = thresholds.filter(({ from }) => from <= day).toSorted((one, other) => (one.from < other.from ? 1 : -1));
  return begun[0]?.amount ?? Money.zero;
}
