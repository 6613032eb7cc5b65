/**
 * The amounts of a credit note: so many copies of an invoice's lines, at what was invoiced.
 *
 * What people get wrong: half a line credited twice, rounded twice, is not the line. A credit takes its share of the
 * line by quantity, rounded, and the one that exhausts the line takes what is left of it. VAT is that of the credit's own
 * sum, and what is left of the rate's VAT when the credit exhausts the rate; in between, credits never drift by more than
 * a cent from the VAT of all that was credited. An invoice and the credits that exhaust it add up to zero, without VAT,
 * VAT and with VAT, and no part of a credit is below zero.
 */
import { Money, parseQuantity, Rational, roundToCents, type Rate } from '../money';
import { known, RuleViolation, within } from '../rules';
import { sumByRate, totalsWithVat, vatOfSum, type DocumentTotals, type LineAmount, type VatTotal } from './totals';

/** Copies credited of the line at that index of the invoice. */
export interface CreditLine {
  readonly line: number;
  readonly quantity: number;
}

/** A credit note: its lines point to the invoice's; all amounts are above zero and are taken off. */
export interface CreditTotals extends DocumentTotals {
  readonly credited: readonly CreditLine[];
}

/** What an earlier credit note took: enough to know what is left. */
export type EarlierCredit = Pick<CreditTotals, 'credited' | 'lines' | 'vat'>;

interface LineLeft {
  readonly quantity: number;
  readonly amount: Money;
}

/**
 * Worked example: 4 of 10 copies invoiced 86.26 at 5.5 % are 34.50 + 1.90; the other 6 are 51.76 + 2.84, what is left.
 * @throws RuleViolation `credit-empty`, `credit-exceeds-line`, `quantity-malformed`; pointers begin with "/lines"
 */
export function creditTotals(request: {
  readonly invoice: DocumentTotals;
  readonly earlier: readonly EarlierCredit[];
  readonly lines: readonly CreditLine[];
}): CreditTotals {
  const { invoice, earlier } = request;
  const credited = request.lines.filter((line) => line.quantity !== 0);
  if (credited.length === 0) {
    throw new RuleViolation('credit-empty', { message: 'A credit note credits at least one copy', pointer: '/lines' });
  }
  const left = leftOfLines(invoice, earlier);
  const lines = credited.map((line, index) => within(`/lines/${index}`, () => creditLine(invoice, left, line)));
  const vat = sumByRate(lines).map((part) => vatOfCredit(invoice, earlier, part));
  return { ...totalsWithVat(invoice.pricing, lines, vat), credited };
}

/** Copies and amount of each line of the invoice that earlier credits have left. */
function leftOfLines(invoice: DocumentTotals, earlier: readonly EarlierCredit[]): LineLeft[] {
  const left = invoice.lines.map(({ quantity, amount }): LineLeft => ({ quantity, amount }));
  for (const credit of earlier) {
    credit.credited.forEach(({ line, quantity }, index) => {
      const before = known(left[line], 'an earlier credit points to a line of its invoice');
      const amount = known(credit.lines[index], 'a credit has an amount for each line').amount;
      left[line] = { quantity: before.quantity - quantity, amount: before.amount.minus(amount) };
    });
  }
  return left;
}

/** Takes a line's part and notes what is left of it, so that a line named twice is never credited twice. */
function creditLine(invoice: DocumentTotals, left: LineLeft[], { line, quantity }: CreditLine): LineAmount {
  const invoiced = invoice.lines[line];
  const rest = left[line];
  parseQuantity(quantity);
  if (!invoiced || !rest || quantity > rest.quantity) {
    throw new RuleViolation('credit-exceeds-line', {
      message: `${quantity} copies can't be credited: ${rest?.quantity ?? 0} are left of the line`,
      pointer: '/quantity',
      values: { quantity, left: rest?.quantity ?? 0 },
    });
  }
  const exact = invoiced.amount.times(Rational.of(BigInt(quantity), BigInt(invoiced.quantity)));
  const amount = quantity === rest.quantity ? rest.amount : Money.min(roundToCents(exact), rest.amount);
  left[line] = { quantity: rest.quantity - quantity, amount: rest.amount.minus(amount) };
  return { quantity, vatRate: invoiced.vatRate, amount, product: exact.toExactText(2) };
}

/** VAT of a credit's sum at one rate, so that what is left can still be taken by the credits to come. */
function vatOfCredit(
  invoice: DocumentTotals,
  earlier: readonly EarlierCredit[],
  { rate, sum }: { readonly rate: Rate; readonly sum: Money },
): VatTotal {
  const credited = sumAtRate(earlier, rate);
  const sumLeft = sumAtRate([invoice], rate).minus(credited).minus(sum);
  const taken = vatAtRate(earlier, rate);
  const vatLeft = vatAtRate([invoice], rate).minus(taken);
  const own = vatOfSum(invoice.pricing, sum, rate).amount;
  const inAll = vatOfSum(invoice.pricing, credited.plus(sum), rate).amount.minus(taken);
  const natural = isWithinACent(own, inAll) ? own : inAll;
  const amount = Money.max(vatLeft.minus(sumLeft), Money.min(natural, vatLeft, sum));
  return { rate, base: invoice.pricing === 'exclVat' ? sum : sum.minus(amount), amount };
}

function sumAtRate(documents: readonly Pick<DocumentTotals, 'lines'>[], rate: Rate): Money {
  const lines = documents.flatMap((document) => document.lines).filter((line) => line.vatRate.equals(rate));
  return Money.sum(lines.map((line) => line.amount));
}

function vatAtRate(documents: readonly Pick<DocumentTotals, 'vat'>[], rate: Rate): Money {
  const totals = documents.flatMap((document) => document.vat).filter((total) => total.rate.equals(rate));
  return Money.sum(totals.map((total) => total.amount));
}

function isWithinACent(one: Money, other: Money): boolean {
  const difference = one.minus(other).cents;
  return difference >= -1n && difference <= 1n;
}
