/** What a contract lacks or says unusually, though it can be computed: shown, never in the way. */
import { Rational } from '../money';
import { RuleViolation } from '../rules';
import type { ClauseDraft, ContractDraft } from './drafts';

export const contractWarningCodes = [
  'no-minimum-first-run',
  'no-signature-date',
  'signed-after-start',
  'pool-shares-not-percent',
  'rates-falling',
  'reserve-too-long',
  'sold-and-printed',
  'only-some-sales',
  'threshold-set',
] as const;
export type ContractWarningCode = (typeof contractWarningCodes)[number];

export interface ContractWarning {
  readonly code: ContractWarningCode;
  /** JSON pointer into the draft. */
  readonly pointer: string;
  readonly message: string;
}

export function warningsOf(draft: ContractDraft): ContractWarning[] {
  return [
    ...contractWarnings(draft),
    ...draft.clauses.flatMap((clause, index) => [
      ...clauseWarnings(clause, index),
      ...besideOthers(draft, clause, index),
    ]),
  ];
}

function contractWarnings(draft: ContractDraft): ContractWarning[] {
  const warnings: ContractWarning[] = [];
  const hasPrint = draft.clauses.some((clause) => clause.basis === 'printed' || clause.basis === 'sold');
  if (hasPrint && draft.minimumFirstRun === undefined && draft.guaranteedMinimum === undefined) {
    const message = 'The contract states neither a minimum first print run nor guaranteed royalties (CPI L132-10)';
    warnings.push({ code: 'no-minimum-first-run', pointer: '/minimumFirstRun', message });
  }
  if (draft.signedOn === undefined) {
    warnings.push({ code: 'no-signature-date', pointer: '/signedOn', message: 'The date of signature is not known' });
  } else if (draft.startsOn !== undefined && draft.signedOn > draft.startsOn) {
    const message = 'The contract was signed after it began';
    warnings.push({ code: 'signed-after-start', pointer: '/signedOn', message });
  }
  if (isAboveZero(draft.paymentThreshold)) {
    const message = 'What a threshold holds back must still be paid within six months of the closing (CPI L132-17-3-1)';
    warnings.push({ code: 'threshold-set', pointer: '/paymentThreshold', message });
  }
  return warnings;
}

function clauseWarnings(clause: ClauseDraft, index: number): ContractWarning[] {
  const at = `/clauses/${index}`;
  const warnings: ContractWarning[] = [];
  const shares = (clause.poolShares ?? []).map(readNumber);
  const sum = shares.reduce<Rational>((total, share) => total.plus(share ?? Rational.zero), Rational.zero);
  if (shares.length > 0 && !sum.equals(Rational.of(100n))) {
    const message = `The shares add up to ${sum.toExactText()}, not to 100: they are read as proportions`;
    warnings.push({ code: 'pool-shares-not-percent', pointer: `${at}/poolShares`, message });
  }
  if (ratesFall(clause)) {
    const message = 'A higher tier has a lower rate than the one before it';
    warnings.push({ code: 'rates-falling', pointer: `${at}/tiers`, message });
  }
  if ((clause.returnReserve?.maxStatements ?? 0) > 4) {
    const message =
      'A reserve for returns lasts two yearly or four half-yearly statements (agreement of 20 December 2022)';
    warnings.push({ code: 'reserve-too-long', pointer: `${at}/returnReserve/maxStatements`, message });
  }
  return warnings;
}

/** What a clause means beside the other clauses of its edition, and may not have been meant to. */
function besideOthers({ clauses }: ContractDraft, clause: ClauseDraft, index: number): ContractWarning[] {
  const others = clauses.filter((other) => other.edition === clause.edition && other !== clause);
  const isFirstPrinted =
    clause.basis === 'printed' &&
    clauses.findIndex((other) => other.edition === clause.edition && other.basis === 'printed') === index;
  const isUndated = (other: ClauseDraft): boolean => other.from === undefined && other.until === undefined;
  if (isFirstPrinted && isUndated(clause) && others.some((other) => other.basis === 'sold' && isUndated(other))) {
    const message =
      'This edition pays on copies printed and on copies sold: each copy would be paid twice, unless that is agreed';
    return [{ code: 'sold-and-printed', pointer: `/clauses/${index}/basis`, message }];
  }
  const takesAll = [clause, ...others].some((other) => other.basis === clause.basis && !isSelective(other));
  const isFirst =
    clauses.findIndex((other) => other.edition === clause.edition && other.basis === clause.basis) === index;
  if (!isFirst || takesAll || !isSelective(clause)) return [];
  const message = 'Sales or income that no clause names pay nothing: add a clause for the rest, unless that is agreed';
  return [{ code: 'only-some-sales', pointer: `/clauses/${index}`, message }];
}

function isSelective({ channels, territories, right }: ClauseDraft): boolean {
  return channels !== undefined || territories !== undefined || right !== undefined;
}

function ratesFall(clause: ClauseDraft): boolean {
  const rates = (clause.tiers ?? []).map((tier) => readNumber(tier.rate ?? tier.amountPerCopy));
  return rates.some((rate, index) => {
    const before = rates[index - 1];
    return rate !== undefined && before !== undefined && rate.compare(before) < 0;
  });
}

function isAboveZero(text: string | undefined): boolean {
  return readNumber(text)?.isPositive ?? false;
}

/** A malformed number is a refusal already, and needs no warning. */
function readNumber(text: string | undefined): Rational | undefined {
  try {
    return text === undefined ? undefined : Rational.parse(text);
  } catch (error) {
    if (error instanceof RuleViolation) return undefined;
    throw error;
  }
}
