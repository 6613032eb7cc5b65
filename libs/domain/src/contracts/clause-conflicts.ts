/**
 * Clauses of one contract that contradict each other: days on which two of them would pay the same copy, days on which
 * none would, counters that count a copy twice.
 *
 * What people get wrong: an amended clause has to begin on the day after the one before has ended. A day between them is
 * a print run that nobody is paid for.
 */
import { addDays } from '../calendar';
import type { RuleCode } from '../rules';
import { limitsMeet, specificityOf } from './scope';
import type { Clause } from './terms';

export interface ClauseConflict {
  readonly code: RuleCode;
  /** Of the clause to change. */
  readonly index: number;
  /** The member to change. */
  readonly member: 'from' | 'counter';
  readonly message: string;
  readonly values: Readonly<Record<string, string | number>>;
}

interface Numbered {
  readonly clause: Clause;
  readonly index: number;
}

/** Every conflict, in the order of the clauses. Clauses that name neither dates nor limits nor a counter have none. */
export function clauseConflicts(clauses: readonly Clause[]): ClauseConflict[] {
  if (!clauses.some(isLimited)) return [];
  const numbered = clauses.map((clause, index) => ({ clause, index }));
  const conflicts = numbered.flatMap((later) =>
    numbered.slice(0, later.index).flatMap((earlier) => conflictOf(earlier, later)),
  );
  return [...conflicts, ...gaps(numbered)].sort((a, b) => a.index - b.index);
}

/** Whether a clause says anything of when, of what, or of how it counts. */
export function isLimited(clause: Clause): boolean {
  const { from, until } = clause;
  const counter = 'counter' in clause ? clause.counter : undefined;
  return from !== undefined || until !== undefined || counter !== undefined || specificityOf(clause) > 0;
}

function conflictOf(earlier: Numbered, later: Numbered): ClauseConflict[] {
  const [one, other] = [earlier.clause, later.clause];
  if (one.edition !== other.edition || !datesMeet(one, other)) return [];
  const at = { index: later.index, values: { first: earlier.index + 1 } };
  if (sharesCounter(one, other) && one.basis === other.basis && limitsMeet(one, other) && one.basis === 'printed') {
    const message = `This clause counts the copies that clause ${earlier.index + 1} counts with the same counter: give it another counter`;
    return [{ code: 'counter-mixed', member: 'counter', message, ...at }];
  }
  if (!payTwice(one, other)) return [];
  const message = `This clause and clause ${earlier.index + 1} would pay the same copies or income on the same days: end one before the other begins, or name their channels or territories`;
  return [{ code: 'clauses-overlap', member: 'from', message, ...at }];
}

function datesMeet(one: Clause, other: Clause): boolean {
  const startsBefore = (a: Clause, b: Clause): boolean =>
    a.from === undefined || b.until === undefined || a.from <= b.until;
  return startsBefore(one, other) && startsBefore(other, one);
}

function sharesCounter(one: Clause, other: Clause): boolean {
  return 'counter' in one && 'counter' in other && one.counter !== undefined && one.counter === other.counter;
}

/** Two shares of one pool are two parts of one payment; two clauses without any limit are what the contract says. */
function payTwice(one: Clause, other: Clause): boolean {
  if (!isLimited(one) && !isLimited(other)) return false;
  if (familyOf(one) !== familyOf(other) || one.basis === 'flatFee') return false;
  if (one.basis !== other.basis) return specificityOf(one) === 0 && specificityOf(other) === 0 && isDated(one, other);
  if (poolIndexOf(one) !== poolIndexOf(other)) return false;
  return specificityOf(one) === specificityOf(other) && limitsMeet(one, other);
}

/** Printed and sold copies are the same copies. */
function familyOf({ basis }: Clause): string {
  return basis === 'printed' || basis === 'sold' ? 'copies' : basis;
}

function isDated(...clauses: readonly Clause[]): boolean {
  return clauses.some(({ from, until }) => from !== undefined || until !== undefined);
}

function poolIndexOf(clause: Clause): number | undefined {
  return clause.basis === 'printed' ? clause.pool?.index : undefined;
}

function gaps(numbered: readonly Numbered[]): ClauseConflict[] {
  const general = numbered.filter(({ clause }) => clause.basis !== 'flatFee' && specificityOf(clause) === 0);
  const chains = new Map<string, Numbered[]>();
  for (const one of general) {
    const { clause } = one;
    const key = JSON.stringify([clause.edition, familyOf(clause), poolIndexOf(clause) ?? null]);
    chains.set(key, [...(chains.get(key) ?? []), one]);
  }
  return [...chains.values()].flatMap(gapsOf);
}

function gapsOf(chain: readonly Numbered[]): ClauseConflict[] {
  const byStart = [...chain].sort((a, b) => ((a.clause.from ?? '') < (b.clause.from ?? '') ? -1 : 1));
  return byStart.flatMap(({ clause: { until } }, at) => {
    const next = byStart[at + 1];
    const start = next?.clause.from;
    if (!next || until === undefined || start === undefined || addDays(until, 1) >= start) return [];
    const [from, to] = [addDays(until, 1), addDays(start, -1)];
    const message = `No clause is in force from ${from} to ${to}: let this clause begin on ${from}, or extend the one before`;
    return [{ code: 'clauses-gap', index: next.index, member: 'from', message, values: { from, until: to } }];
  });
}
