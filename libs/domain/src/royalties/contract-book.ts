/**
 * One contract's accounts: what its clauses make due, the advance still to recoup, the balance carried.
 *
 * What people get wrong: an advance is recouped by the royalties of its own contract only (CPI L132-17-1-1), unless an
 * agreement signed apart says otherwise, and never beyond what is due; a balance below zero is carried, never claimed back.
 */
import type { CalendarDate } from '../calendar';
import type { Clause } from '../contracts';
import { Money } from '../money';
import { RuleViolation } from '../rules';
import type { ContractFacts } from './facts';
import { Guarantee } from './guarantee';
import type { IssuedAdvance, IssuedStatement, SetOffTrace, TopUpTrace } from './issued';
import { refuseOtherReach, type ClauseLedger } from './ledger';
import type { PayeesOverTime } from './payees';
import type { SetOffs } from './set-offs';
import { StatementDraft } from './statement-draft';

/** A statement to be made. */
export interface StatementRequest {
  readonly scope: IssuedStatement['scope'];
  readonly run?: string;
  readonly from?: CalendarDate;
  readonly date: CalendarDate;
  readonly paymentDate: CalendarDate;
}

export interface ContractParts {
  readonly payees: PayeesOverTime;
  /** The ledger of each clause; one that clauses share comes for each of them. */
  readonly ledgers: readonly ClauseLedger[];
  readonly setOffs: SetOffs;
}

export class ContractBook {
  isTerminated = false;
  private statements = 0;
  /** Those that counted sales: all but the closings of one run. */
  private soldStatements = 0;
  private unrecouped = Money.zero;
  private carried = Money.zero;
  private recoupedBy: SetOffTrace[] = [];
  private readonly guarantee: Guarantee | undefined;
  private readonly ledgers: readonly ClauseLedger[];
  private readonly clauses: Clause[];

  constructor(
    readonly facts: ContractFacts,
    private readonly parts: ContractParts,
  ) {
    const { guaranteedMinimum, endsOn } = facts;
    this.guarantee = guaranteedMinimum && new Guarantee(guaranteedMinimum, endsOn);
    this.ledgers = [...new Set(parts.ledgers)];
    this.clauses = [...facts.clauses];
  }

  payAdvance(amount: Money, date: CalendarDate): IssuedAdvance {
    const { net, withholding, payees } = this.parts.payees.on(date).pay(amount, date);
    this.unrecouped = this.unrecouped.plus(amount);
    const { id, author } = this.facts;
    const advance = {
      kind: 'advance',
      contract: id,
      author,
      date,
      gross: amount.toString(),
      net,
      withholding,
    } as const;
    return payees ? { ...advance, payees } : advance;
  }

  /** @throws RuleViolation `unknown-clause`, `correction-out-of-reach` */
  correct(at: string | number, terms: Clause): Clause {
    const index = typeof at === 'number' ? at : this.clauses.findIndex(({ id }) => id === at);
    const clause = this.clauses[index];
    if (!clause) {
      throw new RuleViolation('unknown-clause', {
        message: `The contract ${this.facts.id} has no clause ${at}`,
        pointer: '/clause',
        values: { contract: this.facts.id, clause: at },
      });
    }
    refuseOtherReach(clause, terms);
    const corrected = clause.id === undefined ? terms : { ...terms, id: clause.id };
    this.clauses[index] = corrected;
    this.parts.ledgers[index]?.correct(index, corrected);
    return corrected;
  }

  issue(request: StatementRequest): IssuedStatement {
    const isFinal = request.scope === 'termination';
    const draft = this.stateClauses(request);
    const made = draft.earned.plus(draft.adjusted);
    const topUp = this.guarantee?.count(made, request);
    const carriedIn = this.carried;
    const owed = made.plus(carriedIn);
    const due = topUp ? owed.plus(Money.parse(topUp.amount)) : owed;
    const recouped = this.recoup(due);
    const setOff = this.parts.setOffs.recoup(this, { balance: due.minus(recouped), date: request.date });
    const balance = due.minus(recouped).minus(sumOf(setOff));
    const outcome = this.outcomeOf(balance, isFinal);
    const gross = outcome === 'paid' ? balance : Money.zero;
    this.carried = balance.minus(gross);
    const paid = outcome === 'paid' ? this.parts.payees.on(request.date).pay(gross, request.paymentDate) : undefined;
    const unrecouped = this.unrecouped;
    if (isFinal) this.terminate();
    const statement: IssuedStatement = {
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
      net: paid?.net ?? '0.00',
      outcome,
      paymentThreshold: this.facts.paymentThreshold.toString(),
      lines: draft.lines,
      runs: draft.runs,
      adjustmentLines: draft.adjustments,
      soldCounts: draft.soldCounts,
      withholding: paid?.withholding,
      writtenOff: isFinal ? unrecouped.toString() : undefined,
    };
    const { lineAdjustments } = draft;
    const rest = { lineAdjustments, topUp, setOff, recoupedBy: this.takeRecoupedBy(), payees: paid?.payees };
    return withRest(statement, rest);
  }

  /** Gives up part of its advance, which another contract recoups under an agreement. */
  recoupFor(contract: string, { agreement, atMost }: { readonly agreement: string; readonly atMost: Money }): Money {
    const amount = Money.min(this.unrecouped, atMost);
    if (amount.isZero) return amount;
    this.unrecouped = this.unrecouped.minus(amount);
    this.recoupedBy.push({ agreement, contract, amount: amount.toString() });
    return amount;
  }

  private takeRecoupedBy(): readonly SetOffTrace[] | undefined {
    if (this.recoupedBy.length === 0) return undefined;
    const taken = this.recoupedBy;
    this.recoupedBy = [];
    return taken;
  }

  private stateClauses(request: StatementRequest): StatementDraft {
    this.statements += 1;
    const draft = new StatementDraft(request.date, request.from, this.statements);
    const isRunOnly = request.scope === 'printRun';
    const moment = { statementsBefore: this.soldStatements, isFinal: request.scope === 'termination' };
    for (const ledger of this.ledgers) if (!isRunOnly || ledger.isStatedByRun) ledger.addTo(draft, moment);
    if (!isRunOnly) this.soldStatements += 1;
    return draft;
  }

  /** Takes from what is due as much as is left of the advance, and never more than is due. */
  private recoup(due: Money): Money {
    const recouped = Money.min(this.unrecouped, Money.max(Money.zero, due));
    this.unrecouped = this.unrecouped.minus(recouped);
    return recouped;
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

/** What few statements have. */
interface RestOfStatement extends Pick<IssuedStatement, 'lineAdjustments' | 'recoupedBy' | 'payees'> {
  readonly topUp: TopUpTrace | undefined;
  readonly setOff: readonly SetOffTrace[];
}

function withRest(statement: IssuedStatement, rest: RestOfStatement): IssuedStatement {
  const { lineAdjustments, topUp, setOff, recoupedBy, payees } = rest;
  if (!lineAdjustments && !topUp && setOff.length === 0 && !recoupedBy && !payees) return statement;
  return {
    ...statement,
    ...(lineAdjustments ? { lineAdjustments } : {}),
    ...(topUp ? { topUp: topUp.amount, topUpTrace: topUp } : {}),
    ...(setOff.length > 0 ? { setOff } : {}),
    ...(recoupedBy ? { recoupedBy } : {}),
    ...(payees ? { payees } : {}),
  };
}

function sumOf(setOff: readonly SetOffTrace[]): Money {
  return setOff.length === 0 ? Money.zero : Money.sum(setOff.map(({ amount }) => Money.parse(amount)));
}
