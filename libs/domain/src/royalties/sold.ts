/**
 * Royalties on copies sold, less returns, less a reserve for returns to come.
 *
 * What people get wrong: a late sale is no correction. It counts when it is entered, as earned; only a price or a clause
 * that was recorded wrong changes what closed statements should have said, and is rectified statement by statement.
 */
import type { CalendarDate } from '../calendar';
import { paysPerCopy, type SoldClause } from '../contracts';
import { centsToText } from '../money';
import { known } from '../rules';
import type { LineAdjustment } from './issued';
import type { ClauseLedger, CompanionCounter, StatementMoment } from './ledger';
import { TierPricing } from './pricing';
import type { CopiesMoved } from './sales-source';
import { isInForce } from './scope';
import { stateSales, type SalesToState, type SoldMember, type StatedSales } from './sold-statement';
import type { StatementDraft } from './statement-draft';

interface LoggedSales {
  readonly member: SoldMember;
  readonly sales: SalesToState;
  /** Copies printed that were counted with the same counter. */
  readonly printed: number;
  stated: StatedSales;
}

export class SoldLedger implements ClauseLedger {
  readonly isStatedByRun = false;
  private readonly members: SoldMember[] = [];
  private readonly log: LoggedSales[] = [];
  private readonly dates: CalendarDate[] = [];
  private copiesBefore = 0;
  /** Of this ledger's own copies, net, since the first statement. */
  counted = 0;
  private stale: LineAdjustment['reason'] | undefined;
  /** Copies printed, where they count with the same counter. */
  companion: CompanionCounter | undefined;

  add(clause: SoldClause, index: number, from: Pick<SoldMember, 'source' | 'unitPriceOn' | 'copiesLeft'>): SoldMember {
    const pricing = new TierPricing(clause, index, 1);
    const { source, unitPriceOn, copiesLeft } = from;
    const member: SoldMember = {
      ...{ clause, index, pricing, source, copiesLeft, unitPriceOn },
      ...{ reserve: undefined, hasSold: false },
    };
    this.members.push(member);
    this.copiesBefore += clause.copiesBefore;
    return member;
  }

  /** Tells at once where a price is missing, and not only when it is stated. @throws RuleViolation `no-price-on-date` */
  static enter(members: readonly SoldMember[], moved: CopiesMoved): void {
    for (const { clause, copiesLeft, unitPriceOn } of members) {
      const mayTake = isInForce(clause, moved.date) || copiesLeft !== undefined;
      if (mayTake && !paysPerCopy(clause)) unitPriceOn(moved.date);
    }
    members[0]?.source.add(moved);
  }

  correct(index: number, clause: SoldClause): void {
    const member = known(
      this.members.find((candidate) => candidate.index === index),
      'a clause is in its own ledger',
    );
    member.clause = clause;
    member.pricing = member.pricing.corrected(clause);
    this.stale = 'termsCorrected';
  }

  /** Prices of the edition have changed. */
  reprice(): void {
    this.stale ??= 'priceCorrected';
  }

  /** Adds what was sold and returned up to the statement's date, with the reserves held and released. */
  addTo(draft: StatementDraft, moment: StatementMoment): void {
    if (this.stale) this.rectify(draft, this.stale);
    this.dates.push(draft.date);
    for (const member of this.members) this.state(member, draft, moment);
  }

  private state(member: SoldMember, draft: StatementDraft, moment: StatementMoment): void {
    const moves = member.source.takeUntil(draft.date);
    const isSilent = moves.length === 0 && !member.reserve;
    if (isSilent && !member.hasSold) return;
    member.hasSold = true;
    const printed = this.companion?.counted ?? 0;
    const { date, from, origin } = draft;
    const counter = this.copiesBefore + this.counted + printed;
    const { dates } = this;
    const at = { dates, index: dates.length - 1 };
    const sales: SalesToState = { ...moment, ...at, date, from, origin, moves, counter };
    const stated = stateSales(member, sales);
    this.counted += stated.count.counterAfter - counter;
    this.log.push({ member, sales, printed, stated });
    if (isSilent) return;
    draft.addLines(stated.lines, stated.cents);
    const copiesLeft = member.copiesLeft?.state();
    draft.addSoldCount(copiesLeft ? { ...stated.count, copiesLeft } : stated.count);
  }

  /** Counts every closed statement again as it should have been, and adds the differences, one a statement and clause. */
  private rectify(draft: StatementDraft, reason: LineAdjustment['reason']): void {
    this.stale = undefined;
    this.counted = 0;
    for (const member of this.members) member.reserve = undefined;
    for (const logged of this.log) {
      const before = logged.stated;
      const counter = this.copiesBefore + this.counted + logged.printed;
      logged.stated = stateSales(logged.member, { ...logged.sales, counter });
      this.counted += logged.stated.count.counterAfter - counter;
      addDifference(draft, logged, { before, reason });
    }
  }
}

function addDifference(
  draft: StatementDraft,
  { member, sales, stated }: LoggedSales,
  { before, reason }: { readonly before: StatedSales; readonly reason: LineAdjustment['reason'] },
): void {
  const difference = stated.cents - before.cents;
  if (difference === 0n) return;
  const { id: clauseId, edition } = member.clause;
  draft.addLineAdjustment(
    {
      ...{ kind: 'lineAdjustment', clause: member.index, clauseId, edition, reason, origin: sales.origin },
      ...{ before: before.lines, after: stated.lines, amount: centsToText(difference) },
    },
    difference,
  );
}
