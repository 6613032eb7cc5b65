import { applyEach, disabled, required, schema, type SchemaPath } from '@angular/forms/signals';
import type { ContractInput, ContractResponse } from '@colophon/api-client';
import { countryNamed } from '@colophon/domain/identifiers';
import { check, orEmpty, orNull, percentage } from '../platform/forms';
import { hasTiers, type ClauseBasis } from './contract';

export interface TierDraft {
  upTo: number | null;
  rate: string;
  amountPerCopy: string;
}

/** A clause while it is typed: what each basis may say, of which only its own part is sent. */
export interface ClauseDraft {
  id: number | null;
  /** As a select holds it; empty until one is chosen. */
  editionId: string;
  basis: ClauseBasis;
  from: string;
  until: string;
  channels: string[];
  /** Countries as people write them, with commas. */
  territories: string;
  counter: string;
  /** Tiers of a percent of the price, or of euros a copy. */
  tierKind: 'rate' | 'amountPerCopy';
  tiers: TierDraft[];
  copiesBefore: number | null;
  excluded: {
    authorCopies: number | null;
    legalDeposit: number | null;
    reviewCopies: number | null;
    reviewCopiesPercent: string;
  };
  isShared: boolean;
  poolShares: string[];
  /** As a select holds it. */
  poolIndex: string;
  hasReserve: boolean;
  returnReserve: {
    percent: string;
    maxStatements: number | null;
    relaunch: { from: string; statements: number | null };
  };
  copiesLeft: number | null;
  rate: string;
  right: string;
  on: '' | 'net' | 'gross';
  amount: string;
  dueOn: string;
  isUsed: boolean;
}

export const blankTier = (): TierDraft => ({ upTo: null, rate: '', amountPerCopy: '' });

export const blankClause = (editionId = ''): ClauseDraft => ({
  id: null,
  editionId,
  basis: 'printed',
  ...{ from: '', until: '', channels: [], territories: '', counter: '' },
  tierKind: 'rate',
  tiers: [blankTier()],
  copiesBefore: null,
  excluded: { authorCopies: null, legalDeposit: null, reviewCopies: null, reviewCopiesPercent: '' },
  isShared: false,
  poolShares: ['50', '50'],
  poolIndex: '0',
  hasReserve: false,
  returnReserve: { percent: '', maxStatements: 2, relaunch: { from: '', statements: 1 } },
  ...{ copiesLeft: null, rate: '', right: '', on: '', amount: '', dueOn: '' },
  isUsed: false,
});

type Stored = ContractResponse['clauses'][number];

export function clauseDraftOf(clause: Stored): ClauseDraft {
  const blank = blankClause(String(clause.editionId));
  return {
    ...blank,
    id: clause.id,
    basis: clause.basis,
    ...termsOf(clause, blank),
    ...scopeOf(clause),
    copiesBefore: clause.copiesBefore || null,
    excluded: exclusionsOf(clause.excluded),
    isShared: !!clause.poolShares,
    poolShares: clause.poolShares ? [...clause.poolShares] : blank.poolShares,
    poolIndex: String(clause.poolIndex ?? 0),
    isUsed: clause.isUsed,
  };
}

function termsOf(clause: Stored, blank: ClauseDraft) {
  const { tiers, returnReserve: reserve } = clause;
  return {
    tierKind: tiers.some(({ amountPerCopy }) => amountPerCopy !== undefined)
      ? ('amountPerCopy' as const)
      : ('rate' as const),
    tiers: tiers.length === 0 ? blank.tiers : tiers.map((tier) => ({ ...blankTier(), ...tier })),
    hasReserve: !!reserve,
    returnReserve: reserve
      ? { ...reserve, relaunch: reserve.relaunch ?? blank.returnReserve.relaunch }
      : blank.returnReserve,
    rate: orEmpty(clause.rate),
    right: orEmpty(clause.right),
    on: clause.on ?? ('' as const),
    amount: orEmpty(clause.amount),
    dueOn: orEmpty(clause.dueOn),
  };
}

function scopeOf(clause: Stored) {
  return {
    from: orEmpty(clause.from),
    until: orEmpty(clause.until),
    channels: [...(clause.channels ?? [])],
    territories: (clause.territories ?? []).join(', '),
    counter: orEmpty(clause.counter),
    copiesLeft: clause.copiesLeft,
  };
}

