import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { HttpClient } from '@angular/common/http';
import { Component, inject, signal } from '@angular/core';
import { FormField, form, maxLength, required } from '@angular/forms/signals';
import type { PaymentResponse } from '@colophon/api-client';
import { DialogFrame } from '@colophon/ui/dialog';
import { Field } from '@colophon/ui/fields';
import { problemOf, type Problem } from '@colophon/ui/problem';
import { TranslocoPipe } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { Session } from '../../platform/session/session';

/** The bank sent a payment back: the day and what it said. */
@Component({
  selector: 'co-reject-dialog',
  imports: [DialogFrame, Field, FormField, TranslocoPipe],
  template: `
    <ui-dialog-frame [heading]="'payments.reject.title' | transloco">
      <p>{{ 'payments.reject.text' | transloco }}</p>
      @if (problem(); as refused) {
        <p class="notice late" role="alert">{{ refused.detail ?? refused.title }}</p>
      }
      <div class="form-grid">
        <ui-field class="w3" [label]="'payments.reject.on' | transloco">
          <input type="date" [formField]="form.rejectedOn" />
        </ui-field>
        <ui-field [label]="'payments.reject.reason' | transloco" [help]="'payments.reject.reasonHelp' | transloco">
          <input type="text" autocomplete="off" [formField]="form.reason" />
        </ui-field>
      </div>
      <ng-container slot="acts">
        <button type="button" class="button primary danger" [attr.aria-disabled]="sending() || null" (click)="send()">
          {{ 'payments.reject.act' | transloco }}
        </button>
      </ng-container>
    </ui-dialog-frame>
  `,
})
export class RejectDialog {
  protected readonly payment = inject<PaymentResponse>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<PaymentResponse>>(DialogRef);
  private readonly http = inject(HttpClient);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly sending = signal(false);
  protected readonly model = signal({ rejectedOn: inject(Session).today(), reason: '' });
  protected readonly form = form(this.model, (path) => {
    required(path.rejectedOn);
    required(path.reason);
    maxLength(path.reason, 500);
  });

  protected async send(): Promise<void> {
    this.form().markAsTouched();
    if (this.form().invalid() || this.sending()) return;
    this.sending.set(true);
    this.problem.set(null);
    try {
      const url = `/api/royalty-payments/${this.payment.id}/reject`;
      this.ref.close(await firstValueFrom(this.http.post<PaymentResponse>(url, this.model())));
    } catch (error) {
      this.problem.set(problemOf(error));
    } finally {
      this.sending.set(false);
    }
  }
}
