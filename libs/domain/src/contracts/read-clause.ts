/**
 * From a clause as written to a clause that can be computed; what would have to be guessed is refused.
 *
 * The parts of a clause are read one by one, so that a form can show every fault at once (`checkContract`) and an
 * import or the engine can stop at the first (`readClause`).
 */
import { parseQuantity, Rate, Rational } from '../money';
import { quoted, RuleViolation, within, type RuleCode } from '../rules';
import type { ClauseDraft, ExclusionsDraft } from './drafts';
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
  const named = { ...(draft.id === undefined ? {} : { id: draft.id }), edition: draft.edition };
  const basis = attempt(() => readBasis(draft));
  if (basis === undefined) return undefined;
  attempt(() => refuseForeignMembers(draft));
  if (basis === 'netReceipts' || basis === 'thirdParty') {
    const rate = attempt(() => within('/rate', () => Rate.parse(draft.rate as string)));
    return rate && { ...named, basis, rate };
  }
  const tiers = attempt(() => readTiers(draft.tiers));
  const copiesBefore = attempt(() =>
    readCopies(draft.copiesBefore, { at: '/copiesBefore', code: 'copies-before-invalid' }),
  );
  const rest = basis === 'printed' ? readPrintedParts(draft, attempt) : readSoldParts(draft, attempt);
  if (!tiers || copiesBefore === undefined || !rest) return undefined;
  return { ...named, tiers, copiesBefore, ...rest };
}

function readPrintedParts(draft: ClauseDraft, attempt: Reader) {
  const excluded = attempt(() => within('/excluded', () => readExclusions(draft.excluded ?? {})));
  const pool = attempt(() => readPool(draft));
  return excluded && { basis: 'printed' as const, excluded, ...(pool ? { pool } : {}) };
}

function readSoldParts(draft: ClauseDraft, attempt: Reader) {
  const returnReserve = attempt(() => within('/returnReserve', () => readReserve(draft.returnReserve)));
  return { basis: 'sold' as const, ...(returnReserve ? { returnReserve } : {}) };
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
  printed: ['tiers', 'copiesBefore', 'excluded', 'poolShares', 'poolIndex'],
  sold: ['tiers', 'copiesBefore', 'returnReserve'],
  netReceipts: ['rate'],
  thirdParty: ['rate'],
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
  return {
    percent: within('/percent', () => Rate.parse(draft.percent)),
    maxStatements: readCopies(draft.maxStatements ?? 'nothing', {
      at: '/maxStatements',
      code: 'return-reserve-invalid',
    }),
  };
}
