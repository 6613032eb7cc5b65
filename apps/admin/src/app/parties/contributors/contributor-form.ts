import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { FormField, form } from '@angular/forms/signals';
import { Router } from '@angular/router';
import type { ContributorResponse } from '@colophon/api-client';
import { Field, IbanInput } from '@colophon/ui/fields';
import { FormPage, editing } from '@colophon/ui/form-page';
import { Icon } from '@colophon/ui/icon';
import { Section } from '@colophon/ui/record';
import { Toasts } from '@colophon/ui/toast';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { Session } from '../../platform/session/session';
import { AddressFields } from '../address-fields';
import { contributorBodyOf, contributorDraftOf, contributorRules, type ContributorDraft } from './contributor-draft';
import { blankProfile } from './tax-profile-draft';
import { TaxProfileFields } from './tax-profile-fields';

const URL = '/api/contributors';

@Component({
  selector: 'co-contributor-form',
  imports: [AddressFields, Field, FormField, FormPage, IbanInput, Icon, Section, TaxProfileFields, TranslocoPipe],
  templateUrl: './contributor-form.html',
})
export class ContributorForm {
  /** The record to change; absent for a new one. */
  readonly record = input<ContributorResponse>();
  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  protected readonly mayBank = computed(() => this.session.may('parties.bank'));

  protected readonly model = linkedSignal<ContributorDraft>(() =>
    contributorDraftOf(this.record(), this.transloco.getActiveLang()),
  );
  protected readonly form = form(this.model, contributorRules);
  readonly editing = editing<ContributorDraft, ContributorResponse>({
    model: this.model,
    form: this.form,
    // Bank details never stay on the machine: whoever may type them has no draft.
    draft: () => (this.mayBank() ? null : `contributor:${this.record()?.id ?? 'new'}`),
    save: (draft) => this.save(draft),
    saved: (saved) => this.leave(saved.id),
  });
  protected readonly words = computed(() => (this.record() ? 'contributors.edit' : 'contributors.new'));

  protected addProfile(): void {
    const profile = blankProfile(this.session.today());
    this.model.update((draft) => ({ ...draft, taxProfiles: [...draft.taxProfiles, profile] }));
    this.form.taxProfiles().markAsDirty();
  }

  protected removeProfile(at: number): void {
    this.model.update((draft) => ({ ...draft, taxProfiles: draft.taxProfiles.filter((_, other) => other !== at) }));
    this.form.taxProfiles().markAsDirty();
  }

  protected cancel(): void {
    const id = this.record()?.id;
    void this.router.navigate(['/catalogue/contributeurs', ...(id ? [id] : [])]);
  }

  private save(draft: ContributorDraft): Promise<ContributorResponse> {
    const record = this.record();
    const body = contributorBodyOf(draft, { version: record?.version, mayBank: this.mayBank() });
    return firstValueFrom(
      record
        ? this.http.put<ContributorResponse>(`${URL}/${record.id}`, body)
        : this.http.post<ContributorResponse>(URL, body),
    );
  }

  private leave(id: number): void {
    this.toasts.done(this.transloco.translate('contributors.saved'));
    void this.router.navigate(['/catalogue/contributeurs', id]);
  }
}
