/**
 * What keeps a contract from being computed, and what it merely lacks.
 *
 * What people get wrong: an old contract without a minimum first run is incomplete (CPI L132-10) but can be computed, so
 * that is a warning; tiers without an open end read well and can't be computed, so that is a refusal.
 */
import { parseCalendarDate } from '../calendar';
import { Money } from '../money';
import { RuleViolation, within, type RuleCode } from '../rules';
import type { ClauseDraft, ContractDraft } from './drafts';
import { clauseConflicts } from './clause-conflicts';
import { readClauseWith } from './read-clause';
import { readPayees } from './read-payees';
import type { Clause, ContractTerms } from './terms';
import { warningsOf, type ContractWarning } from './warnings';

/** A reason why the contract can't be computed without guessing. */
export interface ContractRefusal {
  readonly code: RuleCode;
  /** JSON pointer into the draft. */
  readonly pointer: string;
  readonly message: string;
  readonly values?: Readonly<Record<string, string | number>>;
}

export interface ContractCheck {
  readonly refusals: readonly ContractRefusal[];
  readonly warnings: readonly ContractWarning[];
  /** There when nothing was refused. */
  readonly terms?: ContractTerms;
}

/** Every fault of a contract at once, with the terms to compute with when there is none. */
export function checkContract(draft: ContractDraft): ContractCheck {
  const refusals: ContractRefusal[] = [];
  const attempt = <T>(read: () => T): T | undefined => collect(refusals, read);
  attempt(() => refuseNoClauses(draft));
  const clauses = draft.clauses.map((clause, index) =>
    readClauseWith(clause, (read) => attempt(() => within(`/clauses/${index}`, read))),
  );
  draft.clauses.forEach((clause, index) => attempt(() => refuseDuplicate(draft.clauses, { clause, index })));
  if (refusals.length === 0) refusals.push(...conflictsOf(clauses as readonly Clause[]));
  const money = readMoney(draft, attempt);
  const dates = readDates(draft, attempt);
  const { payees: drafted } = draft;
  const payees = drafted && attempt(() => readPayees(drafted));
  const paid = payees && payees.length > 0 ? { payees } : {};
  const terms = { clauses: clauses.filter((clause): clause is Clause => !!clause), ...money, ...dates, ...paid };
  return { refusals, warnings: warningsOf(draft), ...(refusals.length === 0 ? { terms } : {}) };
}

type Attempt = <T>(read: () => T) => T | undefined;

function collect<T>(refusals: ContractRefusal[], read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof RuleViolation)) throw error;
    const { message, pointer = '', values } = error.details;
    refusals.push({ code: error.code, pointer, message, ...(values ? { values } : {}) });
    return undefined;
  }
}

function refuseNoClauses(draft: ContractDraft): void {
  if (draft.clauses.length > 0) return;
  throw new RuleViolation('clauses-missing', {
    message: 'The contract says nothing about royalties: it has no clause',
    pointer: '/clauses',
  });
}

function conflictsOf(clauses: readonly Clause[]): ContractRefusal[] {
  return clauseConflicts(clauses).map(({ code, index, member, message, values }) => {
    return { code, pointer: `/clauses/${index}/${member}`, message, values };
  });
}

/** Two shares of one pool may be one person's; two clauses on one basis and edition would pay the same copies twice. */
const limitingMembers = [
  ...(['edition', 'basis', 'poolIndex', 'from', 'until', 'channels', 'territories', 'right'] as const),
  ...(['amount', 'dueOn'] as const),
];

function refuseDuplicate(
  clauses: readonly ClauseDraft[],
  { clause, index }: { readonly clause: ClauseDraft; readonly index: number },
): void {
  const isSame = (other: ClauseDraft): boolean =>
    limitingMembers.every((name) => JSON.stringify(other[name]) === JSON.stringify(clause[name]));
  const first = clauses.findIndex(isSame);
  if (first === index) return;
  throw new RuleViolation('clause-duplicated', {
    message: `This clause has the edition and the basis of clause ${first + 1}: the same copies would be paid twice`,
    pointer: `/clauses/${index}`,
    values: { first: first + 1 },
  });
}

function readMoney(draft: ContractDraft, attempt: Attempt) {
  const paymentThreshold = attempt(() =>
    readAmount(draft.paymentThreshold ?? '0', { at: '/paymentThreshold', code: 'threshold-negative' }),
  );
  const advances = (draft.advances ?? []).map((advance, index) =>
    attempt(() => readAdvance(advance.amount, `/advances/${index}/amount`)),
  );
  const { guaranteedMinimum, minimumFirstRun } = draft;
  return {
    paymentThreshold: paymentThreshold ?? Money.zero,
    advances: advances.filter((advance) => advance !== undefined),
    ...(minimumFirstRun === undefined ? {} : { minimumFirstRun }),
    ...(guaranteedMinimum === undefined
      ? {}
      : {
          guaranteedMinimum: attempt(() =>
            readAmount(guaranteedMinimum, { at: '/guaranteedMinimum', code: 'guaranteed-minimum-invalid' }),
          ),
        }),
  };
}

function readAmount(text: string, where: { readonly at: string; readonly code: RuleCode }): Money {
  const amount = within(where.at, () => Money.parse(text));
  if (!amount.isNegative) return amount;
  throw new RuleViolation(where.code, { message: `${text} is below zero`, pointer: where.at, values: { given: text } });
}

function readAdvance(text: string, pointer: string): Money {
  const amount = within(pointer, () => Money.parse(text));
  if (amount.isPositive) return amount;
  throw new RuleViolation('advance-not-positive', { message: `An advance is above zero: ${text} is not`, pointer });
}

function readDates(draft: ContractDraft, attempt: Attempt) {
  const read = (name: 'signedOn' | 'startsOn' | 'endsOn') => {
    const text = draft[name];
    const date = text === undefined ? undefined : attempt(() => within(`/${name}`, () => parseCalendarDate(text)));
    return date === undefined ? {} : { [name]: date };
  };
  const dates: { signedOn?: string; startsOn?: string; endsOn?: string } = {
    ...read('signedOn'),
    ...read('startsOn'),
    ...read('endsOn'),
  };
  attempt(() => refuseInverted(dates.startsOn, dates.endsOn));
  return dates;
}

function refuseInverted(from: string | undefined, to: string | undefined): void {
  if (from === undefined || to === undefined || from <= to) return;
  throw new RuleViolation('dates-inverted', {
    message: `The contract ends (${to}) before it begins (${from})`,
    pointer: '/endsOn',
    values: { from, to },
  });
}
