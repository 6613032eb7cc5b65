/** A statement being made: each clause's ledger adds to it what has become due. */
import type { CalendarDate } from '../calendar';
import { Money } from '../money';
import type { Adjustment, EarnedRun, LineAdjustment, RoyaltyLine, SoldCount } from './issued';

/** Most statements of a large house have nothing new; they share this. */
const none: readonly never[] = [];

export class StatementDraft {
  private earnedCents = 0n;
  private adjustedCents = 0n;
  private newLines: RoyaltyLine[] | undefined;
  private newRuns: EarnedRun[] | undefined;
  private newAdjustments: Adjustment[] | undefined;
  private newSoldCounts: SoldCount[] | undefined;
  private newLineAdjustments: LineAdjustment[] | undefined;
  /** Where runs stated now are first stated: one object for all of them. */
  readonly origin: Adjustment['origin'];

  constructor(
    readonly date: CalendarDate,
    /** The first day of its period, where it has one. */
    readonly from: CalendarDate | undefined,
    /** 1 for the first of the contract. */
    readonly number: number,
  ) {
    this.origin = { statement: number, date };
  }

  addLines(lines: readonly RoyaltyLine[], cents: bigint): void {
    this.earnedCents += cents;
    for (const line of lines) (this.newLines ??= []).push(line);
  }

  addRun(run: EarnedRun): void {
    (this.newRuns ??= []).push(run);
  }

  addAdjustment(adjustment: Adjustment, cents: bigint): void {
    this.adjustedCents += cents;
    (this.newAdjustments ??= []).push(adjustment);
  }

  addLineAdjustment(adjustment: LineAdjustment, cents: bigint): void {
    this.adjustedCents += cents;
    (this.newLineAdjustments ??= []).push(adjustment);
  }

  addSoldCount(count: SoldCount): void {
    (this.newSoldCounts ??= []).push(count);
  }

  get lines(): readonly RoyaltyLine[] {
    return this.newLines ?? none;
  }

  get runs(): readonly EarnedRun[] {
    return this.newRuns ?? none;
  }

  get adjustments(): readonly Adjustment[] {
    return this.newAdjustments ?? none;
  }

  get lineAdjustments(): readonly LineAdjustment[] | undefined {
    return this.newLineAdjustments;
  }

  get soldCounts(): readonly SoldCount[] {
    return this.newSoldCounts ?? none;
  }

  get earned(): Money {
    return Money.ofCents(this.earnedCents);
  }

  get adjusted(): Money {
    return Money.ofCents(this.adjustedCents);
  }
}
