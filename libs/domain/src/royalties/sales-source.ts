/**
 * Where a clause's sales come from: all of an edition's, or what falls to it among the clauses of one contract.
 *
 * What people get wrong: where a contract moves from sold to printed copies, what was printed before stays on the sold
 * basis until it is sold, first in first out. What comes back is taken to be the last that was sold.
 */
import { takes, type SoldClause } from '../contracts';
import type { CalendarDate } from '../calendar';
import { DatedQueue } from './dated-queue';
import { clauseFor } from './scope';

/** Copies sold (above zero) or returned (below). */
export interface CopiesMoved {
  readonly date: CalendarDate;
  readonly copies: number;
  readonly channel?: string | undefined;
  readonly territory?: string | undefined;
}

/** What a clause has not counted yet. */
export interface SalesSource {
  add(moved: CopiesMoved): void;
  /** Takes out all up to a date, by date, then by entry. */
  takeUntil(date: CalendarDate): readonly CopiesMoved[];
}

/** Copies printed before the switch to another basis, as they are sold after it. */
export class CopiesLeft {
  private soldSince = 0;
  private lastStated: number;

  constructor(private readonly copies: number) {
    this.lastStated = copies;
  }

  get left(): number {
    return this.copies - Math.min(this.copies, this.soldSince);
  }

  /** How many of these copies sold, or returned, are of those; the rest is of later runs. */
  take(copies: number): number {
    const before = this.left;
    this.soldSince += copies;
    return before - this.left;
  }

  /** What was left at the last statement, and is now. */
  state(): { readonly before: number; readonly after: number } {
    const before = this.lastStated;
    this.lastStated = this.left;
    return { before, after: this.lastStated };
  }
}

interface Candidate {
  readonly clause: SoldClause;
  readonly copiesLeft: CopiesLeft | undefined;
}

/** The sales of one edition, told apart among the clauses of one contract. */
export class SharedSales {
  private readonly waiting = new DatedQueue<CopiesMoved>();
  private readonly portions: Portion[] = [];

  add(moved: CopiesMoved): void {
    this.waiting.add(moved);
  }

  /** The source of one more clause of the contract. */
  portionOf(candidate: Candidate): SalesSource {
    const portion = new Portion(this, candidate);
    this.portions.push(portion);
    return portion;
  }

  /** Gives what has come up to a date to the clauses it falls to. */
  distribute(date: CalendarDate): void {
    for (const moved of this.waiting.takeUntil(date)) {
      const rest = this.giveOlder(moved);
      if (rest !== 0) clauseFor(this.portions, moved)?.give(moved, rest);
    }
  }

  /** Copies printed before a switch go first; gives how many are left for the clause in force. */
  private giveOlder(moved: CopiesMoved): number {
    let rest = moved.copies;
    for (const portion of this.portions) {
      const { clause, copiesLeft } = portion;
      const hasEnded = clause.until !== undefined && clause.until < moved.date;
      if (!copiesLeft || !hasEnded || !takes(clause, moved)) continue;
      const taken = copiesLeft.take(rest);
      if (taken !== 0) portion.give(moved, taken);
      rest -= taken;
    }
    return rest;
  }
}

class Portion implements SalesSource {
  readonly clause: SoldClause;
  readonly copiesLeft: CopiesLeft | undefined;
  private due: CopiesMoved[] = [];

  constructor(
    private readonly shared: SharedSales,
    { clause, copiesLeft }: Candidate,
  ) {
    this.clause = clause;
    this.copiesLeft = copiesLeft;
  }

  add(moved: CopiesMoved): void {
    this.shared.add(moved);
  }

  give(moved: CopiesMoved, copies: number): void {
    this.due.push(copies === moved.copies ? moved : { ...moved, copies });
  }

  takeUntil(date: CalendarDate): readonly CopiesMoved[] {
    this.shared.distribute(date);
    const taken = this.due;
    this.due = [];
    return taken;
  }
}
