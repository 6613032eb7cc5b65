/**
 * One contract's accounts: what its clauses make due, the advance still to recoup, the balance carried.
 *
 * What people get wrong: an advance is recouped by the royalties of its own contract only (CPI L132-17-1-1), and never
 * beyond what is due; a balance below zero is carried, never claimed back.
 */
import type { CalendarDate } from '../calendar';
import { Money } from '../money';
import type { AuthorBook } from './author-book';
import type { EditionBook } from './edition-book';
import type { ContractFacts } from './facts';
import type { IssuedAdvance, IssuedStatement } from './issued';
import { PrintedLedger } from './printed';
import { ReceiptsLedger } from './receipts';
import { SoldLedger, type SoldMoment } from './sold';
import { StatementDraft } from './statement-draft';

/** A clause's ledger, in the order of the contract. */
export type ClauseBook =
  | { readonly kind: 'printed'; readonly ledger: PrintedLedger }
  | { readonly kind: 'sold'; readonly ledger: SoldLedger; readonly unitPriceOn: (date: CalendarDate) => SoldUnitPrice }
  | { readonly kind: 'receipts'; readonly ledger: ReceiptsLedger };

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
    const settled = this.settle(draft, isFinal);
    const withholding = settled.gross.isPositive ? this.author.pay(settled.gross, request.paymentDate) : undefined;
    this.isTerminated = isFinal;
    return {
      kind: 'statement',
      contract: this.facts.id,
      author: this.facts.author,
      number: draft.number,
      ...request,
      ...settled.amounts,
      net: withholding?.net ?? '0.00',
      outcome: settled.outcome,
      paymentThreshold: this.facts.paymentThreshold.toString(),
      ...draft.details,
      ...(withholding ? { withholding } : {}),
      ...(isFinal ? { writtenOff: this.writeOff().toString() } : {}),
    };
  }

  private stateClauses(request: StatementRequest): StatementDraft {
    this.statements += 1;
    const draft = new StatementDraft(request.date, this.statements);
    const isRunOnly = request.scope === 'printRun';
    for (const clause of this.clauses) {
      if (clause.kind === 'printed') clause.ledger.state(draft);
      else if (isRunOnly) continue;
      else if (clause.kind === 'receipts') clause.ledger.state(draft);
      else {
        clause.ledger.state(draft, {
          statementsBefore: this.soldStatements,
          isFinal: request.scope === 'termination',
          unitPriceNow: () => clause.unitPriceOn(request.date),
        });
      }
    }
    if (!isRunOnly) this.soldStatements += 1;
    return draft;
  }

  /** due = earned + adjustments + carriedIn, less what recoups the advance: paid, or carried. */
  private settle({ earned, adjusted }: StatementDraft, isFinal: boolean) {
    const carriedIn = this.carried;
    const due = earned.plus(adjusted).plus(carriedIn);
    const recouped = Money.min(this.unrecouped, Money.max(Money.zero, due));
    const balance = due.minus(recouped);
    const isBelowThreshold = !isFinal && balance.compare(this.facts.paymentThreshold) < 0;
    const isPaid = balance.isPositive && !isBelowThreshold;
    const outcome: IssuedStatement['outcome'] = isPaid ? 'paid' : balance.isPositive ? 'belowThreshold' : 'nothingDue';
    const gross = isPaid ? balance : Money.zero;
    this.unrecouped = this.unrecouped.minus(recouped);
    this.carried = balance.minus(gross);
    const amounts = {
      earned: earned.toString(),
      adjustments: adjusted.toString(),
      carriedIn: carriedIn.toString(),
      recouped: recouped.toString(),
      unrecouped: this.unrecouped.toString(),
      carriedOut: this.carried.toString(),
      gross: gross.toString(),
    };
    return { gross, outcome, amounts };
  }

  private writeOff(): Money {
    const left = this.unrecouped;
    this.unrecouped = Money.zero;
    return left;
  }
}