function exclusionsOf({ authorCopies, legalDeposit, reviewCopies, reviewCopiesPercent }: Stored['excluded']) {
  return {
    authorCopies: authorCopies || null,
    legalDeposit: legalDeposit || null,
    reviewCopies: reviewCopies || null,
    reviewCopiesPercent: reviewCopiesPercent === '0' ? '' : reviewCopiesPercent,
  };
}

export type ClauseBody = ContractInput['clauses'][number];

/** What is sent: the members that the basis has, and no other. */
export function clauseBody(clause: ClauseDraft): ClauseBody {
  const { id, editionId, basis } = clause;
  return {
    ...(id !== null && { id }),
    editionId: Number(editionId || 0),
    basis,
    ...(basis === 'flatFee' ? { amount: orNull(clause.amount), dueOn: orNull(clause.dueOn) } : term(clause)),
    ...(hasTiers(basis) && countedOf(clause)),
    ...(basis === 'printed' && printedOf(clause)),
    ...(basis === 'sold' && soldOf(clause)),
    ...((basis === 'netReceipts' || basis === 'thirdParty') && { rate: orNull(clause.rate), ...placesOf(clause) }),
    ...(basis === 'thirdParty' && { right: orNull(clause.right), on: clause.on || null }),
  };
}

const term = ({ from, until }: ClauseDraft) => ({ from: orNull(from), until: orNull(until) });

export const tiersOf = ({ tiers, tierKind }: Pick<ClauseDraft, 'tiers' | 'tierKind'>) =>
  tiers.map(({ upTo, rate, amountPerCopy }) => (tierKind === 'rate' ? { upTo, rate } : { upTo, amountPerCopy }));

const countedOf = (clause: ClauseDraft) => ({
  tiers: tiersOf(clause),
  copiesBefore: clause.copiesBefore ?? 0,
  counter: orNull(clause.counter),
});

export const exclusionsBody = ({ excluded }: Pick<ClauseDraft, 'excluded'>) => ({
  authorCopies: excluded.authorCopies ?? 0,
  legalDeposit: excluded.legalDeposit ?? 0,
  reviewCopies: excluded.reviewCopies ?? 0,
  reviewCopiesPercent: excluded.reviewCopiesPercent || '0',
});

const printedOf = (clause: ClauseDraft) => ({
  excluded: exclusionsBody(clause),
  poolShares: clause.isShared ? clause.poolShares : null,
  poolIndex: clause.isShared ? Number(clause.poolIndex) : null,
});

function soldOf(clause: ClauseDraft) {
  const { percent, maxStatements, relaunch } = clause.returnReserve;
  const again = relaunch.from === '' ? null : { from: relaunch.from, statements: relaunch.statements ?? 1 };
  return {
    ...placesOf(clause),
    copiesLeft: clause.copiesLeft,
    returnReserve: clause.hasReserve ? { percent, maxStatements: maxStatements ?? 0, relaunch: again } : null,
  };
}

/** The codes of the countries that are named; a name that is none goes as it is, and is refused. */
const placesOf = ({ channels, territories }: ClauseDraft) => ({
  channels: channels.length > 0 ? channels : null,
  territories: namesIn(territories).length > 0 ? namesIn(territories).map(codeOf) : null,
});

const namesIn = (text: string): string[] =>
  text
    .split(/[,;]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');

const codeOf = (name: string): string => countryNamed(name) ?? name;

export const areCountries = (text: string): boolean => namesIn(text).every((name) => countryNamed(name) !== undefined);

/** A clause that closed statements used is amended or corrected by acts of their own; only a re-launch may still be marked. */
export const clauseRules = schema<ClauseDraft>((clause) => {
  required(clause.editionId);
  check(clause.territories, areCountries, 'countries');
  const frozen: readonly SchemaPath<unknown>[] = [
    ...[clause.editionId, clause.basis, clause.from, clause.until, clause.channels, clause.territories, clause.counter],
    ...[clause.tierKind, clause.tiers, clause.copiesBefore, clause.excluded, clause.isShared, clause.poolShares],
    ...[clause.poolIndex, clause.hasReserve, clause.returnReserve.percent, clause.returnReserve.maxStatements],
    ...[clause.copiesLeft, clause.rate, clause.right, clause.on, clause.amount, clause.dueOn],
  ] as never;
  for (const path of frozen) disabled(path, ({ valueOf }) => valueOf(clause.isUsed));
  applyEach(clause.tiers, (tier) => percentage(tier.rate));
  percentage(clause.rate);
  percentage(clause.excluded.reviewCopiesPercent);
  percentage(clause.returnReserve.percent);
});
