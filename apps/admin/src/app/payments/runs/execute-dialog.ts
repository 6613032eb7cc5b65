import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { FormField, form, required } from '@angular/forms/signals';
import type { ExecutionInput, PaymentRunResponse } from '@colophon/api-client';
import { DialogFrame } from '@colophon/ui/dialog';
import { Field } from '@colophon/ui/fields';
import { problemOf, type Problem } from '@colophon/ui/problem';
import { TranslocoPipe } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { Session } from '../../platform/session/session';

/** The day on which the bank paid; where that makes the amounts others than the file's, somebody confirms the file's. */
@Component({
  selector: 'co-execute-dialog',
  imports: [DialogFrame, Field, FormField, TranslocoPipe],
  template: `
    <ui-dialog-frame [heading]="'payments.execute.title' | transloco">
      <p>{{ 'payments.execute.text' | transloco }}</p>
      <ul class="small soft">
        @for (consequence of consequences; track consequence) {
          <li>{{ 'payments.execute.' + consequence | transloco }}</li>
        }
      </ul>
      @if (problem(); as refused) {
        <p class="notice late" role="alert">{{ refused.detail ?? refused.title }}</p>
      }
      <ui-field [label]="'payments.execute.on' | transloco">
        <input type="date" [formField]="form.executedOn" (change)="forget()" />
      </ui-field>
      @if (isOtherwise()) {
        <label class="check">
          <input type="checkbox" [checked]="keep()" (change)="keep.set($any($event.target).checked)" />
          {{ 'payments.execute.keep' | transloco }}
        </label>
      }
      <ng-container slot="acts">
        <button
          type="button"
          class="button primary"
          [attr.aria-disabled]="sending() || (isOtherwise() && !keep()) || null"
          (click)="send()"
        >
          {{ 'payments.acts.execute' | transloco }}
        </button>
      </ng-container>
    </ui-dialog-frame>
  `,
})
export class ExecuteDialog {
  private readonly run = inject<PaymentRunResponse>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<PaymentRunResponse>>(DialogRef);
  private readonly http = inject(HttpClient);
  private readonly today = inject(Session).today();
  protected readonly consequences = ['ceilings', 'books', 'advice', 'final'] as const;
  protected readonly model = signal({
    executedOn: this.run.executionDate > this.today ? this.today : this.run.executionDate,
  });
  protected readonly form = form(this.model, (path) => required(path.executedOn));
  protected readonly keep = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly sending = signal(false);
  protected readonly isOtherwise = computed(() => this.problem()?.code === 'payment-executed-otherwise');

  /** Another day may give other amounts, or the file's. */
  protected forget(): void {
    this.problem.set(null);
    this.keep.set(false);
  }

  protected async send(): Promise<void> {
    this.form().markAsTouched();
    if (this.form().invalid() || this.sending() || (this.isOtherwise() && !this.keep())) return;
    this.sending.set(true);
    try {
      const { id, version } = this.run;
      const body: ExecutionInput = {
        version,
        executedOn: this.model().executedOn,
        ...(this.keep() ? { keepAmounts: true } : {}),
      };
      const headers = { 'Idempotency-Key': `payment-run-${id}-execute-${version}-${body.executedOn}-${this.keep()}` };
      const request = this.http.post<PaymentRunResponse>(`/api/payment-runs/${id}/execute`, body, { headers });
      this.ref.close(await firstValueFrom(request));
    } catch (error) {
      this.problem.set(problemOf(error));
    } finally {
      this.sending.set(false);
    }
  }
}
