/**
 * A sum agreed once and for all, due on a day of the contract.
 *
 * What people get wrong: a flat fee is no advance. It is earned on its day, whatever is sold, and like all that a contract
 * makes due it first recoups what is left of an advance on the same contract.
 */
import type { FlatFeeClause } from '../contracts';
import { centsToText } from '../money';
import { traceOf } from './clause-trace';
import type { Adjustment, FlatFeeLine } from './issued';
import { isLate, type ClauseLedger } from './ledger';
import type { StatementDraft } from './statement-draft';

export class FlatFeeLedger implements ClauseLedger {
  readonly isStatedByRun = false;
  private stated:
    { readonly origin: Adjustment['origin']; readonly line: FlatFeeLine; readonly cents: bigint } | undefined;

  private version = 1;

  constructor(
    private clause: FlatFeeClause,
    private readonly index: number,
  ) {}

  /** Adds the fee to the first statement on or after its day. */
  addTo(draft: StatementDraft): void {
    if (this.stated) return this.rectify(draft, this.stated);
    if (this.clause.dueOn > draft.date) return;
    const line = this.line(isLate(this.clause.dueOn, draft));
    this.stated = { origin: draft.origin, line, cents: this.clause.amount.cents };
    draft.addLines([line], this.clause.amount.cents);
  }

  correct(_index: number, terms: FlatFeeClause): void {
    this.clause = terms;
    this.version += 1;
  }

  private rectify(draft: StatementDraft, stated: NonNullable<FlatFeeLedger['stated']>): void {
    const difference = this.clause.amount.cents - stated.cents;
    if (difference === 0n) return;
    const after = this.line(stated.line.late === true);
    const { clause, clauseId, edition } = after;
    draft.addLineAdjustment(
      {
        ...{ kind: 'lineAdjustment', clause, clauseId, edition, reason: 'termsCorrected', origin: stated.origin },
        ...{ before: [stated.line], after: [after], amount: centsToText(difference) },
      },
      difference,
    );
    this.stated = { origin: stated.origin, line: after, cents: this.clause.amount.cents };
  }

  private line(isLateOne: boolean): FlatFeeLine {
    const { id, edition, dueOn, amount } = this.clause;
    const line = {
      kind: 'flatFee',
      clause: this.index,
      clauseId: id,
      edition,
      dueOn,
      amount: amount.toString(),
    } as const;
    const terms = traceOf(this.clause, this.version);
    const traced = terms ? { ...line, terms } : line;
    return isLateOne ? { ...traced, late: true } : traced;
  }
}
