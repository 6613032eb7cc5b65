/** A share of money received: net receipts (e-books, mostly) or what third parties paid for a right. */
import type { ReceiptsClause } from '../contracts';
import { centsToText } from '../money';
import { DatedQueue } from './dated-queue';
import type { IncomeEvent } from './facts';
import { stateIncome, type IncomeToState, type StatedIncome } from './income-lines';
import type { Adjustment } from './issued';
import type { ClauseLedger } from './ledger';
import type { StatementDraft } from './statement-draft';

interface LoggedIncome extends Pick<IncomeToState, 'incomes' | 'from'> {
  readonly origin: Adjustment['origin'];
  stated: StatedIncome;
}

export class ReceiptsLedger implements ClauseLedger {
  readonly isStatedByRun = false;
  private readonly waiting = new DatedQueue<IncomeEvent>();
  private readonly log: LoggedIncome[] = [];
  private isStale = false;
  private version = 1;

  constructor(
    public clause: ReceiptsClause,
    private readonly index: number,
  ) {}

  enter(income: IncomeEvent): void {
    this.waiting.add(income);
  }

  correct(_index: number, terms: ReceiptsClause): void {
    this.clause = terms;
    this.version += 1;
    this.isStale = true;
  }

  /** Adds the share of what came in up to the statement's date. */
  addTo(draft: StatementDraft): void {
    if (this.isStale) this.rectify(draft);
    const incomes = this.waiting.takeUntil(draft.date);
    if (incomes.length === 0) return;
    const { from, origin } = draft;
    const stated = this.state({ incomes, from });
    this.log.push({ incomes, from, origin, stated });
    draft.addLines(stated.lines, stated.cents);
  }

  private state(income: Pick<IncomeToState, 'incomes' | 'from'>): StatedIncome {
    return stateIncome({ clause: this.clause, index: this.index, version: this.version, ...income });
  }

  private rectify(draft: StatementDraft): void {
    this.isStale = false;
    for (const logged of this.log) {
      const before = logged.stated;
      logged.stated = this.state(logged);
      const difference = logged.stated.cents - before.cents;
      if (difference === 0n) continue;
      const { id: clauseId, edition } = this.clause;
      const where = { kind: 'lineAdjustment', clause: this.index, clauseId, edition, origin: logged.origin } as const;
      const { lines: after } = logged.stated;
      draft.addLineAdjustment(
        { ...where, reason: 'termsCorrected', before: before.lines, after, amount: centsToText(difference) },
        difference,
      );
    }
  }
}
