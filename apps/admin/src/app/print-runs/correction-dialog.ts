import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { FormField, form, required } from '@angular/forms/signals';
import type { PrintRunResponse } from '@colophon/api-client';
import { DialogFrame } from '@colophon/ui/dialog';
import { Field, QuantityInput } from '@colophon/ui/fields';
import { editing } from '@colophon/ui/form-page';
import { Icon } from '@colophon/ui/icon';
import { problemOf } from '@colophon/ui/problem';
import { TranslocoPipe } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { asWholeRefusal, between } from '../platform/forms';
import { Session } from '../platform/session/session';
import { MOST_COPIES } from './print-run-draft';

interface CorrectionDraft {
  quantityAccepted: number | null;
  correctedOn: string;
  reason: string;
  override: boolean;
}

/** Corrects what was really accepted: with a reason, which stays on the record. */
@Component({
  selector: 'co-correction-dialog',
  imports: [DialogFrame, Field, FormField, Icon, QuantityInput, TranslocoPipe],
  templateUrl: './correction-dialog.html',
})
export class CorrectionDialog {
  protected readonly run = inject<PrintRunResponse>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<PrintRunResponse>>(DialogRef);
  private readonly http = inject(HttpClient);
  protected readonly today = inject(Session).today();
  /** Offered only once the API has said that the stock would become negative. */
  protected readonly isShort = signal(false);

  protected readonly model = signal<CorrectionDraft>({
    quantityAccepted: this.run.quantityAccepted,
    correctedOn: this.today,
    reason: '',
    override: false,
  });
  protected readonly form = form(this.model, (path) => {
    required(path.quantityAccepted);
    between(path.quantityAccepted, 0, MOST_COPIES);
    required(path.correctedOn);
    required(path.reason);
  });
  protected readonly editing = editing<CorrectionDraft, PrintRunResponse>({
    model: this.model,
    form: this.form,
    draft: () => null,
    save: (draft) => this.send(draft),
    saved: (run) => this.ref.close(run),
  });
  protected readonly refusal = computed(() => {
    const problem = this.editing.problem();
    return problem && (problem.detail ?? problem.title);
  });

  private async send(draft: CorrectionDraft): Promise<PrintRunResponse> {
    const { id, version } = this.run;
    try {
      const correction = this.http.post<PrintRunResponse>(`/api/print-runs/${id}/correct`, { version, ...draft });
      return await firstValueFrom(correction);
    } catch (error) {
      const isShort = problemOf(error).code === 'stock-insufficient';
      this.isShort.set(isShort);
      throw isShort ? asWholeRefusal(error) : error;
    }
  }
}
