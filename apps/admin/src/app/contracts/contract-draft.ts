import { applyEach, disabled, maxLength, required, schema } from '@angular/forms/signals';
import type { ContractCheckInput, ContractInput, ContractResponse } from '@colophon/api-client';
import { orEmpty, orNull, percentage } from '../platform/forms';
import { blankClause, clauseBody, clauseDraftOf, clauseRules, type ClauseDraft } from './clause-draft';
import type { ContractStatus, PayeeKind, StatementFrequency } from './contract';

export interface AdvanceDraft {
  id: number | null;
  label: string;
  dueOn: string;
  paidOn: string;
  amount: string;
  isUsed: boolean;
}

export interface PayeeDraft {
  id: number | null;
  contributorId: number | null;
  displayName: string;
  kind: PayeeKind;
  share: string;
  from: string;
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
  guaranteedMinimum: string;
  optionUntil: string;
  optionNote: string;
  notes: string;
  clauses: ClauseDraft[];
  advances: AdvanceDraft[];
  payees: PayeeDraft[];
}

export const blankAdvance = (): AdvanceDraft => ({
  id: null,
  label: '',
  dueOn: '',
  paidOn: '',
  amount: '',
  isUsed: false,
});

export const blankPayee = (kind: PayeeKind = 'rightsHolder', from = ''): PayeeDraft => ({
  id: null,
  contributorId: null,
  displayName: '',
  kind,
  share: '',
  from,
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
    guaranteedMinimum: orEmpty(record?.guaranteedMinimum),
    optionUntil: orEmpty(record?.optionUntil),
    optionNote: orEmpty(record?.optionNote),
    notes: orEmpty(record?.notes),
    clauses: record?.clauses.map(clauseDraftOf) ?? [blankClause()],
    payees: (record?.payees ?? []).map(({ from, ...payee }) => ({ ...payee, from: orEmpty(from) })),
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
    guaranteedMinimum: orNull(draft.guaranteedMinimum),
    payees: draft.payees.map(({ id, contributorId, kind, share, from }) => ({
      ...(id !== null && { id }),
      ...{ contributorId: contributorId ?? 0, kind, share, from: orNull(from) },
    })),
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
    optionUntil: orNull(draft.optionUntil),
    optionNote: orNull(draft.optionNote),
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
    applyEach(path.clauses, clauseRules);
    applyEach(path.payees, (payee) => {
      required(payee.contributorId);
      required(payee.share);
      percentage(payee.share);
    });
    applyEach(path.advances, (advance) => {
      required(advance.label);
      required(advance.amount);
      disabled(advance.amount, ({ valueOf }) => valueOf(advance.isUsed));
    });
  });
