import { applyEach, disabled, maxLength, required, schema } from '@angular/forms/signals';
import type { ContractCheckInput, ContractInput, ContractResponse } from '@colophon/api-client';
import { orEmpty, orNull, percentage } from '../platform/forms';
import type { ClauseBasis, ContractStatus, StatementFrequency } from './contract';

export interface TierDraft {
  upTo: number | null;
  rate: string;
}

export interface ClauseDraft {
  id: number | null;
  /** As a select holds it; empty until one is chosen. */
  editionId: string;
  basis: ClauseBasis;
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
  returnReserve: { percent: string; maxStatements: number | null };
  isUsed: boolean;
}

export interface AdvanceDraft {
  id: number | null;
  label: string;
  dueOn: string;
  paidOn: string;
  amount: string;
  isUsed: boolean;
}

/** A contract while it is typed. */
export interface ContractDraft {
  externalId: string;
  reference: string;
  status: ContractStatus;
  contributorId: number | null;
  workId: number | null;
  signedOn: string;
  startsOn: string;
  endsOn: string;
  terminatedOn: string;
  statementFrequency: StatementFrequency;
  paymentThreshold: string;
  unitPriceRounding: '' | '2' | '4' | 'none';
  minimumFirstRun: number | null;
  notes: string;
  clauses: ClauseDraft[];
  advances: AdvanceDraft[];
}

export const blankClause = (editionId = ''): ClauseDraft => ({
  id: null,
  editionId,
  basis: 'printed',
  tiers: [{ upTo: null, rate: '' }],
  copiesBefore: null,
  excluded: { authorCopies: null, legalDeposit: null, reviewCopies: null, reviewCopiesPercent: '' },
  isShared: false,
  poolShares: ['50', '50'],
  poolIndex: '0',
  hasReserve: false,
  returnReserve: { percent: '', maxStatements: 2 },
  isUsed: false,
});

export const blankAdvance = (): AdvanceDraft => ({
  id: null,
  label: '',
  dueOn: '',
  paidOn: '',
  amount: '',
  isUsed: false,
});

export function draftOf(record: ContractResponse | undefined): ContractDraft {
  return {
    externalId: orEmpty(record?.externalId),
    reference: orEmpty(record?.reference),
    status: record?.status ?? 'draft',
    contributorId: record?.contributorId ?? null,
    workId: record?.workId ?? null,
    signedOn: orEmpty(record?.signedOn),
    startsOn: orEmpty(record?.startsOn),
    endsOn: orEmpty(record?.endsOn),
    terminatedOn: orEmpty(record?.terminatedOn),
    statementFrequency: record?.statementFrequency ?? 'annual',
    paymentThreshold: record?.paymentThreshold ?? '0',
    unitPriceRounding: record?.unitPriceRounding ?? '',
    minimumFirstRun: record?.minimumFirstRun ?? null,
    notes: orEmpty(record?.notes),
    clauses: record?.clauses.map(clauseDraftOf) ?? [blankClause()],
    advances: (record?.advances ?? []).map((advance) => ({
      id: advance.id,
      label: advance.label,
      dueOn: orEmpty(advance.dueOn),
      paidOn: orEmpty(advance.paidOn),
      amount: advance.amount,
      isUsed: advance.isUsed,
    })),
  };
}

function clauseDraftOf(clause: ContractResponse['clauses'][number]): ClauseDraft {
  const blank = blankClause(String(clause.editionId));
  const { authorCopies, legalDeposit, reviewCopies, reviewCopiesPercent } = clause.excluded;
  return {
    ...blank,
    id: clause.id,
    basis: clause.basis,
    tiers: clause.tiers.map(({ upTo, rate }) => ({ upTo, rate })),
    copiesBefore: clause.copiesBefore || null,
    excluded: {
      authorCopies: authorCopies || null,
      legalDeposit: legalDeposit || null,
      reviewCopies: reviewCopies || null,
      reviewCopiesPercent: reviewCopiesPercent === '0' ? '' : reviewCopiesPercent,
    },
    isShared: !!clause.poolShares,
    poolShares: clause.poolShares ? [...clause.poolShares] : blank.poolShares,
    poolIndex: String(clause.poolIndex ?? 0),
    hasReserve: !!clause.returnReserve,
    returnReserve: clause.returnReserve ? { ...clause.returnReserve } : blank.returnReserve,
    isUsed: clause.isUsed,
  };
}

