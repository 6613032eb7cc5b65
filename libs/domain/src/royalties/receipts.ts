/**
 * A share of money received: net receipts (e-books, mostly) or what a third party paid for a right.
 *
 * What people get wrong: the sum of the statement is multiplied and rounded once, not each receipt.
 */
import type { CalendarDate } from '../calendar';
import type { ReceiptsClause } from '../contracts';
import { Money, roundToCents } from '../money';
import { DatedQueue } from './dated-queue';
import type { ReceiptsLine } from './issued';

/** Money received; below zero where it was taken back. */
export interface Income {
  readonly date: CalendarDate;
  readonly amount: Money;
}

export interface ReceiptsOutcome {
  readonly earned: Money;
  readonly lines: readonly ReceiptsLine[];
}

export class ReceiptsLedger {
  private readonly waiting = new DatedQueue<Income>();

  constructor(
    private readonly clause: ReceiptsClause,
    private readonly index: number,
  ) {}

  enter(income: Income): void {
    this.waiting.add(income);
  }

  state(date: CalendarDate): ReceiptsOutcome {
    const incomes = this.waiting.takeUntil(date);
    if (incomes.length === 0) return { earned: Money.zero, lines: [] };
    const receipts = Money.sum(incomes.map((income) => income.amount));
    const { id, edition, basis, rate } = this.clause;
    const product = receipts.times(rate.fraction);
    const earned = roundToCents(product);
    const line: ReceiptsLine = {
      kind: basis,
      clause: this.index,
      ...(id === undefined ? {} : { clauseId: id }),
      edition,
      receipts: receipts.toString(),
      rate: rate.toString(),
      product: product.toExactText(2),
      amount: earned.toString(),
    };
    return { earned, lines: [line] };
  }
}
