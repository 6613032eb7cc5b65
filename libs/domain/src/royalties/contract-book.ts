/**
 * One contract's accounts: what its clauses make due, the advance still to recoup, the balance carried.
 *
 * What people get wrong: an advance is recouped by the royalties of its own contract only (CPI L132-17-1-1), and never
 * beyond what is due; a balance below zero is carried, never claimed back.
 */
import type { CalendarDate } from '../calendar';
import { Money } from '../money';
import type { AuthorBook } from './author-book';
import type { ContractFacts } from './facts';
import type { IssuedAdvance, IssuedStatement } from './issued';
import { FlatFeeLedger } from './flat-fee';
import { PrintedLedger } from './printed';
import { ReceiptsLedger } from './receipts';
import { SoldLedger, type SoldMoment } from './sold';
import { StatementDraft } from './statement-draft';

/** A clause's ledger, in the order of the contract. */
export type ClauseBook =
  | { readonly kind: 'printed'; readonly ledger: PrintedLedger }
  | { readonly kind: 'sold'; readonly ledger: SoldLedger; readonly unitPriceOn: (date: CalendarDate) => SoldUnitPrice }
  | { readonly kind: 'receipts'; readonly ledger: ReceiptsLedger }
  | { readonly kind: 'flatFee'; readonly ledger: FlatFeeLedger };

type SoldUnitPrice = ReturnType<SoldMoment['unitPriceNow']>;

/** A statement to be made. */
export interface StatementRequest {
  readonly scope: IssuedStatement['scope'];
  readonly run?: string;
  readonly from?: CalendarDate;
  readonly date: CalendarDate;
  readonly paymentDate: CalendarDate;
}

export class ContractBook {
  isTerminated = false;
  private statements = 0;
  /** Those that counted sales: all but the closings of one run. */
  private soldStatements = 0;
  private unrecouped = Money.zero;
  private carried = Money.zero;

  constructor(
    readonly facts: ContractFacts,
    private readonly author: AuthorBook,
    private readonly clauses: readonly ClauseBook[],
  ) {}

  payAdvance(amount: Money, date: CalendarDate): IssuedAdvance {
    const withholding = this.author.pay(amount, date);
    this.unrecouped = this.unrecouped.plus(amount);
    const { id, author } = this.facts;
    return { kind: 'advance', contract: id, author, date, gross: amount.toString(), net: withholding.net, withholding };
  }

  issue(request: StatementRequest): IssuedStatement {
    const isFinal = request.scope === 'termination';
    const draft = this.stateClauses(request);
    const carriedIn = this.carried;
    const { recouped, balance } = this.recoup(draft.earned.plus(draft.adjusted).plus(carriedIn));
    const outcome = this.outcomeOf(balance, isFinal);
    const gross = outcome === 'paid' ? balance : Money.zero;
    this.carried = balance.minus(gross);
    const withholding = outcome === 'paid' ? this.author.pay(gross, request.paymentDate) : undefined;
    const unrecouped = this.unrecouped;
    if (isFinal) this.terminate();
    return {
      kind: 'statement',
      contract: this.facts.id,
      author: this.facts.author,
      number: draft.number,
      scope: request.scope,
      run: request.run,
      from: request.from,
      date: request.date,
      paymentDate: request.paymentDate,
      earned: draft.earned.toString(),
      adjustments: draft.adjusted.toString(),
      carriedIn: carriedIn.toString(),
      recouped: recouped.toString(),
      unrecouped: unrecouped.toString(),
      carriedOut: this.carried.toString(),
      gross: gross.toString(),
      net: withholding?.net ?? '0.00',
      outcome,
      paymentThreshold: this.facts.paymentThreshold.toString(),
      lines: draft.lines,
      runs: draft.runs,
      adjustmentLines: draft.adjustments,
      soldCounts: draft.soldCounts,
      withholding,
      writtenOff: isFinal ? unrecouped.toString() : undefined,
    };
  }

  private stateClauses(request: StatementRequest): StatementDraft {
    this.statements += 1;
    const draft = new StatementDraft(request.date, request.from, this.statements);
    const isRunOnly = request.scope === 'printRun';
    for (const clause of this.clauses) {
      if (clause.kind === 'printed') clause.ledger.addTo(draft);
      else if (isRunOnly) continue;
      else if (clause.kind !== 'sold') clause.ledger.addTo(draft);
      else {
        clause.ledger.addTo(draft, {
          statementsBefore: this.soldStatements,
          isFinal: request.scope === 'termination',
          unitPriceNow: () => clause.unitPriceOn(request.date),
        });
      }
    }
    if (!isRunOnly) this.soldStatements += 1;
    return draft;
  }

  /** Takes from what is due as much as is left of the advance, and never more than is due. */
  private recoup(due: Money): { readonly recouped: Money; readonly balance: Money } {
    const recouped = Money.min(this.unrecouped, Money.max(Money.zero, due));
    this.unrecouped = this.unrecouped.minus(recouped);
    return { recouped, balance: due.minus(recouped) };
  }

  /** A final statement pays whatever the threshold held back. */
  private outcomeOf(balance: Money, isFinal: boolean): IssuedStatement['outcome'] {
    if (!balance.isPositive) return 'nothingDue';
    return isFinal || balance.compare(this.facts.paymentThreshold) >= 0 ? 'paid' : 'belowThreshold';
  }

  /** What is left of the advance stays with the author. */
  private terminate(): void {
    this.isTerminated = true;
    this.unrecouped = Money.zero;
  }
}
