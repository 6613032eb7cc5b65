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
  accepted: number;
}

/** A run as last stated; `cents` is this contract's amount. */
interface StatedRun {
  readonly state: RunState;
  readonly cents: bigint;
  readonly origin: Adjustment['origin'];
}

interface ClauseRun {
  readonly run: KnownRun;
  /** Missing for runs already paid, which need no price. */
  readonly unitPrice: UnitPrice | undefined;
  counterAfter: number;
  stated: StatedRun | undefined;
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
    this.pricing = new TierPricing(clause.tiers);
  }

  enter(run: KnownRun, unitPrice: UnitPrice | undefined): void {
    const entry: ClauseRun = { run, unitPrice, counterAfter: 0, stated: undefined };
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
  state(draft: StatementDraft): void {
    let counter = this.runs[this.firstOpen - 1]?.counterAfter ?? this.clause.copiesBefore;
    let firstWaiting = this.runs.length;
    for (let at = this.firstOpen; at < this.runs.length; at += 1) {
      const entry = this.runs[at] as ClauseRun;
      const isLater = entry.run.date > draft.date;
      const isWaiting = isLater && !entry.stated && !entry.run.alreadyPaid;
      if (isWaiting) firstWaiting = Math.min(firstWaiting, at);
      if (isLater && at >= this.statedEnd) {
        firstWaiting = Math.min(firstWaiting, at);
        break;
      }
      this.pass(entry, { counter, draft, isWaiting });
      if (!isWaiting) this.statedEnd = Math.max(this.statedEnd, at + 1);
      counter = entry.counterAfter;
    }
    this.firstOpen = firstWaiting;
  }

  /** Moves the counter over a run, and states it when it is new or has changed. */
  private pass(
    entry: ClauseRun,
    at: { readonly counter: number; readonly draft: StatementDraft; readonly isWaiting: boolean },
  ) {
    const breakdown = breakDownRun(entry.run.accepted, this.clause.excluded);
    entry.counterAfter = at.counter + breakdown.bearing;
    if (!entry.unitPrice || at.isWaiting) return;
    const before = entry.stated;
    if (before && isUnchanged(before.state, { counter: at.counter, accepted: entry.run.accepted })) return;
    const { state, cents } = this.compute(entry.run, entry.unitPrice, { counterBefore: at.counter, breakdown });
    if (before) this.adjust(at.draft, entry.run, { before, state, cents });
    else this.earn(at.draft, entry.run, { state, cents });
    entry.stated = { state, cents, origin: before?.origin ?? at.draft.origin };
  }

  private earn(draft: StatementDraft, run: KnownRun, { state, cents }: Pick<StatedRun, 'state' | 'cents'>): void {
    draft.addLines(state.lines, cents);
    const { id, edition } = this.clause;
    const named = { kind: 'earnedRun', clause: this.index, edition, run: run.id, date: run.date, state } as const;
    draft.addRun(id === undefined ? named : { ...named, clauseId: id });
  }

  /** There is nothing to tell where another run moved the tiers and no amount has changed. */
  private adjust(
    draft: StatementDraft,
    run: KnownRun,
    { before, state, cents }: { readonly before: StatedRun; readonly state: RunState; readonly cents: bigint },
  ): void {
    const difference = cents - before.cents;
    const isCorrected = before.state.breakdown.accepted !== run.accepted;
    if (difference === 0n && !isCorrected) return;
    const { id, edition } = this.clause;
    const adjustment: Adjustment = {
      kind: 'adjustment',
      clause: this.index,
      ...(id === undefined ? {} : { clauseId: id }),
      edition,
      run: run.id,
      date: run.date,
      reason: isCorrected ? 'corrected' : 'tiersMoved',
      origin: before.origin,
      before: before.state,
      after: state,
      amount: centsToText(difference),
    };
    draft.addAdjustment(adjustment, difference);
  }

  private compute(
    run: KnownRun,
    unitPrice: UnitPrice,
    { counterBefore, breakdown }: Pick<RunState, 'counterBefore' | 'breakdown'>,
  ): { readonly state: RunState; readonly cents: bigint } {
    const { bearing } = breakdown;
    const { lines, cents } = this.price(run, unitPrice, { counter: counterBefore, copies: bearing });
    const [line] = lines;
    const total = lines.length === 1 && line ? line.amount : centsToText(cents);
    const known = { breakdown, counterBefore, counterAfter: counterBefore + bearing, lines, total };
    if (!this.clause.pool) return { state: { ...known, amount: total }, cents };
    const { pool, part } = shareOf(Money.ofCents(cents), this.clause.pool);
    return { state: { ...known, pool, amount: part.toString() }, cents: part.cents };
  }

  private price(run: KnownRun, unitPrice: UnitPrice, from: { readonly counter: number; readonly copies: number }) {
    let sum = 0n;
    const lines: PrintedLine[] = [];
    const { id, edition } = this.clause;
    this.pricing.price(unitPrice, from, ({ copies, tier, product, amount }, cents) => {
      sum += cents;
      const line: PrintedLine = {
        kind: 'printed',
        clause: this.index,
        edition,
        run: run.id,
        copies,
        tier,
        unitPrice: unitPrice.trace,
        product,
        amount,
      };
      lines.push(id === undefined ? line : { ...line, clauseId: id });
    });
    return { lines, cents: sum };
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
