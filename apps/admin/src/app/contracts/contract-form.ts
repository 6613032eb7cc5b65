import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { FormField, form } from '@angular/forms/signals';
import { Router } from '@angular/router';
import type { ContractResponse, ContributorRow, EditionRow, WorkRow } from '@colophon/api-client';
import { Field, MoneyInput, Picker, QuantityInput, type Choice } from '@colophon/ui/fields';
import { FormPage, editing } from '@colophon/ui/form-page';
import { Icon } from '@colophon/ui/icon';
import { Section } from '@colophon/ui/record';
import { Toasts } from '@colophon/ui/toast';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { ClauseFields } from './clause-fields';
import { CONTRACT_STATUSES, hasTiers, STATEMENT_FREQUENCIES, type ContractStatus } from './contract';
import { contractCheck } from './contract-check';
import { blankClause } from './clause-draft';
import { blankAdvance, bodyOf, contractRules, draftOf, type ContractDraft } from './contract-draft';
import { PayeeFields } from './payee-fields';
import type { CounterChoice } from './scope-fields';

const URL = '/api/contracts';

@Component({
  selector: 'co-contract-form',
  imports: [
    ClauseFields,
    Field,
    FormField,
    FormPage,
    Icon,
    MoneyInput,
    PayeeFields,
    Picker,
    QuantityInput,
    Section,
    TranslocoPipe,
  ],
  templateUrl: './contract-form.html',
  styleUrl: './contract.css',
})
export class ContractForm {
  /** The record to change; absent for a new one. */
  readonly record = input<ContractResponse>();
  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  protected readonly frequencies = STATEMENT_FREQUENCIES;
  protected readonly statuses = computed(() => CONTRACT_STATUSES.filter((status) => this.isOpen(status)));

  protected readonly model = linkedSignal<ContractDraft>(() => draftOf(this.record()));
  protected readonly form = form(
    this.model,
    contractRules(() => this.record()?.isStated ?? false),
  );
  protected readonly check = contractCheck(this.model);
  readonly editing = editing<ContractDraft, ContractResponse>({
    model: this.model,
    form: this.form,
    draft: () => `contract:${this.record()?.id ?? 'new'}`,
    save: (draft) => this.save(draft),
    saved: (saved) => this.leave(saved.id),
  });
  protected readonly words = computed(() => (this.record() ? 'edit' : 'new'));

  private readonly found = httpResource<{ items: EditionRow[] }>(() => {
    const work = this.model().workId;
    return work === null ? undefined : { url: '/api/editions', params: { work, limit: 200 } };
  });
  protected readonly editions = computed(() => (this.found.hasValue() ? this.found.value().items : []));

  protected readonly contributorChoice = ({ id, displayName, city }: ContributorRow): Choice => ({
    ...{ id, label: displayName },
    ...(city && { detail: city }),
  });
  protected readonly workChoice = ({ id, title, contributors }: WorkRow): Choice => ({
    ...{ id, label: title },
    detail: contributors.map((contributor) => contributor.displayName).join(', '),
  });

  /** The first other clause of each counter, and this one's own: their tiers may count together. */
  protected countersFor(at: number): CounterChoice[] {
    const seen = new Map<string, number>();
    this.model().clauses.forEach(({ basis, counter, id }, index) => {
      const name = counter || (id === null ? `new-${index + 1}` : `clause-${id}`);
      if (hasTiers(basis) && (index !== at || counter) && !seen.has(name)) seen.set(name, index + 1);
    });
    return [...seen].map(([counter, clause]) => ({ counter, clause }));
  }

  protected addClause(): void {
    const used = new Set(this.model().clauses.map((clause) => clause.editionId));
    const next = this.editions().find(({ id }) => !used.has(String(id))) ?? this.editions()[0];
    const clause = blankClause(next ? String(next.id) : '');
    this.model.update((draft) => ({ ...draft, clauses: [...draft.clauses, clause] }));
    this.form.clauses().markAsDirty();
  }

  protected removeClause(at: number): void {
    this.model.update((draft) => ({ ...draft, clauses: draft.clauses.filter((_, other) => other !== at) }));
    this.form.clauses().markAsDirty();
  }

  protected addAdvance(): void {
    this.model.update((draft) => ({ ...draft, advances: [...draft.advances, blankAdvance()] }));
    this.form.advances().markAsDirty();
  }

  protected removeAdvance(at: number): void {
    this.model.update((draft) => ({ ...draft, advances: draft.advances.filter((_, other) => other !== at) }));
    this.form.advances().markAsDirty();
  }

  /** Another work has other editions: a clause keeps none of the former's. */
  protected workChosen(): void {
    const clauses = this.model().clauses.map((clause) => ({ ...clause, editionId: '' }));
    this.model.update((draft) => ({ ...draft, clauses }));
  }

  protected cancel(): void {
    const id = this.record()?.id;
    void this.router.navigate(['/contrats', ...(id ? [id] : [])]);
  }

  /** A draft becomes active here; a contract is terminated by an act of its own, on its page. */
  private isOpen(status: ContractStatus): boolean {
    const from = this.record()?.status ?? 'draft';
    return from === 'draft' ? status !== 'terminated' : status === from;
  }

  private save(draft: ContractDraft): Promise<ContractResponse> {
    const record = this.record();
    const body = bodyOf(draft, record?.version);
    return firstValueFrom(
      record
        ? this.http.put<ContractResponse>(`${URL}/${record.id}`, body)
        : this.http.post<ContractResponse>(URL, body),
    );
  }

  private leave(id: number): void {
    this.toasts.done(this.transloco.translate('contracts.saved'));
    void this.router.navigate(['/contrats', id]);
  }
}
