import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { FormField, form } from '@angular/forms/signals';
import { Router } from '@angular/router';
import type { ContributorRow, WorkResponse } from '@colophon/api-client';
import { Field, Picker, type Choice } from '@colophon/ui/fields';
import { FormPage, editing } from '@colophon/ui/form-page';
import { Icon } from '@colophon/ui/icon';
import { Section } from '@colophon/ui/record';
import { Toasts } from '@colophon/ui/toast';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { blankAuthor, LANGUAGES, ROLES, workBodyOf, workDraftOf, workRules, type WorkDraft } from './work-draft';

const URL = '/api/works';

@Component({
  selector: 'co-work-form',
  imports: [Field, FormField, FormPage, Icon, Picker, Section, TranslocoPipe],
  templateUrl: './work-form.html',
  styleUrl: './work-form.css',
})
export class WorkForm {
  /** The record to change; absent for a new one. */
  readonly record = input<WorkResponse>();
  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  protected readonly roles = ROLES;
  protected readonly languages = LANGUAGES;
  protected readonly activeOnly = { archived: 'false' };

  protected readonly model = linkedSignal<WorkDraft>(() => workDraftOf(this.record()));
  protected readonly form = form(this.model, workRules);
  readonly editing = editing<WorkDraft, WorkResponse>({
    model: this.model,
    form: this.form,
    draft: () => `work:${this.record()?.id ?? 'new'}`,
    save: (draft) => this.save(draft),
    saved: (saved) => this.leave(saved.id),
  });
  protected readonly words = computed(() =>
    this.record()
      ? { heading: 'catalogue.works.edit', save: 'catalogue.works.save' }
      : { heading: 'catalogue.works.new', save: 'catalogue.works.create' },
  );
  protected readonly personOf = (row: ContributorRow): Choice => ({
    id: row.id,
    label: row.displayName,
    ...(row.city && { detail: row.city }),
  });

  protected addPerson(): void {
    this.people((people) => [...people, blankAuthor()]);
  }

  protected removePerson(at: number): void {
    this.people((people) => people.filter((_, other) => other !== at));
  }

  /** The order is the cover's. */
  protected movePerson(at: number, by: 1 | -1): void {
    this.people((people) => {
      const person = people[at];
      return person ? people.toSpliced(at, 1).toSpliced(at + by, 0, person) : people;
    });
  }

  /** Keeps the name with the line, so that it still shows after the lines change places. */
  protected name(at: number, row: ContributorRow): void {
    this.people((people) =>
      people.map((person, other) => (other === at ? { ...person, displayName: row.displayName } : person)),
    );
  }

  protected cancel(): void {
    const id = this.record()?.id;
    void this.router.navigate(['/catalogue/oeuvres', ...(id ? [id] : [])]);
  }

  private people(change: (people: WorkDraft['contributors']) => WorkDraft['contributors']): void {
    this.model.update((draft) => ({ ...draft, contributors: change(draft.contributors) }));
    this.form.contributors().markAsDirty();
  }

  private save(draft: WorkDraft): Promise<WorkResponse> {
    const record = this.record();
    const body = workBodyOf(draft, record?.version);
    return firstValueFrom(
      record ? this.http.put<WorkResponse>(`${URL}/${record.id}`, body) : this.http.post<WorkResponse>(URL, body),
    );
  }

  /** A new work has no edition yet: that form comes next. */
  private leave(id: number): void {
    const isNew = !this.record();
    this.toasts.done(this.transloco.translate(isNew ? 'catalogue.works.created' : 'catalogue.works.saved'));
    void this.router.navigate(['/catalogue/oeuvres', id, ...(isNew ? ['editions', 'nouvelle'] : [])]);
  }
}
