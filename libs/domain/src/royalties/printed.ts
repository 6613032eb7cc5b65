/**
 * Royalties on copies printed: due when the run is accepted, whatever is sold, returned or pulped afterwards.
 *
 * What people get wrong: tiers follow the date of the runs, payment follows their entry. When a run is corrected or
 * entered late, every later run of the clause may move to other tiers; what was stated stays stated, and the differences
 * go into the next statement (rule R7). A ledger therefore remembers from which run on it must look again.
 */
import type { CalendarDate } from '../calendar';
import type { PrintedClause } from '../contracts';
import { centsToText, Money } from '../money';
import { breakDownRun } from '../print-runs';
import { known } from '../rules';
import type { Adjustment, RunState } from './issued';
import { isLate, type ClauseLedger, type CompanionCounter } from './ledger';
import { TierPricing, type UnitPrice } from './pricing';
import { stateRun } from './run-state';
import type { StatementDraft } from './statement-draft';

/** A run as entered, shared by all the clauses on its edition; quantity and price follow corrections. */
export interface KnownRun {
  readonly id: string;
  readonly edition: string;
  readonly date: CalendarDate;
  readonly order: number;
  readonly alreadyPaid: boolean;
  /** Its own price, where that was frozen. */
  frozenPrice?: Money | undefined;
  accepted: number;
}

/** A clause of a ledger: one alone, or several with one counter. */
export interface PrintedMember {
  clause: PrintedClause;
  readonly index: number;
  pricing: TierPricing;
}

/** A run of this ledger, and what was last stated of it. */
interface ClauseRun {
  readonly run: KnownRun;
  readonly member: PrintedMember;
  /** Missing for runs already paid, and where an amount is due per copy. */
  unitPrice: UnitPrice | undefined;
  counterAfter: number;
  state: RunState | undefined;
  origin: Adjustment['origin'] | undefined;
}

type Staleness = 'priceCorrected' | 'termsCorrected';

const none: readonly never[] = [];

export class PrintedLedger implements ClauseLedger {
  get isStatedByRun(): boolean {
    return true;
  }

  /** Most ledgers have one. */
  private members: readonly PrintedMember[] = none;
  private readonly runs: ClauseRun[] = [];
  private copiesBefore = 0;
  /** Runs before this index are stated and unchanged. */
  private firstOpen = 0;
  /** Index after the last run that was stated. */
  private statedEnd = 0;
  /** What was corrected since runs were stated, besides copies. */
  private stale: Map<ClauseRun, Staleness> | undefined;
  /** Copies that clauses on the sold basis, with the same counter, had counted when a run was stated. */
  private soldBefore: Map<ClauseRun, number> | undefined;
  /** Copies sold, where they count with the same counter. */
  companion: CompanionCounter | undefined;

  add(clause: PrintedClause, index: number): PrintedMember {
    const member = { clause, index, pricing: new TierPricing(clause, index, 1) };
    this.members = [...this.members, member];
    this.copiesBefore += clause.copiesBefore;
    return member;
  }

  enter(run: KnownRun, member: PrintedMember, unitPrice: UnitPrice | undefined): void {
    const entry: ClauseRun = {
      run,
      member,
      unitPrice,
      counterAfter: 0,
      state: undefined,
      origin: undefined,
    };
    const at = this.positionAfter(run);
    if (at === this.runs.length) this.runs.push(entry);
    else this.runs.splice(at, 0, entry);
    if (at < this.statedEnd) {
      this.statedEnd += 1;
      this.countSoldBefore(entry, this.soldBefore?.get(this.runs[at + 1] as ClauseRun));
    }
    this.firstOpen = Math.min(this.firstOpen, at);
  }

  /** The run's accepted quantity has changed. */
  reopen(run: KnownRun): void {
    this.firstOpen = Math.min(this.firstOpen, this.positionAfter(run) - 1);
  }

  /** The runs of one of its clauses. */
  runsOf(member: PrintedMember): KnownRun[] {
    return this.runs.filter((entry) => entry.member === member).map(({ run }) => run);
  }

  /** The run's price has changed. */
  reprice(run: KnownRun, unitPrice: UnitPrice | undefined): void {
    const entry = this.runs[this.positionAfter(run) - 1];
    if (entry?.run !== run || entry.unitPrice === unitPrice) return;
    entry.unitPrice = unitPrice;
    this.stale ??= new Map();
    if (!this.stale.has(entry)) this.stale.set(entry, 'priceCorrected');
    this.reopen(run);
  }

