import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { FormField, form } from '@angular/forms/signals';
import { Router } from '@angular/router';
import type { HouseResponse } from '@colophon/api-client';
import { Field, IbanInput, MoneyInput, PercentInput, QuantityInput } from '@colophon/ui/fields';
import { FormPage, editing } from '@colophon/ui/form-page';
import { Locale } from '@colophon/ui/locale';
import { Section } from '@colophon/ui/record';
import { Toasts } from '@colophon/ui/toast';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { Session } from '../../platform/session/session';
import { AddressFields } from '../address-fields';
import { houseBodyOf, houseDraftOf, houseRules, type HouseDraft } from './house-draft';
import { HouseLogo } from './house-logo';

/** The house's identity, bank and terms, as its invoices and statements carry them. */
@Component({
  selector: 'co-house-form',
  imports: [
    AddressFields,
    Field,
    FormField,
    FormPage,
    HouseLogo,
    IbanInput,
    MoneyInput,
    PercentInput,
    QuantityInput,
    Section,
    TranslocoPipe,
  ],
  templateUrl: './house-form.html',
})
export class HouseForm {
  readonly record = input.required<HouseResponse>();
  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);

  /** As saved last: a change of the logo gives a new version too. */
  protected readonly house = linkedSignal(() => this.record());
  protected readonly model = linkedSignal<HouseDraft>(() => houseDraftOf(this.record()));
  protected readonly form = form(
    this.model,
    houseRules(() => this.session.may('settings.write')),
  );
  readonly editing = editing<HouseDraft, HouseResponse>({
    model: this.model,
    form: this.form,
    draft: () => null,
    save: (draft) =>
      firstValueFrom(this.http.put<HouseResponse>('/api/house', houseBodyOf(draft, this.house().version))),
    saved: (house) => this.stay(house),
  });
  private readonly locale = inject(Locale);
  protected readonly months = computed(() => {
    const name = new Intl.DateTimeFormat(this.locale.tag(), { month: 'long', timeZone: 'UTC' });
    return Array.from({ length: 12 }, (_, month) => ({
      value: String(month + 1),
      label: name.format(Date.UTC(2026, month, 1)),
    }));
  });
  protected readonly mayWrite = () => this.session.may('settings.write');

  protected cancel(): void {
    void this.router.navigateByUrl('/');
  }

  private stay(house: HouseResponse): void {
    this.house.set(house);
    this.form().reset(houseDraftOf(house));
    this.editing.resume();
    this.toasts.done(this.transloco.translate('parties.house.saved'));
  }
}
