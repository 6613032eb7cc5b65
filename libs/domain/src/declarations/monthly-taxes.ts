/**
 * What the publisher owes the Treasury for authors, month by month of payment: VAT withheld (annex 3310-A to the CA3,
 * CGI 285 bis), VAT on services from abroad (CGI 283-2), and the tax withheld from residents of other countries (2494).
 */
import { addDays, addMonths, makeDate, type CalendarDate } from '../calendar';
import { inEuros, type InEuros } from './in-euros';
import {
  byBeneficiary,
  declaredBetween,
  sumAmounts,
  type BeneficiaryAmounts,
  type PaidMovement,
} from './paid-movement';

export interface MonthOfTaxes {
  readonly from: CalendarDate;
  /** Gross on which VAT was withheld. */
  readonly vatBase: InEuros;
  readonly vatWithheld: InEuros;
  readonly reverseChargeBase: InEuros;
  readonly reverseChargeVat: InEuros;
  /** Gross of who lives abroad and bears the tax. */
  readonly taxBase: InEuros;
  readonly withholdingTax: InEuros;
  /** Of the tax, form 2494: the 15th of the month after. */
  readonly taxDueOn: CalendarDate;
  readonly taxed: readonly BeneficiaryAmounts[];
}

/** The twelve months of a year, those without payments too. */
export function monthlyTaxes(movements: readonly PaidMovement[], year: number): MonthOfTaxes[] {
  return Array.from({ length: 12 }, (_, index) => {
    const from = makeDate(year, index + 1, 1);
    const next = addMonths(from, 1);
    return monthOf(declaredBetween(movements, { from, to: addDays(next, -1) }), { from, taxDueOn: addDays(next, 14) });
  });
}

function monthOf(
  movements: readonly PaidMovement[],
  dates: { readonly from: CalendarDate; readonly taxDueOn: CalendarDate },
): MonthOfTaxes {
  const total = (bears: 'vatWithheld' | 'reverseChargeVat' | 'withholdingTax') => {
    const own = movements.filter(({ amounts }) => !amounts[bears].isZero);
    const amounts = sumAmounts(own.map((movement) => movement.amounts));
    return { base: inEuros(amounts.gross), tax: inEuros(amounts[bears]), own };
  };
  const [vat, reverse, tax] = [total('vatWithheld'), total('reverseChargeVat'), total('withholdingTax')];
  return {
    ...dates,
    ...{ vatBase: vat.base, vatWithheld: vat.tax, reverseChargeBase: reverse.base, reverseChargeVat: reverse.tax },
    ...{ taxBase: tax.base, withholdingTax: tax.tax, taxed: byBeneficiary(tax.own) },
  };
}
