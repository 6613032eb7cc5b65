import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { FormField, form, required } from '@angular/forms/signals';
import type { ContractResponse, TerminationInput } from '@colophon/api-client';
import { DialogFrame } from '@colophon/ui/dialog';
import { Field } from '@colophon/ui/fields';
import { editing } from '@colophon/ui/form-page';
import { Icon } from '@colophon/ui/icon';
import { formatMoney, Locale } from '@colophon/ui/locale';
import { TranslocoPipe } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { orNull } from '../platform/forms';
import { Session } from '../platform/session/session';
import { TERMINATION_REASONS, type TerminationReason } from './contract';

interface TerminationDraft {
  terminatedOn: string;
  reason: TerminationReason;
  note: string;
}

/** Ends a contract, having said what that does. */
@Component({
  selector: 'co-termination-dialog',
  imports: [DialogFrame, Field, FormField, Icon, TranslocoPipe],
  templateUrl: './termination-dialog.html',
})
export class TerminationDialog {
  protected readonly contract = inject<ContractResponse>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<ContractResponse>>(DialogRef);
  private readonly http = inject(HttpClient);
  private readonly locale = inject(Locale);
  protected readonly reasons = TERMINATION_REASONS;
  protected readonly model = signal<TerminationDraft>({
    terminatedOn: inject(Session).today(),
    reason: 'mutual',
    note: '',
  });
  protected readonly form = form(this.model, (path) => {
    required(path.terminatedOn);
  });
  protected readonly editing = editing<TerminationDraft, ContractResponse>({
    model: this.model,
    form: this.form,
    draft: () => null,
    save: (draft) => this.send(draft),
    saved: (contract) => this.ref.close(contract),
  });
  protected readonly refusal = computed(() => {
    const problem = this.editing.problem();
    return problem && (problem.detail ?? problem.title);
  });
  protected readonly minimum = computed(() => {
    const { guaranteedMinimum } = this.contract;
    return guaranteedMinimum && formatMoney(guaranteedMinimum, this.locale.tag());
  });

  private send({ terminatedOn, reason, note }: TerminationDraft): Promise<ContractResponse> {
    const { id, version } = this.contract;
    const body: TerminationInput = { version, terminatedOn, reason, note: orNull(note) };
    return firstValueFrom(this.http.post<ContractResponse>(`/api/contracts/${id}/termination`, body));
  }
}
