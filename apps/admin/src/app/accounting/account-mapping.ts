import { HttpClient } from '@angular/common/http';
import { Component, inject, input, linkedSignal } from '@angular/core';
import { FormField, applyEach, form, pattern, required } from '@angular/forms/signals';
import { Router } from '@angular/router';
import type { AccountMappingResponse } from '@colophon/api-client';
import { Field } from '@colophon/ui/fields';
import { FormPage, editing } from '@colophon/ui/form-page';
import { Section } from '@colophon/ui/record';
import { Toasts } from '@colophon/ui/toast';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { Session } from '../platform/session/session';

type Draft = Pick<AccountMappingResponse, 'accounts' | 'journals'>;

const draftOf = ({ accounts, journals }: AccountMappingResponse): Draft => ({
  accounts: accounts.map((account) => ({ ...account })),
  journals: journals.map((journal) => ({ ...journal })),
});

/** Which account each amount goes to, as the accountant wants it. */
@Component({
  selector: 'co-account-mapping',
  imports: [Field, FormField, FormPage, Section, TranslocoPipe],
  templateUrl: './account-mapping.html',
})
export class AccountMapping {
  readonly record = input.required<AccountMappingResponse>();
  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  protected readonly mayWrite = inject(Session).may('accounting.write');

  protected readonly saved = linkedSignal(() => this.record());
  protected readonly model = linkedSignal<Draft>(() => draftOf(this.record()));
  protected readonly form = form(this.model, (path) => {
    applyEach(path.accounts, (account) => {
      required(account.number);
      required(account.label);
      pattern(account.number, /^[1-9][0-9A-Z]{2,19}$/, {
        message: () => this.transloco.translate('accounting.mapping.numberForm'),
      });
    });
    applyEach(path.journals, (journal) => {
      required(journal.code);
      required(journal.label);
      pattern(journal.code, /^[A-Z0-9]{1,6}$/, {
        message: () => this.transloco.translate('accounting.mapping.codeForm'),
      });
    });
  });
  readonly editing = editing<Draft, AccountMappingResponse>({
    model: this.model,
    form: this.form,
    draft: () => null,
    save: (draft) =>
      firstValueFrom(
        this.http.put<AccountMappingResponse>('/api/accounting/accounts', { ...draft, version: this.saved().version }),
      ),
    saved: (mapping) => this.stay(mapping),
  });

  protected leave(): void {
    void this.router.navigateByUrl('/comptes/ecritures');
  }

  private stay(mapping: AccountMappingResponse): void {
    this.saved.set(mapping);
    this.form().reset(draftOf(mapping));
    this.editing.resume();
    this.toasts.done(this.transloco.translate('accounting.mapping.saved'));
  }
}
