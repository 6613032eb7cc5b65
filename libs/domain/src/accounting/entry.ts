/**
 * A balanced entry: what is debited equals what is credited, to the cent.
 *
 * What people get wrong: an amount below zero is not written with a minus, it changes sides; and a line of zero is not
 * written at all.
 */
import { Money } from '../money';
import { assert } from '../rules';
import { isKeptByPerson, type AccountRole } from './accounts';

/** One side of an entry, in euros, above zero. `person` is the contributor's id, where the role is kept by person. */
export interface EntryLine {
  readonly role: AccountRole;
  readonly person?: string;
  readonly side: 'debit' | 'credit';
  readonly amount: Money;
}

/** A line as it is thought of: the amount may be below zero, and then changes sides. */
export interface Posting {
  readonly role: AccountRole;
  readonly person?: string;
  readonly side: EntryLine['side'];
  readonly amount: Money;
}

/** The lines of an entry, without those of zero. @throws Error where the sides differ: a bug of the rule that made it. */
export function balancedEntry(postings: readonly Posting[]): EntryLine[] {
  const lines = postings.filter(({ amount }) => !amount.isZero).map(upright);
  const debit = Money.sum(amountsOf(lines, 'debit'));
  const credit = Money.sum(amountsOf(lines, 'credit'));
  assert(debit.equals(credit), `an entry debits ${debit.toString()} and credits ${credit.toString()}`);
  return lines;
}

/** The same entry the other way round: what takes it back. */
export function reversedEntry(lines: readonly EntryLine[]): EntryLine[] {
  return lines.map((line) => ({ ...line, side: otherSide(line.side) }));
}

/** Lines of one account, person and side as one line, where the first of them stood: one transfer is one line of the bank. */
export function mergedLines(lines: readonly EntryLine[]): EntryLine[] {
  const merged = new Map<string, EntryLine>();
  for (const line of lines) {
    const key = `${line.side} ${line.role} ${line.person ?? ''}`;
    const before = merged.get(key);
    merged.set(key, before ? { ...before, amount: before.amount.plus(line.amount) } : line);
  }
  return [...merged.values()];
}

/** The amounts of one side, in euros. */
export function amountsOf(lines: readonly EntryLine[], side: EntryLine['side']): Money[] {
  return lines.filter((line) => line.side === side).map(({ amount }) => amount);
}

function upright(posting: Posting): EntryLine {
  const { role, person, side, amount } = posting;
  assert(isKeptByPerson(role) === (person !== undefined), `${role} is kept by person, or is not: ${String(person)}`);
  const named = person === undefined ? { role } : { role, person };
  return amount.isNegative ? { ...named, side: otherSide(side), amount: amount.negated() } : { ...named, side, amount };
}

const otherSide = (side: EntryLine['side']): EntryLine['side'] => (side === 'debit' ? 'credit' : 'debit');
