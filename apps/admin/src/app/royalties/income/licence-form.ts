import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { FormField, form } from '@angular/forms/signals';
import { Router } from '@angular/router';
import type { LicenceResponse, WorkRow } from '@colophon/api-client';
import { Field, MoneyInput, Picker, type Choice } from '@colophon/ui/fields';
import { FormPage, editing } from '@colophon/ui/form-page';
import { Locale } from '@colophon/ui/locale';
import { Section } from '@colophon/ui/record';
import { Toasts } from '@colophon/ui/toast';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { LANGUAGES } from '../../catalogue';
import { LICENSED_RIGHTS } from './income';
import { licenceBodyOf, licenceDraftOf, licenceRules, type LicenceDraft } from './licence-draft';

const URL = '/api/rights-licences';

@Component({
  selector: 'co-licence-form',
  imports: [Field, FormField, FormPage, MoneyInput, Picker, Section, TranslocoPipe],
  templateUrl: './licence-form.html',
})
export class LicenceForm {
  /** The licence to change; absent for a new one. */
  readonly record = input<LicenceResponse>();
  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly locale = inject(Locale);
  protected readonly rights = LICENSED_RIGHTS;
  protected readonly languages = LANGUAGES;
  protected readonly words = computed(() => (this.record() ? 'edit' : 'new'));

  protected readonly model = linkedSignal<LicenceDraft>(() => licenceDraftOf(this.record(), this.locale.lang(), null));
  protected readonly form = form(this.model, licenceRules);
  readonly editing = editing<LicenceDraft, LicenceResponse>({
    model: this.model,
    form: this.form,
    draft: () => `rights-licence:${this.record()?.id ?? 'new'}`,
    save: (draft) => this.save(draft),
    saved: (saved) => {
      this.toasts.done(this.transloco.translate('income.licences.saved'));
      void this.router.navigate(['/droits/cessions', saved.id]);
    },
  });
  protected readonly workChoice = ({ id, title, contributors }: WorkRow): Choice => ({
    ...{ id, label: title },
    detail: contributors.map((contributor) => contributor.displayName).join(', '),
  });

  protected cancel(): void {
    const id = this.record()?.id;
    void this.router.navigate(['/droits/cessions', ...(id ? [id] : [])]);
  }

  private save(draft: LicenceDraft): Promise<LicenceResponse> {
    const record = this.record();
    const body = licenceBodyOf(draft);
    return firstValueFrom(
      record
        ? this.http.put<LicenceResponse>(`${URL}/${record.id}`, { ...body, version: record.version })
        : this.http.post<LicenceResponse>(URL, body),
    );
  }
}
