/** What all the ledgers of a contract's clauses have in common. */
import type { CalendarDate } from '../calendar';
import type { Clause } from '../contracts';
import { RuleViolation } from '../rules';
import type { StatementDraft } from './statement-draft';

/** A statement as a ledger needs to know it. */
export interface StatementMoment {
  /** How many statements of the contract counted sales before this one. */
  readonly statementsBefore: number;
  readonly isFinal: boolean;
}

/** The accounts of one clause, or of several that count together. */
export interface ClauseLedger {
  /** Whether a statement of one print run states it. */
  readonly isStatedByRun: boolean;
  /** Adds what has become due up to the statement's date, and what has been corrected since it was stated. */
  addTo(draft: StatementDraft, moment: StatementMoment): void;
  /** The clause at this index of the contract had these terms all along. */
  correct(index: number, terms: Clause): void;
}

/** What counts together has a part counted elsewhere: copies sold for printed clauses, and the other way round. */
export interface CompanionCounter {
  /** Copies counted so far. */
  readonly counted: number;
}

const fixed = [
  ...(['basis', 'edition', 'from', 'until', 'channels', 'territories', 'right', 'counter'] as const),
  ...(['copiesBefore', 'copiesLeft', 'dueOn'] as const),
];

/**
 * What a clause applies to is agreed, and changes by amendment; only what it says of the amount can have been recorded
 * wrong.
 * @throws RuleViolation `correction-out-of-reach`
 */
export function refuseOtherReach(clause: Clause, terms: Clause): void {
  const member = fixed.find((name) => textOf(clause, name) !== textOf(terms, name));
  if (member === undefined) return;
  throw new RuleViolation('correction-out-of-reach', {
    message: `A correction changes rates, tiers, shares, exclusions or an amount: for another ${member}, add a clause by amendment`,
    pointer: `/terms/${member}`,
    values: { member },
  });
}

function textOf(clause: Clause, name: (typeof fixed)[number]): string | undefined {
  return JSON.stringify((clause as unknown as Readonly<Record<string, unknown>>)[name]);
}

/** Whether something is dated before the first day of the period stated. */
export function isLate(date: CalendarDate, { from }: { readonly from: CalendarDate | undefined }): boolean {
  return from !== undefined && date < from;
}
