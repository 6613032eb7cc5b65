/**
 * The amounts of an invoice (to professionals, without VAT) and of a receipt (to the public, VAT included).
 *
 * What people get wrong: the two are not the same sum read twice. An invoice rounds each line without VAT and takes VAT
 * once per rate on the sum of its lines; a receipt rounds each line with VAT, since 12.00 twice is 24.00 at the till, and
 * takes the VAT out of the sum. The price without VAT printed for royalties is used by neither (rule R6).
 */
import { Money, parseQuantity, Rate, Rational, roundToCents } from '../money';
import { RuleViolation, within } from '../rules';

/** What is sold: the public price with VAT, or a price without VAT, per copy, in euros (up to six decimals). */
export interface SaleLine {
  readonly quantity: number;
  readonly retailPriceInclVat?: Rational;
  readonly unitPriceExclVat?: Rational;
  readonly discount: Rate;
  readonly vatRate: Rate;
}

/** Whether the lines' amounts are without or with VAT. */
export type LinePricing = 'exclVat' | 'inclVat';

export interface LineAmount {
  readonly quantity: number;
  readonly vatRate: Rate;
  readonly amount: Money;
  /** The exact product before rounding: "86.255" or a fraction. */
  readonly product: string;
}

/** One VAT rate of a document: `base` without VAT, `amount` of VAT. */
export interface VatTotal {
  readonly rate: Rate;
  readonly base: Money;
  readonly amount: Money;
}

export interface DocumentTotals {
  readonly pricing: LinePricing;
  readonly lines: readonly LineAmount[];
  /** By rising rate. */
  readonly vat: readonly VatTotal[];
  readonly totalExclVat: Money;
  readonly totalVat: Money;
  readonly totalInclVat: Money;
}

/**
 * Worked example: 10 × 14.00 and 5 × 12.00 less 35 % at 5.5 %, 2 × 15.00 less 30 % at 20 %: 86.26, 36.97 and 17.50;
 * VAT 6.78 and 3.50; 151.01 with VAT.
 * @throws RuleViolation `line-price-missing`, `line-quantity-invalid`, `price-negative`; pointers begin with "/lines"
 */
export function invoiceTotals(lines: readonly SaleLine[]): DocumentTotals {
  return totalsOf('exclVat', priceLines(lines, invoiceLineExact));
}

/**
 * Worked example: two books at 12.00 are 24.00, of which 1.25 of VAT at 5.5 %.
 * @throws RuleViolation as `invoiceTotals`; a receipt's prices are with VAT
 */
export function receiptTotals(lines: readonly SaleLine[]): DocumentTotals {
  return totalsOf('inclVat', priceLines(lines, receiptLineExact));
}

/** VAT contained in or added to a sum of lines at one rate; the only two places where VAT is rounded. */
export function vatOfSum(pricing: LinePricing, sum: Money, rate: Rate): Omit<VatTotal, 'rate'> {
  if (pricing === 'exclVat') return { base: sum, amount: roundToCents(sum.times(rate.fraction)) };
  const amount = roundToCents(sum.times(rate.fraction.dividedBy(rate.onePlus)));
  return { base: sum.minus(amount), amount };
}

/** Adds up rounded lines and the VAT of each rate. */
export function totalsWithVat(
  pricing: LinePricing,
  lines: readonly LineAmount[],
  vat: readonly VatTotal[],
): DocumentTotals {
  const totalExclVat = Money.sum(vat.map((total) => total.base));
  const totalVat = Money.sum(vat.map((total) => total.amount));
  return { pricing, lines, vat, totalExclVat, totalVat, totalInclVat: totalExclVat.plus(totalVat) };
}

/** The sum of the lines of each rate, by rising rate. */
export function sumByRate(lines: readonly Pick<LineAmount, 'vatRate' | 'amount'>[]): { rate: Rate; sum: Money }[] {
  const sums = new Map<string, { rate: Rate; sum: Money }>();
  for (const { vatRate, amount } of lines) {
    const key = vatRate.toString();
    sums.set(key, { rate: vatRate, sum: (sums.get(key)?.sum ?? Money.zero).plus(amount) });
  }
  return [...sums.values()].sort((a, b) => a.rate.compare(b.rate));
}

function totalsOf(pricing: LinePricing, lines: readonly LineAmount[]): DocumentTotals {
  const vat = sumByRate(lines).map(({ rate, sum }) => ({ rate, ...vatOfSum(pricing, sum, rate) }));
  return totalsWithVat(pricing, lines, vat);
}

function priceLines(lines: readonly SaleLine[], exactOf: (line: SaleLine) => Rational): LineAmount[] {
  return lines.map((line, index) =>
    within(`/lines/${index}`, () => {
      const quantity = within('/quantity', () => parseQuantity(line.quantity));
      const exact = exactOf(line);
      return { quantity, vatRate: line.vatRate, amount: roundToCents(exact), product: exact.toExactText(2) };
    }),
  );
}

function invoiceLineExact(line: SaleLine): Rational {
  const { retailPriceInclVat, unitPriceExclVat } = line;
  if ((retailPriceInclVat === undefined) === (unitPriceExclVat === undefined)) {
    throw new RuleViolation('line-price-missing', {
      message: 'A line of an invoice has either a public price with VAT or a price without VAT',
    });
  }
  if (unitPriceExclVat) return discounted(line, unitPriceExclVat);
  return discounted(line, retailPriceInclVat as Rational).dividedBy(line.vatRate.onePlus);
}

function receiptLineExact(line: SaleLine): Rational {
  if (line.retailPriceInclVat && line.unitPriceExclVat === undefined) return discounted(line, line.retailPriceInclVat);
  throw new RuleViolation('line-price-missing', { message: 'A line of a receipt has a public price with VAT, only' });
}

function discounted(line: SaleLine, price: Rational): Rational {
  if (price.isNegative) throw new RuleViolation('price-negative', { message: 'A price is never below zero' });
  return Rational.of(BigInt(line.quantity)).times(price).times(line.discount.oneMinus);
}
