/**
 * Royalties on copies printed: due when the run is accepted, whatever is sold, returned or pulped afterwards.
 *
 * What people get wrong: tiers follow the date of the runs, payment follows their entry. When a run is corrected or
 * entered late, every later run of the clause may move to other tiers; what was stated stays stated, and the differences
 * go into the next statement (rule R7). A clause therefore remembers from which run on it must look again.
 */
import type { PrintedClause } from '../contracts';
import { Money, splitByLargestRemainder } from '../money';
import { breakDownRun } from '../print-runs';
import type { CalendarDate } from '../calendar';
import type { Adjustment, EarnedRun, PoolTrace, PrintedLine, RunState } from './issued';
import { TierPricing, type UnitPrice } from './pricing';

/** A run as entered, shared by all the clauses on its edition; `accepted` follows corrections. */
export interface KnownRun {
  readonly id: string;
  readonly edition: string;
  readonly date: CalendarDate;
  readonly order: number;
  readonly alreadyPaid: boolean;
  accepted: number;
}

interface StatedRun {
  readonly state: RunState;
  readonly amount: Money;
  readonly origin: { readonly statement: number; readonly date: CalendarDate };
}

interface ClauseRun {
  readonly run: KnownRun;
  /** Missing for runs already paid, which need no price. */
  readonly unitPrice: UnitPrice | undefined;
  counterAfter: number;
  stated: StatedRun | undefined;
}

/** What a statement asks of a clause. */
export interface StatementMoment {
  readonly date: CalendarDate;
  /** Number of the statement within its contract. */
  readonly statement: number;
}

export interface PrintedOutcome {
  readonly earned: Money;
  readonly adjusted: Money;
  readonly lines: readonly PrintedLine[];
  readonly runs: readonly EarnedRun[];
  readonly adjustments: readonly Adjustment[];
}

const nothing: PrintedOutcome = { earned: Money.zero, adjusted: Money.zero, lines: [], runs: [], adjustments: [] };

export class PrintedLedger {
  private readonly runs: ClauseRun[] = [];
  private readonly pricing: TierPricing;
  /** Runs before this index are stated and unchanged. */
  private firstOpen = 0;
  /** Index after the last run that was stated. */
  private statedEnd = 0;

  constructor(
    private readonly clause: PrintedClause,
    private readonly index: number,
  ) {
    this.pricing = new TierPricing(clause.tiers);
  }

  enter(run: KnownRun, unitPrice: UnitPrice | undefined): void {
    const at = this.positionAfter(run);
    this.runs.splice(at, 0, { run, unitPrice, counterAfter: 0, stated: undefined });
    if (at < this.statedEnd) this.statedEnd += 1;
    this.firstOpen = Math.min(this.firstOpen, at);
  }

  /** The run's accepted quantity has changed. */
  reopen(run: KnownRun): void {
    this.firstOpen = Math.min(this.firstOpen, this.positionAfter(run) - 1);
  }

  state(moment: StatementMoment): PrintedOutcome {
    if (this.firstOpen === this.runs.length) return nothing;
    const outcome = new OutcomeDraft();
    let counter = this.runs[this.firstOpen - 1]?.counterAfter ?? this.clause.copiesBefore;
    let firstWaiting = this.runs.length;
    for (let at = this.firstOpen; at < this.runs.length; at += 1) {
      const entry = this.runs[at] as ClauseRun;
      const isDue = entry.run.date <= moment.date;
      if (!isDue && at >= this.statedEnd) {
        firstWaiting = Math.min(firstWaiting, at);
        break;
      }
      const isWaiting = !isDue && !entry.stated && !entry.run.alreadyPaid;
      if (isWaiting) firstWaiting = Math.min(firstWaiting, at);
      this.stateRun(entry, { counter, moment, outcome, isWaiting });
      if (!isWaiting) this.statedEnd = Math.max(this.statedEnd, at + 1);
      counter = entry.counterAfter;
    }
    this.firstOpen = firstWaiting;
    return outcome;
  }

