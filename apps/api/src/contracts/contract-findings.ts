import { checkContract, type ContractRefusal, type ContractWarning } from '@colophon/domain/contracts';

import { problemText, sentence, type FieldReference } from '../platform/problems/problem';
import type { ContractCheckResponse, ContractFinding } from './contract-response-dto';
import { toDraft, type CheckedInput } from './contract-draft';

/** What the domain says of a contract, in a language: why it cannot be computed, and what it lacks. */
export function findingsOf(input: CheckedInput, locale: 'fr' | 'en'): ContractCheckResponse {
  const { refusals, warnings } = checkContract(toDraft(input));
  return {
    refusals: refusals.map((refusal) => told(refusal, locale)),
    warnings: warnings.map((warning) => told(warning, locale)),
  };
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
 * Refusals that stop even a draft: what the database could not keep as it was typed. Tiers and shares are kept as texts,
 * so a draft may leave those unfinished.
 */
export function unstorable(refusals: readonly ContractRefusal[]): ContractRefusal[] {
  const isKept = ({ code, pointer }: ContractRefusal): boolean =>
    keptCodes.has(code) || /^\/clauses\/\d+\/(tiers|poolShares|poolIndex)(\/|$)/.test(pointer);
  return refusals.filter((refusal) => !isKept(refusal));
}

const keptCodes = new Set<string>(['clauses-missing', 'clause-duplicated', 'clause-malformed']);

function told(finding: ContractRefusal | ContractWarning, locale: 'fr' | 'en'): ContractFinding {
  const { code, pointer, message } = finding;
  const text = problemText(code);
  if (!text) throw new Error(`The finding “${code}” has no sentence.`);
  const values = 'values' in finding ? finding.values : {};
  return { code, pointer: onWire(pointer), detail: sentence(text, locale, { message, ...values }) };
}

/** The domain's edition is the wire's editionId. */
function onWire(pointer: string): string {
  return pointer.replace(/\/edition$/, '/editionId');
}
