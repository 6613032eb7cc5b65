/**
 * Which clause of a contract a sale or an income belongs to.
 *
 * What people get wrong: of two clauses that could take a sale, the one that says more (a channel, a country, a right)
 * takes it, and only that one: no copy is paid twice. Two that say as much are refused when the contract is read.
 */
import type { CalendarDate } from '../calendar';
import { takes, specificityOf, type Clause, type Placed } from '../contracts';

/** First and last day, both included, where there are any. */
export interface Term {
  readonly from?: CalendarDate | undefined;
  readonly until?: CalendarDate | undefined;
}

export function isInForce({ from, until }: Term, date: CalendarDate): boolean {
  return (from === undefined || from <= date) && (until === undefined || date <= until);
}

/** Of the clauses in force that take it, the one that says most. */
export function clauseFor<T extends { readonly clause: Clause }>(
  candidates: readonly T[],
  placed: Placed & { readonly date: CalendarDate },
): T | undefined {
  let found: T | undefined;
  for (const candidate of candidates) {
    const { clause } = candidate;
    if (!isInForce(clause, placed.date) || !takes(clause, placed)) continue;
    if (!found || specificityOf(clause) > specificityOf(found.clause)) found = candidate;
  }
  return found;
}
