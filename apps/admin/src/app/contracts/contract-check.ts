import { httpResource } from '@angular/common/http';
import { computed, linkedSignal, type Signal } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import type { ContractCheckResponse, ContractFinding } from '@colophon/api-client';
import { debounceTime } from 'rxjs';
import { checkBodyOf, type ContractDraft } from './contract-draft';

const PAUSE_MS = 300;

/** What the API thinks of a contract while it is typed. */
export interface ContractCheck {
  /** Of the contract itself; what stands at a clause is {@link of}. */
  readonly refusals: Signal<readonly ContractFinding[]>;
  readonly warnings: Signal<readonly ContractFinding[]>;
  /** Everything said of one clause, and of what is in it. */
  of(clause: number): readonly ContractFinding[];
  readonly isComputable: Signal<boolean>;
}

/** Asks the API after each pause in typing; the last answer stays until the next. Call it in a field initialiser. */
export function contractCheck(draft: Signal<ContractDraft>): ContractCheck {
  const body = computed(() => checkBodyOf(draft()), { equal: (a, b) => JSON.stringify(a) === JSON.stringify(b) });
  const settled = toSignal(toObservable(body).pipe(debounceTime(PAUSE_MS)));
  const answer = httpResource<ContractCheckResponse>(() => {
    const asked = settled();
    return asked && { url: '/api/contracts/check', method: 'POST', body: asked };
  });
  const last = linkedSignal<ContractCheckResponse | undefined, ContractCheckResponse | undefined>({
    source: () => (answer.hasValue() ? answer.value() : undefined),
    computation: (found, previous) => found ?? previous?.value,
  });
  const outside = (findings: readonly ContractFinding[] = []) =>
    findings.filter(({ pointer }) => !/^\/clauses\/\d+/.test(pointer));
  return {
    refusals: computed(() => outside(last()?.refusals)),
    warnings: computed(() => outside(last()?.warnings)),
    of: (clause) => {
      const all = [...(last()?.refusals ?? []), ...(last()?.warnings ?? [])];
      return all.filter(({ pointer }) => new RegExp(`^/clauses/${clause}(/|$)`).test(pointer));
    },
    isComputable: computed(() => last()?.refusals.length === 0),
  };
}
