import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { FormField, form } from '@angular/forms/signals';
import { Router } from '@angular/router';
import type { EditionResponse, EditionRow, PrintRunResponse } from '@colophon/api-client';
import { Field, MoneyInput, Picker, QuantityInput, type Choice } from '@colophon/ui/fields';
import { FormPage, editing } from '@colophon/ui/form-page';
import { Section } from '@colophon/ui/record';
import { Toasts } from '@colophon/ui/toast';
import { hyphenateIsbn } from '@colophon/ui/values';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { draftOf, planOf, printRunRules, updateOf, type PrintRunDraft } from './print-run-draft';

const URL = '/api/print-runs';

@Component({
  selector: 'co-print-run-form',
  imports: [Field, FormField, FormPage, MoneyInput, Picker, QuantityInput, Section, TranslocoPipe],
  templateUrl: './print-run-form.html',
})
export class PrintRunForm {
  /** The run to change; absent for a new one. */
  readonly record = input<PrintRunResponse>();
  /** `?edition=12`: where a title's page plans a reprint. */
  readonly edition = input<string>();
  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly asked = computed(() => (this.record() || !this.edition() ? null : Number(this.edition())));
  private readonly named = httpResource<EditionResponse>(() => {
    const id = this.asked();
    return id === null ? undefined : `/api/editions/${id}`;
  });
  protected readonly chosenLabel = computed(() => {
    const named = this.named.hasValue() ? this.named.value() : undefined;
    return this.record()?.edition.title ?? named?.title ?? named?.workTitle ?? '';
  });

  protected readonly model = linkedSignal<PrintRunDraft>(() => draftOf(this.record(), this.asked()));
  protected readonly form = form(
    this.model,
    printRunRules(() => this.record() !== undefined),
  );
  readonly editing = editing<PrintRunDraft, PrintRunResponse>({
    model: this.model,
    form: this.form,
    draft: () => `print-run:${this.record()?.id ?? 'new'}`,
    save: (draft) => this.save(draft),
    saved: (saved) => this.leave(saved.id),
  });
  protected readonly words = computed(() => (this.record() ? 'edit' : 'new'));
  protected readonly choiceOf = ({ id, title, isbn13, contributors }: EditionRow): Choice => ({
    ...{ id, label: title },
    detail: [contributors, isbn13 && hyphenateIsbn(isbn13)].filter(Boolean).join(' · '),
  });

  protected cancel(): void {
    const id = this.record()?.id;
    void this.router.navigate(['/fabrication/tirages', ...(id ? [id] : [])]);
  }

  private save(draft: PrintRunDraft): Promise<PrintRunResponse> {
    const record = this.record();
    return firstValueFrom(
      record
        ? this.http.put<PrintRunResponse>(`${URL}/${record.id}`, updateOf(draft, record.version))
        : this.http.post<PrintRunResponse>(URL, planOf(draft)),
    );
  }

  private leave(id: number): void {
    this.toasts.done(this.transloco.translate('printRuns.saved'));
    void this.router.navigate(['/fabrication/tirages', id]);
  }
}