  private stateRun(
    entry: ClauseRun,
    at: {
      readonly counter: number;
      readonly moment: StatementMoment;
      readonly outcome: OutcomeDraft;
      readonly isWaiting: boolean;
    },
  ): void {
    const breakdown = breakDownRun(entry.run.accepted, this.clause.excluded);
    entry.counterAfter = at.counter + breakdown.bearing;
    if (!entry.unitPrice || at.isWaiting) return;
    const before = entry.stated;
    if (before && isUnchanged(before.state, { counter: at.counter, accepted: entry.run.accepted })) return;
    const { state, amount } = this.compute(entry.unitPrice, { counterBefore: at.counter, breakdown });
    const named = this.nameOf(entry.run);
    if (before) {
      at.outcome.adjust(named, { before, state, amount });
      entry.stated = { state, amount, origin: before.origin };
      return;
    }
    at.outcome.earn(named, state, amount);
    const { statement, date } = at.moment;
    entry.stated = { state, amount, origin: { statement, date } };
  }

  private compute(unitPrice: UnitPrice, at: Pick<RunState, 'counterBefore' | 'breakdown'>) {
    const { bearing } = at.breakdown;
    const { lines, total } = this.pricing.price(unitPrice, at.counterBefore, bearing);
    const { pool, amount } = this.share(total);
    const state: RunState = {
      ...at,
      counterAfter: at.counterBefore + bearing,
      lines,
      total: total.toString(),
      ...(pool ? { pool } : {}),
      amount: amount.toString(),
    };
    return { state, amount };
  }

  private share(total: Money): { readonly pool?: PoolTrace; readonly amount: Money } {
    const { pool } = this.clause;
    if (!pool) return { amount: total };
    const parts = splitByLargestRemainder(total, pool.shares);
    return {
      pool: {
        shares: pool.shares.map((share) => share.toExactText()),
        parts: parts.map((part) => part.toString()),
        index: pool.index,
      },
      amount: parts[pool.index] as Money,
    };
  }

  private nameOf(run: KnownRun): RunName {
    const { id, edition } = this.clause;
    const clause = this.index;
    return { clause, ...(id === undefined ? {} : { clauseId: id }), edition, run: run.id, date: run.date };
  }

  /** Where a run belongs: after all those of an earlier date, or of its date and entered before it, or itself. */
  private positionAfter(run: KnownRun): number {
    let [low, high] = [0, this.runs.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const other = (this.runs[middle] as ClauseRun).run;
      const comesAfter = other.date > run.date || (other.date === run.date && other.order > run.order);
      if (comesAfter) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

interface RunName {
  readonly clause: number;
  readonly clauseId?: string;
  readonly edition: string;
  readonly run: string;
  readonly date: CalendarDate;
}

class OutcomeDraft implements PrintedOutcome {
  earned = Money.zero;
  adjusted = Money.zero;
  readonly lines: PrintedLine[] = [];
  readonly runs: EarnedRun[] = [];
  readonly adjustments: Adjustment[] = [];

  earn(named: RunName, state: RunState, amount: Money): void {
    this.earned = this.earned.plus(amount);
    const { date: _date, ...name } = named;
    for (const line of state.lines) this.lines.push({ kind: 'printed', ...name, ...line });
    this.runs.push({ kind: 'earnedRun', ...named, ...state });
  }

  /** Nothing to tell where neither the copies nor the amount of any tier has changed. */
  adjust(
    named: RunName,
    change: { readonly before: StatedRun; readonly state: RunState; readonly amount: Money },
  ): void {
    const { before, state } = change;
    const difference = change.amount.minus(before.amount);
    const isCorrected = before.state.breakdown.accepted !== state.breakdown.accepted;
    if (difference.isZero && !isCorrected) return;
    this.adjusted = this.adjusted.plus(difference);
    this.adjustments.push({
      kind: 'adjustment',
      ...named,
      reason: isCorrected ? 'corrected' : 'tiersMoved',
      origin: before.origin,
      before: before.state,
      after: state,
      amount: difference.toString(),
    });
  }
}

function isUnchanged(state: RunState, now: { readonly counter: number; readonly accepted: number }): boolean {
  return state.counterBefore === now.counter && state.breakdown.accepted === now.accepted;
}
