import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { FormField, disabled, form, maxLength, required, validate } from '@angular/forms/signals';
import { Router } from '@angular/router';
import type { WithholdingRatePage, WithholdingRateResponse } from '@colophon/api-client';
import { Field, MoneyInput, PercentInput } from '@colophon/ui/fields';
import { FormPage, editing } from '@colophon/ui/form-page';
import { History } from '@colophon/ui/history';
import { Icon } from '@colophon/ui/icon';
import { Section } from '@colophon/ui/record';
import { Toasts } from '@colophon/ui/toast';
import { DateText } from '@colophon/ui/values';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { orNull, percentage } from '../../platform/forms';
import { MORE_FIGURES, RATE_FIGURES, nextRateDraft, rateDraftOf, type RateDraft } from './rate';

@Component({
  selector: 'co-rate-form',
  imports: [DateText, Field, FormField, FormPage, History, Icon, MoneyInput, PercentInput, Section, TranslocoPipe],
  templateUrl: './rate-form.html',
})
export class RateForm {
  readonly record = input<WithholdingRateResponse>();
  /** All rows, when a new one begins after the latest. */
  readonly table = input<WithholdingRatePage>();
  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  protected readonly figures = RATE_FIGURES;
  protected readonly moreFigures = MORE_FIGURES;
  protected readonly words = computed(() => (this.record() ? 'royalties.rates.edit' : 'royalties.rates.new'));
  private readonly used = () => (this.record()?.usedUntil ?? null) !== null;

  protected readonly model = linkedSignal<RateDraft>(() =>
    this.record() ? rateDraftOf(this.record()) : nextRateDraft(this.table()?.items[0]),
  );
  protected readonly form = form(this.model, (path) => {
    required(path.validFrom);
    required(path.validTo);
    required(path.yearlyCeiling);
    for (const figure of [...RATE_FIGURES, ...MORE_FIGURES]) {
      required(path[figure]);
      percentage(path[figure]);
      disabled(path[figure], this.used);
    }
    disabled(path.validFrom, this.used);
    disabled(path.yearlyCeiling, this.used);
    maxLength(path.note, 500);
    validate(path.validTo, ({ value, valueOf }) =>
      value() && value() < valueOf(path.validFrom)
        ? { kind: 'inverted', message: this.transloco.translate('royalties.rates.inverted') }
        : null,
    );
  });
  readonly editing = editing<RateDraft, WithholdingRateResponse>({
    model: this.model,
    form: this.form,
    draft: () => null,
    save: (draft) => this.save(draft),
    saved: () => {
      this.toasts.done(this.transloco.translate('royalties.rates.saved'));
      this.leave();
    },
  });

  protected leave(): void {
    void this.router.navigateByUrl('/reglages/taux');
  }

  private save(typed: RateDraft): Promise<WithholdingRateResponse> {
    const record = this.record();
    const draft = { ...typed, note: orNull(typed.note) };
    return firstValueFrom(
      record
        ? this.http.put<WithholdingRateResponse>(`/api/withholding-rates/${record.id}`, {
            ...draft,
            version: record.version,
          })
        : this.http.post<WithholdingRateResponse>('/api/withholding-rates', draft),
    );
  }
}
