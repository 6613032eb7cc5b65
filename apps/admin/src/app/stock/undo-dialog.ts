import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { FormField, form, required } from '@angular/forms/signals';
import type { MovementRow, WrittenMovements } from '@colophon/api-client';
import { DialogFrame } from '@colophon/ui/dialog';
import { Field } from '@colophon/ui/fields';
import { editing } from '@colophon/ui/form-page';
import { Icon } from '@colophon/ui/icon';
import { problemOf } from '@colophon/ui/problem';
import { TranslocoPipe } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { asWholeRefusal } from '../platform/forms';
import { SignedQuantity } from './signed-quantity';

/** Undoes a movement entered by mistake: its opposite is written, with the reason. */
@Component({
  selector: 'co-undo-dialog',
  imports: [DialogFrame, Field, FormField, Icon, SignedQuantity, TranslocoPipe],
  template: `
    <ui-dialog-frame [heading]="'stock.undo.title' | transloco">
      <p>
        <span class="serif">{{ movement.title }}</span> : <co-signed-quantity [value]="movement.copies" />
        {{ 'stock.ex' | transloco }}
      </p>
      <p class="soft">{{ 'stock.undo.text' | transloco }}</p>
      @if (refusal(); as sentence) {
        <div class="notice late" role="alert"><ui-icon name="alert" />{{ sentence }}</div>
      }
      <form id="undo" class="form-grid more" novalidate (submit)="$event.preventDefault(); editing.save()">
        <ui-field [label]="'stock.reason' | transloco">
          <input type="text" autocomplete="off" [formField]="form.reason" />
        </ui-field>
        @if (isShort()) {
          <label class="check">
            <input type="checkbox" [formField]="form.override" /> {{ 'stock.override' | transloco }}
          </label>
        }
      </form>
      <ng-container slot="acts">
        <button type="button" class="button" (click)="ref.close()">{{ 'ui.cancel' | transloco }}</button>
        <button type="submit" form="undo" class="button primary" [attr.aria-disabled]="editing.saving() || null">
          {{ 'stock.undo.act' | transloco }}
        </button>
      </ng-container>
    </ui-dialog-frame>
  `,
})
export class UndoDialog {
  protected readonly movement = inject<MovementRow>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<boolean>>(DialogRef);
  private readonly http = inject(HttpClient);
  protected readonly isShort = signal(false);
  protected readonly model = signal({ reason: '', override: false });
  protected readonly form = form(this.model, (path) => required(path.reason));
  protected readonly editing = editing<{ reason: string; override: boolean }, WrittenMovements>({
    model: this.model,
    form: this.form,
    draft: () => null,
    save: (draft) => this.send(draft),
    saved: () => this.ref.close(true),
  });
  protected readonly refusal = computed(() => {
    const problem = this.editing.problem();
    return problem && (problem.detail ?? problem.title);
  });

  private async send(draft: { reason: string; override: boolean }): Promise<WrittenMovements> {
    try {
      const body = { movementId: this.movement.id, ...draft };
      return await firstValueFrom(this.http.post<WrittenMovements>('/api/stock/corrections', body));
    } catch (error) {
      const isShort = problemOf(error).code === 'stock-insufficient';
      this.isShort.set(isShort);
      throw isShort ? asWholeRefusal(error) : error;
    }
  }
}
