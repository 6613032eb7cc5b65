/**
 * A guaranteed minimum: at the end of the term, what was earned is topped up to it.
 *
 * What people get wrong: it is no advance. Nothing is paid before the end, and the top-up is due like royalties, so that
 * an advance still to be recouped is recouped from it.
 */
import type { CalendarDate } from '../calendar';
import { Money } from '../money';
import type { TopUpTrace } from './issued';
import type { StatementRequest } from './contract-book';

export class Guarantee {
  private earned = Money.zero;
  private toppedUp = Money.zero;
  private isOver = false;

  constructor(
    private readonly minimum: Money,
    private readonly endsOn: CalendarDate | undefined,
  ) {}

  /** Counts what a statement earned; gives the top-up of the first one on or after the end of the term, and of a final one. */
  count(earned: Money, { scope, date }: StatementRequest): TopUpTrace | undefined {
    this.earned = this.earned.plus(earned);
    const isAtEnd = !this.isOver && scope === 'period' && this.endsOn !== undefined && this.endsOn <= date;
    if (!isAtEnd && scope !== 'termination') return undefined;
    this.isOver = true;
    const before = this.toppedUp;
    const amount = Money.max(Money.zero, this.minimum.minus(this.earned).minus(before));
    this.toppedUp = before.plus(amount);
    return {
      guaranteed: this.minimum.toString(),
      earned: this.earned.toString(),
      before: before.toString(),
      amount: amount.toString(),
    };
  }
}