  correct(index: number, clause: PrintedClause): void {
    const member = known(
      this.members.find((candidate) => candidate.index === index),
      'a clause is in its own ledger',
    );
    member.clause = clause;
    member.pricing = member.pricing.corrected(clause);
    this.stale ??= new Map();
    for (const entry of this.runs) if (entry.member === member) this.stale.set(entry, 'termsCorrected');
    const first = this.runs.findIndex((entry) => entry.member === member);
    if (first >= 0) this.firstOpen = Math.min(this.firstOpen, first);
  }

  /** Copies of runs stated or paid before, which clauses on the sold basis with the same counter go on from. */
  get counted(): number {
    if (this.statedEnd === 0) return 0;
    return (this.runs[this.statedEnd - 1] as ClauseRun).counterAfter - this.copiesBefore;
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
      if (!isWaiting && at >= this.statedEnd) {
        this.statedEnd = at + 1;
        this.countSoldBefore(entry, this.companion?.counted);
      }
      counter = isWaiting ? this.leave(entry, counter) : this.pass(entry, counter, draft);
    }
    this.firstOpen = firstWaiting;
  }

  private countSoldBefore(entry: ClauseRun, copies: number | undefined): void {
    if (copies) (this.soldBefore ??= new Map()).set(entry, copies);
  }

  /** Of this ledger's own copies; those sold come on top. */
  private counterBefore(at: number): number {
    return at === 0 ? this.copiesBefore : (this.runs[at - 1] as ClauseRun).counterAfter;
  }

  /** Moves the counter over a run that is not due yet. */
  private leave(entry: ClauseRun, counter: number): number {
    entry.counterAfter = counter + breakDownRun(entry.run.accepted, entry.member.clause.excluded).bearing;
    return entry.counterAfter;
  }

  /** Moves the counter over a run, states it when it is new or has changed, and gives the counter after it. */
  private pass(entry: ClauseRun, counter: number, draft: StatementDraft): number {
    const { run, member, state: before } = entry;
    const breakdown = breakDownRun(run.accepted, member.clause.excluded);
    entry.counterAfter = counter + breakdown.bearing;
    if (run.alreadyPaid) return entry.counterAfter;
    const counterBefore = this.soldBefore ? counter + (this.soldBefore.get(entry) ?? 0) : counter;
    if (before && !this.stale?.has(entry) && isUnchanged(before, { counter: counterBefore, accepted: run.accepted }))
      return entry.counterAfter;
    const { state, cents } = stateRun(member, { run: run.id, unitPrice: entry.unitPrice, counterBefore, breakdown });
    entry.state = state;
    entry.origin ??= draft.origin;
    if (before)
      this.adjust(draft, entry, { before, after: state, difference: cents - Money.parse(before.amount).cents });
    else this.earn(draft, entry, { state, cents });
    this.stale?.delete(entry);
    return entry.counterAfter;
  }

  private earn(
    draft: StatementDraft,
    { run, member }: ClauseRun,
    { state, cents }: { readonly state: RunState; readonly cents: bigint },
  ): void {
    draft.addLines(state.lines, cents);
    const { id: clauseId, edition } = member.clause;
    const { id, date } = run;
    const earned = { kind: 'earnedRun', clause: member.index, clauseId, edition, run: id, date, state } as const;
    draft.addRun(isLate(date, draft) ? { ...earned, late: true } : earned);
  }

  /** There is nothing to tell where another run moved the tiers, or a correction changed no amount. */
  private adjust(
    draft: StatementDraft,
    entry: ClauseRun,
    { before, after, difference }: { readonly before: RunState; readonly after: RunState; readonly difference: bigint },
  ): void {
    const { run, member, origin } = entry;
    const isCorrected = before.breakdown.accepted !== after.breakdown.accepted;
    if (difference === 0n && !isCorrected) return;
    const { id, edition } = member.clause;
    const adjustment: Adjustment = {
      kind: 'adjustment',
      clause: member.index,
      clauseId: id,
      edition,
      run: run.id,
      date: run.date,
      reason: isCorrected ? 'corrected' : (this.stale?.get(entry) ?? 'tiersMoved'),
      origin: known(origin, 'a run is adjusted only after it was stated'),
      before,
      after,
      amount: centsToText(difference),
    };
    draft.addAdjustment(adjustment, difference);
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

function isUnchanged(state: RunState, now: { readonly counter: number; readonly accepted: number }): boolean {
  return state.counterBefore === now.counter && state.breakdown.accepted === now.accepted;
}
