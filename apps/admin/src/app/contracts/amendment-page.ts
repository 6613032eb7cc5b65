import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, linkedSignal, untracked } from '@angular/core';
import { FormField, form } from '@angular/forms/signals';
import { Router } from '@angular/router';
import type { ClauseResponse, ContractResponse, CopiesLeftPage, EditionRow } from '@colophon/api-client';
import { Field, QuantityInput } from '@colophon/ui/fields';
import { FormPage, editing } from '@colophon/ui/form-page';
import { Icon } from '@colophon/ui/icon';
import { formatDate, formatNumber, Locale } from '@colophon/ui/locale';
import { Section } from '@colophon/ui/record';
import { Toasts } from '@colophon/ui/toast';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { Session } from '../platform/session/session';
import {
  actOn,
  addedClause,
  amendmentBody,
  amendmentDraft,
  amendmentRules,
  leavesCopies,
  withAct,
  type AmendmentDraft,
  type ClauseAct,
} from './amendment-draft';
import { ClauseFields } from './clause-fields';
import { ClauseSentence } from './clause-sentence';

/** Changes what a contract pays from a day on. */
@Component({
  selector: 'co-amendment-page',
  imports: [ClauseFields, ClauseSentence, Field, FormField, FormPage, Icon, QuantityInput, Section, TranslocoPipe],
  templateUrl: './amendment-page.html',
  styleUrl: './amendment-page.css',
})
export class AmendmentPage {
  readonly record = input.required<ContractResponse>();
  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly locale = inject(Locale);
  private readonly today = inject(Session).today();
  protected readonly acts: readonly ClauseAct[] = ['keep', 'replace', 'end'];
  protected readonly model = linkedSignal<AmendmentDraft>(() => amendmentDraft(this.record() && this.today));
  protected readonly form = form(this.model, amendmentRules);
  readonly editing = editing<AmendmentDraft, ContractResponse>({
    model: this.model,
    form: this.form,
    draft: () => `amendment:${this.record().id}`,
    save: (draft) => this.send(draft),
    saved: (contract) => this.leave(contract),
  });

  private readonly day = computed(() => this.model().effectiveFrom);

  /** Those in force on the day before the amendment. */
  protected readonly clauses = computed(() => {
    const day = this.day();
    return this.record().clauses.filter(
      ({ basis, from, until }) => basis !== 'flatFee' && (!from || from < day) && (!until || until >= day),
    );
  });
  private readonly found = httpResource<{ items: EditionRow[] }>(() => ({
    url: '/api/editions',
    params: { work: this.record().workId, limit: 200 },
  }));
  protected readonly editions = computed(() => (this.found.hasValue() ? this.found.value().items : []));
  private readonly left = httpResource<CopiesLeftPage>(() => {
    const on = this.day();
    return on ? { url: `/api/contracts/${this.record().id}/copies-left`, params: { on } } : undefined;
  });
  protected readonly actOn = (clause: ClauseResponse) => actOn(this.model(), clause.id);
  protected readonly leavesCopies = (clause: ClauseResponse) => leavesCopies(this.model(), clause);
  protected readonly endAt = (clause: ClauseResponse) =>
    this.model().ends.findIndex(({ clauseId }) => clauseId === clause.id);
  protected readonly date = (text: string) => formatDate(text, this.locale.tag(), 'long');

  constructor() {
    effect(() => this.proposeCopies());
  }

  protected stock(clause: ClauseResponse): string {
    return formatNumber(this.stockOf(clause.id) ?? 0, this.locale.tag());
  }

  protected choose(clause: ClauseResponse, act: string): void {
    this.model.update((draft) => withAct(draft, clause, act as ClauseAct));
    this.form.ends().markAsDirty();
  }

  protected add(): void {
    const clause = addedClause(String(this.editions()[0]?.id ?? ''));
    this.model.update((draft) => ({ ...draft, clauses: [...draft.clauses, clause] }));
    this.form.clauses().markAsDirty();
  }

  protected remove(at: number): void {
    this.model.update((draft) => ({ ...draft, clauses: draft.clauses.filter((_, other) => other !== at) }));
  }

  protected cancel(): void {
    void this.router.navigate(['/contrats', this.record().id]);
  }

  private stockOf(clause: number): number | undefined {
    if (!this.left.hasValue()) return undefined;
    return this.left.value().items.find(({ clauseId }) => clauseId === clause)?.copies;
  }

  /** What is in stock stays on the sold basis, unless somebody has typed another number. */
  private proposeCopies(): void {
    const leaving = this.clauses().filter((clause) => this.leavesCopies(clause));
    for (const clause of leaving) {
      const copies = this.stockOf(clause.id);
      const at = this.endAt(clause);
      const field = this.form.ends[at]?.copiesLeft();
      if (copies !== undefined && field && untracked(field.value) === null) field.value.set(copies);
    }
  }

  private send(draft: AmendmentDraft): Promise<ContractResponse> {
    const body = amendmentBody(draft, this.record());
    return firstValueFrom(this.http.post<ContractResponse>(`/api/contracts/${this.record().id}/amendments`, body));
  }

  private leave(contract: ContractResponse): void {
    const number = contract.amendments.length;
    this.toasts.done(this.transloco.translate('contracts.amend.done', { number }));
    void this.router.navigate(['/contrats', contract.id]);
  }
}