type ClauseBody = ContractInput['clauses'][number];

function clauseBody(clause: ClauseDraft): ClauseBody {
  const { excluded, returnReserve } = clause;
  const isPrinted = clause.basis === 'printed';
  return {
    ...(clause.id !== null && { id: clause.id }),
    editionId: Number(clause.editionId || 0),
    basis: clause.basis,
    tiers: clause.tiers.map(({ upTo, rate }) => ({ upTo, rate })),
    copiesBefore: clause.copiesBefore ?? 0,
    excluded: isPrinted
      ? {
          authorCopies: excluded.authorCopies ?? 0,
          legalDeposit: excluded.legalDeposit ?? 0,
          reviewCopies: excluded.reviewCopies ?? 0,
          reviewCopiesPercent: excluded.reviewCopiesPercent || '0',
        }
      : null,
    poolShares: isPrinted && clause.isShared ? clause.poolShares : null,
    poolIndex: isPrinted && clause.isShared ? Number(clause.poolIndex) : null,
    returnReserve:
      !isPrinted && clause.hasReserve
        ? { percent: returnReserve.percent, maxStatements: returnReserve.maxStatements ?? 0 }
        : null,
  };
}

function checkedPart(draft: ContractDraft) {
  return {
    clauses: draft.clauses.map(clauseBody),
    advances: draft.advances.map((advance) => ({
      ...(advance.id !== null && { id: advance.id }),
      label: advance.label.trim(),
      dueOn: orNull(advance.dueOn),
      paidOn: orNull(advance.paidOn),
      amount: advance.amount,
    })),
    paymentThreshold: draft.paymentThreshold || '0',
    signedOn: orNull(draft.signedOn),
    startsOn: orNull(draft.startsOn),
    endsOn: orNull(draft.endsOn),
    minimumFirstRun: draft.minimumFirstRun,
  };
}

/** What is asked of the API while one types; an advance just begun has no name yet, which is no matter here. */
export function checkBodyOf(draft: ContractDraft): ContractCheckInput {
  const part = checkedPart(draft);
  return {
    ...part,
    advances: part.advances.filter(({ amount }) => amount !== '').map((each) => ({ ...each, label: '…' })),
  };
}

/** What is sent. */
export function bodyOf(draft: ContractDraft, version: number | undefined): ContractInput & { version?: number } {
  return {
    ...checkedPart(draft),
    ...(version !== undefined && { version }),
    externalId: orNull(draft.externalId),
    reference: draft.reference.trim(),
    status: draft.status,
    contributorId: draft.contributorId ?? 0,
    workId: draft.workId ?? 0,
    terminatedOn: orNull(draft.terminatedOn),
    statementFrequency: draft.statementFrequency,
    unitPriceRounding: draft.unitPriceRounding || null,
    notes: orNull(draft.notes),
  };
}

/** Only what no draft can do without; the API says the rest as one types. @param isStated closed statements exist */
export const contractRules = (isStated: () => boolean) =>
  schema<ContractDraft>((path) => {
    required(path.reference);
    maxLength(path.reference, 100);
    required(path.contributorId);
    required(path.workId);
    disabled(path.contributorId, isStated);
    disabled(path.workId, isStated);
    disabled(path.unitPriceRounding, isStated);
    required(path.terminatedOn, { when: ({ valueOf }) => valueOf(path.status) === 'terminated' });
    applyEach(path.clauses, (clause) => {
      required(clause.editionId);
      disabled(clause, ({ value }) => value().isUsed);
      applyEach(clause.tiers, (tier) => percentage(tier.rate));
      percentage(clause.excluded.reviewCopiesPercent);
      percentage(clause.returnReserve.percent);
    });
    applyEach(path.advances, (advance) => {
      required(advance.label);
      required(advance.amount);
      disabled(advance.amount, ({ valueOf }) => valueOf(advance.isUsed));
    });
  });
