/** A statement being made: each clause's ledger adds to it what has become due. */
import type { CalendarDate } from '../calendar';
import { Money } from '../money';
import type { Adjustment, EarnedRun, IssuedStatement, RoyaltyLine, SoldCount } from './issued';

const none: readonly never[] = [];

export class StatementDraft {
  private earnedCents = 0n;
  private adjustedCents = 0n;
  private lines: RoyaltyLine[] | undefined;
  private runs: EarnedRun[] | undefined;
  private adjustments: Adjustment[] | undefined;
  private soldCounts: SoldCount[] | undefined;
  /** Where runs stated now were first stated: one object for all of them. */
  readonly origin: { readonly statement: number; readonly date: CalendarDate };

  constructor(
    readonly date: CalendarDate,
    /** 1 for the first of the contract. */
    readonly number: number,
  ) {
    this.origin = { statement: number, date };
  }

  addLines(lines: readonly RoyaltyLine[], cents: bigint): void {
    this.earnedCents += cents;
    if (lines.length > 0) (this.lines ??= []).push(...lines);
  }

  addRun(run: EarnedRun): void {
    (this.runs ??= []).push(run);
  }

  addAdjustment(adjustment: Adjustment, cents: bigint): void {
    this.adjustedCents += cents;
    (this.adjustments ??= []).push(adjustment);
  }

  addSoldCount(count: SoldCount): void {
    (this.soldCounts ??= []).push(count);
  }

  get earned(): Money {
    return Money.ofCents(this.earnedCents);
  }

  get adjusted(): Money {
    return Money.ofCents(this.adjustedCents);
  }

  get details(): Pick<IssuedStatement, 'lines' | 'runs' | 'adjustmentLines' | 'soldCounts'> {
    return {
      lines: this.lines ?? none,
      runs: this.runs ?? none,
      adjustmentLines: this.adjustments ?? none,
      soldCounts: this.soldCounts ?? none,
    };
  }
}
