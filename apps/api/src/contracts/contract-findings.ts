import {
  checkContract,
  readPayees,
  type ContractCheck,
  type ContractRefusal,
  type ContractWarning,
} from '@colophon/domain/contracts';
import { RuleViolation } from '@colophon/domain/rules';

import { problemText, sentence, type FieldReference } from '../platform/problems/problem';
import type { ContractCheckResponse, ContractFinding } from './contract-response-dto';
import type { PayeeInput } from './clause-dto';
import { toDraft, toPayeeDraft, type CheckedInput } from './contract-draft';

/** What the domain says of a contract, in a language: why it cannot be computed, and what it lacks. */
export function findingsOf(input: CheckedInput, locale: 'fr' | 'en'): ContractCheckResponse {
  const { refusals, warnings } = checkInput(input);
  return {
    refusals: refusals.map((refusal) => told(refusal, locale)),
    warnings: warnings.map((warning) => told(warning, locale)),
  };
}

/** The domain's verdict; payees who follow each other are looked at set by set, since each set shares a hundred percent. */
export function checkInput(input: CheckedInput): Pick<ContractCheck, 'refusals' | 'warnings'> {
  const { refusals, warnings } = checkContract(toDraft({ ...input, payees: [] }));
  return { refusals: [...refusals, ...payeeRefusals(input.payees ?? [])], warnings };
}

function payeeRefusals(payees: readonly PayeeInput[]): ContractRefusal[] {
  const indexed = payees.map((payee, index) => ({ payee, index }));
  const sets = [...Map.groupBy(indexed, ({ payee }) => payee.from ?? '').values()];
  return sets.flatMap((set) => {
    try {
      readPayees(set.map(({ payee }) => toPayeeDraft(payee)));
      return [];
    } catch (error) {
      if (!(error instanceof RuleViolation)) throw error;
      const { message, pointer = '', values } = error.details;
      const placed = pointer.replace(/^\/payees\/(\d+)/, (_, at: string) => `/payees/${set[Number(at)]?.index ?? 0}`);
      return [{ code: error.code, pointer: placed, message, ...(values ? { values } : {}) }];
    }
  });
}

/** The same refusals as the fields of a problem. */
export function refusedFields(refusals: readonly ContractRefusal[]): FieldReference[] {
  return refusals.map(({ pointer, code, message, values }) => ({
    pointer: onWire(pointer),
    code,
    details: { message, ...values },
  }));
}

/**
 * Refusals that stop even a draft: what the database could not keep as it was typed. Tiers and shares of a common rate are
 * kept as texts, and what is missing is no value at all, so a draft may leave those unfinished.
 */
export function unstorable(input: CheckedInput, refusals: readonly ContractRefusal[]): ContractRefusal[] {
  const isKept = ({ code, pointer }: ContractRefusal): boolean =>
    keptCodes.has(code) ||
    /^\/clauses\/\d+\/(tiers|poolShares|poolIndex)(\/|$)/.test(pointer) ||
    isEmpty(valueAt(input, onWire(pointer)));
  return refusals.filter((refusal) => !isKept(refusal));
}

/** About several members at once, each of which can be kept. */
const keptCodes = new Set<string>([
  'clauses-missing',
  'clause-duplicated',
  'clause-malformed',
  'clauses-overlap',
  'clauses-gap',
  'counter-mixed',
  'copies-left-invalid',
  'payee-shares-total',
]);

function valueAt(input: CheckedInput, pointer: string): unknown {
  const names = pointer.split('/').slice(1);
  return names.reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], input);
}

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '';

function told(finding: ContractRefusal | ContractWarning, locale: 'fr' | 'en'): ContractFinding {
  const { code, pointer, message } = finding;
  const text = problemText(code);
  if (!text) throw new Error(`The finding “${code}” has no sentence.`);
  const values = 'values' in finding ? finding.values : {};
  return { code, pointer: onWire(pointer), detail: sentence(text, locale, { message, ...values }) };
}

/** The domain's edition is the wire's editionId, its payee's author a contributor. */
export function onWire(pointer: string): string {
  return pointer.replace(/\/edition$/, '/editionId').replace(/^(\/payees\/\d+)\/author$/, '$1/contributorId');
}
