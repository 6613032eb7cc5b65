import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { FormField, form, required } from '@angular/forms/signals';
import type { PrintRunResponse } from '@colophon/api-client';
import { DialogFrame } from '@colophon/ui/dialog';
import { Field, QuantityInput } from '@colophon/ui/fields';
import { editing } from '@colophon/ui/form-page';
import { Icon } from '@colophon/ui/icon';
import { TranslocoPipe } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { between } from '../platform/forms';
import { Session } from '../platform/session/session';
import { MOST_COPIES } from './print-run-draft';

/** Acceptance has a page of its own, with what it costs in royalties. */
export type Step = 'order' | 'deliver';

export interface StepRequest {
  readonly run: PrintRunResponse;
  readonly step: Step;
}

interface StepDraft {
  on: string;
  quantity: number | null;
}

const MEMBERS = {
  order: { on: 'orderedOn', quantity: 'quantityOrdered' },
  deliver: { on: 'deliveredOn', quantity: 'quantityDelivered' },
} as const;

/** Takes a run one step further: when, and how many copies. */
@Component({
  selector: 'co-step-dialog',
  imports: [DialogFrame, Field, FormField, Icon, QuantityInput, TranslocoPipe],
  templateUrl: './step-dialog.html',
})
export class StepDialog {
  protected readonly request = inject<StepRequest>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<PrintRunResponse>>(DialogRef);
  private readonly http = inject(HttpClient);
  protected readonly today = inject(Session).today();

  protected readonly model = signal<StepDraft>({
    on: this.today,
    quantity: quantityBefore(this.request),
  });
  protected readonly form = form(this.model, (path) => {
    required(path.on);
    required(path.quantity);
    between(path.quantity, this.request.step === 'order' ? 1 : 0, MOST_COPIES);
  });
  protected readonly editing = editing<StepDraft, PrintRunResponse>({
    model: this.model,
    form: this.form,
    draft: () => null,
    save: (draft) => this.send(draft),
    saved: (run) => this.ref.close(run),
  });
  /** The API's members have their own names: what it refuses is told above the fields. */
  protected readonly refusals = computed(() => {
    const problem = this.editing.problem();
    return problem ? [problem.detail ?? problem.title] : [];
  });

  private send({ on, quantity }: StepDraft): Promise<PrintRunResponse> {
    const { run, step } = this.request;
    const names = MEMBERS[step];
    const body = { version: run.version, [names.on]: on, [names.quantity]: quantity };
    return firstValueFrom(this.http.post<PrintRunResponse>(`/api/print-runs/${run.id}/${step}`, body));
  }
}

function quantityBefore({ run, step }: StepRequest): number | null {
  const { quantityPlanned, quantityOrdered } = run;
  return step === 'order' ? quantityPlanned : (quantityOrdered ?? quantityPlanned);
}
