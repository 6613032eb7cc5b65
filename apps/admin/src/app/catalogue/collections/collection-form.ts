import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { FormField, form, maxLength, required } from '@angular/forms/signals';
import { Router } from '@angular/router';
import type { CollectionResponse } from '@colophon/api-client';
import { Field } from '@colophon/ui/fields';
import { FormPage, editing } from '@colophon/ui/form-page';
import { Section } from '@colophon/ui/record';
import { Toasts } from '@colophon/ui/toast';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { orEmpty, orNull } from '../../platform/forms';

interface CollectionDraft {
  name: string;
  issn: string;
  description: string;
}

const URL = '/api/collections';

@Component({
  selector: 'co-collection-form',
  imports: [Field, FormField, FormPage, Section, TranslocoPipe],
  template: `
    <ui-form-page
      [editing]="editing"
      [heading]="words() | transloco"
      [saveLabel]="'catalogue.collections.save' | transloco"
      (cancelled)="cancel()"
    >
      <ui-section [heading]="'catalogue.collections.one' | transloco">
        <div class="form-grid">
          <ui-field class="w4" [label]="'catalogue.collections.name' | transloco">
            <input type="text" autocomplete="off" [formField]="form.name" />
          </ui-field>
          <ui-field class="w2" [label]="'catalogue.collections.issn' | transloco">
            <input type="text" autocomplete="off" [formField]="form.issn" />
          </ui-field>
          <ui-field [label]="'catalogue.collections.description' | transloco">
            <textarea [formField]="form.description"></textarea>
          </ui-field>
        </div>
      </ui-section>
    </ui-form-page>
  `,
})
export class CollectionForm {
  /** The record to change; absent for a new one. */
  readonly record = input<CollectionResponse>();
  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  protected readonly model = linkedSignal<CollectionDraft>(() => ({
    name: orEmpty(this.record()?.name),
    issn: orEmpty(this.record()?.issn),
    description: orEmpty(this.record()?.description),
  }));
  protected readonly form = form(this.model, (path) => {
    required(path.name);
    maxLength(path.name, 200);
    maxLength(path.issn, 20);
  });
  readonly editing = editing<CollectionDraft, CollectionResponse>({
    model: this.model,
    form: this.form,
    draft: () => `collection:${this.record()?.id ?? 'new'}`,
    save: (draft) => this.save(draft),
    saved: (saved) => this.leave(saved.id),
  });
  protected readonly words = computed(() =>
    this.record() ? 'catalogue.collections.edit' : 'catalogue.collections.new',
  );

  protected cancel(): void {
    const id = this.record()?.id;
    void this.router.navigate(['/catalogue/collections', ...(id ? [id] : [])]);
  }

  private save(draft: CollectionDraft): Promise<CollectionResponse> {
    const record = this.record();
    const body = { name: draft.name.trim(), issn: orNull(draft.issn), description: orNull(draft.description) };
    return firstValueFrom(
      record
        ? this.http.put<CollectionResponse>(`${URL}/${record.id}`, { ...body, version: record.version })
        : this.http.post<CollectionResponse>(URL, body),
    );
  }

  private leave(id: number): void {
    this.toasts.done(this.transloco.translate('catalogue.collections.saved'));
    void this.router.navigate(['/catalogue/collections', id]);
  }
}
