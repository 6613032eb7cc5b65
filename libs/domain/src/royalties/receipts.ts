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
import type { StatementDraft } from './statement-draft';

/** Money received; below zero where it was taken back. */
export interface Income {
  readonly date: CalendarDate;
  readonly amount: Money;
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

  /** Adds the share of what came in up to the statement's date. */
  addTo(draft: StatementDraft): void {
    const incomes = this.waiting.takeUntil(draft.date);
    if (incomes.length === 0) return;
    const receipts = Money.sum(incomes.map((income) => income.amount));
    const { id, edition, basis, rate } = this.clause;
    const product = receipts.times(rate.fraction);
    const earned = roundToCents(product);
    const line: ReceiptsLine = {
      kind: basis,
      clause: this.index,
      clauseId: id,
      edition,
      receipts: receipts.toString(),
      rate: rate.toString(),
      product: product.toExactText(2),
      amount: earned.toString(),
    };
    draft.addLines([line], earned.cents);
  }
}
