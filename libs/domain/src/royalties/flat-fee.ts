/**
 * A sum agreed once and for all, due on a day of the contract.
 *
 * What people get wrong: a flat fee is no advance. It is earned on its day, whatever is sold, and like all that a contract
 * makes due it first recoups what is left of an advance on the same contract.
 */
import type { CalendarDate } from '../calendar';
import type { FlatFeeClause } from '../contracts';
import type { FlatFeeLine } from './issued';
import type { StatementDraft } from './statement-draft';

export class FlatFeeLedger {
  private isStated = false;

  constructor(
    private readonly clause: FlatFeeClause,
    private readonly index: number,
  ) {}

  /** Adds the fee to the first statement on or after its day. */
  addTo(draft: StatementDraft): void {
    const { id, edition, dueOn, amount } = this.clause;
    if (this.isStated || dueOn > draft.date) return;
    this.isStated = true;
    const late: { readonly late?: true } = isLate(dueOn, draft) ? { late: true } : {};
    const line: FlatFeeLine = {
      kind: 'flatFee',
      clause: this.index,
      clauseId: id,
      edition,
      dueOn,
      amount: amount.toString(),
      ...late,
    };
    draft.addLines([line], amount.cents);
  }
}

/** Whether something is dated before the first day of the period stated. */
export function isLate(date: CalendarDate, { from }: Pick<StatementDraft, 'from'>): boolean {
  return from !== undefined && date < from;
}
