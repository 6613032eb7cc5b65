import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { FormField, form } from '@angular/forms/signals';
import { Router } from '@angular/router';
import type { EditionResponse, WorkResponse } from '@colophon/api-client';
import { productForms } from '@colophon/domain/catalogue';
import { Field, IsbnInput, MoneyInput, PercentInput, QuantityInput } from '@colophon/ui/fields';
import { FormPage, editing } from '@colophon/ui/form-page';
import { Icon } from '@colophon/ui/icon';
import { Section } from '@colophon/ui/record';
import { Toasts } from '@colophon/ui/toast';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { Session } from '../../platform/session/session';
import { AVAILABILITIES } from './availability';
import { editionBodyOf, editionDraftOf, editionRules, type EditionDraft } from './edition-draft';
import { IsbnCheck } from './isbn-check';

@Component({
  selector: 'co-edition-form',
  imports: [
    Field,
    FormField,
    FormPage,
    Icon,
    IsbnCheck,
    IsbnInput,
    MoneyInput,
    PercentInput,
    QuantityInput,
    Section,
    TranslocoPipe,
  ],
  templateUrl: './edition-form.html',
  styleUrl: './edition-form.css',
})
export class EditionForm {
  readonly work = input.required<WorkResponse>();
  /** The edition to change; absent for a new one. */
  readonly record = input<EditionResponse>();
  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  protected readonly forms = productForms;
  protected readonly availabilities = AVAILABILITIES;

  protected readonly model = linkedSignal<EditionDraft>(() => editionDraftOf(this.record(), this.session.today()));
  protected readonly form = form(this.model, editionRules);
  readonly editing = editing<EditionDraft, EditionResponse>({
    model: this.model,
    form: this.form,
    draft: () => `edition:${this.record()?.id ?? `new:${this.work().id}`}`,
    save: (draft) => this.save(draft),
    saved: () => this.leave(),
  });
  protected readonly words = computed(() =>
    this.record() ? 'catalogue.editions.editOf' : 'catalogue.editions.newFor',
  );

  protected addPrice(): void {
    const price = { validFrom: this.session.today(), retailPriceInclVat: '' };
    this.model.update((draft) => ({ ...draft, prices: [...draft.prices, price] }));
    this.form.prices().markAsDirty();
  }

  protected removePrice(at: number): void {
    this.model.update((draft) => ({ ...draft, prices: draft.prices.filter((_, other) => other !== at) }));
    this.form.prices().markAsDirty();
  }

  protected cancel(): void {
    void this.router.navigate(['/catalogue/oeuvres', this.work().id]);
  }

  private save(draft: EditionDraft): Promise<EditionResponse> {
    const record = this.record();
    const body = editionBodyOf(draft, record?.version);
    return firstValueFrom(
      record
        ? this.http.put<EditionResponse>(`/api/editions/${record.id}`, body)
        : this.http.post<EditionResponse>(`/api/works/${this.work().id}/editions`, body),
    );
  }

  private leave(): void {
    this.toasts.done(this.transloco.translate('catalogue.editions.saved'));
    this.cancel();
  }
}
