/**
 * Royalties on copies printed: due when the run is accepted, whatever is sold, returned or pulped afterwards.
 *
 * What people get wrong: tiers follow the date of the runs, payment follows their entry. When a run is corrected or
 * entered late, every later run of the clause may move to other tiers; what was stated stays stated, and the differences
 * go into the next statement (rule R7). A clause therefore remembers from which run on it must look again.
 */
import type { CalendarDate } from '../calendar';
import type { PrintedClause } from '../contracts';
import { centsToText, Money, splitByLargestRemainder } from '../money';
import { breakDownRun } from '../print-runs';
import { known } from '../rules';
import type { Adjustment, PoolTrace, PrintedLine, RunState } from './issued';
import { TierPricing, type UnitPrice } from './pricing';
import type { StatementDraft } from './statement-draft';

/** A run as entered, shared by all the clauses on its edition; `accepted` follows corrections. */
export interface KnownRun {
  readonly id: string;
  readonly edition: string;
  readonly date: CalendarDate;
  readonly order: number;
  readonly alreadyPaid: boolean;
  /** Its own price, where that was frozen. */
  readonly frozenPrice?: Money | undefined;
  accepted: number;
}

/** A run of this clause, and what was last stated of it: `cents` is this contract's amount. */
interface ClauseRun {
  readonly run: KnownRun;
  /** Missing for runs already paid, which need no price. */
  readonly unitPrice: UnitPrice | undefined;
  counterAfter: number;
  state: RunState | undefined;
  origin: Adjustment['origin'] | undefined;
}

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
    this.pricing = new TierPricing(clause, index);
  }

  enter(run: KnownRun, unitPrice: UnitPrice | undefined): void {
    const entry: ClauseRun = { run, unitPrice, counterAfter: 0, state: undefined, origin: undefined };
    const at = this.positionAfter(run);
    if (at === this.runs.length) this.runs.push(entry);
    else this.runs.splice(at, 0, entry);
    if (at < this.statedEnd) this.statedEnd += 1;
    this.firstOpen = Math.min(this.firstOpen, at);
  }

  /** The run's accepted quantity has changed. */
  reopen(run: KnownRun): void {
    this.firstOpen = Math.min(this.firstOpen, this.positionAfter(run) - 1);
  }

  /** Adds what has become due on the statement's date: new runs, and stated runs that have changed. */
  addTo(draft: StatementDraft): void {
    if (this.firstOpen === this.runs.length) return;
    let counter = this.counterBefore(this.firstOpen);
    let firstWaiting = this.runs.length;
    for (let at = this.firstOpen; at < this.runs.length; at += 1) {
      const entry = this.runs[at] as ClauseRun;
      const isLater = entry.run.date > draft.date;
      const isWaiting = isLater && !entry.state && !entry.run.alreadyPaid;
      const isBeyondStated = isLater && at >= this.statedEnd;
      if (isWaiting || isBeyondStated) firstWaiting = Math.min(firstWaiting, at);
      if (isBeyondStated) break;
      if (!isWaiting) this.statedEnd = Math.max(this.statedEnd, at + 1);
      counter = this.pass(entry, { counter, draft, isWaiting });
    }
    this.firstOpen = firstWaiting;
  }

  private counterBefore(at: number): number {
    return at === 0 ? this.clause.copiesBefore : (this.runs[at - 1] as ClauseRun).counterAfter;
  }

  /** Moves the counter over a run, states it when it is new or has changed, and gives the counter after it. */
  private pass(
    entry: ClauseRun,
    at: { readonly counter: number; readonly draft: StatementDraft; readonly isWaiting: boolean },
  ): number {
    const breakdown = breakDownRun(entry.run.accepted, this.clause.excluded);
    entry.counterAfter = at.counter + breakdown.bearing;
    if (!entry.unitPrice || at.isWaiting) return entry.counterAfter;
    const before = entry.state;
    if (before && isUnchanged(before, { counter: at.counter, accepted: entry.run.accepted })) return entry.counterAfter;
    const { state, cents } = this.compute(entry.run, entry.unitPrice, { counterBefore: at.counter, breakdown });
    entry.state = state;
    entry.origin ??= at.draft.origin;
    if (before)
      this.adjust(at.draft, entry, { before, after: state, difference: cents - Money.parse(before.amount).cents });
    else this.earn(at.draft, entry.run, { state, cents });
    return entry.counterAfter;
  }

  private earn(draft: StatementDraft, run: KnownRun, { state, cents }: { state: RunState; cents: bigint }): void {
    draft.addLines(state.lines, cents);
    const { id, edition } = this.clause;
    const { id: runId, date } = run;
    draft.addRun({ kind: 'earnedRun', clause: this.index, clauseId: id, edition, run: runId, date, state });
  }

  /** There is nothing to tell where another run moved the tiers and no amount has changed. */
  private adjust(
    draft: StatementDraft,
    { run, origin }: ClauseRun,
    { before, after, difference }: { readonly before: RunState; readonly after: RunState; readonly difference: bigint },
  ): void {
    const isCorrected = before.breakdown.accepted !== after.breakdown.accepted;
    if (difference === 0n && !isCorrected) return;
    const { id, edition } = this.clause;
    const adjustment: Adjustment = {
      kind: 'adjustment',
      clause: this.index,
      clauseId: id,
      edition,
      run: run.id,
      date: run.date,
      reason: isCorrected ? 'corrected' : 'tiersMoved',
      origin: known(origin, 'a run is adjusted only after it was stated'),
      before,
      after,
      amount: centsToText(difference),
    };
    draft.addAdjustment(adjustment, difference);
  }

  /** What the run makes due now: `cents` is this contract's amount. */
  private compute(
    run: KnownRun,
    unitPrice: UnitPrice,
    { counterBefore, breakdown }: Pick<RunState, 'counterBefore' | 'breakdown'>,
  ): { readonly state: RunState; readonly cents: bigint } {
    const copies = breakdown.bearing;
    const request = { kind: 'printed', run: run.id, unitPrice, counter: counterBefore, copies } as const;
    const { lines, cents } = this.pricing.price(request);
    const total = lines.length === 1 ? (lines[0] as PrintedLine).amount : centsToText(cents);
    const share = this.clause.pool && shareOf(Money.ofCents(cents), this.clause.pool);
    const state: RunState = {
      breakdown,
      counterBefore,
      counterAfter: counterBefore + copies,
      lines,
      total,
      pool: share?.pool,
      amount: share ? share.part.toString() : total,
    };
    return { state, cents: share ? share.part.cents : cents };
  }

  /** Where a run belongs: after all those of an earlier date, or of its date and entered before it, or itself. */
  private positionAfter(run: KnownRun): number {
    let low = 0;
    let high = this.runs.length;
    const last = high === 0 ? undefined : this.runs[high - 1];
    if (!last || !comesAfter(last.run, run)) return high;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (comesAfter((this.runs[middle] as ClauseRun).run, run)) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

function comesAfter(other: KnownRun, run: KnownRun): boolean {
  return other.date === run.date ? other.order > run.order : other.date > run.date;
}

function shareOf(total: Money, { shares, index }: NonNullable<PrintedClause['pool']>) {
  const parts = splitByLargestRemainder(total, shares);
  const pool: PoolTrace = {
    shares: shares.map((share) => share.toExactText()),
    parts: parts.map((part) => part.toString()),
    index,
  };
  return { pool, part: parts[index] as Money };
}

function isUnchanged(state: RunState, now: { readonly counter: number; readonly accepted: number }): boolean {
  return state.counterBefore === now.counter && state.breakdown.accepted === now.accepted;
}
