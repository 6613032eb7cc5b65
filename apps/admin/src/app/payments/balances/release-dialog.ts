import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { HttpClient } from '@angular/common/http';
import { Component, inject, signal } from '@angular/core';
import { FormField, form, maxLength, required } from '@angular/forms/signals';
import type { ContractBalanceRow, ReleaseResponse } from '@colophon/api-client';
import { DialogFrame } from '@colophon/ui/dialog';
import { Field } from '@colophon/ui/fields';
import { problemOf, type Problem } from '@colophon/ui/problem';
import { Money } from '@colophon/ui/values';
import { TranslocoPipe } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';

/** Pays a balance held under a threshold all the same: says what will follow, and asks why. */
@Component({
  selector: 'co-release-dialog',
  imports: [DialogFrame, Field, FormField, Money, TranslocoPipe],
  template: `
    <ui-dialog-frame [heading]="'payments.release.title' | transloco">
      <p>
        {{ 'payments.release.text' | transloco }} <strong><ui-money [value]="balance.carried" /></strong>
      </p>
      <ul class="small soft">
        <li>{{ 'payments.release.now' | transloco }}</li>
        <li>{{ 'payments.release.later' | transloco }}</li>
      </ul>
      @if (problem(); as refused) {
        <p class="notice late" role="alert">{{ refused.title }}</p>
      }
      <ui-field [label]="'payments.release.reason' | transloco">
        <input type="text" autocomplete="off" [formField]="form.reason" />
      </ui-field>
      <ng-container slot="acts">
        <button type="button" class="button primary" [attr.aria-disabled]="sending() || null" (click)="send()">
          {{ 'payments.release.act' | transloco }}
        </button>
      </ng-container>
    </ui-dialog-frame>
  `,
})
export class ReleaseDialog {
  protected readonly balance = inject<ContractBalanceRow>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<ReleaseResponse>>(DialogRef);
  private readonly http = inject(HttpClient);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly sending = signal(false);
  protected readonly model = signal({ reason: '' });
  protected readonly form = form(this.model, (path) => {
    required(path.reason);
    maxLength(path.reason, 500);
  });

  protected async send(): Promise<void> {
    this.form().markAsTouched();
    if (this.form().invalid() || this.sending()) return;
    this.sending.set(true);
    try {
      const body = { contractId: this.balance.id, reason: this.model().reason.trim() };
      this.ref.close(await firstValueFrom(this.http.post<ReleaseResponse>('/api/royalty-balances/releases', body)));
    } catch (error) {
      this.problem.set(problemOf(error));
    } finally {
      this.sending.set(false);
    }
  }
}
