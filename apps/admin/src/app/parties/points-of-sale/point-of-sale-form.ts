import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { FormField, form } from '@angular/forms/signals';
import { Router } from '@angular/router';
import type { PointOfSaleResponse } from '@colophon/api-client';
import { Field, PercentInput, QuantityInput } from '@colophon/ui/fields';
import { FormPage, editing } from '@colophon/ui/form-page';
import { Icon } from '@colophon/ui/icon';
import { Section } from '@colophon/ui/record';
import { Toasts } from '@colophon/ui/toast';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { AddressFields } from '../address-fields';
import { POINT_OF_SALE_KINDS } from './point-of-sale';
import { blankContact, bodyOf, draftOf, pointOfSaleRules, type PointOfSaleDraft } from './point-of-sale-draft';

const URL = '/api/points-of-sale';

@Component({
  selector: 'co-point-of-sale-form',
  imports: [AddressFields, Field, FormField, FormPage, Icon, PercentInput, QuantityInput, Section, TranslocoPipe],
  templateUrl: './point-of-sale-form.html',
})
export class PointOfSaleForm {
  /** The record to change; absent for a new one. */
  readonly record = input<PointOfSaleResponse>();
  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  protected readonly kinds = POINT_OF_SALE_KINDS;

  protected readonly model = linkedSignal<PointOfSaleDraft>(() => draftOf(this.record()));
  protected readonly form = form(this.model, pointOfSaleRules);
  readonly editing = editing<PointOfSaleDraft, PointOfSaleResponse>({
    model: this.model,
    form: this.form,
    draft: () => `point-of-sale:${this.record()?.id ?? 'new'}`,
    save: (draft) => this.save(draft),
    saved: (saved) => this.leave(saved.id),
  });
  protected readonly words = computed(() => (this.record() ? 'edit' : 'new'));

  protected addContact(): void {
    this.model.update((draft) => ({ ...draft, contacts: [...draft.contacts, blankContact()] }));
    this.form.contacts().markAsDirty();
  }

  protected removeContact(at: number): void {
    this.model.update((draft) => ({ ...draft, contacts: draft.contacts.filter((_, other) => other !== at) }));
    this.form.contacts().markAsDirty();
  }

  protected cancel(): void {
    const id = this.record()?.id;
    void this.router.navigate(['/ventes/points-de-vente', ...(id ? [id] : [])]);
  }

  private save(draft: PointOfSaleDraft): Promise<PointOfSaleResponse> {
    const record = this.record();
    const body = bodyOf(draft, record?.version);
    return firstValueFrom(
      record
        ? this.http.put<PointOfSaleResponse>(`${URL}/${record.id}`, body)
        : this.http.post<PointOfSaleResponse>(URL, body),
    );
  }

  private leave(id: number): void {
    this.toasts.done(this.transloco.translate('parties.pointsOfSale.saved'));
    void this.router.navigate(['/ventes/points-de-vente', id]);
  }
}
