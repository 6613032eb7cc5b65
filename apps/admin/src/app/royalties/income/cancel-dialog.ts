import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { FormField, form, maxLength, required } from '@angular/forms/signals';
import { DialogFrame } from '@colophon/ui/dialog';
import { Field } from '@colophon/ui/fields';
import { editing } from '@colophon/ui/form-page';
import { Icon } from '@colophon/ui/icon';
import { Money } from '@colophon/ui/values';
import { TranslocoPipe } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';

/** A sum entered by mistake, and where it is taken back. */
export interface CancelRequest {
  readonly url: string;
  readonly name: string;
  readonly amount: string;
}

interface Written {
  readonly id: number;
}

/** Takes a sum back by its opposite, with the reason; closes with the opposite's id. */
@Component({
  selector: 'co-cancel-dialog',
  imports: [DialogFrame, Field, FormField, Icon, Money, TranslocoPipe],
  template: `
    <ui-dialog-frame [heading]="'income.cancel.title' | transloco">
      <p>
        <span class="serif">{{ request.name }}</span> · <ui-money [value]="request.amount" />
      </p>
      <p class="soft">{{ 'income.cancel.text' | transloco }}</p>
      @if (refusal(); as sentence) {
        <div class="notice late" role="alert"><ui-icon name="alert" />{{ sentence }}</div>
      }
      <form id="cancel" class="form-grid more" novalidate (submit)="$event.preventDefault(); editing.save()">
        <ui-field [label]="'income.cancel.reason' | transloco">
          <input type="text" autocomplete="off" [formField]="form.reason" />
        </ui-field>
      </form>
      <ng-container slot="acts">
        <button type="button" class="button" (click)="ref.close()">{{ 'ui.cancel' | transloco }}</button>
        <button type="submit" form="cancel" class="button primary" [attr.aria-disabled]="editing.saving() || null">
          {{ 'income.cancel.act' | transloco }}
        </button>
      </ng-container>
    </ui-dialog-frame>
  `,
})
export class CancelDialog {
  protected readonly request = inject<CancelRequest>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<number>>(DialogRef);
  private readonly http = inject(HttpClient);
  protected readonly model = signal({ reason: '' });
  protected readonly form = form(this.model, (path) => {
    required(path.reason);
    maxLength(path.reason, 1000);
  });
  protected readonly editing = editing<{ reason: string }, Written>({
    model: this.model,
    form: this.form,
    draft: () => null,
    save: (draft) => firstValueFrom(this.http.post<Written>(this.request.url, draft)),
    saved: ({ id }) => this.ref.close(id),
  });
  protected readonly refusal = computed(() => {
    const problem = this.editing.problem();
    return problem && (problem.detail ?? problem.title);
  });
}
