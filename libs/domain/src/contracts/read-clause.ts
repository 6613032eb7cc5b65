/**
 * From a clause as written to a clause that can be computed; what would have to be guessed is refused.
 *
 * The parts of a clause are read one by one, so that a form can show every fault at once (`checkContract`) and an
 * import or the engine can stop at the first (`readClause`).
 */
import { parseCalendarDate } from '../calendar';
import { Money, parseQuantity, Rate, Rational } from '../money';
import { quoted, RuleViolation, within, type RuleCode } from '../rules';
import type { ClauseDraft, ExclusionsDraft, RelaunchDraft } from './drafts';
import { readName, readScope, readTerm } from './read-scope';
import { readTiers } from './read-tiers';
import { royaltyBases, type Clause, type Exclusions, type PoolShare, type ReturnReserve } from './terms';

/** How a part is read: at once, or with its violation kept for a list. */
export type Reader = <T>(read: () => T) => T | undefined;

/**
 * @throws RuleViolation of the first part that can't be computed, with its pointer
 */
export function readClause(draft: ClauseDraft): Clause {
  const clause = readClauseWith(draft, (read) => read());
  return clause as Clause;
}

/** Reads every part through `attempt`; undefined when a part was missing. */
export function readClauseWith(draft: ClauseDraft, attempt: Reader): Clause | undefined {
  const basis = attempt(() => readBasis(draft));
  if (basis === undefined) return undefined;
  attempt(() => refuseForeignMembers(draft));
  const term = attempt(() => readTerm(draft));
  const named = { ...(draft.id === undefined ? {} : { id: draft.id }), edition: draft.edition, ...term };
  const rest = attempt(() => readScope(draft));
  const due = readDue(draft, { basis, attempt });
  return term && rest && due && { ...named, ...rest, ...due };
}

/** The clause without what all bases have. */
type Due<C extends Clause = Clause> = C extends Clause
  ? Omit<C, 'id' | 'edition' | 'from' | 'until' | 'channels' | 'territories'>
  : never;

function readDue(
  draft: ClauseDraft,
  given: { readonly basis: Clause['basis']; readonly attempt: Reader },
): Due | undefined {
  const { basis, attempt } = given;
  if (basis === 'flatFee') return attempt(() => readFlatFee(draft));
  if (basis === 'printed' || basis === 'sold') return readCopiesClause(draft, { basis, attempt });
  const rate = attempt(() => within('/rate', () => Rate.parse(draft.rate as string)));
  if (basis === 'netReceipts') return rate && { basis, rate };
  const right = attempt(() => readName(draft, 'right'));
  const on = attempt(() => readOn(draft));
  return rate && right && on && { basis, rate, on, ...right };
}

function readCopiesClause(
  draft: ClauseDraft,
  { basis, attempt }: { readonly basis: 'printed' | 'sold'; readonly attempt: Reader },
): Due | undefined {
  const tiers = attempt(() => readTiers(draft.tiers));
  const copiesBefore = attempt(() =>
    readCopies(draft.copiesBefore, { at: '/copiesBefore', code: 'copies-before-invalid' }),
  );
  const counter = attempt(() => readName(draft, 'counter'));
  const rest = basis === 'printed' ? readPrintedParts(draft, attempt) : readSoldParts(draft, attempt);
  if (!tiers || copiesBefore === undefined || !counter || !rest) return undefined;
  return { tiers, copiesBefore, ...counter, ...rest };
}

function readPrintedParts(draft: ClauseDraft, attempt: Reader) {
  const excluded = attempt(() => within('/excluded', () => readExclusions(draft.excluded ?? {})));
  const pool = attempt(() => readPool(draft));
  return excluded && { basis: 'printed' as const, excluded, ...(pool ? { pool } : {}) };
}

function readSoldParts(draft: ClauseDraft, attempt: Reader) {
  const returnReserve = attempt(() => within('/returnReserve', () => readReserve(draft.returnReserve)));
  const copiesLeft = attempt(() => readCopiesLeft(draft));
  return { basis: 'sold' as const, ...(returnReserve ? { returnReserve } : {}), ...copiesLeft };
}

/** Without a last day, no copy would ever be left over from before it. */
function readCopiesLeft({ copiesLeft, until }: ClauseDraft): { readonly copiesLeft?: number } {
  if (copiesLeft === undefined) return {};
  const copies = readCopies(copiesLeft, { at: '/copiesLeft', code: 'copies-left-invalid' });
  if (until !== undefined) return { copiesLeft: copies };
  throw new RuleViolation('copies-left-invalid', {
    message: 'Copies are left over only from a basis that ends: give the last day of this clause',
    pointer: '/copiesLeft',
  });
}

function readOn({ on = 'net' }: ClauseDraft): 'net' | 'gross' {
  if (on === 'net' || on === 'gross') return on;
  throw new RuleViolation('clause-malformed', {
    message: `${quoted(on)} is neither "net" (cashed) nor "gross" (before foreign tax)`,
    pointer: '/on',
  });
}

function readFlatFee(draft: ClauseDraft): Due {
  const amount = within('/amount', () => Money.parse(draft.amount as string));
  const dueOn = within('/dueOn', () => parseCalendarDate(draft.dueOn));
  if (amount.isPositive) return { basis: 'flatFee', amount, dueOn };
  throw new RuleViolation('flat-fee-invalid', {
    message: `A flat fee is above zero: ${amount.toString()} is not`,
    pointer: '/amount',
  });
}

function readBasis(draft: ClauseDraft): Clause['basis'] {
  const basis = royaltyBases.find((known) => known === draft.basis);
  if (basis) return basis;
  throw new RuleViolation('clause-malformed', {
    message: `${quoted(draft.basis)} is not a basis: ${royaltyBases.join(', ')}`,
    pointer: '/basis',
  });
}

const membersOfBasis: Readonly<Record<Clause['basis'], readonly (keyof ClauseDraft)[]>> = {
  printed: ['from', 'until', 'counter', 'tiers', 'copiesBefore', 'excluded', 'poolShares', 'poolIndex'],
  sold: ['from', 'until', 'channels', 'territories', 'counter', 'tiers', 'copiesBefore', 'returnReserve', 'copiesLeft'],
  netReceipts: ['from', 'until', 'channels', 'territories', 'rate'],
  thirdParty: ['from', 'until', 'channels', 'territories', 'rate', 'right', 'on'],
  flatFee: ['amount', 'dueOn'],
};

/** A member that the basis does not have would be silently ignored, and somebody paid otherwise than agreed. */
function refuseForeignMembers(draft: ClauseDraft): void {
  const allowed: readonly string[] = ['id', 'edition', 'basis', ...membersOfBasis[draft.basis as Clause['basis']]];
  const foreign = Object.entries(draft).find(([name, value]) => value !== undefined && !allowed.includes(name));
  if (!foreign) return;
  throw new RuleViolation('clause-malformed', {
    message: `A clause on the basis ${draft.basis} has no member ${quoted(foreign[0])}`,
    pointer: `/${foreign[0]}`,
  });
}

function readCopies(value: unknown, where: { readonly at: string; readonly code: RuleCode }): number {
  if (value === undefined) return 0;
  try {
    return parseQuantity(value);
  } catch (error) {
    if (!(error instanceof RuleViolation)) throw error;
    throw new RuleViolation(where.code, { ...error.details, pointer: where.at });
  }
}

function readExclusions(draft: ExclusionsDraft): Exclusions {
  const copies = (name: 'authorCopies' | 'legalDeposit' | 'reviewCopies'): number =>
    readCopies(draft[name], { at: `/${name}`, code: 'exclusion-invalid' });
  return {
    authorCopies: copies('authorCopies'),
    legalDeposit: copies('legalDeposit'),
    reviewCopies: copies('reviewCopies'),
    reviewCopiesPercent: within('/reviewCopiesPercent', () => Rate.parse(draft.reviewCopiesPercent ?? '0')),
  };
}

function readPool({ poolShares, poolIndex }: ClauseDraft): PoolShare | undefined {
  if (poolShares === undefined && poolIndex === undefined) return undefined;
  if (!Array.isArray(poolShares) || poolShares.length === 0) {
    throw new RuleViolation('pool-shares-invalid', { message: 'The pool has no shares', pointer: '/poolShares' });
  }
  const shares = (poolShares as readonly string[]).map((text, index) =>
    within(`/poolShares/${index}`, () => Rational.parse(text)),
  );
  const notPositive = shares.findIndex((share) => !share.isPositive);
  if (notPositive >= 0) {
    throw new RuleViolation('pool-shares-invalid', {
      message: `A share of a pool is above zero: ${poolShares[notPositive]} is not`,
      pointer: `/poolShares/${notPositive}`,
    });
  }
  if (Number.isSafeInteger(poolIndex) && shares[poolIndex as number]) return { shares, index: poolIndex as number };
  throw new RuleViolation('pool-index-invalid', {
    message: `The pool has ${shares.length} shares, and none at index ${String(poolIndex)}`,
    pointer: '/poolIndex',
  });
}

function readReserve(draft: ClauseDraft['returnReserve']): ReturnReserve | undefined {
  if (draft === undefined) return undefined;
  const { relaunch } = draft;
  return {
    percent: within('/percent', () => Rate.parse(draft.percent)),
    maxStatements: readCopies(draft.maxStatements ?? 'nothing', {
      at: '/maxStatements',
      code: 'return-reserve-invalid',
    }),
    ...(relaunch ? { relaunch: within('/relaunch', () => readRelaunch(relaunch)) } : {}),
  };
}

/** One year more, on the copies of the re-launch alone (agreement of 20 December 2022): four quarterly statements at most. */
function readRelaunch(draft: RelaunchDraft): NonNullable<ReturnReserve['relaunch']> {
  const { statements } = draft;
  const from = within('/from', () => parseCalendarDate(draft.from));
  if (Number.isSafeInteger(statements) && statements >= 1 && statements <= 4) return { from, statements };
  throw new RuleViolation('return-reserve-invalid', {
    message: `A re-launch prolongs the reserve by one year, one to four statements: ${quoted(statements)} is not`,
    pointer: '/statements',
  });
}
